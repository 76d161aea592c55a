import { describe, expect, it } from '@jest/globals';
import { maskPhone, maskResidentId } from './masking.js';
import { parsePhone } from './phone.js';
import { completeResidentId } from './resident-id.js';

describe('masking', () => {
  it('shows the first and the last four characters of an identity number', () => {
    expect(maskResidentId(completeResidentId('33048219900307123'))).toMatch(/^3304\*{10}123[\dX]$/);
  });

  it.each([
    ['13812345678', '138****5678'],
    ['0573-82001234', '0573-****1234'],
    ['0832-2001234', '0832-***1234'],
    ['0573-82001234-801', '0573-****1234'],
    ['400-123-4567', '400-***-4567'],
  ])('shows %s as %s', (phone, shown) => expect(maskPhone(parsePhone(phone))).toBe(shown));
});
