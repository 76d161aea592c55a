import { assertCommittee } from './committee.rule.js';

const people = (n: number): string[] => Array.from({ length: n }, (_, index) => `p${index}`);
const of =
  (counted: number, seats: number, more: { secretary?: string; deputy?: string } = {}) =>
  () => {
    assertCommittee({ secretary: 'p0', committee: people(seats), ...more }, people(counted));
  };

describe('the committee of a temporary Party organisation', () => {
  it.each([
    [3, 0],
    [6, 0],
    [7, 3],
    [7, 7],
    [8, 3],
    [8, 5],
    [60, 7],
  ])('with %i members may have %i seats', (counted, seats) => {
    expect(of(counted, seats)).not.toThrow();
  });

  it.each([
    [6, 3],
    [7, 0],
    [7, 2],
    [8, 8],
  ])('with %i members may not have %i seats', (counted, seats) => {
    expect(of(counted, seats)).toThrow('TPO_COMMITTEE_SIZE');
  });

  it('is led by members who count, each person in one place', () => {
    expect(of(3, 0, { secretary: 'stranger' })).toThrow('TPO_POST_NOT_MEMBER');
    expect(of(3, 0, { deputy: 'stranger' })).toThrow('TPO_POST_NOT_MEMBER');
    expect(of(3, 0, { deputy: 'p0' })).toThrow('TPO_POST_NOT_MEMBER');
    expect(() => {
      assertCommittee({ secretary: 'p0', committee: ['p1', 'p1', 'p2'] }, people(7));
    }).toThrow('TPO_POST_NOT_MEMBER');
    expect(of(3, 0, { deputy: 'p1' })).not.toThrow();
  });
});
