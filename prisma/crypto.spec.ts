import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { columnCipher } from './crypto.js';

const KEY = Buffer.alloc(32, 7).toString('base64');
const OTHER = Buffer.alloc(32, 8).toString('base64');
const cell = { table: 'Person', column: 'idNo', rowId: 'p1' };
const sealBroken = expect.objectContaining({ code: 'SEAL_BROKEN' });

describe('column encryption', () => {
  const cipher = columnCipher(KEY);

  it('opens what it sealed, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => cipher.open(cell, cipher.seal(cell, text)) === text),
    );
  });

  it('seals the same text differently every time and never in the clear', () => {
    const sealed = [cipher.seal(cell, '330411199001019978'), cipher.seal(cell, '330411199001019978')];

    expect(Buffer.from(sealed[0] ?? []).equals(Buffer.from(sealed[1] ?? []))).toBe(false);
    expect(Buffer.from(sealed[0] ?? []).toString('latin1')).not.toContain('3304');
  });

  it('refuses a value of which any one byte was changed or which was cut short', () => {
    const sealed = cipher.seal(cell, '13900000000');

    for (const index of sealed.keys()) {
      const changed = sealed.map((byte, place) => (place === index ? byte ^ 1 : byte));
      expect(() => cipher.open(cell, changed)).toThrow(sealBroken);
      expect(() => cipher.open(cell, sealed.subarray(0, index))).toThrow(sealBroken);
    }
  });

  it.each([
    ['row', { ...cell, rowId: 'p2' }],
    ['column', { ...cell, column: 'phone' }],
    ['table', { ...cell, table: 'Other' }],
  ])('refuses a value moved to another %s', (_what, elsewhere) => {
    expect(() => cipher.open(elsewhere, cipher.seal(cell, 'text'))).toThrow(sealBroken);
  });

  it('opens old values and seals new ones while the key is being changed', () => {
    const changing = columnCipher(`2:${OTHER},1:${KEY}`);

    expect(changing.open(cell, cipher.seal(cell, 'old'))).toBe('old');
    expect(columnCipher(`2:${OTHER}`).open(cell, changing.seal(cell, 'new'))).toBe('new');
    expect(() => cipher.open(cell, changing.seal(cell, 'new'))).toThrow(sealBroken);
    expect(changing.digest('idNo', 'x')).toBe(cipher.digest('idNo', 'x'));
  });

  it('reads the same key as bytes, hexadecimal and base64', () => {
    const bytes = Buffer.from(KEY, 'base64');

    expect(columnCipher(bytes).open(cell, cipher.seal(cell, 'x'))).toBe('x');
    expect(columnCipher(bytes.toString('hex')).open(cell, cipher.seal(cell, 'x'))).toBe('x');
  });

  it('digests equal texts equally within a column and differently under another key or column', () => {
    expect(cipher.digest('idNo', 'x')).toBe(cipher.digest('idNo', 'x'));
    expect(cipher.digest('phone', 'x')).not.toBe(cipher.digest('idNo', 'x'));
    expect(columnCipher(OTHER).digest('idNo', 'x')).not.toBe(cipher.digest('idNo', 'x'));
  });

  it.each(['', 'short', `${KEY},${KEY}`, `0:${KEY}`, `300:${KEY}`])('refuses %p as a data key', (text) => {
    expect(() => columnCipher(text)).toThrow('BANJIE_DATA_KEY');
  });
});
