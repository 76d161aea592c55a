import { createHash } from 'node:crypto';
import fc from 'fast-check';

import { DEFAULT_CRITERIA } from './scoring-policy.js';
import { assertAssigned, checkedSheet, SheetInput } from './sheet.js';
import { assertOpen, lockedSheets, lockSheet, openChain, sheetEvent, unlockSheet } from './sheet-chain.js';
import type { JudgeChain } from './sheet-chain.js';
import { exportSheets, verifySheets } from './verify-sheets.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const VALUES = { need: 18, feasibility: 17.5, innovation: 12, team: 13, budget: 12.5, benefit: 11 };
const sheet = (change: object = {}, comment = '') =>
  checkedSheet({ projectId: 'p1', values: { ...VALUES, ...change }, comment }, DEFAULT_CRITERIA);

describe('a score sheet', () => {
  it('adds its marks exactly, in half points', () => {
    expect(sheet()).toMatchObject({ totalHalves: 168, halves: { need: 36, feasibility: 35 } });
  });

  it.each([
    ['above the maximum of its criterion', { need: 20.5 }],
    ['below 0', { need: -0.5 }],
    ['off the half-point grid', { need: 18.3 }],
    ['that is no number', { need: Number.NaN }],
  ])('refuses a mark %s', (_, change) => expect(() => sheet(change)).toThrow('VEN_SCORE_OUT_OF_RANGE'));

  it('has every criterion and no other', () => {
    const { need: _need, ...lacking } = VALUES;
    expect(() => checkedSheet({ projectId: 'p1', values: lacking, comment: '' }, DEFAULT_CRITERIA)).toThrow(
      'VEN_SHEET_INCOMPLETE',
    );
    expect(() => sheet({ charm: 5 })).toThrow('VEN_SHEET_INCOMPLETE');
  });

  it('wants ten characters of comment below 60 and above 95 points', () => {
    const low = { need: 2, feasibility: 9.5 };
    const high = { need: 20, feasibility: 20, innovation: 15, team: 15, budget: 15 };
    expect(() => sheet({ ...low, need: 1.5 })).toThrow('VEN_COMMENT_REQUIRED');
    expect(() => sheet({ ...high, benefit: 10.5 }, '非常好')).toThrow('VEN_COMMENT_REQUIRED');
    expect(sheet({ ...low, need: 1.5 }, '需求论证不足,缺少数据').totalHalves).toBe(119);
    expect(sheet({ ...high, benefit: 10 }).totalHalves).toBe(190);
    expect(sheet(low).totalHalves).toBe(120);
  });

  it('is not read with a comment of ten megabytes', () => {
    expect(SheetInput.safeParse({ projectId: 'p1', values: VALUES, comment: '好'.repeat(3_500_000) }).success).toBe(
      false,
    );
    expect(SheetInput.parse({ projectId: 'p1', values: VALUES }).comment).toBe('');
  });

  it('is refused for a project that is not the judge’s', () => {
    expect(() => assertAssigned('p2', ['p1'])).toThrow('VEN_SHEET_NOT_ASSIGNED');
    expect(() => assertAssigned('p1', ['p1'])).not.toThrow();
  });
});

describe('a locked sheet', () => {
  const chain = lockSheet(openChain('r1', 'j1'), sheet(), 1000, sha256);

  it('is not locked twice nor changed', () => {
    expect(() => lockSheet(chain, sheet(), 2000, sha256)).toThrow('VEN_SHEET_LOCKED');
    expect(() => assertOpen(chain, 'p2')).not.toThrow();
  });

  it('is unlocked by organiser and auditor together, and the chain keeps both versions', () => {
    const both = { projectId: 'p1', organiserId: 'o', auditorId: 'a' };
    expect(() => unlockSheet(chain, { ...both, auditorId: 'o' }, 2000, sha256)).toThrow('VEN_SHEET_LOCKED');
    expect(() => unlockSheet(chain, { ...both, projectId: 'p2' }, 2000, sha256)).toThrow('VEN_SHEET_LOCKED');
    const corrected = lockSheet(unlockSheet(chain, both, 2000, sha256), sheet({ need: 10 }), 3000, sha256);
    expect(corrected.entries).toHaveLength(3);
    expect(lockedSheets(corrected).get('p1')?.totalHalves).toBe(152);
    expect(verifySheets(exportSheets('r1', [corrected], sha256), sha256)).toEqual([]);
  });

  it('keeps its comment as a hash only', () => {
    const commented = lockSheet(openChain('r1', 'j1'), sheet({}, '意见属实,建议扩大受益面'), 1000, sha256);
    expect(commented.entries[0]?.payload).not.toContain('意见');
    expect(sheetEvent('{"kind":"OTHER"}')).toBeNull();
    expect(sheetEvent('no json')).toBeNull();
  });
});

const judgeChain = (judgeId: string, projects: number, need = 18): JudgeChain =>
  Array.from({ length: projects }, (_, index) => `p${index}`).reduce<JudgeChain>(
    (chain, projectId, index) => lockSheet(chain, { ...sheet({ need }), projectId }, 1000 + index, sha256),
    openChain('r1', judgeId),
  );
const panel = (): ReturnType<typeof exportSheets> =>
  exportSheets('r1', [judgeChain('j2', 6), judgeChain('j1', 6)], sha256);
const tampered = (change: (entries: JudgeChain['entries']) => JudgeChain['entries']): ReturnType<typeof panel> => {
  const sheets = panel();
  return {
    ...sheets,
    judges: sheets.judges.map((judge) =>
      judge.judgeId === 'j1' ? { ...judge, entries: change(judge.entries) } : judge,
    ),
  };
};

describe('the marks of a round', () => {
  it('are proved from the export alone, and their root does not depend on the order of the judges', () => {
    const sheets = panel();
    expect(verifySheets(sheets, sha256)).toEqual([]);
    expect(exportSheets('r1', [judgeChain('j1', 6), judgeChain('j2', 6)], sha256).root).toBe(sheets.root);
  });

  it('betray one changed mark', () => {
    fc.assert(
      fc.property(fc.nat(5), (at) => {
        const sheets = tampered((entries) =>
          entries.map((entry, index) =>
            index === at ? { ...entry, payload: entry.payload.replace('"need":36', '"need":40') } : entry,
          ),
        );
        expect(verifySheets(sheets, sha256)).toEqual([{ judgeId: 'j1', seq: at + 1, fault: 'CHANGED' }]);
      }),
    );
  });

  it('betray one deleted mark, the last one too', () => {
    fc.assert(
      fc.property(fc.nat(5), (at) => {
        const sheets = tampered((entries) => entries.filter((_, index) => index !== at));
        expect(verifySheets(sheets, sha256)).toEqual([{ judgeId: 'j1', seq: at + 1, fault: 'REMOVED' }]);
      }),
    );
  });

  it('betray two marks that changed places', () => {
    fc.assert(
      fc.property(fc.nat(5), fc.nat(5), (a, b) => {
        fc.pre(a !== b);
        const sheets = tampered((entries) =>
          entries.map((entry, index) =>
            index === a ? (entries[b] ?? entry) : index === b ? (entries[a] ?? entry) : entry,
          ),
        );
        expect(verifySheets(sheets, sha256)).toEqual([expect.objectContaining({ judgeId: 'j1', fault: 'REORDERED' })]);
      }),
    );
  });

  it('betray a mark that was put in, and one of another judge', () => {
    const extra = tampered((entries) => [...entries, ...judgeChain('j1', 7).entries.slice(6)]);
    expect(verifySheets(extra, sha256)).toEqual([{ judgeId: 'j1', seq: 7, fault: 'INSERTED' }]);
    expect(
      verifySheets(
        tampered(() => judgeChain('j2', 6).entries),
        sha256,
      ),
    ).toEqual([{ judgeId: 'j1', seq: 1, fault: 'INSERTED' }]);
    const twice = tampered((entries) => entries.flatMap((entry, index) => (index === 2 ? [entry, entry] : [entry])));
    expect(verifySheets(twice, sha256)).toEqual([{ judgeId: 'j1', seq: 3, fault: 'INSERTED' }]);
  });

  it('betray a chain that was rewritten from its beginning, by its head or by the published root', () => {
    const { root } = panel();
    const rewritten = tampered(() => judgeChain('j1', 6, 20).entries);
    expect(verifySheets(rewritten, sha256)).toEqual([{ judgeId: 'j1', seq: 6, fault: 'CHANGED' }]);
    const complete = exportSheets('r1', [judgeChain('j1', 6, 20), judgeChain('j2', 6)], sha256);
    expect(verifySheets(complete, sha256, root)).toEqual([{ judgeId: null, seq: null, fault: 'ROOT' }]);
  });
});
