import { describe, expect, it } from '@jest/globals';
import { strayPinyin } from './stray-pinyin.js';

describe('stray pinyin', () => {
  it.each([
    '党(dang)支部',
    '党(dǎng)支部',
    '党(dang3)支部',
    '女[nǚ]职工',
    '社会(she hui)组织',
    "西安(xi'an)",
    '党 ( dang ) 支部',
  ])('is found in %s', (text) => expect(strayPinyin(text)).toHaveLength(1));

  it.each([
    '生产总值(GDP)',
    '小程序(app)',
    '秀洲(Xiuzhou)',
    '金额(元)',
    '第(3)项',
    '(dang)',
    '网络(wifi)',
    '邮箱(http)',
  ])('is not found in %s', (text) => expect(strayPinyin(text)).toEqual([]));
});
