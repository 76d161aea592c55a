import { z } from 'zod';

import type { IsoDate } from '#domain/calendar/iso-date.js';
import { ApiClient } from '../http/api-client.js';
import type { OwnReturn, SeasonDesk } from '../inspection/season-desk.js';
import type { Casting } from './annual-inspection.js';
import { figure, type Scene, type Shown } from './scenario.js';

const Share = z.looseObject({ metric: z.string(), numerator: z.int(), denominator: z.int() });
const Published = z.looseObject({ items: z.array(Share) });
const Conclusions = z.looseObject({ items: z.array(z.unknown()), nextCursor: z.string().nullable() });

/** 83 social groups and 201 private non-enterprises. */
const REGISTERED = 284;
const STATES = [
  'CONCLUDED',
  'DRAFT',
  'ENFORCEMENT',
  'NOT_PARTICIPATED',
  'PRELIM_OK',
  'PUBLISHED',
  'RECTIFIED',
  'RECTIFYING',
  'REGISTRY_REVIEW',
  'SUBMITTED',
  'SUPPLEMENT',
];

/** What was done in a season, to hold what the system says against. */
export interface SeasonDone {
  readonly own: readonly OwnReturn[];
  readonly cast: Casting;
  readonly passed: readonly string[];
  readonly basicPassed: readonly string[];
  /** Why returns were left out of the bulk decision. */
  readonly leftOut: readonly string[];
  /** The last day whose figures were frozen. */
  readonly asOf: IsoDate;
}

/** The published figures of the season, and where its returns stand. */
export async function seasonFigures(scene: Scene, desk: SeasonDesk, done: SeasonDone): Promise<Shown> {
  const { own, cast, passed, basicPassed, leftOut, asOf } = done;
  const anyone = ApiClient.anonymous(scene.cast.address);
  const published = await anyone.must('GET', `/public/seasons/${desk.caseNo}/figures?asOf=${asOf}`);
  const { items } = Published.parse(published);
  const pair = (metric: string) => {
    const found = items.find((each) => each.metric === metric);
    return found === undefined ? null : [found.numerator, found.denominator];
  };
  const concluded = passed.length + basicPassed.length + 3;
  const { returns } = await desk.view();
  const stateOf = async ({ caseNo }: OwnReturn) => (await desk.caseOf(caseNo)).state.slug;
  const rows = await desk.board('standing=REQUIRED');
  return {
    scenario: '集美区年检季',
    caseNo: desk.caseNo,
    figures: [
      figure('registered organisations', REGISTERED, returns.required + returns.exempt),
      figure('returns opened', returns.required, own.length),
      figure('completion', [own.length - 2, own.length], pair('completion')),
      figure('PASS', [passed.length, concluded], pair('conclusion.PASS')),
      figure('BASIC_PASS', [basicPassed.length, concluded], pair('conclusion.BASIC_PASS')),
      figure('FAIL', [1, concluded], pair('conclusion.FAIL')),
      figure('did not take part', [2, concluded], pair('conclusion.NOT_PARTICIPATED')),
      figure('talks held', [2, 3], pair('talks')),
      figure('rectified in time', [1, 3], pair('rectifiedInTime')),
      figure('left out of the bulk decision', ['LATE', 'RULE_AGAINST_PASS'], [...new Set(leftOut)].toSorted()),
      figure('the one that never came', 'RECTIFIED', await stateOf(cast.never)),
      figure('the one that failed', 'ENFORCEMENT', await stateOf(cast.failing)),
      figure('the one that came after the end', 'NOT_PARTICIPATED', await stateOf(cast.afterClose)),
      figure('states on the board', STATES, [...new Set(rows.flatMap(({ state }) => state?.slug ?? []))].toSorted()),
      figure('conclusions for everybody to read', passed.length, await publicConclusions(anyone, done)),
    ],
  };
}

/** How many conclusions of the year the public can read. */
async function publicConclusions(anyone: ApiClient, { asOf }: SeasonDone): Promise<number> {
  const path = `/public/inspections/${Number(asOf.slice(0, 4)) - 1}?limit=100`;
  let count = 0;
  for (let cursor: string | null = ''; cursor !== null;) {
    const page = Conclusions.parse(await anyone.must('GET', cursor === '' ? path : `${path}&cursor=${cursor}`));
    count += page.items.length;
    cursor = page.nextCursor;
  }
  return count;
}
