import { z } from 'zod';

import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { USER } from '#prisma/demonstration/handles.js';
import type { Cast } from '../demo/cast.js';
import type { ApiClient } from '../http/api-client.js';
import { until } from './season-desk.js';

const Created = z.looseObject({ caseNo: z.string() });
const Task = z.looseObject({ taskId: z.string(), kind: z.string(), assigneeKey: z.string(), status: z.string() });
const CaseView = z.looseObject({ state: z.looseObject({ slug: z.string() }), tasks: z.array(Task) });
const Check = z.looseObject({
  caseNo: z.string().nullable(),
  inspectors: z.array(z.looseObject({ userId: z.string() })),
});
const Checks = z.looseObject({ items: z.array(Check) });
type Check = z.output<typeof Check>;

/** What a check comes to, as its sheet says it. */
export type CheckResult = 'NO_PROBLEM' | 'PROBLEM_CORRECTED';

const WITHIN_MS = 60_000;

/** The registry of 集美 at one draw of random checks, over HTTP. */
export class DrawDesk {
  #caseNo = '';

  constructor(private readonly cast: Cast) {}

  get caseNo(): string {
    return this.#caseNo;
  }

  async plan(plan: object): Promise<void> {
    const officer = await this.cast.of(USER.jimeiRegistry);
    this.#caseNo = Created.parse(await officer.must('POST', '/random-checks', plan)).caseNo;
    await until(async () => (await this.#view(this.#caseNo)).tasks.length > 0, WITHIN_MS);
  }

  commit(): Promise<void> {
    return this.#act(this.#caseNo, USER.jimeiRegistry, 'commitDraw', ({ kind }) => kind === 'COMMIT_DRAW');
  }

  /** Draws, and waits until every check has its case. */
  async draw(): Promise<Check[]> {
    await this.#act(this.#caseNo, USER.jimeiRegistryLeader, 'drawChecks', ({ kind }) => kind === 'DRAW_CHECKS');
    await until(async () => (await this.state()) === 'CHECKING', WITHIN_MS);
    const officer = await this.cast.of(USER.jimeiRegistry);
    const path = `/random-checks/${this.#caseNo}/checks?limit=100`;
    return Checks.parse(await officer.must('GET', path)).items;
  }

  /** The sheet is written and filed by one inspector, signed by the others, and its result published. */
  async carryOut({ caseNo, inspectors }: Check, result: CheckResult): Promise<void> {
    if (caseNo === null) throw new Error('the check has no case yet');
    const [first, ...others] = inspectors.map(({ userId }) => userId);
    const sheet = {
      checkedOn: shanghaiDate(Date.now()),
      inspectors: inspectors.map(({ userId }) => userId),
      items: [
        {
          item: '章程执行情况',
          ok: result === 'NO_PROBLEM',
          ...(result === 'NO_PROBLEM' ? {} : { finding: '会议记录不全,当场改正。' }),
        },
      ],
      result,
      signed: true,
    };
    const writer = await this.#clientOf(first ?? '');
    await writer.must('PUT', `/drawn-checks/${caseNo}/sheet`, { version: 0, sheet });
    const own = (userId: string) => (task: z.output<typeof Task>) => task.assigneeKey === `user:${userId}`;
    await this.#act(caseNo, first ?? '', 'fileSheet', own(first ?? ''), { version: 1 });
    for (const other of others) await this.#act(caseNo, other, 'confirm', own(other), { answer: 'CONFIRM' });
    await this.#act(caseNo, USER.jimeiRegistry, 'publishResult', ({ kind }) => kind === 'PUBLISH_RESULT');
  }

  async state(): Promise<string> {
    return (await this.#view(this.#caseNo)).state.slug;
  }

  /** Until what the checks bring about is there. */
  untilState(state: string): Promise<void> {
    return until(async () => (await this.state()) === state, WITHIN_MS);
  }

  async #act(
    caseNo: string,
    userId: string,
    kind: string,
    isMine: (task: z.output<typeof Task>) => boolean,
    facts: object = {},
  ): Promise<void> {
    const { tasks } = await this.#view(caseNo);
    const task = tasks.find((each) => each.status === 'OPEN' && isMine(each));
    if (task === undefined) throw new Error(`${caseNo} has no open task for ${kind}`);
    const client = await this.#clientOf(userId);
    await client.must('POST', `/cases/${caseNo}/acts`, { kind, taskId: task.taskId, facts });
  }

  async #view(caseNo: string): Promise<z.output<typeof CaseView>> {
    const leader = await this.cast.official(USER.jimeiRegistryLeader);
    return CaseView.parse(await leader.must('GET', `/cases/${caseNo}`));
  }

  #clientOf(userId: string): Promise<ApiClient> {
    return userId === USER.jimeiRegistryLeader ? this.cast.official(userId) : this.cast.of(userId);
  }
}
