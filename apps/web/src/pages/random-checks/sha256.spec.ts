import { createHash } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { sha256 } from './sha256.js';

const asNodeDoes = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

describe('SHA-256 in the browser', () => {
  it('is that of the standard', () => {
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('is that of every other program, whatever the text and its length', () => {
    for (let length = 0; length < 200; length += 1)
      expect(sha256('名'.repeat(length))).toBe(asNodeDoes('名'.repeat(length)));
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => sha256(text) === asNodeDoes(text)));
  });
});
