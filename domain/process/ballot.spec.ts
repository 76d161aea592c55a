import fc from 'fast-check';

import { DomainError } from '../errors.js';
import { asId, type PersonId, type UserId } from '../ids.js';
import { assigneeKey, person, pool } from './assignee.js';
import {
  addSigner,
  type Ballot,
  castVote,
  openBallot,
  openSlots,
  outcome,
  type Place,
  reassign,
  removeSigner,
  type Rule,
  type Slot,
  type Verdict,
  type Vote,
} from './ballot.js';

const ALL: Rule = { kind: 'ALL' };
const ANY: Rule = { kind: 'ANY' };
const SEQUENCE: Rule = { kind: 'SEQUENCE' };
const share = (percent: number, more = false): Rule => ({ kind: 'SHARE', percent, more });

const signers = (...names: string[]) => names.map((name) => ({ assignee: person(name) }));
const weighted = (weights: Readonly<Record<string, number>>) =>
  Object.entries(weights).map(([name, weight]) => ({ assignee: person(name), weight }));

const slotOf = (ballot: Ballot, name: string): string =>
  ballot.slots.find(({ assignee }) => assigneeKey(assignee) === `user:${name}`)?.id ?? 'nowhere';
const by = (name: string, verdict: Verdict, onBehalfOf: string | null = null): Vote => ({
  verdict,
  voter: asId<UserId>(name),
  onBehalfOf: onBehalfOf === null ? null : asId<UserId>(onBehalfOf),
});
const cast = (ballot: Ballot, name: string, verdict: Verdict): Ballot =>
  castVote(ballot, slotOf(ballot, name), by(name, verdict));
const add = (ballot: Ballot, adder: string, place: Place, name: string, weight?: number): Ballot =>
  addSigner(ballot, slotOf(ballot, adder), place, {
    assignee: person(name),
    ...(weight === undefined ? {} : { weight }),
  });
const turn = (ballot: Ballot): string[] =>
  openSlots(ballot).map(({ assignee }) => assigneeKey(assignee).replace('user:', ''));
const codeOf = (refused: () => unknown): string => {
  try {
    refused();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'ACCEPTED';
};

describe('会签 (ALL)', () => {
  it('agrees when everybody agreed, in any order', () => {
    const ballot = cast(openBallot(ALL, signers('li', 'wang')), 'wang', 'AGREE');
    expect(outcome(ballot)).toBe('OPEN');
    expect(outcome(cast(ballot, 'li', 'AGREE'))).toBe('AGREED');
  });

  it('is refused by the first refusal, and takes no vote after it', () => {
    const ballot = cast(openBallot(ALL, signers('li', 'wang')), 'li', 'REFUSE');
    expect(outcome(ballot)).toBe('REFUSED');
    expect(turn(ballot)).toEqual([]);
    expect(codeOf(() => cast(ballot, 'wang', 'AGREE'))).toBe('TASK_NOT_OPEN');
  });

  it('knows no abstention', () => {
    expect(codeOf(() => cast(openBallot(ALL, signers('li')), 'li', 'ABSTAIN'))).toBe('ABSTAIN_NOT_ALLOWED');
  });
});

describe('或签 (ANY)', () => {
  it('agrees with the first agreement and is refused only when everybody refused', () => {
    const ballot = cast(openBallot(ANY, signers('li', 'wang')), 'li', 'REFUSE');
    expect(outcome(ballot)).toBe('OPEN');
    expect(outcome(cast(ballot, 'wang', 'AGREE'))).toBe('AGREED');
    expect(outcome(cast(ballot, 'wang', 'REFUSE'))).toBe('REFUSED');
  });

  it('takes no vote after the first agreement', () => {
    const ballot = cast(openBallot(ANY, signers('li', 'wang')), 'li', 'AGREE');
    expect(codeOf(() => cast(ballot, 'wang', 'REFUSE'))).toBe('TASK_NOT_OPEN');
  });

  it('knows no abstention', () => {
    expect(codeOf(() => cast(openBallot(ANY, signers('li')), 'li', 'ABSTAIN'))).toBe('ABSTAIN_NOT_ALLOWED');
  });
});

describe('依次 (SEQUENCE)', () => {
  it('asks one after another in the order given', () => {
    const ballot = openBallot(SEQUENCE, signers('li', 'wang', 'zhao'));
    expect(turn(ballot)).toEqual(['li']);
    expect(codeOf(() => cast(ballot, 'wang', 'AGREE'))).toBe('TASK_NOT_OPEN');
    expect(turn(cast(ballot, 'li', 'AGREE'))).toEqual(['wang']);
  });

  it('is refused by the first refusal: those after it are not asked', () => {
    const ballot = cast(openBallot(SEQUENCE, signers('li', 'wang')), 'li', 'REFUSE');
    expect(outcome(ballot)).toBe('REFUSED');
    expect(turn(ballot)).toEqual([]);
  });

  it('asks a signer who was added beside before the next in the order', () => {
    const ballot = add(openBallot(SEQUENCE, signers('li', 'wang')), 'li', 'BESIDE', 'zhao');
    expect(turn(ballot)).toEqual(['li', 'zhao']);
    expect(turn(cast(ballot, 'li', 'AGREE'))).toEqual(['zhao']);
    expect(turn(cast(cast(ballot, 'li', 'AGREE'), 'zhao', 'AGREE'))).toEqual(['wang']);
  });
});

describe('票签 (SHARE)', () => {
  it('agrees when the agreeing weight reaches the share: two thirds of three', () => {
    const ballot = cast(openBallot(share(66), signers('li', 'wang', 'zhao')), 'li', 'AGREE');
    expect(outcome(ballot)).toBe('OPEN');
    expect(outcome(cast(ballot, 'wang', 'AGREE'))).toBe('AGREED');
  });

  it('half is enough when the share is to be reached, and not when it is to be exceeded', () => {
    const half = (rule: Rule): Ballot => cast(openBallot(rule, signers('li', 'wang')), 'li', 'AGREE');
    expect(outcome(half(share(50)))).toBe('AGREED');
    expect(outcome(half(share(50, true)))).toBe('OPEN');
    expect(outcome(cast(half(share(50, true)), 'wang', 'REFUSE'))).toBe('REFUSED');
  });

  it('counts weights and not heads', () => {
    const ballot = openBallot(share(60), weighted({ chair: 3, li: 1, wang: 1 }));
    expect(outcome(cast(ballot, 'chair', 'AGREE'))).toBe('AGREED');
    expect(outcome(cast(cast(ballot, 'li', 'AGREE'), 'wang', 'AGREE'))).toBe('OPEN');
  });

  it('is refused as soon as the share cannot be reached any more; an abstention does not agree', () => {
    const ballot = cast(openBallot(share(66), signers('li', 'wang', 'zhao')), 'li', 'ABSTAIN');
    expect(outcome(ballot)).toBe('OPEN');
    expect(outcome(cast(ballot, 'wang', 'REFUSE'))).toBe('REFUSED');
  });

  it('needs everybody when the share is all of it', () => {
    const ballot = cast(openBallot(share(100), signers('li', 'wang')), 'li', 'AGREE');
    expect(outcome(ballot)).toBe('OPEN');
    expect(outcome(cast(ballot, 'wang', 'AGREE'))).toBe('AGREED');
  });

  it('refuses when more than all is asked for', () => {
    expect(outcome(openBallot(share(100, true), signers('li')))).toBe('REFUSED');
  });
});

describe('the same approver twice', () => {
  it('counts somebody who is named twice as one signer with both weights', () => {
    const { slots } = openBallot(share(50), [...weighted({ li: 2 }), ...weighted({ li: 3, wang: 1 })]);
    expect(slots.map(({ assignee, weight }) => [assigneeKey(assignee), weight])).toEqual([
      ['user:li', 5],
      ['user:wang', 1],
    ]);
  });

  it('refuses a deputy the principal’s vote after their own', () => {
    const ballot = cast(openBallot(ALL, signers('li', 'wang')), 'li', 'AGREE');
    expect(codeOf(() => castVote(ballot, slotOf(ballot, 'wang'), by('li', 'AGREE', 'wang')))).toBe('ALREADY_VOTED');
  });

  it('refuses a principal for whom a deputy has voted elsewhere in the decision', () => {
    const ballot = openBallot(ALL, [...signers('li', 'wang'), { assignee: pool('unit-1', 'TWO_NEW_APPROVER') }]);
    const voted = castVote(ballot, 's3', by('deputy', 'AGREE', 'wang'));
    expect(codeOf(() => cast(voted, 'wang', 'AGREE'))).toBe('ALREADY_VOTED');
  });

  it('refuses a deputy of two principals the second vote', () => {
    const ballot = openBallot(ALL, signers('li', 'wang'));
    const voted = castVote(ballot, slotOf(ballot, 'li'), by('deputy', 'AGREE', 'li'));
    expect(codeOf(() => castVote(voted, slotOf(voted, 'wang'), by('deputy', 'AGREE', 'wang')))).toBe('ALREADY_VOTED');
  });

  it('refuses one person the votes of two posts, and of two accounts', () => {
    const posts = [pool('unit-1', 'TWO_NEW_APPROVER'), pool('unit-2', 'REGISTRY_LEADER')];
    const ballot = openBallot(
      ALL,
      posts.map((assignee) => ({ assignee })),
    );
    const voted = castVote(ballot, 's1', { ...by('li', 'AGREE'), person: asId<PersonId>('person-li') });
    const again = { ...by('li-2', 'AGREE'), person: asId<PersonId>('person-li') };
    expect(codeOf(() => castVote(voted, 's2', by('li', 'AGREE')))).toBe('ALREADY_VOTED');
    expect(codeOf(() => castVote(voted, 's2', again))).toBe('ALREADY_VOTED');
  });
});

describe('added signers (加签)', () => {
  it('before: votes first, and the adder’s turn comes again', () => {
    const ballot = add(openBallot(ALL, signers('li')), 'li', 'BEFORE', 'wang');
    expect(turn(ballot)).toEqual(['wang']);
    expect(turn(cast(ballot, 'wang', 'AGREE'))).toEqual(['li']);
    expect(outcome(cast(cast(ballot, 'wang', 'AGREE'), 'li', 'AGREE'))).toBe('AGREED');
  });

  it('after: votes after the adder, whose agreement counts only with theirs', () => {
    const ballot = cast(add(openBallot(ANY, signers('li', 'zhao')), 'li', 'AFTER', 'wang'), 'li', 'AGREE');
    expect(outcome(ballot)).toBe('OPEN');
    expect(turn(ballot)).toEqual(['zhao', 'wang']);
    expect(outcome(cast(ballot, 'wang', 'AGREE'))).toBe('AGREED');
    expect(outcome(cast(ballot, 'wang', 'REFUSE'))).toBe('OPEN');
  });

  it('beside: votes as an equal, with a weight of their own', () => {
    const ballot = add(openBallot(share(60), signers('li')), 'li', 'BESIDE', 'wang', 9);
    expect(outcome(cast(ballot, 'li', 'AGREE'))).toBe('OPEN');
    expect(outcome(cast(ballot, 'wang', 'AGREE'))).toBe('AGREED');
  });

  it('a refusal of one who was added before settles the adder’s vote, who is not asked any more', () => {
    const ballot = cast(add(openBallot(ANY, signers('li', 'zhao')), 'li', 'BEFORE', 'wang'), 'wang', 'REFUSE');
    expect(outcome(ballot)).toBe('OPEN');
    expect(turn(ballot)).toEqual(['zhao']);
  });

  it('a vote that is settled keeps nobody waiting who waits for it', () => {
    const started = add(openBallot(ANY, signers('li')), 'li', 'BESIDE', 'zhao');
    const both = add(add(started, 'li', 'AFTER', 'sun'), 'zhao', 'BEFORE', 'wang');
    const ballot = cast(cast(both, 'li', 'AGREE'), 'wang', 'REFUSE');
    expect(turn(ballot)).toEqual(['sun']);
  });

  it('adds neither somebody who signs already nor by somebody whose turn it is not', () => {
    const ballot = openBallot(SEQUENCE, signers('li', 'wang'));
    expect(codeOf(() => add(ballot, 'li', 'AFTER', 'wang'))).toBe('SIGNER_ALREADY_THERE');
    expect(codeOf(() => add(ballot, 'wang', 'BEFORE', 'zhao'))).toBe('TASK_NOT_OPEN');
  });

  it('refuses a weight that is not a positive integer', () => {
    expect(codeOf(() => add(openBallot(ALL, signers('li')), 'li', 'BESIDE', 'wang', 0))).toBe('FIELD_INVALID');
    expect(codeOf(() => openBallot(ALL, weighted({ li: 1.5 })))).toBe('FIELD_INVALID');
  });
});

describe('removed signers (减签)', () => {
  it('gives the adder their turn back', () => {
    const ballot = add(openBallot(ALL, signers('li')), 'li', 'BEFORE', 'wang');
    expect(turn(removeSigner(ballot, slotOf(ballot, 'wang')))).toEqual(['li']);
  });

  it('takes along whom the removed one had added before or after', () => {
    const ballot = add(add(openBallot(ALL, signers('li')), 'li', 'BESIDE', 'wang'), 'wang', 'BEFORE', 'zhao');
    expect(removeSigner(ballot, slotOf(ballot, 'wang')).slots.map(({ id }) => id)).toEqual(['s1']);
  });

  it('refuses to remove one who has voted, or for whom another has', () => {
    const started = add(add(openBallot(ALL, signers('li')), 'li', 'BESIDE', 'wang'), 'wang', 'BEFORE', 'zhao');
    const ballot = cast(started, 'zhao', 'AGREE');
    expect(codeOf(() => removeSigner(ballot, slotOf(ballot, 'zhao')))).toBe('TASK_NOT_OPEN');
    expect(codeOf(() => removeSigner(ballot, slotOf(ballot, 'wang')))).toBe('TASK_NOT_OPEN');
  });

  it('keeps the last signer, and one without whom the votes so far would decide', () => {
    const alone = openBallot(ALL, signers('li'));
    expect(codeOf(() => removeSigner(alone, 's1'))).toBe('LAST_SIGNER');
    const waiting = cast(add(alone, 'li', 'AFTER', 'wang'), 'li', 'AGREE');
    expect(codeOf(() => removeSigner(waiting, slotOf(waiting, 'wang')))).toBe('LAST_SIGNER');
  });

  it('removes nobody from a decision that has ended', () => {
    const ballot = cast(openBallot(ANY, signers('li', 'wang', 'zhao')), 'li', 'AGREE');
    expect(codeOf(() => removeSigner(ballot, slotOf(ballot, 'wang')))).toBe('TASK_NOT_OPEN');
  });
});

describe('transfer (转办) of a seat', () => {
  it('waits for the other from then on', () => {
    expect(turn(reassign(openBallot(ALL, signers('li')), 's1', person('wang')))).toEqual(['wang']);
  });

  it('refuses one who signs already, and a seat that is not open', () => {
    const ballot = openBallot(SEQUENCE, signers('li', 'wang'));
    expect(codeOf(() => reassign(ballot, 's1', person('wang')))).toBe('SIGNER_ALREADY_THERE');
    expect(codeOf(() => reassign(ballot, 's2', person('zhao')))).toBe('TASK_NOT_OPEN');
  });
});

it('opens no ballot without signers', () => {
  expect(codeOf(() => openBallot(ALL, []))).toBe('LAST_SIGNER');
});

/** The result of a ballot in which everybody has voted, straight from the words of the rule. */
function resultOf(rule: Rule, slots: readonly Slot[], votes: ReadonlyMap<string, Verdict>): 'AGREED' | 'REFUSED' {
  const verdictOf = (slot: Slot): Verdict => {
    const all = [votes.get(slot.id) ?? 'REFUSE', ...slots.filter(({ boundTo }) => boundTo === slot.id).map(verdictOf)];
    return all.includes('REFUSE') ? 'REFUSE' : all.includes('ABSTAIN') ? 'ABSTAIN' : 'AGREE';
  };
  const principals = slots.filter(({ boundTo }) => boundTo === null);
  const agreeing = principals.filter((slot) => verdictOf(slot) === 'AGREE');
  const weigh = (some: readonly Slot[]): number => some.reduce((sum, { weight }) => sum + weight, 0);
  const percent = (100 * weigh(agreeing)) / weigh(principals);
  const agreed = {
    ALL: agreeing.length === principals.length,
    SEQUENCE: agreeing.length === principals.length,
    ANY: agreeing.length > 0,
    SHARE: rule.kind === 'SHARE' && (rule.more ? percent > rule.percent : percent >= rule.percent),
  };
  return agreed[rule.kind] ? 'AGREED' : 'REFUSED';
}

/** What the rule says of a ballot by trying every way in which the missing votes could be cast: known only when all lead to the same. */
function outcomeByTrying({ rule, slots }: Ballot): 'OPEN' | 'AGREED' | 'REFUSED' {
  const verdicts: readonly Verdict[] = rule.kind === 'SHARE' ? ['AGREE', 'REFUSE', 'ABSTAIN'] : ['AGREE', 'REFUSE'];
  const missing = slots.filter(({ vote }) => vote === null);
  const found = new Set<'AGREED' | 'REFUSED'>();
  for (let way = 0; way < verdicts.length ** missing.length; way += 1) {
    const votes = new Map(slots.flatMap(({ id, vote }) => (vote === null ? [] : [[id, vote.verdict] as const])));
    missing.forEach(({ id }, place) => {
      votes.set(id, verdicts[Math.floor(way / verdicts.length ** place) % verdicts.length] ?? 'REFUSE');
    });
    found.add(resultOf(rule, slots, votes));
    if (found.size === 2) return 'OPEN';
  }
  return [...found][0] ?? 'OPEN';
}

type Step =
  | { readonly do: 'vote'; readonly slot: number; readonly verdict: Verdict; readonly deputy: number | null }
  | { readonly do: 'add'; readonly slot: number; readonly place: Place; readonly who: number; readonly weight: number }
  | { readonly do: 'remove'; readonly slot: number }
  | { readonly do: 'transfer'; readonly slot: number; readonly who: number };

const number = fc.nat({ max: 7 });
const anyVerdict = fc.constantFrom<Verdict>('AGREE', 'REFUSE', 'ABSTAIN');
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('vote' as const),
    slot: number,
    verdict: anyVerdict,
    deputy: fc.option(number, { freq: 4 }),
  }),
  fc.record({
    do: fc.constant('add' as const),
    slot: number,
    place: fc.constantFrom<Place>('BEFORE', 'AFTER', 'BESIDE'),
    who: number,
    weight: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ do: fc.constant('remove' as const), slot: number }),
  fc.record({ do: fc.constant('transfer' as const), slot: number, who: number }),
);
const anyRule = fc.oneof(
  fc.constantFrom(ALL, ANY, SEQUENCE),
  fc.record({ kind: fc.constant('SHARE' as const), percent: fc.integer({ min: 1, max: 100 }), more: fc.boolean() }),
);
const anyBallot = fc
  .tuple(
    anyRule,
    fc.array(fc.record({ who: fc.nat({ max: 3 }), weight: fc.integer({ min: 1, max: 3 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([rule, named]) =>
    openBallot(
      rule,
      named.map(({ who, weight }) => ({ assignee: person(`u${who}`), weight })),
    ),
  )
  .filter((ballot) => outcome(ballot) === 'OPEN');

function take(ballot: Ballot, step: Step): Ballot {
  const slot = ballot.slots[step.slot % ballot.slots.length];
  if (!slot) return ballot;
  switch (step.do) {
    case 'vote': {
      const holder = assigneeKey(slot.assignee).replace('user:', '');
      const vote = step.deputy === null ? by(holder, step.verdict) : by(`u${step.deputy}`, step.verdict, holder);
      return castVote(ballot, slot.id, vote);
    }
    case 'add':
      if (ballot.slots.length >= 7) return ballot;
      return addSigner(ballot, slot.id, step.place, { assignee: person(`u${step.who}`), weight: step.weight });
    case 'remove':
      return removeSigner(ballot, slot.id);
    case 'transfer':
      return reassign(ballot, slot.id, person(`u${step.who}`));
  }
}

/** A refused step leaves the ballot as it is; anything but a refusal is a defect. */
function tryTo(ballot: Ballot, step: Step): Ballot {
  try {
    return take(ballot, step);
  } catch (error) {
    if (error instanceof DomainError) return ballot;
    throw error;
  }
}

function assertSound(ballot: Ballot): void {
  const known = outcome(ballot);
  expect(known).toBe(outcomeByTrying(ballot));
  expect(openSlots(ballot).length > 0).toBe(known === 'OPEN');
  const voices = ballot.slots.flatMap(({ vote }) => (vote ? [vote.voter, vote.onBehalfOf ?? vote.voter] : []));
  const used = ballot.slots.flatMap(({ vote }) =>
    vote ? [...new Set([vote.voter, vote.onBehalfOf ?? vote.voter])] : [],
  );
  expect(new Set(voices).size).toBe(used.length);
  const seats = ballot.slots.map(({ assignee }) => assigneeKey(assignee));
  expect(new Set(seats).size).toBe(seats.length);
}

describe('whatever is voted, added, removed and transferred, under every rule', () => {
  it('the outcome is what trying every missing vote says, somebody is asked until then, and no voice counts twice', () => {
    fc.assert(
      fc.property(anyBallot, fc.array(anyStep, { maxLength: 14 }), (ballot, steps) => {
        let now = ballot;
        for (const step of steps) {
          const later = tryTo(now, step);
          const cast = now.slots.filter(({ vote }) => vote !== null);
          const kept = cast.map(({ id }) => later.slots.find((slot) => slot.id === id)?.vote);
          expect(kept).toEqual(cast.map(({ vote }) => vote));
          now = later;
          assertSound(now);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('an open decision can always be brought to its end by people who have not voted', () => {
    fc.assert(
      fc.property(anyBallot, fc.array(anyStep, { maxLength: 14 }), anyVerdict, (ballot, steps, verdict) => {
        let now = steps.reduce(tryTo, ballot);
        const wanted = verdict === 'ABSTAIN' && now.rule.kind !== 'SHARE' ? 'REFUSE' : verdict;
        for (let turns = now.slots.length; outcome(now) === 'OPEN' && turns > 0; turns -= 1) {
          const [slot] = openSlots(now);
          if (!slot) break;
          const fresh = `fresh-${turns}`;
          now = castVote(reassign(now, slot.id, person(fresh)), slot.id, by(fresh, wanted));
        }
        expect(outcome(now)).not.toBe('OPEN');
      }),
    );
  });

  it('the order of the votes does not matter under 会签, 或签 and 票签; those after the end are not needed', () => {
    const rules = anyRule.filter(({ kind }) => kind !== 'SEQUENCE');
    const votes = fc.uniqueArray(
      fc.record({ who: fc.nat({ max: 5 }), weight: fc.integer({ min: 1, max: 4 }), verdict: anyVerdict }),
      {
        minLength: 1,
        maxLength: 5,
        selector: ({ who }) => who,
      },
    );
    fc.assert(
      fc.property(
        rules,
        votes.chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))),
        (rule, [named, order]) => {
          const ballot = openBallot(
            rule,
            named.map(({ who, weight }) => ({ assignee: person(`u${who}`), weight })),
          );
          const inOrder = (votesCast: typeof named): string =>
            outcome(
              votesCast.reduce(
                (now, { who, verdict }) =>
                  outcome(now) === 'OPEN'
                    ? cast(now, `u${who}`, rule.kind === 'SHARE' || verdict !== 'ABSTAIN' ? verdict : 'REFUSE')
                    : now,
                ballot,
              ),
            );
          expect(inOrder(order)).toBe(inOrder(named));
        },
      ),
    );
  });
});
