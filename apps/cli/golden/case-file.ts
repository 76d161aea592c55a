import { z } from 'zod';

/** A case of a golden file: what every kind has. The fields of its kind are read by that kind's runner. */
const GoldenCase = z.looseObject({
  id: z.string().min(1),
  kind: z.string().min(1),
  process: z.string().min(1).optional(),
});

/** A case of a golden file. */
export type GoldenCase = z.infer<typeof GoldenCase>;

const GoldenFile = z.looseObject({ cases: z.array(GoldenCase) });

/** Thrown when the file is no golden file at all; the message says where it stops being one. */
export class MalformedGoldenFile extends Error {
  override readonly name = 'MalformedGoldenFile';
}

/**
 * The cases of a golden file's text. Throws MalformedGoldenFile for broken JSON, a missing list of cases or a case
 * without id or kind.
 */
export function parseGoldenFile(text: string): GoldenCase[] {
  const result = GoldenFile.safeParse(parseJson(text));
  if (result.success) return result.data.cases;
  throw new MalformedGoldenFile(z.prettifyError(result.error));
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    throw new MalformedGoldenFile(error instanceof Error ? error.message : String(error));
  }
}
