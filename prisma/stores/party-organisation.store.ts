import type { CoverageFacts } from '#domain/organisation/party-coverage.rule.js';
import { asId } from '#domain/ids.js';
import type { PartyOrgId, UnitId } from '#domain/ids.js';
import { readTerm } from '#domain/terms/term.js';
import { PARTY_ORGANISATION_TYPES } from '#domain/terms/party-terms.js';
import type { PartyOrganisationType } from '#domain/terms/party-terms.js';
import type { Database } from '../client.js';

/** A Party organisation, as far as routing and authority need it (specification M01 "Who approves"). */
export interface PartyOrganisation {
  readonly id: PartyOrgId;
  readonly type: PartyOrganisationType;
  readonly name: string;
  readonly parentId: PartyOrgId | null;
  /** The unit whose officials act for it; null when it has none. */
  readonly unitId: UnitId | null;
  readonly status: string;
  readonly temporary: boolean;
  readonly canApproveProbationary: boolean;
  /** An administrativeLevels slug. */
  readonly level: string;
}

/** The tree is a few levels deep; deeper means that it turns back into itself. */
const DEEPEST = 20;

const PATH = `
  WITH RECURSIVE path AS (
    SELECT p.*, 0 AS height FROM "PartyOrganisation" p WHERE p.id = $1
    UNION ALL
    SELECT p.*, path.height + 1 FROM "PartyOrganisation" p JOIN path ON p.id = path."parentId" WHERE path.height < ${DEEPEST}
  )
  SELECT id, type, name, "parentId", "unitId", status, temporary, "canApproveProbationary", level FROM path ORDER BY height`;

/** The tree of Party organisations and what it covers. */
export function partyOrganisationStore({ rows, pool }: Database) {
  return {
    async byId(id: string): Promise<PartyOrganisation | null> {
      const row = await rows.partyOrganisation.findUnique({ where: { id } });
      return row === null ? null : partyOrganisationOf(row);
    },

    /** The organisation and its superiors, nearest first: where a case climbs until somebody may approve. */
    async pathUp(id: string): Promise<PartyOrganisation[]> {
      const { rows: found } = await pool.query<Row>({ name: 'party-path-up', text: PATH, values: [id] });
      return found.map(partyOrganisationOf);
    },

    /** Whether it may approve probationary members: a living, lasting organisation with that power. */
    async canApproveProbationary(id: string): Promise<boolean> {
      const found = await rows.partyOrganisation.findUnique({ where: { id } });
      return found !== null && found.canApproveProbationary && !found.temporary && found.status === 'ACTIVE';
    },

    /** The Party organisations that cover an organisation, for the gate `partyCoverage`. */
    async covering(organisationId: string): Promise<CoverageFacts['partyOrganisations']> {
      const links = await rows.partyOrgCoverage.findMany({ where: { organisationId }, select: { partyOrgId: true } });
      return rows.partyOrganisation.findMany({
        where: { id: { in: links.map(({ partyOrgId }) => partyOrgId) } },
        select: { status: true, temporary: true, countsInCoverage: true },
      });
    },
  };
}

interface Row {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly unitId: string | null;
  readonly status: string;
  readonly temporary: boolean;
  readonly canApproveProbationary: boolean;
  readonly level: string;
}

function partyOrganisationOf(row: Row): PartyOrganisation {
  return {
    id: asId<PartyOrgId>(row.id),
    type: readTerm(PARTY_ORGANISATION_TYPES, row.type),
    name: row.name,
    parentId: row.parentId === null ? null : asId<PartyOrgId>(row.parentId),
    unitId: row.unitId === null ? null : asId<UnitId>(row.unitId),
    status: row.status,
    temporary: row.temporary,
    canApproveProbationary: row.canApproveProbationary,
    level: row.level,
  };
}
