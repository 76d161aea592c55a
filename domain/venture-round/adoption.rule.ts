import { isUscc, parseUscc, usccHolder } from '#domain/identifier/uscc.js';
import { VentureRoundRefusal } from './errors.js';
import { sumFen } from './fen.js';
import type { ProjectState } from './states.js';

/** An adoption (认领) as it was signed; fen, also the stated value of goods and services. */
export interface Adoption {
  /** Of the signed deed: the same deed is one adoption. */
  readonly deedId: string;
  readonly sponsorUscc: string;
  readonly mode: 'MONEY' | 'GOODS' | 'SERVICE';
  readonly fen: number;
  /** PAID: what was promised is there. */
  readonly status: 'SIGNED' | 'PAID' | 'CANCELLED';
}

/** A project as an enterprise may adopt it. */
export interface AdoptableProject {
  readonly state: ProjectState;
  readonly inPublishedList: boolean;
  /** null where the class is not scored. */
  readonly meetsFloor: boolean | null;
  readonly requestedFen: number;
  /** From public money. */
  readonly awardedFen: number;
  readonly adoptions: readonly Adoption[];
}

/** What is known of who adopts. */
export interface SponsorSide {
  readonly uscc: string;
  readonly hasJudgeInRound: boolean;
  readonly linkedToApplicant: boolean;
  readonly linkDisclosed: boolean;
}

const ADOPTABLE: readonly ProjectState[] = ['SHOWN', 'SCORED', 'RESERVE', 'NOT_FUNDED', 'PROPOSED', 'FUNDED'];

/** What a project asked for and neither public money nor enterprises give yet, in fen; never below 0. */
export function fundingGap({
  requestedFen,
  awardedFen,
  adoptions,
}: Pick<AdoptableProject, 'requestedFen' | 'awardedFen'> & {
  readonly adoptions: readonly Pick<Adoption, 'fen' | 'status'>[];
}): number {
  const adopted = sumFen(adoptions.filter(({ status }) => status !== 'CANCELLED').map(({ fen }) => fen));
  return Math.max(0, requestedFen - awardedFen - adopted);
}

/**
 * Adds an adoption, alone or beside others, up to the gap (specification M03 "Sources"). The same deed again changes
 * nothing. Throws VEN_ADOPT_NOT_ELIGIBLE, VEN_SPONSOR_NOT_ELIGIBLE, VEN_ADOPT_OVER_GAP.
 */
export function adopted(
  project: AdoptableProject,
  sponsor: SponsorSide,
  deed: Omit<Adoption, 'status' | 'sponsorUscc'>,
): readonly Adoption[] {
  if (project.adoptions.some(({ deedId }) => deedId === deed.deedId)) return project.adoptions;
  const { state, inPublishedList, meetsFloor } = project;
  if (!ADOPTABLE.includes(state) || !inPublishedList || meetsFloor === false)
    throw new VentureRoundRefusal('VEN_ADOPT_NOT_ELIGIBLE', { state, inPublishedList, meetsFloor });
  assertSponsor(sponsor);
  const gap = fundingGap(project);
  if (!Number.isSafeInteger(deed.fen) || deed.fen < 1 || deed.fen > gap)
    throw new VentureRoundRefusal('VEN_ADOPT_OVER_GAP', { fen: deed.fen, gap }, 'fen');
  return [...project.adoptions, { ...deed, sponsorUscc: sponsor.uscc, status: 'SIGNED' }];
}

/** Cancels an adoption whose sponsor withdraws before paying; a deed that does not exist changes nothing. */
export function withoutAdoption(adoptions: readonly Adoption[], deedId: string): readonly Adoption[] {
  return adoptions.map((one) => (one.deedId === deedId ? { ...one, status: 'CANCELLED' } : one));
}

/** Whether a funded project keeps a source: public money, or another enterprise. Without one it is no longer funded. */
export function keepsASource({ awardedFen, adoptions }: Pick<AdoptableProject, 'awardedFen' | 'adoptions'>): boolean {
  return awardedFen > 0 || adoptions.some(({ status }) => status !== 'CANCELLED');
}

function assertSponsor({ uscc, hasJudgeInRound, linkedToApplicant, linkDisclosed }: SponsorSide): void {
  const enterprise = isUscc(uscc) && usccHolder(parseUscc(uscc)) === 'ENTERPRISE';
  const undisclosed = linkedToApplicant && !linkDisclosed;
  if (!enterprise || hasJudgeInRound || undisclosed)
    throw new VentureRoundRefusal('VEN_SPONSOR_NOT_ELIGIBLE', { enterprise, hasJudgeInRound, undisclosed });
}
