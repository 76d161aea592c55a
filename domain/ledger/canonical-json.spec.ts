import fc from 'fast-check';

import { canonicalJson } from './canonical-json.js';

describe('canonical JSON', () => {
  it('sorts keys and writes no spaces', () => {
    expect(canonicalJson({ b: 1, a: [true, null, 'é'], 中: 1.0 })).toBe('{"a":[true,null,"é"],"b":1,"中":1}');
  });

  it('is the same text whatever the order of the keys, and reads back as the same value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('refuses what JSON cannot say', () => {
    expect(() => canonicalJson(undefined)).toThrow(TypeError);
    expect(() => canonicalJson({ n: Number.NaN })).toThrow();
  });
});
