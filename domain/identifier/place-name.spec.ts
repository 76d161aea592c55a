import { describe, expect, it } from '@jest/globals';

import { placeName } from './place-name.js';

describe('the name of a place', () => {
  it.each([
    [['内江市民政局', '中共内江市委社会工作部'], '内江市'],
    [['嘉兴市南湖区解放街道两新组织工作委员会'], '嘉兴市南湖区解放街道'],
    [['锡林郭勒盟审计局'], '锡林郭勒盟'],
    [['嘉兴市秀洲区油车港镇党群服务中心', '秀洲区油车港镇党群服务中心'], '秀洲区油车港镇'],
    [['秀洲区新城街道阳光社区居民委员会'], '秀洲区新城街道阳光社区'],
  ])('of %j is %s', (names, name) => {
    expect(placeName(names)).toBe(name);
  });

  it('is unknown where no unit is named after it', () => {
    expect(placeName([])).toBeNull();
    expect(placeName(['工商业联合会'])).toBeNull();
  });
});
