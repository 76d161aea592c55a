import { describe, expect, it } from '@jest/globals';
import { cleanText } from './clean-text.js';

describe('input hygiene', () => {
  it('turns full-width figures into ASCII, trims, and keeps the lines of a text', () => {
    expect(cleanText('　２０２６年\r\n第１届 ', 'title')).toEqual({ text: '2026年\n第1届', warnings: [] });
  });

  it.each([
    ['a null', '党\u0000支部', 'U+0000'],
    ['a bell', '党\u0007支部', 'U+0007'],
    ['an override of the reading direction', '党\u202E支部', 'U+202E'],
    ['a lone surrogate', '党\uD800支部', 'U+D800'],
  ])('refuses %s and says which', (_what, text, codePoint) => {
    expect(() => cleanText(text, 'reason')).toThrow(
      expect.objectContaining({
        code: 'FIELD_INVALID',
        refusal: expect.objectContaining({ field: 'reason', details: { codePoint } }),
      }),
    );
  });

  it('warns of pinyin in brackets and keeps the text, its Chinese punctuation too', () => {
    const { text, warnings } = cleanText('成立党（dang）支部，请予批准。', 'reason');
    expect(text).toBe('成立党（dang）支部，请予批准。');
    expect(warnings).toMatchObject([{ code: 'TEXT_SUSPECT', field: 'reason', fragment: '党（dang）' }]);
  });
});
