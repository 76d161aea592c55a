import { DomainError, NotFound, type Refusal } from '#domain/errors.js';
import { asId, type UserId } from '#domain/ids.js';
import {
  type AdoptableProject,
  adopted,
  type Adoption,
  keepsASource,
  withoutAdoption,
} from '#domain/venture-round/adoption.rule.js';
import { VentureRoundRefusal } from '#domain/venture-round/errors.js';
import type { DeedFacts, DeedRequest, WithdrawalFacts } from '#domain/venture-round/money-facts.js';
import type { Database } from '../../client.js';

interface DeedRow {
  readonly deedId: string;
  readonly sponsorUscc: string;
  readonly sponsorUserId: string;
  readonly mode: Adoption['mode'];
  readonly fen: number;
  readonly status: 'OFFERED' | Adoption['status'];
  readonly linkedToApplicant: boolean;
  readonly disclosure: string | null;
  readonly hasJudge: boolean;
}

const DEEDS = `SELECT a."id" AS "deedId", s."uscc" AS "sponsorUscc", s."userId" AS "sponsorUserId", a."mode", a."fen"::float8 AS "fen", a."status",
    a."linkedToApplicant", a."disclosure",
    EXISTS (SELECT 1 FROM "PanelMember" m JOIN "Judge" j ON j."id" = m."judgeId"
      WHERE m."roundId" = a."roundId" AND m."leftAt" IS NULL AND (j."userId" = s."userId" OR j."employerName" = s."name")) AS "hasJudge"
  FROM "Adoption" a JOIN "Sponsor" s ON s."id" = a."sponsorId" WHERE a."projectId" = $1 ORDER BY a."sponsorSignedAt", a."id"`;

interface ProjectRow {
  readonly requestedFen: number;
  readonly awardedFen: number;
  readonly inPublishedList: boolean;
  readonly meetsFloor: boolean | null;
}

const PROJECT = `SELECT p."requestedFen"::float8 AS "requestedFen",
    CASE WHEN a."outcome" IN ('PROPOSED', 'FUNDED') THEN a."fen"::float8 ELSE 0 END AS "awardedFen",
    (a."projectId" IS NOT NULL OR (result."projectId" IS NULL AND k."state" IN ('PUBLICITY', 'AWARDED', 'EXECUTION'))) AS "inPublishedList",
    result."meetsFloor"
  FROM "Project" p JOIN "Case" k ON k."id" = p."roundId" LEFT JOIN "Award" a ON a."projectId" = p."caseId"
  LEFT JOIN LATERAL (SELECT r."projectId", r."meetsFloor" FROM "RoundResult" r WHERE r."roundId" = p."roundId" AND r."projectId" = p."caseId"
    ORDER BY r."seq" DESC LIMIT 1) result ON true
 WHERE p."caseId" = $1`;

/** Adoptions of projects: what their rule makes of a deed that is about to be signed, withdrawn or confirmed. */
export function adoptionStore({ pool }: Pick<Database, 'pool'>) {
  const deedsOf = async (projectId: string): Promise<DeedRow[]> => (await pool.query<DeedRow>(DEEDS, [projectId])).rows;

  const projectOf = async ({ projectId, state }: DeedRequest, deeds: readonly DeedRow[]): Promise<AdoptableProject> => {
    const [row] = (await pool.query<ProjectRow>(PROJECT, [projectId])).rows;
    if (row === undefined) throw new NotFound('Project');
    return { ...row, state, adoptions: deeds.flatMap(standing) };
  };

  return {
    /** What a sponsor may still give: the gap, and whether the project may be adopted at all. */
    async adoptable(request: DeedRequest): Promise<AdoptableProject> {
      return projectOf(request, await deedsOf(request.projectId));
    },

    async deedToSign(request: DeedRequest): Promise<DeedFacts> {
      const deeds = await deedsOf(request.projectId);
      const deed = deeds.find(({ deedId }) => deedId === request.deedId);
      if (deed === undefined || deed.status === 'CANCELLED')
        return { refusal: new NotFound('Adoption').refusal, signed: false, sponsorUserId: null };
      const sponsorUserId = asId<UserId>(deed.sponsorUserId);
      if (deed.status !== 'OFFERED') return { refusal: null, signed: true, sponsorUserId };
      const project = await projectOf(request, deeds);
      return { refusal: refusalOf(() => adopted(project, sponsorOf(deed), deed)), signed: false, sponsorUserId };
    },

    async deedToWithdraw(request: DeedRequest & { readonly userId: string }): Promise<WithdrawalFacts> {
      const deeds = await deedsOf(request.projectId);
      const deed = deeds.find(
        ({ deedId, sponsorUserId }) => deedId === request.deedId && sponsorUserId === request.userId,
      );
      if (deed === undefined || deed.status === 'CANCELLED')
        return { refusal: new NotFound('Adoption').refusal, keepsASource: true };
      const late =
        deed.status === 'PAID' ? new VentureRoundRefusal('VEN_ADOPT_PAID', { deedId: deed.deedId }).refusal : null;
      const project = await projectOf(request, deeds);
      const adoptions = withoutAdoption(project.adoptions, deed.deedId);
      return { refusal: late, keepsASource: keepsASource({ ...project, adoptions }) };
    },

    async deedToConfirm({ projectId, deedId }: DeedRequest): Promise<Refusal | null> {
      const deed = (await deedsOf(projectId)).find((one) => one.deedId === deedId);
      return deed?.status === 'SIGNED' || deed?.status === 'PAID' ? null : new NotFound('Adoption').refusal;
    },
  };
}

const standing = ({ deedId, sponsorUscc, mode, fen, status }: DeedRow): Adoption[] =>
  status === 'OFFERED' ? [] : [{ deedId, sponsorUscc, mode, fen, status }];

const sponsorOf = ({ sponsorUscc, hasJudge, linkedToApplicant, disclosure }: DeedRow) => ({
  uscc: sponsorUscc,
  hasJudgeInRound: hasJudge,
  linkedToApplicant,
  linkDisclosed: disclosure !== null,
});

function refusalOf(check: () => unknown): Refusal | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.refusal;
    throw error;
  }
}
