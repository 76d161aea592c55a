import fc from 'fast-check';

import { readCursor, writeCursor } from './cursor.js';

describe('the mark of a page', () => {
  it('is read back as it was written', () => {
    const cursor = fc.record({
      time: fc.option(fc.integer({ min: 0, max: 4_000_000_000_000 })),
      id: fc.string({ maxLength: 60 }),
      seq: fc.nat(),
    });
    fc.assert(fc.property(cursor, (mark) => expect(readCursor(writeCursor(mark))).toEqual(mark)));
  });

  it('of the first page is none', () => {
    expect(readCursor(null)).toBeNull();
  });

  it.each([
    '',
    '!!',
    'bm90IGpzb24',
    Buffer.from('[1]').toString('base64url'),
    Buffer.from('[1e300,"a",0]').toString('base64url'),
  ])('that nobody wrote (%s) is refused as an invalid field', (text) => {
    expect(() => readCursor(text)).toThrow(expect.objectContaining({ code: 'FIELD_INVALID' }));
  });
});
