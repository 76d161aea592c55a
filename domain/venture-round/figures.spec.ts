import { assertBalanced } from './class-totals.js';
import { agreesWith, averageOf, roundFigures } from './figures.js';
import type { FigureProject } from './figures.js';

const project = (projectId: string, change: Partial<FigureProject> = {}): FigureProject => ({
  projectId,
  class: 'REGULAR',
  themes: ['ELDERLY_CHILDREN'],
  state: 'FUNDED',
  adopted: false,
  money: [],
  activities: [],
  ...change,
});
const many = (count: number, change: Partial<FigureProject>): FigureProject[] =>
  Array.from({ length: count }, (_, index) => project(`${change.class ?? ''}${index}`, change));

describe('the figures of a round', () => {
  it('are those of 解放街道: 16 projects, 14 funded, 2 of them adopted', () => {
    const figures = roundFigures([
      ...many(2, { class: 'DISPLAY', state: 'SHOWN' }),
      ...many(7, { class: 'KEY' }),
      ...many(5, { class: 'REGULAR' }),
      ...many(2, { class: 'REGULAR', adopted: true }),
    ]);
    expect(figures.byClass).toEqual({ DISPLAY: 2, KEY: 7, REGULAR: 7 });
    expect(figures.funded).toEqual({ numerator: 14, denominator: 16, percent: '87.5' });
    expect(figures.adopted).toEqual({ numerator: 2, denominator: 14, percent: '14.3' });
    const { byClass, funded, adopted } = figures;
    const totals = { byClass, funded: funded.numerator, notFunded: 2, adopted: adopted.numerator };
    expect(assertBalanced(totals).total).toBe(16);
  });

  it('add up money by source, activities and persons', () => {
    const activities = [
      { personTimes: 80, newPersons: 60, spentFen: 100_000 },
      { personTimes: 40, newPersons: 0, spentFen: 50_050 },
    ];
    const line = {
      source: 'LOTTERY_WELFARE_FUND' as const,
      plannedFen: 300,
      agreedFen: 200,
      paidFen: 100,
      returnedFen: 1,
    };
    const figures = roundFigures([
      project('a', { state: 'COMPLETED', money: [line, { ...line, source: 'FISCAL' }], activities }),
      project('b', { state: 'EXECUTING', money: [line] }),
    ]);
    expect(figures.money[1]).toEqual({
      source: 'LOTTERY_WELFARE_FUND',
      plannedFen: 600,
      agreedFen: 400,
      paidFen: 200,
      returnedFen: 2,
    });
    expect(figures).toMatchObject({ activities: 2, personTimes: 120, persons: 60, costPerPersonTime: '12.50' });
    expect(figures.completed).toEqual({ numerator: 1, denominator: 2, percent: '50.0' });
  });

  it('have no share without a base', () => {
    expect(roundFigures([])).toMatchObject({ funded: { percent: null }, costPerPersonTime: null });
  });
});

describe('a reported figure', () => {
  it('of 近50场 is below 50, of 4000余人次 above 4000', () => {
    expect(agreesWith(48, { n: 50, qualifier: 'ABOUT_BELOW' })).toBe(true);
    expect(agreesWith(50, { n: 50, qualifier: 'LESS_THAN' })).toBe(false);
    expect(agreesWith(4120, { n: 4000, qualifier: 'OVER' })).toBe(true);
    expect(agreesWith(4000, { n: 4000, qualifier: 'OVER' })).toBe(false);
    expect(agreesWith(5, { n: 5, qualifier: 'EXACT' })).toBe(true);
  });

  it('gives an average that is only indicative when it is not exact', () => {
    expect(averageOf({ n: 50, qualifier: 'ABOUT_BELOW' }, { n: 5, qualifier: 'EXACT' })).toEqual({
      value: '10.0',
      indicative: true,
    });
    expect(averageOf({ n: 16, qualifier: 'EXACT' }, { n: 0, qualifier: 'EXACT' })).toEqual({
      value: null,
      indicative: false,
    });
  });
});
