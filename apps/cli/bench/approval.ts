import pg from 'pg';
import { z } from 'zod';

import { applicantOf, ORG, USER } from '#prisma/demonstration/handles.js';
import type { Cast } from '../demo/cast.js';
import type { ApiClient } from '../http/api-client.js';
import { type Run, underLoad } from './load.js';

const Draft = z.looseObject({ id: z.string() });
const Submitted = z.looseObject({ caseNo: z.string() });

/** Who decides, in order: three people, as in the reference. */
const SIGNERS = [USER.neijiangIntake, USER.neijiangReviewer, USER.neijiangSigner] as const;
const DUTIES = ['REVIEW', 'REVIEW', 'SIGN'] as const;

/** How a request is sent that changes something. */
type Write = (client: ApiClient, path: string, body: unknown) => Promise<unknown>;

/** The same three-step approval (b) through the API, with all its records. */
export class Approvals {
  readonly #pool: pg.Pool;

  constructor(
    private readonly cast: Cast,
    private readonly unitId: string,
    databaseUrl: string,
    private readonly write: Write = (client, path, body) => client.must('POST', path, body),
  ) {
    this.#pool = new pg.Pool({ connectionString: databaseUrl });
    // An idle connection that breaks is replaced at the next query.
    this.#pool.on('error', () => undefined);
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  /** Submission and three decisions each, over drafts that are ready. */
  async run(clients: number, cases: number): Promise<Run> {
    const drafts = await this.drafts(cases);
    return underLoad(clients, cases, async (n, _client, timed) => {
      const caseId = await this.submit(drafts[n] ?? '');
      for (const [step] of SIGNERS.entries()) await timed(() => this.decide(caseId, step));
    });
  }

  /** Drafts of approvals, made beforehand. */
  async drafts(count: number): Promise<string[]> {
    const applicant = await this.cast.of(applicantOf(ORG.eligible));
    const steps = SIGNERS.map((userId, index) => ({
      name: `第${index + 1}步`,
      rule: { kind: 'ALL' },
      signers: [{ to: { userId } }],
      duty: DUTIES[index] ?? 'SIGN',
      limitWorkingDays: 5,
    }));
    const data = { title: '关于开展活动的请示', text: '请予审批。', unitId: this.unitId, steps };
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1)
      ids.push(Draft.parse(await applicant.must('POST', '/drafts', { matter: 'general-approval', data })).id);
    return ids;
  }

  async submit(draftId: string): Promise<{ caseId: string; caseNo: string }> {
    const applicant = await this.cast.of(applicantOf(ORG.eligible));
    const { caseNo } = Submitted.parse(await this.write(applicant, `/drafts/${draftId}/submission`, {}));
    return { caseId: await this.#idOf(caseNo), caseNo };
  }

  /** The row id, by which task ids begin; asked again while the database is away (chaos). */
  async #idOf(caseNo: string): Promise<string> {
    const text = 'SELECT id FROM "Case" WHERE "caseNo" = $1';
    for (let attempt = 1; ; attempt += 1) {
      try {
        return (await this.#pool.query<{ id: string }>(text, [caseNo])).rows[0]?.id ?? '';
      } catch (error) {
        if (attempt === 100) throw error;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  }

  async decide({ caseId, caseNo }: { caseId: string; caseNo: string }, step: number): Promise<void> {
    const signer = await this.cast.official(SIGNERS[step] ?? SIGNERS[0]);
    const body = { kind: 'vote', taskId: `${caseId}-t${step + 1}`, facts: { verdict: 'AGREE' }, opinion: '同意。' };
    await this.write(signer, `/cases/${caseNo}/acts`, body);
  }

  /** One approval that waits for its second decision. */
  async half(): Promise<{ caseId: string; caseNo: string }> {
    const [draft] = await this.drafts(1);
    const opened = await this.submit(draft ?? '');
    await this.decide(opened, 0);
    return opened;
  }
}
