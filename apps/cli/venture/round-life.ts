import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import type { RoundConfiguration } from '#domain/venture-round/round-configuration.js';
import type { VenturePlace } from '#prisma/demonstration/venture.js';
import type { Scene } from '../demo/scenario.js';
import { type Asking, ONCE } from '../http/asking.js';
import { inParallel } from '../inspection/season-desk.js';
import { JudgingDesk } from './judging-desk.js';
import { type Held, ProjectDesk } from './project-desk.js';
import { type Entry, RoundDesk, type Wish } from './round-desk.js';
import { CALL_DAYS } from './round-figures.js';
import { VenturePeople } from './venture-people.js';

/** How many steps a round shows from its call to its agreements, and from there to its showcase. */
export const LIFE_STEPS = 14;

/** Photographs that every project shows in the end. */
export const PICTURES_EACH = 3;

/** Days from the agreement to the mid-term report, and from there to the final one. */
const TO_MID_TERM = 170;
const TO_FINAL = 185;
/** Every project gets half a point less than the one before it. */
const BEST = 90;

/** A round all of whose projects are scored online, funded in full, executed and completed. */
export class RoundLife {
  readonly people: VenturePeople;
  readonly desk: RoundDesk;

  constructor(
    private readonly scene: Scene,
    place: VenturePlace,
    private readonly title: string,
    ask: Asking = ONCE,
  ) {
    this.people = new VenturePeople(scene.cast, place, ask);
    this.desk = new RoundDesk(this.people, scene.clock);
  }

  /** From the call to the agreements. */
  async toAgreements(configuration: RoundConfiguration, wishes: readonly Wish[]): Promise<ProjectDesk[]> {
    const { desk, people } = this;
    await this.step('发布征集公告 the call', () => desk.publishCall(configuration));
    const entries = await this.step(`${wishes.length} 个项目申报 applications`, () =>
      inParallel([...wishes.entries()], ([place, wish]) => desk.apply(place + 1, wish)),
    );
    await this.step('征集截止、资格审查 deadline and screening', async () => {
      await desk.closeCall(entries, CALL_DAYS);
      await desk.shortlist(entries);
    });
    await this.step('线上评分、排名 scoring and ranking', () => this.#judge(entries));
    await this.step('拟定名单、公示期满 proposal and notice', async () => {
      await desk.propose(entries);
      await desk.endNotice(entries);
    });
    const desks = entries.map((entry) => new ProjectDesk(people, this.scene.clock, entry));
    await this.step('双方签署协议 agreements', () => inParallel(desks, (each) => each.contract()));
    await this.step('首期拨付,进入执行 first instalments', async () => {
      await inParallel(desks, (each) => each.pay(1));
      await desk.untilState('EXECUTION');
    });
    return desks;
  }

  /** From the agreements to the completion of every project: activities, reports, evaluations, instalments. */
  async execute(desks: readonly ProjectDesk[], heldBy: (place: number) => readonly Held[]): Promise<void> {
    const halves = desks.map((desk, place) => {
      const held = heldBy(place);
      const half = Math.ceil(held.length / 2);
      return { desk, first: held.slice(0, half), second: held.slice(half) };
    });
    await this.step('上半程活动 activities', () => inParallel(halves, ({ desk, first }) => desk.record(first)));
    await this.step('中期报告与评估 mid-term', () => inParallel(desks, (desk) => desk.midTerm(TO_MID_TERM)));
    await this.step('第二期拨付 second instalments', () => inParallel(desks, (desk) => desk.pay(2)));
    await this.step('下半程活动 activities', () => inParallel(halves, ({ desk, second }) => desk.record(second)));
    await this.step('结项报告与评估 final report and evaluation', () =>
      inParallel(desks, async (desk) => desk.finish(TO_FINAL, await desk.spend())),
    );
    await this.step('末期拨付 last instalments', () => inParallel(desks, (desk) => desk.pay(3)));
  }

  /** 成果展, a year after the agreements, with PICTURES_EACH photographs of every project. */
  async showcase(desks: readonly ProjectDesk[]): Promise<void> {
    const { clock } = this.scene;
    await inParallel(desks, (each) => each.show(this.desk.caseNo, PICTURES_EACH));
    await clock.pass(this.desk.workflowId, TO_MID_TERM + TO_FINAL);
    await this.desk.holdShowcase(shanghaiDate(await clock.now(this.desk.workflowId)));
  }

  step<T>(what: string, run: () => Promise<T>): Promise<T> {
    return this.scene.progress.step(`${this.title}:${what}`, run);
  }

  async #judge(entries: readonly Entry[]): Promise<void> {
    const places = new Map(entries.map(({ caseNo }, place) => [caseNo, place]));
    const judging = new JudgingDesk(this.desk, (caseNo, judge) => BEST - (places.get(caseNo) ?? 0) + judge / 2);
    await judging.drawPanel();
    await judging.assign();
    await judging.scoreOnline();
    await judging.close();
  }
}
