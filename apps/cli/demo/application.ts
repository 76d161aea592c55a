import { z } from 'zod';

import { addCalendarDays, type IsoDate } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { applicantOf, personOf, USER } from '#prisma/demonstration/handles.js';
import { type Answer, ApiClient, CallFailed } from '../http/api-client.js';
import type { Scene } from './scenario.js';

const Created = z.looseObject({ id: z.string(), version: z.int() });
const Uploaded = z.looseObject({ id: z.string() });
const Submitted = z.looseObject({ caseNo: z.string(), state: z.string() });
const Task = z.looseObject({ taskId: z.string(), kind: z.string(), assigneeKey: z.string(), status: z.string() });
const CaseView = z.looseObject({ state: z.looseObject({ slug: z.string() }), tasks: z.array(Task) });
const Papers = z.looseObject({
  items: z.array(z.looseObject({ kind: z.string(), docNo: z.string().nullable(), code: z.string() })),
});
const Genuine = z.looseObject({ genuine: z.boolean() });
const People = z.looseObject({
  items: z.array(
    z.looseObject({ personId: z.string(), posts: z.array(z.looseObject({ id: z.string(), inCouncil: z.boolean() })) }),
  ),
});
const WORKFLOW = 'temp-party-org:';
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** The people of 内江 who take a case through. */
export const OFFICIALS = {
  intake: USER.neijiangIntake,
  reviewer: USER.neijiangReviewer,
  signer: USER.neijiangSigner,
  filing: USER.neijiangFiling,
} as const;

/** What an act says beside its kind. */
export interface ActBody {
  readonly facts?: object;
  readonly opinion?: string;
}

/** The approver agrees, after the collective study of that day. */
export const agree = (studiedOn: string = shanghaiDate(Date.now())): ActBody => ({
  facts: { verdict: 'AGREE', studiedOn },
});

/** One application and its case, as the people around it drive it over HTTP. */
export class Application {
  #caseNo = '';
  #form: Record<string, unknown> = {};

  constructor(
    private readonly scene: Scene,
    private readonly organisation: string,
    private readonly title: string,
  ) {}

  get caseNo(): string {
    return this.#caseNo;
  }

  get workflowId(): string {
    return `${WORKFLOW}${this.#caseNo}`;
  }

  applicant(): Promise<ApiClient> {
    return this.scene.cast.of(applicantOf(this.organisation));
  }

  async submit(members: number, more: Record<string, unknown> = {}): Promise<void> {
    const answer = await this.trySubmit(members, more);
    if (answer.status !== 201) throw new CallFailed('submission', answer);
    this.#caseNo = Submitted.parse(answer.body).caseNo;
  }

  /** Writes the draft in two goes, as somebody would whose browser closed in between, and submits it. */
  trySubmit(members: number, more: Record<string, unknown> = {}): Promise<Answer> {
    return this.#step('提交申请 submit', async () => {
      const client = await this.applicant();
      const resolution = await this.#upload(client, '理事会决议.pdf');
      const certificates = await Promise.all(
        Array.from({ length: members }, (_, n) => this.#upload(client, `身份证明${n + 1}.pdf`)),
      );
      this.#form = { ...formOf(this.organisation, certificates, resolution), ...more };
      const { reason, ...begun } = this.#form;
      const draft = { matter: 'temp-party-org', organisationId: this.organisation, data: begun };
      const { id, version } = Created.parse(await client.must('POST', '/drafts', draft));
      await client.must('PUT', `/drafts/${id}`, { version, data: { ...begun, reason } });
      return client.call('POST', `/drafts/${id}/submission`, {});
    });
  }

  async resubmit(): Promise<void> {
    await this.act(
      applicantOf(this.organisation),
      '补正后重新提交',
      'resubmit',
      'SUPPLEMENT',
      {},
      { form: this.#form },
    );
  }

  /** Acceptance, everybody's confirmation, verification, reply, filing. */
  async throughToActive(studiedOn?: IsoDate): Promise<void> {
    await this.act(OFFICIALS.intake, '受理', 'accept', 'INTAKE');
    await this.confirmAll();
    await this.act(OFFICIALS.reviewer, '审核', 'verify', 'VERIFY', { facts: { method: 'INTERVIEW' } });
    await this.act(OFFICIALS.signer, '批复', 'reply', 'REPLY', agree(studiedOn));
    await this.act(applicantOf(this.organisation), '报送备案', 'file', 'FILE');
    await this.act(OFFICIALS.filing, '备案', 'record', 'RECORD_FILING');
  }

  /** Each counted member by their own sign-in, each home organisation by its secretary. */
  confirmAll(): Promise<void> {
    return this.#step('党员本人逐一确认 confirmations', async () => {
      const { tasks } = await this.#view();
      for (const { taskId, assigneeKey } of tasks.filter((task) => task.kind.startsWith('CONFIRM'))) {
        const [, userId = ''] = assigneeKey.split(':');
        const client = await this.scene.cast.of(userId);
        await client.must('POST', `/cases/${this.#caseNo}/acts`, {
          kind: 'confirm',
          taskId,
          facts: { answer: 'CONFIRM' },
        });
      }
    });
  }

  /** A counted member leaves the council between submission and reply. */
  leaveCouncil(n: number): Promise<void> {
    return this.#step('一名党员离开理事会 a member leaves the council', async () => {
      const client = await this.applicant();
      const { items } = People.parse(await client.must('GET', `/organisations/${this.organisation}/people`));
      const person = items.find(({ personId }) => personId === personOf(this.organisation, n));
      const post = person?.posts.find(({ inCouncil }) => inCouncil);
      const to = addCalendarDays(shanghaiDate(Date.now()), -1);
      const change = { endPost: { postId: post?.id, to } };
      await client.must('PATCH', `/organisations/${this.organisation}/people/${person?.personId ?? ''}`, change);
    });
  }

  async act(
    userId: string,
    what: string,
    kind: string,
    taskKind: string | null,
    body: ActBody = {},
    more: Record<string, unknown> = {},
  ): Promise<void> {
    const answer = await this.tryAct(userId, what, kind, taskKind, body, more);
    if (answer.status !== 200) throw new CallFailed(`${this.title} ${kind}`, answer);
  }

  tryAct(
    userId: string,
    what: string,
    kind: string,
    taskKind: string | null,
    body: ActBody = {},
    more: Record<string, unknown> = {},
  ): Promise<Answer> {
    return this.#step(what, async () => {
      const signs = Object.values<string>(OFFICIALS).includes(userId) || userId === USER.neijiangUnauthorised;
      const client = await this.scene.cast.of(userId, signs);
      const taskId = taskKind === null ? undefined : await this.#taskOf(taskKind);
      return client.call('POST', `/cases/${this.#caseNo}/acts`, {
        kind,
        ...(taskId ? { taskId } : {}),
        ...body,
        ...more,
      });
    });
  }

  async state(): Promise<string> {
    return (await this.#view()).state.slug;
  }

  /** Waits for what another case, or the clock, brings about. */
  async untilState(state: string): Promise<string> {
    const end = Date.now() + 15_000;
    for (;;) {
      const now = await this.state();
      if (now === state || Date.now() > end) return now;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** The case's papers, and how many of them anybody can prove genuine by their code. */
  async papers(): Promise<{ kinds: string[]; genuine: number }> {
    const client = await this.scene.cast.official(OFFICIALS.signer);
    const { items } = Papers.parse(await client.must('GET', `/cases/${this.#caseNo}/papers`));
    const anyone = ApiClient.anonymous(this.scene.cast.address);
    const proofs = await Promise.all(
      items.map(async ({ code }) => Genuine.parse(await anyone.must('GET', `/papers/${code}`)).genuine),
    );
    return { kinds: items.map(({ kind }) => kind), genuine: proofs.filter(Boolean).length };
  }

  async #taskOf(kind: string): Promise<string> {
    const task = (await this.#view()).tasks.find((each) => each.kind === kind && each.status === 'OPEN');
    if (!task) throw new Error(`${this.#caseNo} has no open task ${kind}`);
    return task.taskId;
  }

  async #view(): Promise<z.output<typeof CaseView>> {
    const client = await this.scene.cast.official(OFFICIALS.intake);
    return CaseView.parse(await client.must('GET', `/cases/${this.#caseNo}`));
  }

  async #upload(client: ApiClient, name: string): Promise<string> {
    return Uploaded.parse(await client.must('POST', '/uploads', Buffer.concat([PDF, Buffer.from(name)]))).id;
  }

  #step<T>(what: string, run: () => Promise<T>): Promise<T> {
    return this.scene.progress.step(`${this.title}:${what}`, run);
  }
}

function formOf(organisation: string, certificates: readonly string[], resolution: string): Record<string, unknown> {
  return {
    kind: 'TEMP_BRANCH',
    proposedName: '中共示范协会临时党支部',
    councilSize: 15,
    members: certificates.map((certificateUploadId, n) => ({
      personId: personOf(organisation, n),
      certificateUploadId,
    })),
    secretary: personOf(organisation, 0),
    deputy: personOf(organisation, 1),
    committee: [],
    isOneShoulder: true,
    crossAppointments: [
      { personId: personOf(organisation, 0), partyPost: '书记', managementPost: '理事长', direction: 'MGMT_TO_PARTY' },
    ],
    reason:
      '本会理事会中有三名以上正式党员,组织关系均在原单位党组织。为加强党对社会组织的领导,发挥党员先锋模范作用,推动本会健康有序发展,经理事会研究,特申请设立临时党支部,请予批准。',
    activityPlan: '每月开展一次集体学习,每季度与会员单位党组织联合开展一次主题党日,每半年向上级党组织报告一次工作。',
    venue: '本会三楼会议室',
    councilResolutionUploadId: resolution,
  };
}
