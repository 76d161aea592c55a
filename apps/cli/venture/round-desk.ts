import { z } from 'zod';

import { anApplication } from '#domain/venture-round/application.example.js';
import type { ProjectApplication } from '#domain/venture-round/application-form.js';
import type { RoundConfiguration } from '#domain/venture-round/round-configuration.js';
import { applicantOf, personOf } from '#prisma/demonstration/handles.js';
import { ventureOrganisation } from '#prisma/demonstration/venture.js';
import type { FastClock } from '../demo/clock.js';
import { inParallel, until } from '../inspection/season-desk.js';
import type { VenturePeople } from './venture-people.js';

const Draft = z.looseObject({ id: z.string() });
const Submitted = z.looseObject({ caseNo: z.string() });
const OwnRound = z.looseObject({ hash: z.string(), configuration: z.looseObject({ edition: z.int() }) });
const Plan = z.looseObject({ hash: z.string() });
const Lines = z.looseObject({ items: z.array(z.looseObject({ projectId: z.string(), caseNo: z.string() })) });
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const WITHIN_MS = 60_000;

type PublishedObject = 'showcase' | 'results' | 'sheets-export' | 'panel-draws' | 'stage';
type PublishedList = 'awards' | 'showcase/projects';

/** A project of a round, as its applicant and its organisers name it. */
export interface Entry {
  readonly organisationId: string;
  readonly applicant: string;
  readonly caseNo: string;
}

/** What an application differs in from the example. */
export type Wish = Pick<ProjectApplication, 'title' | 'class' | 'themes' | 'siteDivision'> & {
  readonly requestedFen: number;
};

export const workflowOf = (entry: Entry): string => `venture-project:${entry.caseNo}`;

/** The organisers of a place at one round, from its plan to its showcase, and those who apply, over HTTP. */
export class RoundDesk {
  #caseNo = '';

  constructor(
    readonly people: VenturePeople,
    private readonly clock: FastClock,
  ) {}

  get caseNo(): string {
    return this.#caseNo;
  }

  get workflowId(): string {
    return `venture-round:${this.#caseNo}`;
  }

  state(): Promise<string> {
    return this.people.stateOf(this.#caseNo);
  }

  untilState(state: string): Promise<void> {
    return this.people.untilState(this.#caseNo, state);
  }

  /** 筹备、发布征集公告: whoever signs has seen the configuration under this hash. */
  async publishCall(configuration: RoundConfiguration): Promise<void> {
    const { people } = this;
    const organiser = people.organiser();
    this.#caseNo = await this.#submit(organiser, { matter: 'venture-round', data: configuration });
    await people.task(this.#caseNo, 'PUBLISH_CALL');
    const { hash } = OwnRound.parse(await people.get(organiser, `/rounds/${this.#caseNo}`));
    await people.act(organiser, this.#caseNo, 'publishCall', 'PUBLISH_CALL', { facts: { hash } });
  }

  /** 申报: the application of the n-th organisation of the place, counted from 1. */
  async apply(n: number, wish: Wish): Promise<Entry> {
    const organisationId = ventureOrganisation(this.people.place, n);
    const applicant = applicantOf(organisationId);
    const form = anApplication({
      ...wish,
      budget: budgetOf(wish.requestedFen),
      ownFundsFen: OWN_FEN,
      leader: { personId: personOf(organisationId, 0), phone: '13900000000' },
      team: [{ personId: personOf(organisationId, 1), duty: '社工' }],
      attachmentUploadIds: [],
      pledgeUploadId: await this.people.upload(applicant),
    });
    const data = { ...form, roundNo: this.#caseNo };
    return {
      organisationId,
      applicant,
      caseNo: await this.#submit(applicant, { matter: 'venture-project', organisationId, data }),
    };
  }

  /** 征集截止: days pass for the projects and then for the round, which opens the screening of each. */
  async closeCall(entries: readonly Entry[], days: number): Promise<void> {
    await inParallel(entries, ({ caseNo }) => this.people.untilStarted(caseNo));
    await this.pass(entries, days);
    await this.untilState('SCREENING');
    await inParallel(entries, ({ caseNo }) => this.people.task(caseNo, 'SCREEN'));
  }

  /** Lets days pass for the projects, and then for the round. */
  async pass(entries: readonly Entry[], days: number): Promise<void> {
    await inParallel(entries, (entry) => this.clock.pass(workflowOf(entry), days));
    await this.clock.pass(this.workflowId, days);
  }

  /** 资格审查: everybody is in, and the shortlist is published. */
  async shortlist(entries: readonly Entry[]): Promise<void> {
    const { people } = this;
    await inParallel(entries, ({ caseNo }) => people.act(people.organiser(), caseNo, 'shortlist', 'SCREEN'));
    await people.act(people.organiser(), this.#caseNo, 'finishScreening', 'FINISH_SCREENING');
    await this.untilState('SCORING');
  }

  /** 拟定名单、公示: what was looked at is what is proposed. */
  async propose(entries: readonly Entry[]): Promise<void> {
    const { people } = this;
    const organiser = people.organiser();
    const { hash } = Plan.parse(await people.get(organiser, `/rounds/${this.#caseNo}/award-plan`));
    await people.act(organiser, this.#caseNo, 'proposeAwards', 'PROPOSE_AWARDS', { facts: { hash } });
    await people.task(this.#caseNo, 'PUBLIC_NOTICE');
    await inParallel(entries, ({ caseNo }) => people.untilState(caseNo, 'PROPOSED', 'RESERVE', 'NOT_FUNDED', 'SHOWN'));
  }

  /** 公示期满: a minute beyond the end of the notice; answers from when until when it ran, epoch ms. */
  async endNotice(entries: readonly Entry[]): Promise<{ readonly from: number; readonly to: number }> {
    const { dueAt } = await this.people.task(this.#caseNo, 'PUBLIC_NOTICE');
    const from = await this.clock.now(this.workflowId);
    const to = Date.parse(dueAt ?? '');
    await this.pass(entries, (to - from + MINUTE_MS) / DAY_MS);
    await until(async () => (await this.state()) !== 'PUBLICITY', WITHIN_MS);
    return { from, to };
  }

  /** 成果展, with the launch of the next edition. */
  async holdShowcase(heldOn: string): Promise<void> {
    await this.untilState('SHOWCASE');
    const facts = { heldOn, launchesNext: true };
    await this.people.act(this.people.organiser(), this.#caseNo, 'holdShowcase', 'HOLD_SHOWCASE', { facts });
    await this.untilState('CLOSED');
  }

  /** The projects' row ids by their case numbers. */
  async projectIds(): Promise<ReadonlyMap<string, string>> {
    const path = `/rounds/${this.#caseNo}/projects?limit=100`;
    const { items } = Lines.parse(await this.people.get(this.people.organiser(), path));
    return new Map(items.map(({ caseNo, projectId }) => [caseNo, projectId]));
  }

  /** What everybody may read of the round, without signing in. */
  published(what: PublishedObject | PublishedList): Promise<unknown> {
    const isList = what === 'awards' || what === 'showcase/projects';
    return this.people.getAsAnyone(`/public/rounds/${this.#caseNo}/${what}${isList ? '?limit=100' : ''}`);
  }

  async #submit(userId: string, draft: object): Promise<string> {
    const { id } = Draft.parse(await this.people.write(userId, 'POST', '/drafts', draft));
    return Submitted.parse(await this.people.write(userId, 'POST', `/drafts/${id}/submission`, {})).caseNo;
  }
}

const OWN_FEN = 200_000;
/** Four fifths of what is asked for; the rest pays people. */
const GOODS_PCT = 80;

function budgetOf(requestedFen: number): ProjectApplication['budget'] {
  const goods = (requestedFen * GOODS_PCT) / 100;
  const line = (category: string, item: string, fen: number, source: 'GRANT' | 'OWN') => ({
    ...{ category, item, quantity: 100, unitPriceFen: fen / 100, amountFen: fen, source },
  });
  return [
    line('活动费', '活动物资', goods, 'GRANT'),
    line('人员费', '社工补贴', requestedFen - goods, 'GRANT'),
    line('志愿者', '志愿者补贴', OWN_FEN, 'OWN'),
  ];
}
