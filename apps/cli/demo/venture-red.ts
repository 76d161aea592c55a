import { aRound } from '#domain/venture-round/round.example.js';
import { hostUnit } from '#prisma/demonstration/venture.js';
import { RoundDesk, type Wish } from '../venture/round-desk.js';
import { callNow, figuresOf, picturesSeen } from '../venture/round-figures.js';
import { LIFE_STEPS, PICTURES_EACH, RoundLife } from '../venture/round-life.js';
import { figure, type Scene, type Shown } from './scenario.js';

/** How many steps the round below shows. */
export const RED_STEPS = LIFE_STEPS;

const PROJECTS = 10;
const EACH_FEN = 1_000_000;
const BUDGET_FEN = PROJECTS * EACH_FEN;
const INSTALMENTS = 3;
/** Of the other series, launched on the day of the showcase. */
const NEXT_EDITION = 4;
const THEMES = ['BUILDING_PARTY', 'RED_ROUTE', 'RURAL_OLD_MEMBERS'] as const;
const ACTIVITIES = 4;
const APART_DAYS = 40;
const SHARED = { hosts: [hostUnit('pinghu')], divisionCode: '330482', themes: [...THEMES] };
const RULES = {
  ...SHARED,
  classes: [{ class: 'REGULAR' as const, quota: PROJECTS, cap: EACH_FEN, scored: true, fundable: true }],
  sources: [{ source: 'FISCAL' as const, budgetFen: BUDGET_FEN, themes: null }],
};

/** M03 over HTTP: the first red venture round of 平湖, all of whose projects are completed, and the launch of a round of the other series. */
export async function redVenture(scene: Scene): Promise<Shown> {
  const life = new RoundLife(scene, 'pinghu', '红色创投');
  const title = '平湖市首届红色创投';
  const series = 'RED_VENTURE';
  const desks = await life.toAgreements(aRound({ ...RULES, series, title, calendar: callNow() }), wishes());
  await life.execute(desks, () => HELD);
  const { desk, people } = life;
  const next = new RoundDesk(people, scene.clock);
  await life.step('成果展,第四届公益创投同日启动 showcase and next launch', async () => {
    await life.showcase(desks);
    await next.publishCall(
      aRound({ ...RULES, edition: NEXT_EDITION, title: '平湖市第四届公益创投', calendar: callNow() }),
    );
  });
  const { projects, byState, completed, money, account, activities } = await figuresOf(desk);
  return {
    scenario: '平湖市红色创投',
    caseNo: desk.caseNo,
    figures: [
      figure('projects', PROJECTS, projects),
      figure('by state', { COMPLETED: PROJECTS }, byState),
      figure('completed', [10, 10, '100.0'], [completed.numerator, completed.denominator, completed.percent]),
      figure('agreed fen', BUDGET_FEN, money[0]?.agreedFen),
      figure('paid fen', BUDGET_FEN, money[0]?.paidFen),
      figure(
        'orders',
        PROJECTS * INSTALMENTS,
        account.reduce((sum, { orders }) => sum + orders, 0),
      ),
      figure('activities that reports counted', PROJECTS * ACTIVITIES, activities),
      figure('pictures that everybody sees', Array<number>(PROJECTS).fill(PICTURES_EACH), await picturesSeen(desk)),
      figure('state', 'CLOSED', await desk.state()),
      figure('the other series, fourth edition', 'CALL_OPEN', await next.state()),
    ],
  };
}

const HELD = Array.from({ length: ACTIVITIES }, (_, n) => ({
  after: 10 + n * APART_DAYS,
  personTimes: 40,
  newPersons: 20,
}));

function wishes(): Wish[] {
  return Array.from({ length: PROJECTS }, (_, n) => ({
    title: `红色阵地·${n + 1}号项目`,
    ...{ class: 'REGULAR', themes: [THEMES[n % THEMES.length] ?? 'RED_ROUTE'], siteDivision: '330482001' },
    requestedFen: EACH_FEN,
  }));
}
