import { assertActionAllowed, PARTY_ACTIVITIES, RESERVED_ACTIONS } from './party-activity.rule.js';

describe('what a temporary Party organisation does', () => {
  it.each(PARTY_ACTIVITIES)('is %s', (kind) => {
    expect(() => {
      assertActionAllowed(kind);
    }).not.toThrow();
  });

  it.each([...RESERVED_ACTIONS, 'ANYTHING_ELSE'])('is not %s', (kind) => {
    expect(() => {
      assertActionAllowed(kind);
    }).toThrow('TPO_ACTION_NOT_ALLOWED');
  });
});
