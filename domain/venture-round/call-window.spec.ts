import { assertInTime, callWindow } from './call-window.rule.js';
import { aRound } from './round.example.js';

const window = callWindow(aRound());
const at = (text: string): number => Date.parse(text);

describe('the deadline of a call', () => {
  it('takes what arrives within its last second', () => {
    expect(() => assertInTime(at('2026-03-31T23:59:59.999+08:00'), window)).not.toThrow();
  });

  it('refuses what arrives in the next one', () => {
    expect(() => assertInTime(at('2026-04-01T00:00:00.000+08:00'), window)).toThrow('DEADLINE_PASSED');
  });

  it('refuses what arrives before the call is open', () => {
    expect(() => assertInTime(at('2026-03-02T08:59:59.999+08:00'), window)).toThrow('VEN_CALL_NOT_OPEN');
    expect(() => assertInTime(at('2026-03-02T09:00:00.000+08:00'), window)).not.toThrow();
  });
});
