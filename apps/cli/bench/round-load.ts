import { z } from 'zod';

import { anApplication } from '#domain/venture-round/application.example.js';
import type { RoundConfiguration } from '#domain/venture-round/round-configuration.js';
import { aRound } from '#domain/venture-round/round.example.js';
import { hostUnit, ventureUser } from '#prisma/demonstration/venture.js';
import type { Cast } from '../demo/cast.js';
import type { ApiClient } from '../http/api-client.js';
import { type Asking, ONCE } from '../http/asking.js';
import { PatientPool } from './patient-pool.js';
import type { Applicant, Crowd } from './venture-crowd.js';

const ORGANISER = ventureUser('jiefang', 'organiser', 1);
const OPINION = '经核对材料,情况如上所述,请办理。';
const THEMES = ['ELDERLY_CHILDREN', 'DISABILITY', 'HARDSHIP', 'SELF_GOVERNANCE'] as const;
const Draft = z.looseObject({ id: z.string() });
const Submitted = z.looseObject({ caseNo: z.string() });
const Job = z.looseObject({ id: z.string(), status: z.string() });
const Ranked = z.looseObject({
  classes: z.array(z.looseObject({ class: z.string(), ranked: z.array(z.looseObject({ caseNo: z.string() })) })),
});
/** Asks again after this long. */
const LOOK_MS = 250;

/** An application that is ready to be submitted. */
export interface Ready {
  readonly userId: string;
  readonly draftId: string;
}

/** A sheet that a judge has to lock. */
export interface OpenSheet {
  readonly taskId: string;
  readonly caseNo: string;
  readonly projectId: string;
  /** Ends in the number of the application. */
  readonly title: string;
  readonly userId: string;
}

/** One round from its planning to its published ranking, over HTTP; what waits is read in the tables. */
export class RoundLoad {
  readonly #database: PatientPool;
  roundNo = '';
  #configuration: RoundConfiguration | null = null;

  constructor(
    private readonly cast: Cast,
    databaseUrl: string,
    private readonly asking: Asking = ONCE,
  ) {
    this.#database = new PatientPool(databaseUrl);
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  /** Sessions for everybody, so that signing in is not part of what is measured. */
  async signIn(userIds: readonly string[]): Promise<void> {
    for (const userId of userIds) await this.cast.of(userId);
  }

  /** Plans a round whose call is open for a month. */
  async plan(edition: number, change: Partial<RoundConfiguration> = {}): Promise<string> {
    const now = Date.now();
    const calendar = { callOpens: seconds(now - MONTH_MS), callCloses: seconds(now + MONTH_MS) };
    this.#configuration = aRound({ hosts: [hostUnit('jiefang')], edition, calendar, perOrganisation: 100, ...change });
    const client = await this.#organiser();
    const data = this.#configuration;
    const draft = Draft.parse(await this.asking.post(client, '/drafts', { matter: 'venture-round', data }));
    const born = await this.asking.post(client, `/drafts/${draft.id}/submission`, {});
    this.roundNo = Submitted.parse(born).caseNo;
    return this.roundNo;
  }

  async publishCall(): Promise<void> {
    await this.#waitsFor('PUBLISH_CALL');
    const text = 'SELECT "configurationHash" AS hash FROM "Round" WHERE "caseNo" = $1';
    await this.#onTask('publishCall', 'PUBLISH_CALL', await this.#database.one<{ hash: string }>(text, [this.roundNo]));
  }

  /** The amendment that moves the end of the call; whole seconds. As if the call had been published a month ago: it is open for twenty days at least. */
  async closeCallAt(at: number): Promise<void> {
    if (this.#configuration === null) throw new Error('the round is not planned');
    const published = `UPDATE "Round" SET "publishedAt" = "publishedAt" - interval '31 days' WHERE "caseNo" = $1 RETURNING "caseId"`;
    await this.#database.one(published, [this.roundNo]);
    const calendar = { ...this.#configuration.calendar, callCloses: seconds(at) };
    const body = { kind: 'amendCall', form: { ...this.#configuration, calendar }, opinion: OPINION };
    await this.#act(this.roundNo, body);
  }

  /** The n-th application of an organisation, ready as a draft. */
  async draft(applicant: Applicant, n: number): Promise<Ready> {
    const { organisationId, userId, people, pledgeUploadId } = applicant;
    const form = anApplication({
      title: `银龄相伴${n}`,
      class: n % 2 === 0 ? 'KEY' : 'REGULAR',
      themes: [THEMES[n % THEMES.length] ?? 'DISABILITY'],
      leader: { personId: people[0], phone: '13900000000' },
      team: [{ personId: people[1], duty: '社工' }],
      ...{ attachmentUploadIds: [], pledgeUploadId },
    });
    const client = await this.cast.of(userId);
    const data = { ...form, roundNo: this.roundNo };
    const body = { matter: 'venture-project', organisationId, data };
    return { userId, draftId: Draft.parse(await this.asking.post(client, '/drafts', body)).id };
  }

  async submit({ userId, draftId }: Ready): Promise<void> {
    await this.asking.post(await this.cast.of(userId), `/drafts/${draftId}/submission`, {});
  }

  /** Projects whose screening waits for the organisers. */
  async toScreen(): Promise<{ taskId: string; caseNo: string }[]> {
    return this.#database.rows(
      `SELECT t."id" AS "taskId", k."caseNo" FROM "Project" p JOIN "Case" k ON k."id" = p."caseId" JOIN "Round" r ON r."caseId" = p."roundId"
        JOIN "Task" t ON t."caseId" = k."id" AND t."kind" = 'SCREEN' AND t."status" = 'OPEN' WHERE r."caseNo" = $1 ORDER BY k."caseNo"`,
      [this.roundNo],
    );
  }

  async shortlist({ taskId, caseNo }: { readonly taskId: string; readonly caseNo: string }): Promise<void> {
    await this.#act(caseNo, { kind: 'shortlist', taskId, facts: {}, opinion: OPINION });
  }

  async finishScreening(): Promise<void> {
    await this.#onTask('finishScreening', 'FINISH_SCREENING', {});
  }

  async formPanel({ judges }: Pick<Crowd, 'judges'>): Promise<void> {
    await this.#waitsFor('CLOSE_SCORING');
    const client = await this.#organiser();
    for (let from = 0; from < judges.length; from += PANEL_AT_ONCE) {
      const judgeIds = judges.slice(from, from + PANEL_AT_ONCE).map(({ judgeId }) => judgeId);
      await this.asking.post(client, `/rounds/${this.roundNo}/panel`, { judgeIds });
    }
  }

  /** Has an assignment computed; its id when it is done. */
  async assignment(judgesPerProject: number, goal: 'SUM' | 'FAIR'): Promise<string> {
    const client = await this.#organiser();
    const at = `/rounds/${this.roundNo}/assignments`;
    const { id } = Job.parse(await this.asking.post(client, at, { judgesPerProject, goal }));
    await this.until(async () => {
      const { status } = Job.parse(await this.asking.get(client, `${at}/${id}`));
      if (status === 'FAILED' || status === 'CANCELLED') throw new Error(`the assignment is ${status}`);
      return status === 'DONE';
    });
    return id;
  }

  async acceptAssignment(jobId: string): Promise<void> {
    await this.#act(this.roundNo, { kind: 'acceptAssignment', taskId: null, facts: { jobId } });
  }

  /** Sheets that wait for their judges, in the order of the projects. */
  async toScore(): Promise<OpenSheet[]> {
    return this.#database.rows(
      `SELECT t."id" AS "taskId", k."caseNo", k."id" AS "projectId", p."title", substr(t."assigneeKey", 6) AS "userId"
       FROM "Project" p JOIN "Case" k ON k."id" = p."caseId" JOIN "Round" r ON r."caseId" = p."roundId"
        JOIN "Task" t ON t."caseId" = k."id" AND t."kind" = 'SCORE' AND t."status" = 'OPEN' WHERE r."caseNo" = $1 ORDER BY k."caseNo", t."id"`,
      [this.roundNo],
    );
  }

  /** Types the marks of a sheet. They depend on project and judge alone, so that two rounds with the same people come to the same result. */
  async type({ projectId, title, userId }: OpenSheet): Promise<void> {
    const client = await this.cast.of(userId);
    const values = marks(numberIn(title), numberIn(userId));
    const comment = '材料完整,目标清楚,预算依据充分。';
    await this.asking.put(client, `/rounds/${this.roundNo}/sheets/${projectId}`, { values, comment });
  }

  async lock({ taskId, caseNo, userId }: OpenSheet): Promise<void> {
    const body = { kind: 'lockSheet', taskId, facts: { version: 1 } };
    await this.asking.post(await this.cast.of(userId), `/cases/${caseNo}/acts`, body);
  }

  async closeScoring(): Promise<void> {
    await this.#onTask('closeScoring', 'CLOSE_SCORING', {});
  }

  /** How many projects the published ranking has, as everybody reads it. */
  async published(): Promise<number> {
    const client = await this.#organiser();
    const { classes } = Ranked.parse(await this.asking.get(client, `/public/rounds/${this.roundNo}/results`));
    return classes.reduce((sum, { ranked }) => sum + ranked.length, 0);
  }

  /** How many projects of the round are in a state; all of them without one. */
  async projectsIn(state: string | null): Promise<number> {
    const text = `SELECT count(*)::int AS n FROM "Project" p JOIN "Case" k ON k."id" = p."caseId" JOIN "Round" r ON r."caseId" = p."roundId"
      WHERE r."caseNo" = $1 AND k."seq" > 0 AND ($2::text IS NULL OR k."state" = $2)`;
    return (await this.#database.one<{ n: number }>(text, [this.roundNo, state])).n;
  }

  rows<Row extends Record<string, unknown>>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return this.#database.rows<Row>(text, values);
  }

  /** Waits until something holds, and says how long that took in milliseconds. */
  async until(holds: () => Promise<boolean>, withinMs = WAIT_MS): Promise<number> {
    const begun = performance.now();
    while (!(await holds())) {
      if (performance.now() - begun > withinMs) throw new Error('it did not come about in time');
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    return performance.now() - begun;
  }

  #organiser(): Promise<ApiClient> {
    return this.cast.official(ORGANISER);
  }

  async #act(caseNo: string, body: object): Promise<void> {
    await this.asking.post(await this.#organiser(), `/cases/${caseNo}/acts`, body);
  }

  async #onTask(kind: string, task: string, facts: object): Promise<void> {
    await this.#act(this.roundNo, { kind, taskId: await this.#waitsFor(task), facts });
  }

  /** The round's own open task of a kind, as soon as it is there. */
  async #waitsFor(kind: string): Promise<string> {
    const text = `SELECT t."id" FROM "Task" t JOIN "Case" k ON k."id" = t."caseId" WHERE k."caseNo" = $1 AND t."kind" = $2 AND t."status" = 'OPEN'`;
    let found = '';
    await this.until(async () => {
      const [row] = await this.#database.rows<{ id: string }>(text, [this.roundNo, kind]);
      found = row?.id ?? '';
      return row !== undefined;
    });
    return found;
  }
}

/** Judges that one request adds to the panel. */
const PANEL_AT_ONCE = 50;
const MONTH_MS = 30 * 86_400_000;
const WAIT_MS = 900_000;

const seconds = (at: number): string => new Date(Math.floor(at / 1000) * 1000).toISOString();

const numberIn = (text: string): number => Number(/\d+$/.exec(text)?.[0] ?? 0);

/** Marks in half points for the criteria of the example, different for each project and judge: 76 to 100 in all. */
function marks(project: number, judge: number): Record<string, number> {
  const { criteria } = aRound().scoring;
  return Object.fromEntries(
    criteria.map(({ id, max }, place) => [id, max - ((project * 7 + judge * 3 + place * 5) % 9) / 2]),
  );
}
