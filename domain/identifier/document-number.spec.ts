import { describe, expect, it } from '@jest/globals';
import { documentNumberParts, formatDocumentNumber, isDocumentNumber, parseDocumentNumber } from './document-number.js';

describe('document numbers', () => {
  it('writes and reads 内民党〔2026〕1号', () => {
    const docNo = formatDocumentNumber({ organ: '内民党', year: 2026, seq: 1 });
    expect(docNo).toBe('内民党〔2026〕1号');
    expect(documentNumberParts(docNo)).toEqual({ organ: '内民党', year: 2026, seq: 1 });
  });

  it('reads full-width figures', () => {
    expect(parseDocumentNumber('内民党〔２０２６〕１２号')).toBe('内民党〔2026〕12号');
  });

  it.each([
    '内民党[2026]1号',
    '内民党(2026)1号',
    '内民党〔26〕1号',
    '党〔2026〕1号',
    '内民党〔2026〕123456号',
    '内民党〔2026〕1',
    'ABC〔2026〕1号',
  ])('refuses %s', (text) => {
    expect(isDocumentNumber(text)).toBe(false);
    expect(() => parseDocumentNumber(text)).toThrow('FIELD_INVALID');
  });

  it('starts each year at 1', () => {
    expect(() => formatDocumentNumber({ organ: '内民党', year: 2026, seq: 0 })).toThrow('FIELD_INVALID');
  });
});
