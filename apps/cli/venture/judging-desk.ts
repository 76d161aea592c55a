import { z } from 'zod';

import { DEFAULT_CRITERIA } from '#domain/venture-round/scoring-policy.js';
import { ventureUser } from '#prisma/demonstration/venture.js';
import { inParallel, until } from '../inspection/season-desk.js';
import type { RoundDesk } from './round-desk.js';

const Pool = z.looseObject({ items: z.array(z.looseObject({ id: z.string(), userId: z.string() })) });
const Draw = z.looseObject({ id: z.string() });
const Panel = z.looseObject({ items: z.array(z.looseObject({ judgeId: z.string(), userId: z.string() })) });
const Job = z.looseObject({ id: z.string(), status: z.string(), refusal: z.unknown() });
const Sheets = z.looseObject({
  items: z.array(z.looseObject({ projectId: z.string(), caseNo: z.string(), taskId: z.string().nullable() })),
});
type Sheet = z.output<typeof Sheets>['items'][number];
const Saved = z.looseObject({ version: z.int() });
const Slot = z.looseObject({
  projectId: z.string(),
  judges: z.int(),
  result: z.looseObject({ score: z.string(), rank: z.int() }).nullable(),
});
const Hall = z.looseObject({ onStage: z.string().nullable(), slots: z.array(Slot) });

const PANEL = 5;
const WORD = 'HALL-2026';
const MINUTES = 8;
const WITHIN_MS = 120_000;

/** The panel of a round: drawn before a witness, assigned, and at its sheets, online or in the hall. */
export class JudgingDesk {
  /** User ids, in the order in which the panel is listed. */
  #judges: string[] = [];

  constructor(
    private readonly round: RoundDesk,
    /** The total that a judge of the panel gives a project, in points. */
    private readonly totalOf: (caseNo: string, judge: number) => number,
  ) {}

  /** 随机抽取评委: the organiser commits to a secret, the auditor says the word. */
  async drawPanel(): Promise<void> {
    const { people } = this.round;
    const pool = Pool.parse(await people.get(people.organiser(), '/judges?limit=100'));
    const own = ventureUser(people.place, 'judge', 1).replace(/\d$/, '');
    const candidateIds = pool.items.filter(({ userId }) => userId.startsWith(own)).map(({ id }) => id);
    const draws = `/rounds/${this.round.caseNo}/panel-draws`;
    const { id } = Draw.parse(await people.write(people.organiser(), 'POST', draws, { size: PANEL, candidateIds }));
    await people.write(people.auditor(), 'POST', `${draws}/${id}/witness`, { word: WORD });
    const path = `/rounds/${this.round.caseNo}/panel`;
    this.#judges = Panel.parse(await people.get(people.organiser(), path)).items.map(({ userId }) => userId);
  }

  /** 分配: computed, accepted, and a task of their own for every judge and project. Answers how many sheets there are to fill in. */
  async assign(): Promise<number> {
    const { people, caseNo } = this.round;
    const jobs = `/rounds/${caseNo}/assignments`;
    let job = Job.parse(await people.write(people.organiser(), 'POST', jobs, { judgesPerProject: PANEL }));
    await until(async () => {
      job = Job.parse(await people.get(people.organiser(), `${jobs}/${job.id}`));
      return job.status !== 'QUEUED' && job.status !== 'RUNNING';
    }, WITHIN_MS);
    if (job.status !== 'DONE') throw new Error(`the assignment came to ${job.status} ${JSON.stringify(job.refusal)}`);
    await people.act(people.organiser(), caseNo, 'acceptAssignment', null, { facts: { jobId: job.id } });
    const own = await Promise.all(this.#judges.map((judge) => this.#sheetsOf(judge)));
    return own.reduce((sum, sheets) => sum + sheets.length, 0);
  }

  /** 线上评分: every judge fills in and locks every sheet. */
  async scoreOnline(): Promise<void> {
    await inParallel([...this.#judges.entries()], async ([place, judge]) => {
      for (const sheet of await this.#sheetsOf(judge)) await this.#lock(place, judge, sheet);
    });
  }

  /**
   * 现场路演: the order is drawn, one project after the other is called to the stage, scored and leaves it. Answers how many results the
   * hall was shown before the last judge had locked, and how many after.
   */
  async present(): Promise<{ readonly projects: number; readonly early: number; readonly shown: number }> {
    const { people, caseNo } = this.round;
    const organiser = people.organiser();
    const act = (kind: string, facts: object) => people.act(organiser, caseNo, kind, null, { facts });
    await act('drawStageOrder', { word: WORD });
    const own = await Promise.all(this.#judges.map((judge) => this.#sheetsOf(judge)));
    const { slots } = await this.#hall();
    let [early, shown] = [0, 0];
    for (const { projectId } of slots) {
      await act('callToStage', { projectId, minutes: MINUTES });
      const sheets = own.flatMap((of, place) =>
        of.filter((one) => one.projectId === projectId).map((sheet) => ({ place, sheet })),
      );
      const [last, ...first] = sheets;
      await inParallel(first, ({ place, sheet }) => this.#lock(place, this.#judges[place] ?? '', sheet));
      if ((await this.#resultOf(projectId)) !== null) early += 1;
      if (last !== undefined) {
        await this.#lock(last.place, this.#judges[last.place] ?? '', last.sheet);
        await until(async () => (await this.#resultOf(projectId)) !== null, WITHIN_MS);
        shown += 1;
      }
      await act('leaveStage', {});
    }
    return { projects: slots.length, early, shown };
  }

  /** 结束评审: ranked by the published policy, and published. */
  async close(): Promise<void> {
    const { people, caseNo } = this.round;
    await people.act(people.organiser(), caseNo, 'closeScoring', 'CLOSE_SCORING');
    await this.round.untilState('RANKED');
    await people.task(caseNo, 'PROPOSE_AWARDS');
  }

  /** The sheets of a judge, once each has its task. */
  async #sheetsOf(judge: string): Promise<Sheet[]> {
    let items: Sheet[] = [];
    await until(async () => {
      ({ items } = Sheets.parse(await this.round.people.get(judge, `/rounds/${this.round.caseNo}/sheets`)));
      return items.length > 0 && items.every(({ taskId }) => taskId !== null);
    }, WITHIN_MS);
    return items;
  }

  async #lock(place: number, judge: string, { projectId, caseNo, taskId }: Sheet): Promise<void> {
    const { people, caseNo: roundNo } = this.round;
    const values = marksOf(this.totalOf(caseNo, place));
    const path = `/rounds/${roundNo}/sheets/${projectId}`;
    const { version } = Saved.parse(await people.write(judge, 'PUT', path, { values }));
    await people.actOn(judge, caseNo, 'lockSheet', taskId, { facts: { version } });
  }

  async #hall(): Promise<z.output<typeof Hall>> {
    return Hall.parse(await this.round.published('stage'));
  }

  async #resultOf(projectId: string) {
    return (await this.#hall()).slots.find((slot) => slot.projectId === projectId)?.result ?? null;
  }
}

/** Marks of the default criteria that add up to a total: half a point less of one criterion after the other. */
function marksOf(total: number): Record<string, number> {
  const missing = (100 - total) * 2;
  const count = DEFAULT_CRITERIA.length;
  return Object.fromEntries(
    DEFAULT_CRITERIA.map(({ id, max }, place) => [id, max - Math.ceil(Math.max(0, missing - place) / count) / 2]),
  );
}
