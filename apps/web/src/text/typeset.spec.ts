import { describe, expect, it } from '@jest/globals';

import { typeset } from './typeset.js';

describe('Chinese text as it is printed', () => {
  it('takes full squares after Chinese and around Chinese, and leaves numbers, codes and English alone', () => {
    expect(typeset('符合条件,可以申请:请填写(至少 50 字);好?')).toBe(
      '符合条件\uff0c可以申请\uff1a请填写\uff08至少 50 字\uff09\uff1b好\uff1f',
    );
    expect(typeset('支持 png,不超过 20 MB;得分 85.83,重点项目第 1 名;总指纹(SHA-256)')).toBe(
      '支持 png\uff0c不超过 20 MB\uff1b得分 85.83\uff0c重点项目第 1 名\uff1b总指纹\uff08SHA-256\uff09',
    );
    expect(typeset('2026-01-01 09:30, code (SHA-256)')).toBe('2026-01-01 09:30, code (SHA-256)');
  });
});
