import { randomUUID } from 'node:crypto';

import { z } from 'zod';

import { addCalendarDays, parseIsoDate } from '#domain/calendar/iso-date.js';
import { completeUscc } from '#domain/identifier/uscc.js';
import type { FastClock } from '../demo/clock.js';
import { until } from '../inspection/season-desk.js';
import { activityPicture } from './activity-picture.js';
import { type Entry, workflowOf } from './round-desk.js';
import type { VenturePeople } from './venture-people.js';

const Kept = z.looseObject({ id: z.string() });
const Money = z.looseObject({
  agreement: z
    .looseObject({
      hash: z.string(),
      totalFen: z.number(),
      termFrom: z.string().nullable(),
      account: z.unknown(),
    })
    .nullable(),
  orders: z.array(z.looseObject({ id: z.string(), source: z.string(), instalment: z.int(), fen: z.number() })),
});
type Money = z.output<typeof Money>;

const WITHIN_MS = 60_000;
const STORY = '项目按计划推进,服务对象反映良好,资金使用符合预算。';

/** An activity of a project: so many days after the first of its term. */
export interface Held {
  readonly after: number;
  readonly personTimes: number;
  readonly newPersons: number;
}

/** A photograph that was handed in with an activity. */
interface Photograph {
  readonly uploadId: string;
  readonly caption: string;
}

/** One project from its award to its end, as its applicant, the organisers, sponsors and evaluators drive it over HTTP. */
export class ProjectDesk {
  /** In the order in which they were handed in. */
  readonly #photographs: Photograph[] = [];

  constructor(
    private readonly people: VenturePeople,
    private readonly clock: FastClock,
    readonly entry: Entry,
  ) {}

  state(): Promise<string> {
    return this.people.stateOf(this.entry.caseNo);
  }

  async money(): Promise<Money> {
    return Money.parse(await this.people.get(this.entry.applicant, this.#path('money')));
  }

  /** 认领: the enterprise signs the deed, the applicant countersigns; what was promised comes at once. Answers the deed. */
  async adopt(sponsor: string, fen: number): Promise<string> {
    const deed = { mode: 'MONEY', fen, purpose: '支持项目开展服务', linkedToApplicant: false };
    const { id: deedId } = Kept.parse(await this.people.write(sponsor, 'POST', this.#path('adoptions'), deed));
    await this.people.act(this.entry.applicant, this.entry.caseNo, 'signAdoption', null, { facts: { deedId } });
    return deedId;
  }

  /** 认领款物到位. */
  async confirmAdoption(deedId: string): Promise<void> {
    const organiser = this.people.organiser();
    const facts = { deedId, evidenceUploadId: await this.people.upload(organiser) };
    await this.people.act(organiser, this.entry.caseNo, 'confirmAdoption', null, { facts });
  }

  /** 签约: the applicant names its account, and both sides sign the same hash. */
  async contract(): Promise<void> {
    const { people, entry } = this;
    const { applicant, caseNo, organisationId: holderId } = entry;
    await people.task(caseNo, 'SIGN_AGREEMENT');
    const account = { holderId, bank: '示例银行', tail: '1234', proofUploadId: await people.upload(applicant) };
    await people.write(applicant, 'PUT', this.#path('account'), account);
    const { agreement } = await this.money();
    const facts = { hash: agreement?.hash };
    await people.act(applicant, caseNo, 'signAgreement', 'SIGN_AGREEMENT', { facts });
    await people.act(people.organiser(), caseNo, 'signAgreement', 'COUNTERSIGN_AGREEMENT', { facts });
    await people.untilState(caseNo, 'CONTRACTED');
  }

  /** 拨付: an organiser and the finance sign everything that is due; there are to be so many orders then. */
  async pay(orders: number): Promise<void> {
    const { people, entry } = this;
    await until(async () => {
      for (const { taskId } of await people.openTasks(entry.caseNo, 'SIGN_PAYMENT'))
        for (const signer of [people.organiser(), people.finance()])
          await people.actOn(signer, entry.caseNo, 'signPayment', taskId);
      return (await this.money()).orders.length >= orders;
    }, WITHIN_MS);
  }

  /** Records activities with photographs and sign-in sheets. */
  async record(held: readonly Held[]): Promise<void> {
    const from = await this.#termFrom();
    const { applicant } = this.entry;
    for (const { after, personTimes, newPersons } of held) {
      const day = addCalendarDays(from, after);
      const photoUploadIds = [await this.#photograph(), await this.#photograph()];
      const signInUploadId = await this.#paper();
      await this.people.write(applicant, 'PUT', this.#path('activities'), {
        ...{ activityId: randomUUID(), startsOn: day, endsOn: day, place: '社区活动中心', topic: '主题服务活动' },
        ...{ personTimes, newPersons, volunteers: 6, hours: 2.5, spentFen: 10_000 },
        ...{ photoUploadIds, signInUploadId },
      });
    }
  }

  /** Vouchers for all that was agreed, four fifths against the first line of the budget. */
  async spend(): Promise<number> {
    const { agreement } = await this.money();
    const total = agreement?.totalFen ?? 0;
    const spentOn = await this.#termFrom();
    const goods = Math.floor((total * 4) / 5);
    for (const [line, fen] of [goods, total - goods].entries()) {
      const voucher = { line, fen, spentOn, payee: '示例商行', uploadId: await this.#paper() };
      await this.people.write(this.entry.applicant, 'POST', this.#path('vouchers'), voucher);
    }
    return total;
  }

  /** 中期: the report half-way, and what an evaluator makes of it. */
  async midTerm(days: number): Promise<void> {
    await this.#report('MID_TERM', 'FILE_MID_TERM_REPORT', days);
    await this.#evaluate('EVALUATE_MID_TERM', { result: 'PASS' });
  }

  /** 结项: the final report, and the spending that an evaluator accepts. */
  async finish(days: number, acceptedFen: number): Promise<void> {
    await this.#report('FINAL', 'FILE_FINAL_REPORT', days);
    await this.#evaluate('EVALUATE_FINAL', { result: 'PASS', acceptedFen });
    await this.people.untilState(this.entry.caseNo, 'COMPLETED');
  }

  /** 公开照片: an organiser of the round shows the first photographs to everybody. Nobody is on them, so all who are agree. */
  async show(roundNo: string, pictures: number): Promise<void> {
    const { people, entry } = this;
    for (const { uploadId, caption } of this.#photographs.slice(0, pictures)) {
      const picture = { project: entry.caseNo, uploadId, caption, consent: true };
      await people.write(people.organiser(), 'POST', `/rounds/${roundNo}/showcase-pictures`, picture);
    }
  }

  async #report(kind: string, task: string, days: number): Promise<void> {
    const { people, entry } = this;
    await people.task(entry.caseNo, task);
    await this.clock.pass(workflowOf(entry), days);
    const reached = { 上门探访: kind === 'FINAL' ? 480 : 240 };
    await people.write(entry.applicant, 'POST', this.#path('reports'), { kind, reached, story: STORY });
  }

  #evaluate(task: string, facts: object): Promise<void> {
    return this.people.act(this.people.evaluator(), this.entry.caseNo, 'evaluate', task, { facts });
  }

  async #photograph(): Promise<string> {
    const { applicant, caseNo } = this.entry;
    const { bytes, caption } = await activityPicture(caseNo, this.#photographs.length);
    const uploadId = await this.people.upload(applicant, bytes);
    this.#photographs.push({ uploadId, caption });
    return uploadId;
  }

  #paper(): Promise<string> {
    return this.people.upload(this.entry.applicant);
  }

  async #termFrom() {
    return parseIsoDate((await this.money()).agreement?.termFrom ?? '');
  }

  #path(what: string): string {
    return `/projects/${this.entry.caseNo}/${what}`;
  }
}

/** 登记爱心企业: the enterprise for which the n-th sponsor's account speaks. */
export async function registerSponsor(people: VenturePeople, n: number): Promise<string> {
  const uscc = completeUscc(`91330402MA000000${n}`);
  const enterprise = { name: `示例爱心企业${n}`, representative: '钱某', uscc };
  await people.write(people.sponsor(n), 'POST', '/sponsors', enterprise);
  return people.sponsor(n);
}
