import { z } from 'zod';

import { ventureUser, type VenturePlace } from '#prisma/demonstration/venture.js';
import type { Cast } from '../demo/cast.js';
import { ApiClient } from '../http/api-client.js';
import { type Asking, ONCE } from '../http/asking.js';
import { until } from '../inspection/season-desk.js';

const Task = z.looseObject({
  taskId: z.string(),
  kind: z.string(),
  assigneeKey: z.string(),
  status: z.string(),
  dueAt: z.string().nullable(),
});
type Task = z.output<typeof Task>;
const CaseView = z.looseObject({
  ...{ state: z.looseObject({ slug: z.string() }), seq: z.int(), tasks: z.array(Task) },
});
const Uploaded = z.looseObject({ id: z.string() });
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const WITHIN_MS = 60_000;

/** What an act says beside its kind. */
interface Said {
  readonly facts?: object;
  readonly opinion?: string;
}

/** Everybody of a place who has to do with its rounds, each with a session of their own, over HTTP. */
export class VenturePeople {
  /** Makes the content of every paper different, so that no evidence counts twice. */
  #papers = 0;

  constructor(
    private readonly cast: Cast,
    readonly place: VenturePlace,
    private readonly ask: Asking = ONCE,
  ) {}

  get address(): string {
    return this.cast.address;
  }

  readonly organiser = (n = 1): string => ventureUser(this.place, 'organiser', n);
  readonly finance = (n = 1): string => ventureUser(this.place, 'finance', n);
  readonly evaluator = (n = 1): string => ventureUser(this.place, 'evaluator', n);
  readonly sponsor = (n = 1): string => ventureUser(this.place, 'sponsor', n);
  readonly auditor = (): string => ventureUser(this.place, 'venture-auditor', 1);

  clientOf(userId: string): Promise<ApiClient> {
    return this.cast.of(userId, /-(organiser|finance)-\d$/.test(userId));
  }

  async get(userId: string, path: string): Promise<unknown> {
    return this.ask.get(await this.clientOf(userId), path);
  }

  /** What everybody may read, without signing in. */
  getAsAnyone(path: string): Promise<unknown> {
    return this.ask.get(ApiClient.anonymous(this.cast.address), path);
  }

  async write(userId: string, method: 'POST' | 'PUT', path: string, body: unknown): Promise<unknown> {
    const client = await this.clientOf(userId);
    return method === 'POST' ? this.ask.post(client, path, body) : this.ask.put(client, path, body);
  }

  /** A file of that user's; without content, some paper. */
  async upload(userId: string, content: Uint8Array = this.#paper()): Promise<string> {
    return Uploaded.parse(await this.write(userId, 'POST', '/uploads', content)).id;
  }

  /** A case as the first organiser reads it. */
  async caseOf(caseNo: string): Promise<z.output<typeof CaseView>> {
    return CaseView.parse(await this.get(this.organiser(), `/cases/${caseNo}`));
  }

  async stateOf(caseNo: string): Promise<string> {
    return (await this.caseOf(caseNo)).state.slug;
  }

  /** The open tasks of a kind. */
  async openTasks(caseNo: string, kind: string): Promise<Task[]> {
    const { tasks } = await this.caseOf(caseNo);
    return tasks.filter((task) => task.kind === kind && task.status === 'OPEN');
  }

  /** The open task of a kind, once it is there. */
  async task(caseNo: string, kind: string): Promise<Task> {
    let found: Task | undefined;
    await until(async () => {
      [found] = await this.openTasks(caseNo, kind);
      return found !== undefined;
    }, WITHIN_MS);
    if (found === undefined) throw new Error(`${caseNo} has no open task ${kind}`);
    return found;
  }

  /** Until the case is under way. */
  untilStarted(caseNo: string): Promise<void> {
    return until(async () => (await this.caseOf(caseNo)).seq > 0, WITHIN_MS);
  }

  untilState(caseNo: string, ...states: readonly string[]): Promise<void> {
    return until(async () => states.includes(await this.stateOf(caseNo)), WITHIN_MS);
  }

  /** An act on the open task of a kind, or on the case when that is null. */
  async act(userId: string, caseNo: string, kind: string, taskKind: string | null, said: Said = {}): Promise<void> {
    const task = taskKind === null ? null : await this.task(caseNo, taskKind);
    await this.actOn(userId, caseNo, kind, task?.taskId ?? null, said);
  }

  async actOn(userId: string, caseNo: string, kind: string, taskId: string | null, said: Said = {}): Promise<void> {
    await this.write(userId, 'POST', `/cases/${caseNo}/acts`, {
      kind,
      ...(taskId === null ? {} : { taskId }),
      ...said,
    });
  }

  #paper(): Uint8Array {
    this.#papers += 1;
    return Buffer.concat([PDF, Buffer.from(`${this.place} ${this.#papers}`)]);
  }
}
