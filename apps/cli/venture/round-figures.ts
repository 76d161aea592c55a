import sharp from 'sharp';
import { z } from 'zod';

import { inParallel } from '../inspection/season-desk.js';
import type { RoundDesk } from './round-desk.js';

const Share = z.looseObject({ numerator: z.int(), denominator: z.int(), percent: z.string().nullable() });
const Counts = z.record(z.string(), z.int());
const Source = z.looseObject({
  ...{
    source: z.string(),
    plannedFen: z.number(),
    agreedFen: z.number(),
    paidFen: z.number(),
    returnedFen: z.number(),
  },
});
const RoundFigures = z.looseObject({
  ...{ projects: z.int(), byClass: Counts, byState: Counts, funded: Share, adopted: Share, completed: Share },
  ...{ money: z.array(Source), activities: z.int(), personTimes: z.int() },
  account: z.array(z.looseObject({ source: z.string(), paidFen: z.number(), orders: z.int() })),
});

/** The figures of a round as everybody may read them. */
export async function figuresOf(desk: RoundDesk): Promise<z.output<typeof RoundFigures>> {
  return RoundFigures.parse(await desk.published('showcase'));
}

const ShownProjects = z.looseObject({
  items: z.array(
    z.looseObject({ pictures: z.array(z.looseObject({ address: z.string(), width: z.int(), height: z.int() })) }),
  ),
});
const API = '/api/v1';

/** How many pictures a passer-by sees of every project: each is fetched without a session and is as large as its page says. */
export async function picturesSeen(desk: RoundDesk): Promise<number[]> {
  const { items } = ShownProjects.parse(await desk.published('showcase/projects'));
  return inParallel(items, async ({ pictures }) => {
    const seen = await inParallel(pictures, async ({ address, width, height }) => {
      const bytes = z.instanceof(Buffer).parse(await desk.people.getAsAnyone(address.slice(API.length)));
      const picture = await sharp(bytes).metadata();
      return picture.width === width && picture.height === height;
    });
    return seen.filter(Boolean).length;
  });
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const OPEN_DAYS = 30;

/** After so many days a call that opens now is over. */
export const CALL_DAYS = OPEN_DAYS + 1;

/** A call that has just opened. */
export function callNow(now: number = Date.now()) {
  const iso = (at: number): string => new Date(Math.floor(at / 1000) * 1000).toISOString();
  return { callOpens: iso(now - MINUTE_MS), callCloses: iso(now + OPEN_DAYS * DAY_MS) };
}
