import { CHECK_RESULTS, CheckSheet } from '#domain/annual-inspection/check-sheet.rule.js';
import { entriesOf } from '../../api/entries.js';
import '../../api/no-run-time-code.js';
import { isoDayOf } from '../../text/time.js';

/** What is usually looked at; whoever checks takes away and adds. */
export const USUAL_ITEMS = [
  '住所与名称',
  '章程执行与内部治理',
  '负责人任职与变更',
  '财务管理',
  '业务活动与收费',
  '分支（代表）机构',
  '信息公开',
  '党的建设',
] as const;

export interface SheetItem {
  readonly item: string;
  /** Absent: not looked at yet. */
  readonly ok?: boolean;
  readonly finding: string;
}

/** A sheet as it is being filled in. */
export interface SheetForm {
  readonly checkedOn: string;
  readonly inspectors: readonly string[];
  readonly items: readonly SheetItem[];
  readonly result: string;
  readonly rectifyBy: string;
  readonly signed?: boolean;
  readonly refusalNote: string;
}

/** What is still missing in a sheet; `n`: of which item, counted from 1. */
export interface SheetFault {
  readonly kind:
    | 'date'
    | 'early'
    | 'inspectors'
    | 'noItems'
    | 'nameless'
    | 'verdict'
    | 'finding'
    | 'result'
    | 'rectifyBy'
    | 'signed'
    | 'note';
  readonly n?: number;
}

/** Reads what was saved, here or on the server; without anything the usual items. `inspectors`: who was drawn. */
export function readSheet(data: unknown, inspectors: readonly string[]): SheetForm {
  const found = new Map(entriesOf(data));
  const items = found.get('items');
  const kept = found.get('inspectors');
  const signed = found.get('signed');
  return {
    checkedOn: textOf(found.get('checkedOn')) || isoDayOf(new Date()),
    inspectors: Array.isArray(kept) ? inspectors.filter((id) => kept.includes(id)) : inspectors,
    items: Array.isArray(items) ? items.map(readItem) : USUAL_ITEMS.map((item) => ({ item, finding: '' })),
    result: textOf(found.get('result')),
    rectifyBy: textOf(found.get('rectifyBy')),
    ...(typeof signed === 'boolean' ? { signed } : {}),
    refusalNote: textOf(found.get('refusalNote')),
  };
}

function readItem(item: unknown): SheetItem {
  const found = new Map(entriesOf(item));
  const ok = found.get('ok');
  return {
    item: textOf(found.get('item')),
    finding: textOf(found.get('finding')),
    ...(typeof ok === 'boolean' ? { ok } : {}),
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The sheet as the server takes it; null while something is missing. */
export function sheetOf(form: SheetForm) {
  const { checkedOn, inspectors, items, rectifyBy, signed = false, refusalNote } = form;
  const result = CHECK_RESULTS.find(({ slug }) => slug === form.result)?.slug;
  if (result === undefined || sheetFaults(form).length > 0) return null;
  const sheet = {
    ...{ checkedOn, inspectors: [...inspectors], result, signed },
    items: items.map(({ item, ok = false, finding }) => ({
      item: item.trim(),
      ok,
      ...(ok ? {} : { finding: finding.trim() }),
    })),
    ...(result === 'PROBLEM_ORDERED' ? { rectifyBy } : {}),
    ...(signed || refusalNote.trim() === '' ? {} : { refusalNote: refusalNote.trim() }),
  };
  return CheckSheet.safeParse(sheet).success ? sheet : null;
}

/** Everything that is still missing, from the head of the sheet to its end; the server holds the same rules. */
export function sheetFaults(form: SheetForm): SheetFault[] {
  const { checkedOn, inspectors, items, result, rectifyBy, signed, refusalNote } = form;
  const found: [boolean, SheetFault][] = [
    [checkedOn === '', { kind: 'date' }],
    [checkedOn > isoDayOf(new Date()), { kind: 'early' }],
    [inspectors.length < 2, { kind: 'inspectors' }],
    [items.length === 0, { kind: 'noItems' }],
    ...items.flatMap((item, place) => itemFaults(item, place + 1)),
    [result === '', { kind: 'result' }],
    [result === 'PROBLEM_ORDERED' && (rectifyBy === '' || rectifyBy <= checkedOn), { kind: 'rectifyBy' }],
    [result !== 'NOT_FOUND' && signed === undefined, { kind: 'signed' }],
    [result !== 'NOT_FOUND' && signed === false && refusalNote.trim() === '', { kind: 'note' }],
  ];
  return found.flatMap(([holds, fault]) => (holds ? [fault] : []));
}

function itemFaults({ item, ok, finding }: SheetItem, n: number): [boolean, SheetFault][] {
  return [
    [item.trim() === '', { kind: 'nameless', n }],
    [ok === undefined, { kind: 'verdict', n }],
    [ok === false && finding.trim() === '', { kind: 'finding', n }],
  ];
}
