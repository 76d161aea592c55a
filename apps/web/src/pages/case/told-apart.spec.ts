import { describe, expect, it } from '@jest/globals';

import type { Action } from '../../api/case.js';
import { toldApart } from './told-apart.js';

const label = (zh: string) => ({ zh, en: zh });
const action = (kind: string, task: string | null, taskId: string | null = null): Action => ({
  ...{ kind, ...label(kind), taskId, reasons: 'NEVER', facts: {}, returnTo: null },
  task: task === null ? null : { kind: task, ...label(task) },
});
const told = (actions: readonly Action[], pages: Parameters<typeof toldApart>[1] = {}) =>
  toldApart(actions, pages).map(({ action: { kind }, about, place }) => [kind, about?.zh ?? null, place]);

describe('actions', () => {
  it('are called by the act alone where there is one of it', () => {
    expect(told([action('decide', 'DECIDE'), action('urge', null)])).toEqual([
      ['decide', null, null],
      ['urge', null, null],
    ]);
  });

  it('of one kind are named by their tasks, and by their place where the tasks are of one kind too', () => {
    expect(told([action('transfer', 'SIGN'), action('transfer', 'PAY')])).toEqual([
      ['transfer', 'SIGN', null],
      ['transfer', 'PAY', null],
    ]);
    expect(told([action('decide', 'CHANGE', 't1'), action('decide', 'CHANGE', 't2')])).toEqual([
      ['decide', 'CHANGE', 1],
      ['decide', 'CHANGE', 2],
    ]);
  });

  it('show once where any task is as good as the next, and where one page has them all', () => {
    const two = [action('verify', 'VERIFY', 't1'), action('verify', 'VERIFY', 't2')];

    expect(told(two, { alike: ['VERIFY'] })).toEqual([['verify', null, null]]);
    expect(told(two, { elsewhere: { verify: () => '/page' } })).toEqual([['verify', null, null]]);
  });
});
