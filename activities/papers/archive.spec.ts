import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ARCHIVE_LIMITS, bytesOf, pack, unpack } from './archive.js';

const MIB = 1024 * 1024;

/** A zip of one deflated entry whose directory states any size that it is told to. */
function zipStating(content: Buffer, statedBytes: number, entries = 1): Buffer {
  const packed = deflateRawSync(content);
  const name = Buffer.from('a');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(1, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(statedBytes, 24);
  central.writeUInt16LE(1, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(local.length + 1 + packed.length, 16);
  return Buffer.concat([local, name, packed, central, name, end]);
}

const kindOf = (upload: Uint8Array): unknown => {
  try {
    return unpack(upload).size;
  } catch (error) {
    return error;
  }
};
const refusedAs = (kind: string) => ({ code: 'TEMPLATE_INVALID', findings: [{ kind }] });

describe('an archive', () => {
  it('comes out as it went in, and packs to the same bytes in any order', () => {
    const contents = fc.uniqueArray(
      fc.tuple(fc.stringMatching(/^[a-z]{1,8}\.xml$/), fc.uint8Array({ maxLength: 200 })),
      { selector: ([name]) => name },
    );

    fc.assert(
      fc.property(contents, (entries) => {
        const files = entries.map(([name, bytes]) => [name, Buffer.from(bytes)] as const);
        const zip = bytesOf(pack(new Map(files)));

        expect(new Map([...unpack(zip)].sort())).toEqual(new Map([...files].sort()));
        expect(bytesOf(pack(new Map([...files].reverse()))).equals(zip)).toBe(true);
      }),
    );
  });

  it('reads an honest entry', () => {
    expect(
      unpack(zipStating(Buffer.from('党建'), 6))
        .get('a')
        ?.toString(),
    ).toBe('党建');
  });

  it.each([
    ['an upload beyond the limit', Buffer.alloc(ARCHIVE_LIMITS.uploadBytes + 1)],
    ['an entry that says it is too large', zipStating(Buffer.from('a'), ARCHIVE_LIMITS.entryBytes + 1)],
    ['contents that say they are too large', zipStating(Buffer.from('a'), ARCHIVE_LIMITS.inflatedBytes + 1)],
    ['more entries than allowed', zipStating(Buffer.from('a'), 1, ARCHIVE_LIMITS.entries + 1)],
  ])('refuses %s', (_, upload) => {
    expect(kindOf(upload)).toMatchObject(refusedAs('TOO_LARGE'));
  });

  it('stops a bomb that lies about its size at the size that it states', () => {
    expect(kindOf(zipStating(Buffer.alloc(64 * MIB), 100))).toMatchObject(refusedAs('NOT_DOCX'));
  });

  it('refuses an entry that is shorter than it says', () => {
    expect(kindOf(zipStating(Buffer.from('a'), 2))).toMatchObject(refusedAs('NOT_DOCX'));
  });

  it('refuses any other bytes without failing', () => {
    const valid = zipStating(Buffer.from('党建'), 6);
    const damaged = fc.tuple(fc.nat(valid.length - 1), fc.nat(255)).map(([at, byte]) => {
      const bytes = Buffer.from(valid);
      bytes[at] = byte;
      return bytes;
    });

    fc.assert(
      fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 100 })), (bytes) => {
        const result = kindOf(bytes);

        expect(
          typeof result === 'number' || (result instanceof Error && result.message.startsWith('TEMPLATE_INVALID')),
        ).toBe(true);
      }),
    );
  });
});
