import { DRAW_ALGORITHM } from '#domain/draw/seeded-random.js';
import { DomainError } from '#domain/errors.js';
import { canonicalJson } from '#domain/ledger/canonical-json.js';
import type { Sha256 } from '#domain/ledger/ledger-entry.js';
import { listHash, orderedById } from './draw-base.rule.js';
import { assertCommitted, drawCommitment, drawingSeed } from './draw-commitment.rule.js';
import type { CommittedDraw } from './draw-commitment.rule.js';
import { redraw, runDraw } from './draw.js';
import { AnnualInspectionRefusal } from './errors.js';
import { parsePublishedDraw } from './published-draw.js';
import type { DrawRecusal, PublishedDraw } from './published-draw.js';

/** What a draw is made of before its result. */
export type DrawFile = Pick<
  PublishedDraw,
  'terms' | 'base' | 'inspectors' | 'recusals' | 'seed' | 'beaconValue' | 'redraws' | 'drawnAt' | 'commitment'
>;

/** A place where the published draw is not what its inputs give. */
export interface DrawDifference {
  readonly at: string;
  readonly published: unknown;
  readonly computed: unknown;
}

/** Whether a published draw is the one that its inputs give, and where it is not. */
export interface DrawVerification {
  readonly same: boolean;
  readonly differences: readonly DrawDifference[];
}

/** What a draw commits to: its seed, terms and lists. */
export function committedDrawOf(
  { terms, base, inspectors, recusals, seed }: Pick<DrawFile, 'terms' | 'base' | 'inspectors' | 'recusals' | 'seed'>,
  sha256: Sha256,
): CommittedDraw {
  return {
    seed,
    terms,
    baseHash: listHash(base, sha256),
    inspectorsHash: listHash(
      inspectors.map(({ id }) => ({ id, name: '' })),
      sha256,
    ),
    recusalsHash: sha256(canonicalJson(orderedRecusals(recusals))),
  };
}

/**
 * Runs a committed draw and puts it into the form in which it is published. Errors as `runDraw` and `redraw`;
 * DRAW_COMMITMENT_MISMATCH when seed, terms or lists are not those committed to, or the public number is missing; DATE_ORDER
 * when the commitment was not published before; FIELD_INVALID for an id or a name that cannot be published.
 */
export function publishDraw(file: DrawFile, sha256: Sha256): PublishedDraw {
  const committed = committedDrawOf(file, sha256);
  assertCommitted(committed, file.commitment.hash, sha256);
  if (!beaconFits(file)) throw new AnnualInspectionRefusal('DRAW_COMMITMENT_MISMATCH', {}, 'beaconValue');
  if (!committedBefore(file)) {
    const { publishedAt } = file.commitment;
    throw new AnnualInspectionRefusal('DATE_ORDER', { publishedAt, drawnAt: file.drawnAt }, 'drawnAt');
  }
  const base = orderedById(file.base);
  return parsePublishedDraw({ ...file, base, ...computed(file, committed, sha256) });
}

/**
 * Runs a published draw again from its published inputs (specification M02: re-running must reproduce). Every differing
 * place is named; a draw whose inputs allow none is a difference at `inputs` with the code of the refusal.
 */
export function verifyDraw(published: PublishedDraw, sha256: Sha256): DrawVerification {
  const differences: DrawDifference[] = [];
  const compare = (at: string, was: unknown, is: unknown) => {
    if (canonicalJson(was) !== canonicalJson(is)) differences.push({ at, published: was, computed: is });
  };
  try {
    const committed = committedDrawOf(published, sha256);
    compare('commitment.hash', published.commitment.hash, drawCommitment(committed, sha256));
    compare('base', places(published.base), places(orderedById(published.base)));
    const result = computed(published, committed, sha256);
    for (const at of ['baseHash', 'size', 'drawn', 'assignments', 'finalAssignments'] as const) {
      compare(at, published[at], result[at]);
    }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    differences.push({ at: 'inputs', published: null, computed: error.code });
  }
  const { commitment, drawnAt, terms, beaconValue } = published;
  if (!committedBefore(published)) {
    differences.push({
      at: 'commitment.publishedAt',
      published: commitment.publishedAt,
      computed: `before ${drawnAt}`,
    });
  }
  if (!beaconFits(published)) {
    differences.push({ at: 'beaconValue', published: beaconValue, computed: terms.beaconSource });
  }
  return { same: differences.length === 0, differences };
}

function computed(file: DrawFile, { baseHash }: CommittedDraw, sha256: Sha256): Omit<PublishedDraw, keyof DrawFile> {
  const input = { ...file, seed: drawingSeed(file.seed, file.beaconValue, sha256) };
  const { size, drawn, assignments } = runDraw(input, sha256);
  const finalAssignments = redraw(assignments, file.redraws, input, sha256);
  const plain = (list: typeof assignments) =>
    list.map(({ organisation, inspectors }) => ({ organisation, inspectors: [...inspectors] }));
  return {
    format: 'banjie-draw',
    version: 1,
    algorithm: DRAW_ALGORITHM,
    baseHash,
    size,
    drawn: [...drawn],
    assignments: plain(assignments),
    finalAssignments: plain(finalAssignments),
  };
}

const beaconFits = ({ beaconValue, terms }: DrawFile): boolean =>
  (beaconValue === null) === (terms.beaconSource === null);

const committedBefore = ({ commitment, drawnAt }: DrawFile): boolean =>
  Date.parse(commitment.publishedAt) < Date.parse(drawnAt);

const places = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);

const orderedRecusals = (recusals: readonly DrawRecusal[]): string[][] =>
  recusals
    .map(({ organisation, inspector }) => [organisation, inspector])
    .toSorted((a, b) => (a.join('\n') < b.join('\n') ? -1 : 1));
