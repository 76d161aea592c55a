import type { Phone } from './phone.js';
import type { ResidentId } from './resident-id.js';

/** How an identity number is shown: `3304**********1234`, first and last four characters (specification C8). */
export function maskResidentId(id: ResidentId): string {
  return `${id.slice(0, 4)}${'*'.repeat(id.length - 8)}${id.slice(-4)}`;
}

/**
 * How a telephone number is shown (specification C8): four digits before the last four are hidden, `138****0000`,
 * `0573-****0000`; an extension is left out, because it leads to one person.
 */
export function maskPhone(phone: Phone): string {
  const parts = phone.split('-');
  if (parts.length === 1) return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
  const [area = '', number = '', last = ''] = parts;
  if (phone.startsWith('400-') || phone.startsWith('800-')) return `${area}-***-${last}`;
  return `${area}-${'*'.repeat(number.length - 4)}${number.slice(-4)}`;
}
