import { asId } from '#domain/ids.js';
import type { UnitId, UserId } from '#domain/ids.js';
import { readTerm } from '#domain/terms/term.js';
import { ADMINISTRATIVE_LEVELS, AGENCY_TYPES, NETWORK_TIERS } from '#domain/terms/unit-terms.js';
import type { AdministrativeLevel, AgencyType, NetworkTier } from '#domain/terms/unit-terms.js';
import type { Database } from '../client.js';

/** A unit (机关/单位). Its place in the tree is separate from its division code (specification C12). */
export interface Unit {
  readonly id: UnitId;
  readonly name: string;
  readonly agencyType: AgencyType;
  readonly level: AdministrativeLevel;
  readonly divisionCode: string;
  readonly parentId: UnitId | null;
  readonly networkTier: NetworkTier | null;
  readonly leaderUserId: UserId | null;
  /** 机关代字 of its document numbers; null when it issues none. */
  readonly docWord: string | null;
}

/** Which units: all that match every given condition. */
export interface UnitQuery {
  readonly parentId?: string;
  /** This division or one in it. */
  readonly divisionCode?: string;
  readonly agencyType?: AgencyType;
  /** Id of the last unit of the page before. */
  readonly after: string | null;
  readonly limit: number;
}

/** A unit to set up. */
export type NewUnitRow = Omit<Unit, 'id' | 'parentId' | 'networkTier' | 'leaderUserId'> & {
  readonly id: string;
  readonly parentId: string | null;
};

/** What of a unit changes. */
export interface UnitChange {
  readonly name?: string;
  readonly parentId?: string | null;
  readonly docWord?: string | null;
  readonly leaderUserId?: string | null;
}

/** By hand: every submission asks it. */
const UNIT_SQL = 'SELECT * FROM "Unit" WHERE "id" = $1';

/** The tree of units. */
export function unitStore({ rows, pool }: Database) {
  return {
    async byId(id: string): Promise<Unit | null> {
      const [row] = (await pool.query<Row>({ name: 'unit', text: UNIT_SQL, values: [id] })).rows;
      return row === undefined ? null : unitOf(row);
    },

    /** Names of the units of exactly this division. */
    async namesAt(divisionCode: string): Promise<string[]> {
      const found = await rows.unit.findMany({
        where: { divisionCode },
        select: { name: true },
        orderBy: { id: 'asc' },
      });
      return found.map(({ name }) => name);
    },

    /** By id, `limit` of them. */
    async list({ parentId, divisionCode, agencyType, after, limit }: UnitQuery): Promise<Unit[]> {
      const found = await rows.unit.findMany({
        where: {
          ...(parentId === undefined ? {} : { parentId }),
          ...(divisionCode === undefined ? {} : { divisionCode: { startsWith: divisionPrefix(divisionCode) } }),
          ...(agencyType === undefined ? {} : { agencyType }),
          ...(after === null ? {} : { id: { gt: after } }),
        },
        orderBy: { id: 'asc' },
        take: limit,
      });
      return found.map(unitOf);
    },

    /** As `byId`, and as the transaction of this store sees it. */
    async inTransaction(id: string): Promise<Unit | null> {
      const row = await rows.unit.findUnique({ where: { id } });
      return row === null ? null : unitOf(row);
    },

    async add(unit: NewUnitRow): Promise<void> {
      await rows.unit.create({ data: unit });
    },

    async change(id: string, change: UnitChange): Promise<void> {
      await rows.unit.update({ where: { id }, data: change });
    },

    /** Whether another unit of the division has this name. */
    async nameTaken(name: string, divisionCode: string, exceptId: string): Promise<boolean> {
      return (await rows.unit.count({ where: { name, divisionCode, id: { not: exceptId } } })) > 0;
    },

    /** The unit and every unit above it; none when there is no such unit. */
    async lineOf(id: string): Promise<string[]> {
      const found = await rows.$queryRaw<{ id: string }[]>`WITH RECURSIVE line AS (
        SELECT "id", "parentId" FROM "Unit" WHERE "id" = ${id}
        UNION SELECT u."id", u."parentId" FROM "Unit" u JOIN line ON u."id" = line."parentId") SELECT "id" FROM line`;
      return found.map((row) => row.id);
    },

    /** The leader to whom an overdue task of the unit goes; null when nobody is named. */
    async leaderOf(id: string): Promise<UserId | null> {
      const row = await rows.unit.findUnique({ where: { id }, select: { leaderUserId: true } });
      return row?.leaderUserId == null ? null : asId<UserId>(row.leaderUserId);
    },
  };
}

/** What the codes of a division and of all in it begin with: 511000 is 5110, 330411 itself. */
export function divisionPrefix(code: string): string {
  return code.length === 6 ? code.replace(/(?:00)+$/, '') : code;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly agencyType: string;
  readonly level: string;
  readonly divisionCode: string;
  readonly parentId: string | null;
  readonly networkTier: string | null;
  readonly leaderUserId: string | null;
  readonly docWord: string | null;
}

function unitOf(row: Row): Unit {
  return {
    id: asId<UnitId>(row.id),
    name: row.name,
    agencyType: readTerm(AGENCY_TYPES, row.agencyType),
    level: readTerm(ADMINISTRATIVE_LEVELS, row.level),
    divisionCode: row.divisionCode,
    parentId: row.parentId === null ? null : asId<UnitId>(row.parentId),
    networkTier: row.networkTier === null ? null : readTerm(NETWORK_TIERS, row.networkTier),
    leaderUserId: row.leaderUserId === null ? null : asId<UserId>(row.leaderUserId),
    docWord: row.docWord,
  };
}
