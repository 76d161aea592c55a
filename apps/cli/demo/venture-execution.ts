import { agreesWith } from '#domain/venture-round/figures.js';
import { aRound } from '#domain/venture-round/round.example.js';
import { hostUnit } from '#prisma/demonstration/venture.js';
import { type Asking, ONCE } from '../http/asking.js';
import type { Held } from '../venture/project-desk.js';
import type { Wish } from '../venture/round-desk.js';
import { callNow, figuresOf, picturesSeen } from '../venture/round-figures.js';
import { LIFE_STEPS, PICTURES_EACH, RoundLife } from '../venture/round-life.js';
import { figure, type Scene, type Shown } from './scenario.js';

/** How many steps the execution below shows. */
export const EXECUTION_STEPS = LIFE_STEPS;

const THEMES = ['ELDERLY_CHILDREN', 'DISABILITY', 'HARDSHIP'] as const;
const EACH_FEN = 2_000_000;
/** How many activities each project holds: 近 50 together. */
const ACTIVITIES = [10, 10, 10, 9, 9] as const;
const APART_DAYS = 33;
/** What was reported: 近50场, 4000余人次. */
const REPORTED = {
  activities: { n: 50, qualifier: 'ABOUT_BELOW' },
  personTimes: { n: 4000, qualifier: 'OVER' },
} as const;

/** M03 over HTTP: five projects of 兴化, paid from the lottery welfare fund, and what they reached. */
export async function ventureExecution(scene: Scene, ask: Asking = ONCE): Promise<Shown> {
  const life = new RoundLife(scene, 'xinghua', '项目执行', ask);
  const budgetFen = EACH_FEN * ACTIVITIES.length;
  const configuration = aRound({
    ...{ hosts: [hostUnit('xinghua')], divisionCode: '321281', title: '兴化市公益创投', calendar: callNow() },
    themes: [...THEMES],
    classes: [{ class: 'KEY', quota: ACTIVITIES.length, cap: EACH_FEN, scored: true, fundable: true }],
    sources: [{ source: 'LOTTERY_WELFARE_FUND', budgetFen, themes: [...THEMES] }],
  });
  const desks = await life.toAgreements(configuration, wishes());
  await life.execute(desks, heldBy);
  await life.step('成果展 showcase', () => life.showcase(desks));
  const { projects, byState, activities, personTimes, account } = await figuresOf(life.desk);
  const held = ACTIVITIES.flatMap((_, place) => heldBy(place));
  return {
    scenario: '兴化市创投执行',
    caseNo: life.desk.caseNo,
    figures: [
      figure('projects', 5, projects),
      figure('by state', { COMPLETED: 5 }, byState),
      figure('activities', held.length, activities),
      figure('近 50 activities', true, agreesWith(activities, REPORTED.activities)),
      figure(
        'person-times',
        held.reduce((sum, each) => sum + each.personTimes, 0),
        personTimes,
      ),
      figure('4000 余 person-times', true, agreesWith(personTimes, REPORTED.personTimes)),
      figure('paid from', ['LOTTERY_WELFARE_FUND'], [...new Set(account.map(({ source }) => source))]),
      figure(
        'paid fen',
        budgetFen,
        account.reduce((sum, { paidFen }) => sum + paidFen, 0),
      ),
      figure(
        'pictures that everybody sees',
        ACTIVITIES.map(() => PICTURES_EACH),
        await picturesSeen(life.desk),
      ),
    ],
  };
}

function heldBy(place: number): Held[] {
  return Array.from({ length: ACTIVITIES[place] ?? 0 }, (_, n) => ({
    after: 7 + n * APART_DAYS,
    personTimes: 82 + (n % 5),
    newPersons: 30,
  }));
}

function wishes(): Wish[] {
  return ACTIVITIES.map((_, place) => ({
    title: `情暖水乡·${place + 1}号项目`,
    ...{ class: 'KEY', themes: [THEMES[place % THEMES.length] ?? 'HARDSHIP'], siteDivision: '321281001' },
    requestedFen: EACH_FEN,
  }));
}
