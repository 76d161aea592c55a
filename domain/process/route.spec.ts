import fc from 'fast-check';

import { advance, earlierStages, type Returned, type ReturnMode, type Route } from './route.js';

const ORDER = ['intake', 'review', 'sign', 'file'] as const;
type Stage = (typeof ORDER)[number];
const DONE = { kind: 'DONE' } as const;
const back = (to: Stage, mode: ReturnMode): Returned<Stage> => ({ kind: 'RETURNED', to, mode });
const at = (stage: Stage, ...resumeAt: Stage[]): Route<Stage> => ({ at: stage, resumeAt });

describe('the way of a case through its stages', () => {
  it('goes from one stage to the next and ends after the last', () => {
    expect(advance(ORDER, at('intake'), DONE)).toEqual(at('review'));
    expect(advance(ORDER, at('file'), DONE)).toBeNull();
  });

  it('does everything again after a return of that mode', () => {
    expect(advance(ORDER, at('sign'), back('intake', 'AGAIN'))).toEqual(at('intake'));
    expect(advance(ORDER, at('intake'), DONE)).toEqual(at('review'));
  });

  it('comes straight back to the returner when the return says so', () => {
    const returned = advance(ORDER, at('sign'), back('intake', 'RESUME'));
    expect(returned).toEqual(at('intake', 'sign'));
    expect(returned && advance(ORDER, returned, DONE)).toEqual(at('sign'));
  });

  it('comes back to each returner in turn when one return lies within another', () => {
    const twice = advance(ORDER, at('review', 'file'), back('intake', 'RESUME'));
    expect(twice).toEqual(at('intake', 'file', 'review'));
    const once = twice && advance(ORDER, twice, DONE);
    expect(once).toEqual(at('review', 'file'));
    expect(once && advance(ORDER, once, DONE)).toEqual(at('file'));
  });

  it('forgets whom it owed a resumption when everything is done again', () => {
    expect(advance(ORDER, at('review', 'file'), back('intake', 'AGAIN'))).toEqual(at('intake'));
  });

  it.each(['sign', 'file'] as const)('refuses a return from signing to %s', (to) => {
    expect(() => advance(ORDER, at('sign'), back(to, 'AGAIN'))).toThrow('RETURN_TARGET_INVALID');
  });

  it('has nothing before the first stage to return to', () => {
    expect(earlierStages(ORDER, 'intake')).toEqual([]);
    expect(earlierStages(ORDER, 'sign')).toEqual(['intake', 'review']);
  });

  it('ends whatever was returned, once nobody returns any more, and passes the last stage', () => {
    const returns = fc.array(fc.tuple(fc.nat({ max: 3 }), fc.constantFrom<ReturnMode>('AGAIN', 'RESUME')), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(returns, (some) => {
        let route: Route<Stage> | null = at('intake');
        for (const [target, mode] of some) {
          if (route === null) break;
          const earlier: readonly Stage[] = earlierStages<Stage>(ORDER, route.at);
          const to: Stage | undefined = earlier[target % Math.max(1, earlier.length)];
          route = advance(ORDER, route, to === undefined ? DONE : back(to, mode));
        }
        let last: Stage | null = route?.at ?? 'file';
        for (let steps = 0; route !== null; steps += 1) {
          expect(steps).toBeLessThan(some.length + ORDER.length + 1);
          last = route.at;
          route = advance(ORDER, route, DONE);
        }
        expect(last).toBe('file');
      }),
    );
  });
});
