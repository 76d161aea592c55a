import type { CouncilTerm } from '#domain/organisation/council-term.rule.js';
import { endingFault } from '#domain/organisation/ending.rule.js';
import { isUscc } from '#domain/identifier/uscc.js';
import { ORGANISATION_TYPES } from '#domain/terms/organisation-terms.js';
import type { OrganisationType } from '#domain/terms/organisation-terms.js';
import { matchingKey } from '#domain/text/matching-key.js';
import type { Numbered, RowFaults } from './faults.js';
import { idOf } from './named.js';
import type { Importer, KnownOrganisation, Register } from './register.js';
import { ORGANISATION_COLUMNS } from './sheets.js';
import type { OrganisationRow } from './sheets.js';

/** An organisation as it will be written; `known` is what the register has of it now, null for a new one. */
export interface CheckedOrganisation {
  readonly number: number;
  readonly row: OrganisationRow;
  readonly known: KnownOrganisation | null;
  readonly term: CouncilTerm | null;
  readonly supervisoryUnitId: string | null;
  readonly registryUnitId: string | null;
}

const C = ORGANISATION_COLUMNS;

/** The rules of 社会组织, over all its rows: identity, dates, units, rights, nothing twice (specification C11, §3 Organisation). */
export function checkOrganisations(
  rows: readonly Numbered<OrganisationRow>[],
  register: Register,
  importer: Importer,
  faults: RowFaults,
): CheckedOrganisation[] {
  noneTwice(rows, faults);
  return rows.map(({ number, row }) => {
    identity(number, row, importer, faults);
    standing(number, row, importer, faults);
    ending(number, row, importer, faults);
    const known = knownAs(number, row, register, faults);
    const term = termOf(number, row, known, faults);
    const supervisoryUnitId =
      row.supervisoryUnit === null
        ? null
        : idOf(register.units, row.supervisoryUnit, number, C.supervisoryUnit, faults);
    const registryUnitId = registryOf(number, row, known, register, importer, faults);
    return { number, row, known, term, supervisoryUnitId, registryUnitId };
  });
}

/** Whether the type is a social group or a subtype of it. */
export function isSocialGroup(type: OrganisationType): boolean {
  return type === 'SOCIAL_GROUP' || parentOf(type) === 'SOCIAL_GROUP';
}

function identity(number: number, row: OrganisationRow, { mayWaive }: Importer, faults: RowFaults): void {
  const { uscc, usccWaiver, filingNo, type, subtype } = row;
  if (uscc === null && filingNo === null) {
    faults.add(
      number,
      C.uscc,
      '统一社会信用代码和备案编号至少填写一项。',
      'Give the social credit code or the filing number.',
    );
  }
  if (uscc !== null && !isUscc(uscc) && !usccWaiver) {
    faults.add(
      number,
      C.uscc,
      '统一社会信用代码的校验码不符,请逐位核对;确系历史代码的,在“历史代码豁免”填“是”。',
      'The check character does not match. Compare it, or waive the check for a genuine old code.',
    );
  }
  if (usccWaiver && !mayWaive) {
    faults.add(
      number,
      C.usccWaiver,
      '历史代码豁免须由登记管理机关人员导入。',
      'Only an officer of the registry may waive the check.',
    );
  }
  const prefix = prefixOf(type);
  if (uscc !== null && prefix !== null && !uscc.startsWith(prefix)) {
    faults.add(
      number,
      C.type,
      `组织类型与统一社会信用代码不符:该类型的代码以 ${prefix} 开头。`,
      `The code of this type begins with ${prefix}.`,
    );
  }
  if (subtype !== null && parentOf(subtype) !== type && subtype !== 'CHARITY') {
    faults.add(number, C.subtype, '组织子类型不属于所填的组织类型。', 'The subtype does not belong to the type.');
  }
}

function standing(number: number, row: OrganisationRow, { today }: Importer, faults: RowFaults): void {
  const { legalStatus, uscc, filingNo, registeredAt } = row;
  if (legalStatus === 'REGISTERED' && uscc === null) {
    faults.add(number, C.uscc, '已登记的组织须填写统一社会信用代码。', 'A registered organisation needs its code.');
  }
  if (legalStatus === 'REGISTERED' && registeredAt === null) {
    faults.add(
      number,
      C.registeredAt,
      '已登记的组织须填写登记日期。',
      'A registered organisation needs the day of registration.',
    );
  }
  if (legalStatus === 'FILED' && filingNo === null) {
    faults.add(number, C.filingNo, '备案的组织须填写备案编号。', 'A filed organisation needs its filing number.');
  }
  if (registeredAt !== null && registeredAt > today) {
    faults.add(number, C.registeredAt, '登记日期不能晚于今天。', 'The day of registration is in the future.');
  }
}

function ending(number: number, row: OrganisationRow, { today }: Importer, faults: RowFaults): void {
  const { endedOn } = row;
  if (endedOn === null) return;
  const { zh, en } = endingFault({ ...row, endedOn }, today) ?? {};
  if (zh !== undefined && en !== undefined) faults.add(number, C.endedOn, zh, en);
}

/** Each code, filing number and name stands in one row only; the later row is told the earlier one. */
function noneTwice(rows: readonly Numbered<OrganisationRow>[], faults: RowFaults): void {
  const first = new Map<string, number>();
  for (const { number, row } of rows) {
    const keys = [
      [C.uscc, row.uscc === null ? null : `code ${row.uscc}`],
      [C.filingNo, row.filingNo === null ? null : `filing ${row.filingNo}`],
      [C.name, `name ${row.divisionCode} ${matchingKey(row.name)}`],
    ] as const;
    for (const [column, key] of keys) {
      const earlier = key === null ? undefined : first.get(key);
      if (earlier !== undefined)
        faults.add(
          number,
          column,
          `与第 ${earlier} 行重复,请删去一行。`,
          `The same as in row ${earlier}. Remove one of them.`,
        );
      else if (key !== null) first.set(key, number);
    }
  }
}

function knownAs(number: number, { uscc, filingNo }: OrganisationRow, { organisations }: Register, faults: RowFaults) {
  const byCode = uscc === null ? null : (organisations.get(uscc) ?? null);
  const byFiling = filingNo === null ? null : (organisations.get(filingNo) ?? null);
  if (byFiling !== null && uscc !== null && byFiling.uscc !== uscc && byFiling.uscc !== null) {
    faults.add(
      number,
      C.filingNo,
      '该备案编号已登记在另一组织名下,请核对。',
      'This filing number belongs to another organisation.',
    );
  }
  if (byCode !== null && byFiling !== null && byCode.id !== byFiling.id) {
    faults.add(
      number,
      C.filingNo,
      '统一社会信用代码与备案编号属于两个组织,请核对。',
      'The code and the filing number belong to two organisations.',
    );
  }
  return byCode ?? byFiling;
}

/** A term is recorded here once; later changes are elections or postponements, which running cases must hear of one by one. */
function termOf(
  number: number,
  { termStart, termEnd }: OrganisationRow,
  known: KnownOrganisation | null,
  faults: RowFaults,
): CouncilTerm | null {
  const present = known?.term ?? null;
  if (termStart === null && termEnd === null) return present;
  if (termStart === null || termEnd === null) {
    const column = termStart === null ? C.termStart : C.termEnd;
    faults.add(number, column, '任期开始与届满须同时填写。', 'A term needs both its days.');
    return present;
  }
  if (termStart >= termEnd)
    faults.add(number, C.termEnd, '任期届满日应晚于任期开始日。', 'The term ends before it begins.');
  if (present !== null && (present.start !== termStart || present.end !== termEnd)) {
    faults.add(
      number,
      C.termEnd,
      `与已登记的任期(${present.start} 至 ${present.end})不一致。换届、延期换届请在系统中办理,此处填写已登记的任期或留空。`,
      `Another term is recorded (${present.start} to ${present.end}). Record an election or a postponement instead.`,
    );
  }
  return { start: termStart, end: termEnd };
}

function registryOf(
  number: number,
  { registryUnit }: OrganisationRow,
  known: KnownOrganisation | null,
  { units }: Register,
  { registryUnitIds }: Importer,
  faults: RowFaults,
): string | null {
  const own = registryUnitIds?.length === 1 ? (registryUnitIds[0] ?? null) : null;
  const named =
    registryUnit === null ? (known?.registryUnitId ?? own) : idOf(units, registryUnit, number, C.registryUnit, faults);
  if (named === null && registryUnit === null)
    faults.add(number, C.registryUnit, '请填写登记管理机关。', 'Name the registry.');
  if (registryUnitIds === null) return named;
  const theirs = [named, ...(known === null ? [] : [known.registryUnitId])];
  if (named !== null && theirs.some((id) => id === null || !registryUnitIds.includes(id))) {
    faults.add(
      number,
      C.registryUnit,
      '您只能导入本登记管理机关的组织。',
      'You may import the organisations of your own registry only.',
    );
  }
  return named;
}

function parentOf(type: OrganisationType): string | null {
  const term = ORGANISATION_TYPES.find(({ slug }) => slug === type);
  return term !== undefined && 'parent' in term ? term.parent : null;
}

function prefixOf(type: OrganisationType): string | null {
  const root = ORGANISATION_TYPES.find(({ slug }) => slug === (parentOf(type) ?? type));
  return root !== undefined && 'usccPrefix' in root ? root.usccPrefix : null;
}
