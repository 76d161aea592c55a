import type { Request } from 'express';
import { z } from 'zod';

const Route = z.object({ methods: z.record(z.string(), z.boolean()) });

/** The methods that the router knows for the address of a request, in capitals; none = the address is unknown. */
export function allowedMethods(request: Request): string[] {
  // Where the router gives up, `path` is relative to the prefix.
  const address = `${request.baseUrl}${request.path}`;
  const stack: readonly unknown[] = request.app.router.stack;
  const methods = stack
    .filter(isLayer)
    .filter((layer) => layer.match(address))
    .flatMap(({ route }) => Object.keys(Route.safeParse(route).data?.methods ?? {}))
    .filter((method) => method !== '_all');
  return [...new Set(methods)].map((method) => method.toUpperCase()).sort();
}

interface Layer {
  readonly route: unknown;
  readonly match: (path: string) => boolean;
}

function isLayer(layer: unknown): layer is Layer {
  return (
    typeof layer === 'object' && layer !== null && 'route' in layer && 'match' in layer && layer.route !== undefined
  );
}
