import fc from 'fast-check';

import { nextReminder } from './deadline.js';

const DAY = 86_400_000;

describe('reminders of a limit', () => {
  it('come at 50, 80 and 100 percent of it, and then no more', () => {
    const limit = { openedAt: 0, dueAt: 10 * DAY };
    const all = [0, 1, 2, 3].map((sent) => nextReminder({ ...limit, sent }));
    expect(all).toEqual([
      { percent: 50, at: 5 * DAY },
      { percent: 80, at: 8 * DAY },
      { percent: 100, at: 10 * DAY },
      null,
    ]);
  });

  it('come at once where the limit ends where it began', () => {
    expect(nextReminder({ openedAt: DAY, dueAt: DAY, sent: 0 })).toEqual({ percent: 50, at: DAY });
  });

  it('never come after the end, nor before the one that was sent', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat({ max: 1 }), (openedAt, length, sent) => {
        const clock = { openedAt, dueAt: openedAt + length };
        const [one, two] = [nextReminder({ ...clock, sent }), nextReminder({ ...clock, sent: sent + 1 })];
        expect(one?.at).toBeLessThanOrEqual(two?.at ?? Infinity);
        expect(two?.at).toBeLessThanOrEqual(clock.dueAt);
      }),
    );
  });
});

describe('a limit with reminders of its own', () => {
  const clock = { openedAt: 0, dueAt: 100_000, remindAt: [70_000, 90_000] };

  it('reminds at each stated instant and then at the end', () => {
    const reminders = [0, 1, 2, 3].map((sent) => nextReminder({ ...clock, sent }));

    expect(reminders).toEqual([
      { percent: 70, at: 70_000 },
      { percent: 90, at: 90_000 },
      { percent: 100, at: 100_000 },
      null,
    ]);
  });

  it('leaves out an instant that the end has overtaken', () => {
    expect(nextReminder({ ...clock, dueAt: 80_000, sent: 1 })).toEqual({ percent: 100, at: 80_000 });
  });
});
