import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { drawBase, listHash } from './draw-base.rule.js';
import type { DrawCandidate } from './draw-base.rule.js';
import { DEFAULT_SETTINGS } from './settings.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const frozenOn = parseIsoDate('2026-09-01');
const candidate = (id: string, change: Partial<DrawCandidate> = {}): DrawCandidate => ({
  id,
  name: `协会${id}`,
  legalStatus: 'REGISTERED',
  lastCheckedOn: null,
  ...change,
});

describe('the list that is drawn from', () => {
  it('has the registered organisations, ordered by id', () => {
    const all = [candidate('b'), candidate('a'), candidate('c', { legalStatus: 'CANCELLED' })];
    expect(drawBase(all, frozenOn).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('leaves out those checked in the last twelve months where that is configured', () => {
    const recent = candidate('a', { lastCheckedOn: parseIsoDate('2025-09-01') });
    const longAgo = candidate('b', { lastCheckedOn: parseIsoDate('2025-08-31') });
    expect(drawBase([recent, longAgo], frozenOn)).toHaveLength(2);
    const settings = { ...DEFAULT_SETTINGS, drawCheckedMonths: 12 };
    expect(drawBase([recent, longAgo], frozenOn, settings).map(({ id }) => id)).toEqual(['b']);
  });

  it('is refused with an organisation that is listed twice', () => {
    expect(() => drawBase([candidate('a'), candidate('a')], frozenOn)).toThrow('DRAW_LIST_DUPLICATE');
  });

  it('has a hash that does not depend on its order, but on every id and name', () => {
    const [a, b] = [
      { id: 'a', name: '甲' },
      { id: 'b', name: '乙' },
    ];
    expect(listHash([b, a], sha256)).toBe(sha256('a\t甲\nb\t乙\n'));
    expect(listHash([{ ...a, name: '丙' }, b], sha256)).not.toBe(listHash([a, b], sha256));
  });
});
