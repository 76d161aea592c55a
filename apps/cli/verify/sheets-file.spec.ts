import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { lockSheet, openChain } from '#domain/venture-round/sheet-chain.js';
import { exportSheets } from '#domain/venture-round/verify-sheets.js';
import type { SheetExport } from '#domain/venture-round/verify-sheets.js';
import { provedSheets } from './sheets-file.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const folder = mkdtempSync(path.join(tmpdir(), 'banjie-sheets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Three judges who locked three sheets each. */
const sheets = exportSheets(
  'round-1',
  ['a', 'b', 'c'].map((judgeId) =>
    ['p1', 'p2', 'p3'].reduce(
      (chain, projectId, n) =>
        lockSheet(chain, { projectId, halves: { need: 30 + n }, totalHalves: 30 + n, comment: '' }, n, sha256),
      openChain('round-1', judgeId),
    ),
  ),
  sha256,
);

/** What is found of an export in which the first judge's entries are others. */
function found(
  change: (entries: SheetExport['judges'][number]['entries']) => SheetExport['judges'][number]['entries'],
) {
  const file = path.join(folder, 'export.json');
  const judges = sheets.judges.map((judge, n) => (n === 0 ? { ...judge, entries: change(judge.entries) } : judge));
  writeFileSync(file, JSON.stringify({ ...sheets, judges }));
  return provedSheets(file).faults;
}

describe('an export of marks, without any server', () => {
  it('is proved as it was handed out', () => {
    expect(found((entries) => entries)).toEqual([]);
  });

  it('shows one mark that was changed', () => {
    const raised = found((entries) =>
      entries.map((entry, n) => (n === 1 ? { ...entry, payload: entry.payload.replaceAll('31', '39') } : entry)),
    );
    expect(raised).toEqual([{ judgeId: 'a', seq: 2, fault: 'CHANGED' }]);
  });

  it('shows one mark that was deleted, in the middle and at the end', () => {
    expect(found((entries) => entries.filter((_, n) => n !== 1))).toEqual([{ judgeId: 'a', seq: 2, fault: 'REMOVED' }]);
    expect(found((entries) => entries.slice(0, -1))).toEqual([{ judgeId: 'a', seq: 3, fault: 'REMOVED' }]);
  });

  it('shows marks that were put in another order', () => {
    expect(found((entries) => entries.toReversed())).toMatchObject([{ judgeId: 'a', fault: 'REORDERED' }]);
  });

  it('shows a chain that was rewritten from its first entry, by the published root', () => {
    const file = path.join(folder, 'rewritten.json');
    const forged = exportSheets('round-1', [openChain('round-1', 'a')], sha256);
    writeFileSync(file, JSON.stringify(forged));
    expect(provedSheets(file, sheets.root).faults).toEqual([{ judgeId: null, seq: null, fault: 'ROOT' }]);
  });
});
