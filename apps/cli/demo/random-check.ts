import { createHash } from 'node:crypto';

import { parsePublishedDraw } from '#domain/annual-inspection/published-draw.js';
import { verifyDraw } from '#domain/annual-inspection/verify-draw.rule.js';
import { yearOf } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { z } from 'zod';
import { ApiClient } from '../http/api-client.js';
import { DrawDesk } from '../inspection/draw-desk.js';
import { inParallel } from '../inspection/season-desk.js';
import { figure, type Scene, type Shown } from './scenario.js';

/** How many steps the draw below shows. */
export const DRAW_STEPS = 4;

const Results = z.looseObject({
  checks: z.int(),
  published: z.int(),
  results: z.array(z.looseObject({ result: z.looseObject({ slug: z.string() }), count: z.int() })),
});
/** Every so many checks finds something. */
const PROBLEM_EVERY = 7;

/** 双随机、一公开: ten per cent of 集美's 284 organisations rounded down, drawn, checked and published; anybody draws it again. */
export async function randomCheck({ cast, progress }: Scene): Promise<Shown> {
  const desk = new DrawDesk(cast);
  const anyone = ApiClient.anonymous(cast.address);
  const year = yearOf(shanghaiDate(Date.now()));
  const step = <T>(what: string, run: () => Promise<T>): Promise<T> => progress.step(`抽查:${what}`, run);
  await step('冻结名单,公布承诺 commit', async () => {
    await desk.plan({ year, purpose: '年度双随机抽查', ratePct: '10', rounding: 'FLOOR' });
    await desk.commit();
  });
  const checks = await step('抽取检查对象和检查人员 draw', () => desk.draw());
  const draw = await step('任何人重新抽取并核对 anybody draws again', async () =>
    parsePublishedDraw(await anyone.must('GET', `/public/draws/${desk.caseNo}`)),
  );
  await step(`${checks.length} 家实施检查并公示 checked and published`, async () => {
    const order = checks.map((check, place) => ({ check, place }));
    await inParallel(order, ({ check, place }) =>
      desk.carryOut(check, place % PROBLEM_EVERY === 0 ? 'PROBLEM_CORRECTED' : 'NO_PROBLEM'),
    );
    await desk.untilState('PUBLISHED');
  });
  const results = Results.parse(await anyone.must('GET', `/public/draws/${desk.caseNo}/results?limit=1`));
  const ofResult = (slug: string) => results.results.find(({ result }) => result.slug === slug)?.count ?? 0;
  return {
    scenario: '集美区双随机抽查',
    caseNo: desk.caseNo,
    figures: [
      figure('organisations in the list', 284, draw.base.length),
      figure('drawn at 10 % rounded down', 28, checks.length),
      figure('inspectors of each at the least', 2, Math.min(...checks.map(({ inspectors }) => inspectors.length))),
      figure('drawn again from what is public', true, verifyDraw(draw, sha256).same),
      figure('published', [28, 28], [results.published, results.checks]),
      figure('NO_PROBLEM', 24, ofResult('NO_PROBLEM')),
      figure('PROBLEM_CORRECTED', 4, ofResult('PROBLEM_CORRECTED')),
    ],
  };
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
