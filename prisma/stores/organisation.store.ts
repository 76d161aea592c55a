import type { IsoDate } from '#domain/calendar/iso-date.js';
import { DomainError, FieldInvalid, NotFound } from '#domain/errors.js';
import { parseUscc } from '#domain/identifier/uscc.js';
import { asId } from '#domain/ids.js';
import type { OrganisationId, PartyOrgId, UnitId, UserId } from '#domain/ids.js';
import { termAfterElection, termAfterPostponement } from '#domain/organisation/council-term.rule.js';
import type { CouncilTerm, Postponement, ReElection } from '#domain/organisation/council-term.rule.js';
import { assertEnding } from '#domain/organisation/ending.rule.js';
import type { OrganisationEnding } from '#domain/organisation/ending.rule.js';
import { LEGAL_STATUS, MANAGEMENT_MODES, ORGANISATION_TYPES } from '#domain/terms/organisation-terms.js';
import type { LegalStatus, ManagementMode, OrganisationType } from '#domain/terms/organisation-terms.js';
import { readTerm } from '#domain/terms/term.js';
import { matchingKey } from '#domain/text/matching-key.js';
import type { Database, Rows } from '../client.js';
import { appendCouncilChange, councilChanges } from './council-history.js';
import type { CouncilChange } from './council-history.js';
import { dateColumn, dayOf } from './date-column.js';
import { divisionPrefix } from './unit.store.js';

/** A social organisation (社会组织). */
export interface Organisation {
  readonly id: OrganisationId;
  readonly name: string;
  readonly uscc: string | null;
  /** A registry officer accepted a code whose check character is wrong (specification C11). */
  readonly usccWaiver: boolean;
  readonly filingNo: string | null;
  readonly type: OrganisationType;
  readonly subtype: OrganisationType | null;
  readonly legalStatus: LegalStatus;
  readonly registeredAt: IsoDate | null;
  /** The day of its cancellation or revocation. */
  readonly endedOn: IsoDate | null;
  /** Recognised as a charity (慈善组织), whatever its type. */
  readonly charity: boolean;
  readonly level: string;
  readonly divisionCode: string;
  readonly address: string;
  readonly fieldTags: readonly string[];
  readonly councilTerm: CouncilTerm | null;
  readonly councilSize: number | null;
  readonly charterPartyBuilding: boolean;
  readonly managementMode: ManagementMode | null;
  readonly supervisoryUnitId: UnitId | null;
  readonly registryUnitId: UnitId | null;
  readonly managingPartyOrgId: PartyOrgId | null;
}

/** Which organisations: all that match every given condition. */
export interface OrganisationQuery {
  /** Only these; null = all. */
  readonly ids: readonly string[] | null;
  /** Supervisory unit or registry. */
  readonly unitId?: string;
  /** This division or one in it. */
  readonly divisionCode?: string;
  /** A part of the name; width, case and script do not matter. */
  readonly name?: string;
  readonly legalStatus?: LegalStatus;
  /** Id of the last organisation of the page before. */
  readonly after: string | null;
  readonly limit: number;
}

/** Who records something, and when (epoch ms). */
export interface Recorder {
  readonly userId: UserId;
  readonly today: IsoDate;
  readonly now: number;
}

/** The code belongs to another organisation already. */
export class UsccTaken extends DomainError {
  constructor() {
    super({
      code: 'USCC_TAKEN',
      status: 422,
      messageZh: '该统一社会信用代码已登记在另一组织名下,请核对。',
      messageEn: 'This unified social credit code belongs to another organisation. Check it.',
      field: 'uscc',
    });
  }
}

/** Organisations and the terms of their councils. */
export function organisationStore(database: Database) {
  const { rows } = database;
  return {
    async byId(id: string): Promise<Organisation | null> {
      const row = await rows.organisation.findUnique({ where: { id } });
      return row === null ? null : organisationOf(row);
    },

    /** By id, `limit` of them. */
    async list(query: OrganisationQuery): Promise<Organisation[]> {
      const found = await rows.organisation.findMany({
        where: { AND: conditionsOf(query) },
        orderBy: { id: 'asc' },
        take: query.limit,
      });
      return found.map(organisationOf);
    },

    /** Every election and postponement that was recorded, oldest first. */
    councilHistory: (id: string) => councilChanges(database, id),

    /** A new council and its term; `size` when it changed. Throws COUNCIL_TERM_INVALID, or NOT_FOUND. */
    reElected(id: string, election: ReElection & { readonly size?: number }, by: Recorder): Promise<Organisation> {
      return changeTerm(database, id, by, (present) => ({
        kind: 'RE_ELECTION',
        before: present,
        after: termAfterElection(present, election, by.today),
        heldOn: election.heldOn,
        approvalDoc: null,
        recordedBy: by.userId,
        ...(election.size === undefined ? {} : { size: election.size }),
      }));
    },

    /** The present term ends later; `approvalDoc` is the recorder's upload with the approval. Throws COUNCIL_TERM_INVALID, FIELD_INVALID, NOT_FOUND. */
    async postponed(
      id: string,
      change: Postponement & { readonly approvalDoc: string },
      by: Recorder,
    ): Promise<Organisation> {
      await assertUploaded(database, change.approvalDoc, by);
      return changeTerm(database, id, by, (present) => ({
        kind: 'POSTPONEMENT',
        before: present,
        after: termAfterPostponement(present, change),
        heldOn: null,
        approvalDoc: change.approvalDoc,
        recordedBy: by.userId,
      }));
    },

    /**
     * Sets the code. `waiveCheck`: a registry officer vouches for a genuine old code whose check character is wrong (specification C11).
     * Throws FIELD_INVALID for a code that is none, USCC_TAKEN (422), NOT_FOUND.
     */
    async identify(id: string, { uscc, waiveCheck }: { uscc: string; waiveCheck: boolean }): Promise<Organisation> {
      const code = parseUscc(uscc, 'uscc', { waiveCheck });
      const holder = await rows.organisation.findUnique({ where: { uscc: code }, select: { id: true } });
      if (holder !== null && holder.id !== id) throw new UsccTaken();
      const { count } = await rows.organisation.updateMany({
        where: { id },
        data: { uscc: code, usccWaiver: waiveCheck },
      });
      if (count === 0) throw new NotFound('Organisation');
      return organisationOf(await rows.organisation.findUniqueOrThrow({ where: { id } }));
    },

    /** Its cancellation or revocation; recorded again, the day is put right. Throws FIELD_INVALID for a wrong day, NOT_FOUND. */
    end: (id: string, { legalStatus, endedOn }: Pick<OrganisationEnding, 'legalStatus' | 'endedOn'>, today: IsoDate) =>
      database.transact(async ({ rows: within }) => {
        const row = await within.organisation.findUnique({ where: { id } });
        if (row === null) throw new NotFound('Organisation');
        assertEnding({ legalStatus, endedOn, registeredAt: dayOf(row.registeredAt) }, today);
        const data = { legalStatus, endedOn: dateColumn(endedOn) };
        return organisationOf(await within.organisation.update({ where: { id }, data }));
      }),

    /** Whether it is recognised as a charity. */
    recogniseCharity: async (id: string, charity: boolean): Promise<Organisation> =>
      organisationOf(await rows.organisation.update({ where: { id }, data: { charity } })),
  };
}

async function assertUploaded({ rows }: Database, uploadId: string, { userId }: Recorder): Promise<void> {
  if ((await rows.upload.count({ where: { id: uploadId, ownerUserId: userId } })) > 0) return;
  throw new FieldInvalid(
    'postponement.approvalDoc',
    '没有找到批准延期换届的文件,请先上传。',
    'The approval was not found. Upload it first.',
  );
}

function changeTerm(
  database: Database,
  id: string,
  { now }: Recorder,
  change: (present: CouncilTerm | null) => CouncilChange & { readonly size?: number },
): Promise<Organisation> {
  return database.transact(async (tx) => {
    // The row stays locked until the end, so that two changes see each other.
    await tx.rows.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${id} FOR UPDATE`;
    const row = await tx.rows.organisation.findUnique({ where: { id } });
    if (row === null) throw new NotFound('Organisation');
    const { size, ...recorded } = change(termOf(row));
    await appendCouncilChange(tx, id, recorded, now);
    const { start, end } = recorded.after;
    const councilSize = size ?? row.councilSize;
    const data = { councilTermStart: dateColumn(start), councilTermEnd: dateColumn(end), councilSize };
    return organisationOf(await tx.rows.organisation.update({ where: { id }, data }));
  });
}

function conditionsOf({ ids, unitId, divisionCode, name, legalStatus, after }: OrganisationQuery) {
  return [
    ids === null ? {} : { id: { in: [...ids] } },
    unitId === undefined ? {} : { OR: [{ supervisoryUnitId: unitId }, { registryUnitId: unitId }] },
    divisionCode === undefined ? {} : { divisionCode: { startsWith: divisionPrefix(divisionCode) } },
    name === undefined ? {} : { nameKey: { contains: matchingKey(name) } },
    legalStatus === undefined ? {} : { legalStatus },
    after === null ? {} : { id: { gt: after } },
  ];
}

type Row = NonNullable<Awaited<ReturnType<Rows['organisation']['findUnique']>>>;

function termOf({ councilTermStart, councilTermEnd }: Row): CouncilTerm | null {
  if (councilTermStart === null || councilTermEnd === null) return null;
  return { start: dayOf(councilTermStart), end: dayOf(councilTermEnd) };
}

function organisationOf(row: Row): Organisation {
  const unit = (id: string | null) => (id === null ? null : asId<UnitId>(id));
  return {
    id: asId<OrganisationId>(row.id),
    name: row.name,
    uscc: row.uscc,
    usccWaiver: row.usccWaiver,
    filingNo: row.filingNo,
    type: readTerm(ORGANISATION_TYPES, row.type),
    subtype: row.subtype === null ? null : readTerm(ORGANISATION_TYPES, row.subtype),
    legalStatus: readTerm(LEGAL_STATUS, row.legalStatus),
    registeredAt: dayOf(row.registeredAt),
    endedOn: dayOf(row.endedOn),
    charity: row.charity,
    level: row.level,
    divisionCode: row.divisionCode,
    address: row.address,
    fieldTags: row.fieldTags,
    councilTerm: termOf(row),
    councilSize: row.councilSize,
    charterPartyBuilding: row.charterPartyBuilding,
    managementMode: row.managementMode === null ? null : readTerm(MANAGEMENT_MODES, row.managementMode),
    supervisoryUnitId: unit(row.supervisoryUnitId),
    registryUnitId: unit(row.registryUnitId),
    managingPartyOrgId: row.managingPartyOrgId === null ? null : asId<PartyOrgId>(row.managingPartyOrgId),
  };
}
