import { CaseStateConflict } from '../errors.js';
import { isFinal, next, stateOf, type TransitionTable } from './transitions.js';

type State = 'OPEN' | 'SIGNED' | 'CLOSED';
const TABLE: TransitionTable<State, 'sign' | 'close'> = {
  OPEN: { sign: 'SIGNED' },
  SIGNED: { close: 'CLOSED' },
  CLOSED: {},
};

describe('a table of states', () => {
  it('leads where it says', () => {
    expect(next(TABLE, 'OPEN', 'sign')).toBe('SIGNED');
  });

  it('refuses an event that the state does not know, and names both', () => {
    expect(() => next(TABLE, 'OPEN', 'close')).toThrow(CaseStateConflict);
    expect(() => next(TABLE, 'OPEN', 'close')).toThrow(
      expect.objectContaining({ refusal: expect.objectContaining({ details: { state: 'OPEN', event: 'close' } }) }),
    );
  });

  it('calls a state final that nothing leads out of', () => {
    expect(isFinal(TABLE, 'CLOSED')).toBe(true);
    expect(isFinal(TABLE, 'SIGNED')).toBe(false);
  });

  it('takes a state by its name, and refuses a name that it does not have', () => {
    expect(stateOf(TABLE, 'SIGNED')).toBe('SIGNED');
    expect(() => stateOf(TABLE, 'toString')).toThrow(CaseStateConflict);
  });
});
