import { maskPhone, maskResidentId } from '#domain/identifier/masking.js';
import { parsePhone } from '#domain/identifier/phone.js';
import type { Phone } from '#domain/identifier/phone.js';
import { parseResidentId } from '#domain/identifier/resident-id.js';
import type { ResidentId } from '#domain/identifier/resident-id.js';
import type { Cell, ColumnCipher } from '../crypto.js';

/** Fields of a person that are sealed in their columns and masked in every answer (specification C8). */
export const RESTRICTED_FIELDS = ['idNo', 'phone'] as const;
export type RestrictedField = (typeof RESTRICTED_FIELDS)[number];

/** The sealed columns of a person. */
export interface SealedColumns {
  readonly idNoCipher: Uint8Array | null;
  readonly phoneCipher: Uint8Array | null;
}

/** The columns that hold an identity number: sealed, and its digest for looking up. */
export function sealResidentId(cipher: ColumnCipher, personId: string, idNo: ResidentId) {
  return { idNoCipher: cipher.seal(cellOf('idNo', personId), idNo), idNoDigest: digestOf(cipher, idNo) };
}

/** The column that holds a telephone number. */
export function sealPhone(cipher: ColumnCipher, personId: string, phone: Phone) {
  return { phoneCipher: cipher.seal(cellOf('phone', personId), phone) };
}

/** What a person with this identity number is found by. */
export function digestOf(cipher: ColumnCipher, idNo: ResidentId): string {
  return cipher.digest('Person.idNo', idNo);
}

/** Both numbers as everybody sees them: `3304**********1234`, `138****0000`. */
export function maskedColumns(cipher: ColumnCipher, personId: string, columns: SealedColumns) {
  const idNo = openColumn(cipher, personId, 'idNo', columns);
  const phone = openColumn(cipher, personId, 'phone', columns);
  return {
    idNoMasked: idNo === null ? null : maskResidentId(parseResidentId(idNo)),
    phoneMasked: phone === null ? null : maskPhone(parsePhone(phone)),
  };
}

/** The number itself, or null when none is recorded. Only `unmask` of the person store may let it out. */
export function openColumn(
  cipher: ColumnCipher,
  personId: string,
  field: RestrictedField,
  columns: SealedColumns,
): string | null {
  const sealed = field === 'idNo' ? columns.idNoCipher : columns.phoneCipher;
  return sealed === null ? null : cipher.open(cellOf(field, personId), sealed);
}

function cellOf(field: RestrictedField, personId: string): Cell {
  return { table: 'Person', column: field, rowId: personId };
}
