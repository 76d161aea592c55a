import type { NextFunction, Request, Response } from 'express';

const arrivals = new WeakMap<object, number>();

/** Notes when a request arrived, before anything of it is looked at: a deadline counts for everybody by this time, however long the queue is. */
export function noteArrival(clock: () => number) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    arrivals.set(request, clock());
    next();
  };
}

/** When the request arrived, epoch ms. Throws for one that did not come in by the front door: a defect. */
export function arrivalOf(request: Request): number {
  const at = arrivals.get(request);
  if (at === undefined) throw new Error('a request whose arrival was not noted');
  return at;
}
