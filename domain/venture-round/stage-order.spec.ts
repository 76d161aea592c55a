import { createHash } from 'node:crypto';
import fc from 'fast-check';

import { stageOrder } from './stage-order.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the order of presentation', () => {
  it('holds every project once and does not depend on the list that was handed in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 30 }), fc.string(), (ids, seed) => {
        const order = stageOrder(ids, seed, sha256);
        expect(order.toSorted()).toEqual(ids.toSorted());
        expect(stageOrder(ids.toReversed(), seed, sha256)).toEqual(order);
      }),
    );
  });

  it('is another one for another seed', () => {
    const ids = Array.from({ length: 16 }, (_, index) => `p${index}`);
    expect(stageOrder(ids, 'seed of the notice', sha256)).not.toEqual(stageOrder(ids, 'another', sha256));
  });
});
