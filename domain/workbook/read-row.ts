import type { Column } from './column.js';
import type { Numbered, RowFaults } from './faults.js';
import { MEMBER_COLUMNS, ORGANISATION_COLUMNS, POST_COLUMNS } from './sheets.js';
import type { MemberRow, OrganisationRow, PostRow } from './sheets.js';

/** The texts of a row by their headings; a heading that is not there is an empty cell. */
export interface SheetRow {
  readonly number: number;
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads the rows of 社会组织; one with a fault is noted and left out. */
export function readOrganisations(rows: readonly SheetRow[], faults: RowFaults): Numbered<OrganisationRow>[] {
  const c = ORGANISATION_COLUMNS;
  return readRows(rows, faults, (read) => ({
    name: read(c.name),
    uscc: read(c.uscc),
    usccWaiver: read(c.usccWaiver),
    filingNo: read(c.filingNo),
    type: read(c.type),
    subtype: read(c.subtype),
    legalStatus: read(c.legalStatus),
    registeredAt: read(c.registeredAt),
    endedOn: read(c.endedOn),
    charity: read(c.charity),
    level: read(c.level),
    divisionCode: read(c.divisionCode),
    address: read(c.address),
    fieldTags: read(c.fieldTags),
    termStart: read(c.termStart),
    termEnd: read(c.termEnd),
    councilSize: read(c.councilSize),
    charterPartyBuilding: read(c.charterPartyBuilding),
    managementMode: read(c.managementMode),
    supervisoryUnit: read(c.supervisoryUnit),
    registryUnit: read(c.registryUnit),
  }));
}

/** Reads the rows of 任职; one with a fault is noted and left out. */
export function readPosts(rows: readonly SheetRow[], faults: RowFaults): Numbered<PostRow>[] {
  const c = POST_COLUMNS;
  return readRows(rows, faults, (read) => ({
    organisation: read(c.organisation),
    name: read(c.name),
    idNo: read(c.idNo),
    phone: read(c.phone),
    post: read(c.post),
    inCouncil: read(c.inCouncil),
    isLegalRep: read(c.isLegalRep),
    from: read(c.from),
    to: read(c.to),
  }));
}

/** Reads the rows of 党员; one with a fault is noted and left out. */
export function readMembers(rows: readonly SheetRow[], faults: RowFaults): Numbered<MemberRow>[] {
  const c = MEMBER_COLUMNS;
  return readRows(rows, faults, (read) => ({
    organisation: read(c.organisation),
    name: read(c.name),
    idNo: read(c.idNo),
    status: read(c.status),
    fullSince: read(c.fullSince),
    relationStatus: read(c.relationStatus),
    home: read(c.home),
  }));
}

type ReadCell = <Value>(column: Column<Value>) => Value;

function readRows<Row>(rows: readonly SheetRow[], faults: RowFaults, rowOf: (read: ReadCell) => Row): Numbered<Row>[] {
  return rows.flatMap(({ number, texts }) => {
    // Every cell is read, so that all that is wrong is said at once; a row with a fault is dropped with its stand-in values.
    const read: ReadCell = (column) => {
      const taken = faults.attempt(number, column, () => ({ value: column.read(texts.get(column.zh) ?? '') }));
      return taken === undefined ? column.read(column.example) : taken.value;
    };
    const row = rowOf(read);
    return faults.has(number) ? [] : [{ number, row }];
  });
}
