import { createHash } from 'node:crypto';
import fc from 'fast-check';

import { canonicalJson } from './canonical-json.js';
import { ledgerHash } from './ledger-entry.js';
import { verifyChain } from './verify-chain.js';
import type { ChainEntry } from './verify-chain.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const payload = (seq: number, state = `S${seq}`) =>
  canonicalJson({ actOpinionSha256: null, changed: [], closed: false, closedTasks: [], opened: [], seq, state });

function link(prevHash: string, seq: number, text = payload(seq)): ChainEntry {
  return { seq, payload: text, prevHash, hash: ledgerHash(prevHash, text, sha256) };
}

function chain(length: number): ChainEntry[] {
  const entries: ChainEntry[] = [];
  for (let seq = 1; seq <= length; seq += 1) entries.push(link(entries.at(-1)?.hash ?? '', seq));
  return entries;
}

const place = fc.integer({ min: 2, max: 12 }).chain((length) => fc.tuple(fc.constant(length), fc.nat(length - 2)));

describe('a hash chain', () => {
  it('holds as it was written, to its head', () => {
    const entries = chain(5);
    expect(verifyChain(entries, sha256)).toEqual({ ok: true, entries: 5 });
    expect(verifyChain(entries, sha256, { seq: 5, hash: entries[4]?.hash ?? '' })).toEqual({ ok: true, entries: 5 });
    expect(verifyChain([], sha256, { seq: 0, hash: '' })).toEqual({ ok: true, entries: 0 });
  });

  it('names the entry whose text was changed', () => {
    fc.assert(
      fc.property(place, ([length, at]) => {
        const entries = chain(length).map((entry, index) =>
          index === at ? { ...entry, payload: payload(entry.seq, 'FORGED') } : entry,
        );
        expect(verifyChain(entries, sha256)).toEqual({ ok: false, seq: at + 1, fault: 'CHANGED' });
      }),
    );
  });

  it('names the link that breaks when an entry was rewritten with a hash of its own', () => {
    fc.assert(
      fc.property(place, ([length, at]) => {
        const entries = chain(length).map((entry, index) =>
          index === at ? link(entry.prevHash, entry.seq, payload(entry.seq, 'FORGED')) : entry,
        );
        expect(verifyChain(entries, sha256)).toEqual({ ok: false, seq: at + 2, fault: 'CHANGED' });
      }),
    );
  });

  it('names the entry that was removed, also at the end', () => {
    fc.assert(
      fc.property(place, ([length, at]) => {
        const entries = chain(length);
        const head = { seq: length, hash: entries.at(-1)?.hash ?? '' };
        expect(verifyChain(entries.toSpliced(at, 1), sha256, head)).toEqual({
          ok: false,
          seq: at + 1,
          fault: 'REMOVED',
        });
        expect(verifyChain(entries.slice(0, -1), sha256, head)).toEqual({ ok: false, seq: length, fault: 'REMOVED' });
      }),
    );
  });

  it('names the first of two entries that changed places', () => {
    fc.assert(
      fc.property(place, ([length, at]) => {
        const entries = chain(length);
        const turned = [...entries.slice(0, at), ...entries.slice(at, at + 2).reverse(), ...entries.slice(at + 2)];
        expect(verifyChain(turned, sha256)).toMatchObject({ ok: false, fault: 'REORDERED' });
      }),
    );
  });

  it('names an entry that was put in', () => {
    fc.assert(
      fc.property(place, ([length, at]) => {
        const entries = chain(length);
        const foreign = link(entries[at]?.hash ?? '', at + 1, payload(at + 1, 'FORGED'));
        expect(verifyChain(entries.toSpliced(at + 1, 0, foreign), sha256)).toEqual({
          ok: false,
          seq: at + 1,
          fault: 'INSERTED',
        });
      }),
    );
  });

  it('sees an entry put in at the number of the next one', () => {
    const entries = chain(3);
    const foreign = link('0'.repeat(64), 2, payload(2, 'FORGED'));
    expect(verifyChain(entries.toSpliced(1, 0, foreign), sha256)).toEqual({ ok: false, seq: 2, fault: 'INSERTED' });
  });

  it('sees numbers that were exchanged without their texts', () => {
    const entries = chain(2).map((entry) => ({ ...entry, payload: payload(3 - entry.seq) }));
    expect(verifyChain(entries, sha256)).toMatchObject({ ok: false, seq: 1 });
  });

  it('sees a chain that goes on past its head, and one whose last entry was rewritten', () => {
    const entries = chain(3);
    expect(verifyChain(entries, sha256, { seq: 2, hash: entries[1]?.hash ?? '' })).toEqual({
      ok: false,
      seq: 3,
      fault: 'INSERTED',
    });
    expect(verifyChain(entries, sha256, { seq: 3, hash: 'x' })).toEqual({ ok: false, seq: 3, fault: 'CHANGED' });
  });
});
