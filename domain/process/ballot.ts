import type { PersonId, UserId } from '../ids.js';
import { type Assignee, assigneeKey } from './assignee.js';
import {
  AbstainNotAllowed,
  AlreadyVoted,
  LastSigner,
  SignerAlreadyThere,
  SlotNotOpen,
  WeightInvalid,
} from './errors.js';

/**
 * How the votes of a decision become its outcome.
 * - ALL (会签): everybody agrees; the first refusal refuses.
 * - ANY (或签): the first agreement agrees; refused when everybody refused.
 * - SEQUENCE (依次): as ALL, one after another in the order given.
 * - SHARE (票签): agreed when the agreeing weight reaches `percent` of the whole weight
 *   (`more`: exceeds it); refused as soon as that cannot happen any more.
 */
export type Rule =
  | { readonly kind: 'ALL' }
  | { readonly kind: 'ANY' }
  | { readonly kind: 'SEQUENCE' }
  | { readonly kind: 'SHARE'; readonly percent: number; readonly more: boolean };

export type Verdict = 'AGREE' | 'REFUSE' | 'ABSTAIN';
export type SlotId = string;

export interface Vote {
  readonly verdict: Verdict;
  readonly voter: UserId;
  /** The principal, when a deputy voted. Both have then used their one voice. */
  readonly onBehalfOf: UserId | null;
  /** Who the voter is, where known: one person with two accounts has one voice. */
  readonly person?: PersonId | null;
}

/** One place in a ballot: who is to vote, after whom, and what the vote was. */
export interface Slot {
  readonly id: SlotId;
  readonly assignee: Assignee;
  /** Positive integer; counts under SHARE only. */
  readonly weight: number;
  /** Votes that must be in before this slot opens. */
  readonly waitsFor: readonly SlotId[];
  /** A signer added before or after another binds that one's vote: both must agree for it to be an agreement. */
  readonly boundTo: SlotId | null;
  /** Who added this signer, and may take them out again. null for those whom the process named. */
  readonly addedBy: SlotId | null;
  readonly vote: Vote | null;
}

export interface Ballot {
  readonly rule: Rule;
  readonly slots: readonly Slot[];
  /** How many slots there ever were: ids are never used twice. */
  readonly made: number;
}

export interface Signer {
  readonly assignee: Assignee;
  readonly weight?: number;
}

export type Outcome = 'OPEN' | 'AGREED' | 'REFUSED';

/** Opens a ballot. The same assignee named twice is one signer, with the weights added. At least one signer. */
export function openBallot(rule: Rule, signers: readonly Signer[]): Ballot {
  const merged = new Map<string, { assignee: Assignee; weight: number }>();
  for (const { assignee, weight = 1 } of signers) {
    if (!Number.isSafeInteger(weight) || weight < 1) throw new WeightInvalid(weight);
    const key = assigneeKey(assignee);
    merged.set(key, { assignee, weight: (merged.get(key)?.weight ?? 0) + weight });
  }
  if (merged.size === 0) throw new LastSigner();
  const slots = [...merged.values()].map(({ assignee, weight }, index): Slot => {
    const waitsFor = rule.kind === 'SEQUENCE' && index > 0 ? [`s${index}`] : [];
    return { id: `s${index + 1}`, assignee, weight, waitsFor, boundTo: null, addedBy: null, vote: null };
  });
  return { rule, slots, made: slots.length };
}

/**
 * The slots that may vote now: no vote yet, everybody they wait for has voted, and their vote can still count (an
 * added signer's refusal has settled the vote that it binds). Empty once the outcome is known.
 */
export function openSlots(ballot: Ballot): readonly Slot[] {
  if (outcome(ballot) !== 'OPEN') return [];
  const isPast = (slot: Slot): boolean => slot.vote !== null || isSettled(ballot, slot);
  const past = new Set(ballot.slots.filter(isPast).map(({ id }) => id));
  return ballot.slots.filter((slot) => !past.has(slot.id) && slot.waitsFor.every((id) => past.has(id)));
}

/** Puts a vote in. A slot that is not open (late, not its turn), a person who has used their voice, and an abstention outside SHARE are refused. */
export function castVote(ballot: Ballot, slotId: SlotId, vote: Vote): Ballot {
  assertOpen(ballot, slotId);
  if (vote.verdict === 'ABSTAIN' && ballot.rule.kind !== 'SHARE') throw new AbstainNotAllowed();
  const voices = new Set(ballot.slots.flatMap(({ vote: cast }) => (cast ? voicesOf(cast) : [])));
  if (voicesOf(vote).some((voice) => voices.has(voice))) throw new AlreadyVoted();
  return replace(ballot, slotId, { vote });
}

/** The outcome so far. Added signers before and after count through the vote that they bind, not as voices of their own. */
export function outcome(ballot: Ballot): Outcome {
  const principals = ballot.slots.filter((slot) => slot.boundTo === null);
  const values = principals.map((slot) => ({ weight: slot.weight, value: valueOf(ballot, slot) }));
  const weigh = (wanted: Verdict): number =>
    values.reduce((sum, { weight, value }) => (value === wanted ? sum + weight : sum), 0);
  const agreed = weigh('AGREE');
  const refused = weigh('REFUSE');
  const total = values.reduce((sum, { weight }) => sum + weight, 0);
  switch (ballot.rule.kind) {
    case 'ALL':
    case 'SEQUENCE':
      return refused > 0 ? 'REFUSED' : agreed === total ? 'AGREED' : 'OPEN';
    case 'ANY':
      return agreed > 0 ? 'AGREED' : refused === total ? 'REFUSED' : 'OPEN';
    case 'SHARE': {
      const reaches = (weight: number): boolean => reachesShare(ballot.rule, weight, total);
      if (reaches(agreed)) return 'AGREED';
      return reaches(total - refused - weigh('ABSTAIN')) ? 'OPEN' : 'REFUSED';
    }
  }
}

/** Where a signer is added: to vote before the one who adds, after them, or beside them as an equal. */
export type Place = 'BEFORE' | 'AFTER' | 'BESIDE';

/** 加签. Only while the adder's slot is open. A signer who is there already is refused. */
export function addSigner(ballot: Ballot, by: SlotId, place: Place, signer: Signer): Ballot {
  const adder = assertOpen(ballot, by);
  const { assignee, weight = 1 } = signer;
  if (!Number.isSafeInteger(weight) || weight < 1) throw new WeightInvalid(weight);
  if (ballot.slots.some((slot) => assigneeKey(slot.assignee) === assigneeKey(assignee))) throw new SignerAlreadyThere();
  const id = `s${ballot.made + 1}`;
  const added: Slot = {
    id,
    assignee,
    weight: place === 'BESIDE' ? weight : 1,
    waitsFor: place === 'AFTER' ? [by] : adder.waitsFor,
    boundTo: place === 'BESIDE' ? adder.boundTo : by,
    addedBy: by,
    vote: null,
  };
  const slots = ballot.slots.map((slot): Slot => {
    if (place === 'BEFORE') return slot.id === by ? { ...slot, waitsFor: [...slot.waitsFor, id] } : slot;
    return slot.waitsFor.includes(by) ? { ...slot, waitsFor: [...slot.waitsFor, id] } : slot;
  });
  return { ...ballot, slots: [...slots, added], made: ballot.made + 1 };
}

/**
 * 减签. A slot goes, and what it bound with it, as long as none of them has voted. The last principal stays, and so
 * does a signer without whom the votes so far would decide: a decision comes from a vote, never from a removal.
 */
export function removeSigner(ballot: Ballot, slotId: SlotId): Ballot {
  const gone = new Set<SlotId>([slotId]);
  for (const slot of ballot.slots) if (slot.boundTo !== null && gone.has(slot.boundTo)) gone.add(slot.id);
  const target = ballot.slots.find((slot) => slot.id === slotId);
  if (!target || outcome(ballot) !== 'OPEN' || ballot.slots.some((slot) => gone.has(slot.id) && slot.vote !== null))
    throw new SlotNotOpen();
  const left = ballot.slots.filter((slot) => !gone.has(slot.id));
  if (!left.some((slot) => slot.boundTo === null)) throw new LastSigner();
  const inherited = (waitsFor: readonly SlotId[]): readonly SlotId[] => {
    const kept = waitsFor.filter((id) => !gone.has(id));
    const own = waitsFor.some((id) => gone.has(id)) ? target.waitsFor.filter((id) => !gone.has(id)) : [];
    return [...new Set([...kept, ...own])];
  };
  const smaller = { ...ballot, slots: left.map((slot) => ({ ...slot, waitsFor: inherited(slot.waitsFor) })) };
  if (outcome(smaller) !== 'OPEN') throw new LastSigner();
  return smaller;
}

/** 转办: the slot waits for somebody else from now on. */
export function reassign(ballot: Ballot, slotId: SlotId, assignee: Assignee): Ballot {
  assertOpen(ballot, slotId);
  const other = ballot.slots.find((slot) => slot.id !== slotId && assigneeKey(slot.assignee) === assigneeKey(assignee));
  if (other) throw new SignerAlreadyThere();
  return replace(ballot, slotId, { assignee });
}

/** Everybody whose one voice a vote uses up. */
const voicesOf = ({ voter, onBehalfOf, person }: Vote): readonly string[] =>
  [voter, onBehalfOf, person ?? null].filter((voice) => voice !== null);

function assertOpen(ballot: Ballot, slotId: SlotId): Slot {
  const slot = openSlots(ballot).find(({ id }) => id === slotId);
  if (!slot) throw new SlotNotOpen();
  return slot;
}

function replace(ballot: Ballot, slotId: SlotId, change: Partial<Slot>): Ballot {
  return { ...ballot, slots: ballot.slots.map((slot) => (slot.id === slotId ? { ...slot, ...change } : slot)) };
}

/** Is the vote that this one is part of known already? */
function isSettled(ballot: Ballot, slot: Slot): boolean {
  if (valueOf(ballot, slot) !== null) return true;
  const principal = ballot.slots.find(({ id }) => id === slot.boundTo);
  return principal !== undefined && isSettled(ballot, principal);
}

/** A vote together with those it is bound by: all must agree, and one that does not settles it. null = not known yet. */
function valueOf(ballot: Ballot, slot: Slot): Verdict | null {
  const parts = ballot.slots
    .filter((other) => other.boundTo === slot.id)
    .map((bound) => valueOf(ballot, bound))
    .concat(slot.vote?.verdict ?? null);
  if (parts.includes('REFUSE')) return 'REFUSE';
  if (parts.includes('ABSTAIN')) return 'ABSTAIN';
  return parts.includes(null) ? null : 'AGREE';
}

function reachesShare(rule: Rule, weight: number, total: number): boolean {
  if (rule.kind !== 'SHARE') return false;
  return rule.more ? weight * 100 > rule.percent * total : weight * 100 >= rule.percent * total;
}
