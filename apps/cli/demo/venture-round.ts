import { createHash } from 'node:crypto';

import { z } from 'zod';

import { addCalendarDays } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { type CalendarYear, workCalendar } from '#domain/calendar/work-calendar.js';
import { countWorkingDays } from '#domain/calendar/working-days.js';
import { isTrueDraw } from '#domain/venture-round/panel-draw.rule.js';
import { aRound } from '#domain/venture-round/round.example.js';
import { verifySheets } from '#domain/venture-round/verify-sheets.js';
import { hostUnit } from '#prisma/demonstration/venture.js';
import { inParallel } from '../inspection/season-desk.js';
import { JudgingDesk } from '../venture/judging-desk.js';
import { ProjectDesk, registerSponsor } from '../venture/project-desk.js';
import { type Entry, RoundDesk, type Wish } from '../venture/round-desk.js';
import { VenturePeople } from '../venture/venture-people.js';
import { callNow, CALL_DAYS, figuresOf } from '../venture/round-figures.js';
import { figure, type Scene, type Shown } from './scenario.js';

/** How many steps the round below shows. */
export const ROUND_STEPS = 14;

const CLASSES = { DISPLAY: 2, KEY: 7, REGULAR: 7 } as const;
const PROJECTS = 16;
const JUDGES = 5;
/** 重点 30 000 yuan each, 常规 and 展示 10 000. */
const REQUESTED = { DISPLAY: 1_000_000, KEY: 3_000_000, REGULAR: 1_000_000 } as const;
/** Reaches the 7 重点, 5 常规 in full and half of the sixth; enterprises give what the last two lack. */
const LOTTERY_FEN = 12_000_000;
const FISCAL_FEN = 14_500_000;

const Awards = z.looseObject({
  items: z.array(
    z.looseObject({ outcome: z.string(), fen: z.number(), sponsors: z.array(z.looseObject({ fen: z.number() })) }),
  ),
});
const Results = z.looseObject({
  root: z.string(),
  classes: z.array(z.looseObject({ class: z.string(), ranked: z.array(z.looseObject({ caseNo: z.string() })) })),
});
const Sheets = z.looseObject({
  ...{ roundId: z.string(), root: z.string() },
  judges: z.array(
    z.object({
      judgeId: z.string(),
      entries: z.array(z.object({ seq: z.int(), payload: z.string(), prevHash: z.string(), hash: z.string() })),
      ...{ count: z.int(), head: z.string() },
    }),
  ),
});
const Draws = z.looseObject({
  items: z.array(
    z.looseObject({
      ...{ candidates: z.array(z.string()), size: z.int(), commitment: z.string() },
      ...{ secret: z.string(), word: z.string(), drawn: z.array(z.string()) },
    }),
  ),
});
const Year = z.looseObject({
  ...{ year: z.int(), source: z.enum(['OFFICIAL', 'DEMONSTRATION']) },
  ...{ holidays: z.array(z.string()), makeUpDays: z.array(z.string()) },
});

/** M03 over HTTP: the round of 解放街道, from its call to its agreements. */
export function ventureRound(scene: Scene): Promise<Shown> {
  return new StreetRound(scene).play();
}

class StreetRound {
  readonly #people: VenturePeople;
  readonly #desk: RoundDesk;

  constructor(private readonly scene: Scene) {
    this.#people = new VenturePeople(scene.cast, 'jiefang');
    this.#desk = new RoundDesk(this.#people, scene.clock);
  }

  async play(): Promise<Shown> {
    const entries = await this.#call();
    const judged = await this.#judge(entries);
    const notice = await this.#award(entries);
    return this.#figures({ judged, notice });
  }

  async #call(): Promise<Entry[]> {
    const sources = [
      { source: 'LOTTERY_WELFARE_FUND' as const, budgetFen: LOTTERY_FEN, themes: ['ELDERLY_CHILDREN' as const] },
      { source: 'FISCAL' as const, budgetFen: FISCAL_FEN, themes: null },
    ];
    const configuration = aRound({ hosts: [hostUnit('jiefang')], calendar: callNow(), sources });
    await this.#step('发布征集公告 the call', () => this.#desk.publishCall(configuration));
    const entries = await this.#step(`${PROJECTS} 个项目申报 applications`, () =>
      inParallel([...wishes().entries()], ([place, wish]) => this.#desk.apply(place + 1, wish)),
    );
    await this.#step('征集截止 the deadline passes', () => this.#desk.closeCall(entries, CALL_DAYS));
    await this.#step('资格审查、入围名单 screening', () => this.#desk.shortlist(entries));
    return entries;
  }

  async #judge(entries: readonly Entry[]) {
    const places = new Map(entries.map(({ caseNo }, place) => [caseNo, place]));
    const desk = new JudgingDesk(this.#desk, (caseNo, judge) => totalOf(places.get(caseNo) ?? 0, judge));
    await this.#step('抽取评委 the panel is drawn', () => desk.drawPanel());
    const sheets = await this.#step('分配评委 assignment', () => desk.assign());
    const stage = await this.#step('现场路演评分 on stage', () => desk.present());
    await this.#step('结束评审、排名 ranking', () => desk.close());
    return { sheets, stage };
  }

  async #award(entries: readonly Entry[]) {
    const { scene } = this;
    await this.#step('拟定名单、公示 proposal and notice', () => this.#desk.propose(entries));
    const desks = entries.map((entry) => new ProjectDesk(this.#people, scene.clock, entry));
    const funded = desks.slice(CLASSES.DISPLAY);
    const [shared, alone] = funded.slice(-2);
    if (shared === undefined || alone === undefined) throw new Error('the round has too few projects');
    const deeds = await this.#step('两家爱心企业认领 two are adopted', async () => [
      { desk: shared, deedId: await shared.adopt(await registerSponsor(this.#people, 1), REQUESTED.REGULAR / 2) },
      { desk: alone, deedId: await alone.adopt(await registerSponsor(this.#people, 2), REQUESTED.REGULAR) },
    ]);
    const notice = await this.#step('公示期满 the notice ends', () => this.#desk.endNotice(entries));
    await this.#step(`${funded.length} 份协议双方签署 agreements`, () => inParallel(funded, (desk) => desk.contract()));
    await this.#step('首期拨付 first instalments', async () => {
      for (const { desk, deedId } of deeds) await desk.confirmAdoption(deedId);
      await inParallel(funded, (desk) => desk.pay(desk === shared ? 2 : 1));
    });
    await this.#step('进入执行 execution', () => this.#desk.untilState('EXECUTION'));
    return notice;
  }

  async #figures({ judged, notice }: Played): Promise<Shown> {
    const desk = this.#desk;
    const { projects, byClass, funded, adopted, money } = await figuresOf(desk);
    const awards = Awards.parse(await desk.published('awards')).items;
    const results = Results.parse(await desk.published('results'));
    const sheets = Sheets.parse(await desk.published('sheets-export'));
    const [draw] = Draws.parse(await desk.published('panel-draws')).items;
    const entries = sheets.judges.reduce((sum, { count }) => sum + count, 0);
    const planned = money.reduce((sum, { plannedFen }) => sum + plannedFen, 0);
    const agreed = money.reduce((sum, { agreedFen }) => sum + agreedFen, 0);
    return {
      scenario: '解放街道公益创投',
      caseNo: desk.caseNo,
      figures: [
        figure('projects', PROJECTS, projects),
        figure('by class', CLASSES, byClass),
        figure('funded', [14, 16, '87.5'], [funded.numerator, funded.denominator, funded.percent]),
        figure('adopted by enterprises', [2, 14, '14.3'], [adopted.numerator, adopted.denominator, adopted.percent]),
        figure('published with sponsors', 2, awards.filter(({ sponsors }) => sponsors.length > 0).length),
        figure('on stage', PROJECTS, judged.stage.projects),
        figure('results before all had locked', 0, judged.stage.early),
        figure('results at once', CLASSES.KEY + CLASSES.REGULAR, judged.stage.shown),
        figure('sheets locked', judged.sheets, entries),
        figure('judges of each project', JUDGES, entries / (CLASSES.KEY + CLASSES.REGULAR)),
        figure('marks proved from the export', 0, verifySheets(sheets, sha256, results.root).length),
        figure('panel drawn again', true, draw !== undefined && isTrueDraw(draw, draw.drawn, sha256)),
        figure(
          'ranked',
          [7, 7],
          results.classes.filter(({ ranked }) => ranked.length > 0).map(({ ranked }) => ranked.length),
        ),
        figure('working days of the notice', 5, await this.#workingDays(notice)),
        figure('promised fen', LOTTERY_FEN + FISCAL_FEN + REQUESTED.REGULAR * 1.5, planned),
        figure('agreed fen', planned, agreed),
        figure('state', 'EXECUTION', await desk.state()),
      ],
    };
  }

  async #workingDays({ from, to }: { readonly from: number; readonly to: number }): Promise<number> {
    // The day of its publication does not count.
    const [first, last] = [addCalendarDays(shanghaiDate(from), 1), shanghaiDate(to)];
    const years = [...new Set([first, last].map((day) => day.slice(0, 4)))];
    const days = await Promise.all(
      years.map(async (year): Promise<CalendarYear> =>
        Year.parse(await this.#people.get(this.#people.organiser(), `/calendars/${year}`)),
      ),
    );
    return countWorkingDays(workCalendar(days), first, last);
  }

  #step<T>(what: string, run: () => Promise<T>): Promise<T> {
    return this.scene.progress.step(`创投:${what}`, run);
  }
}

interface Played {
  readonly judged: {
    readonly sheets: number;
    readonly stage: { readonly projects: number; readonly early: number; readonly shown: number };
  };
  readonly notice: { readonly from: number; readonly to: number };
}

/** 2 展示, 7 重点, 7 常规; half of the 重点 may be paid from the lottery welfare fund. */
function wishes(): Wish[] {
  const classes = (['DISPLAY', 'KEY', 'REGULAR'] as const).flatMap((name) =>
    Array.from({ length: CLASSES[name] }, () => name),
  );
  return classes.map((name, place) => ({
    title: `${TITLES[place % TITLES.length] ?? ''}·${place + 1}号项目`,
    ...{ class: name, themes: [name === 'KEY' ? 'ELDERLY_CHILDREN' : 'SELF_GOVERNANCE'], siteDivision: '330402008' },
    requestedFen: REQUESTED[name],
  }));
}

const TITLES = ['银龄相伴', '邻里议事', '童心护航', '暖心助残'];

/** Everybody sees the projects in the same order, some a little kinder than others; no two of a class come out even. */
function totalOf(place: number, judge: number): number {
  const inClass = (place - CLASSES.DISPLAY) % CLASSES.KEY;
  return 91 - 3 * inClass + (((place + judge) % JUDGES) - 2) / 2;
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
