import type { IsoDate } from '#domain/calendar/iso-date.js';
import { addMonths } from '#domain/calendar/terms.js';
import type { Sha256 } from '#domain/ledger/ledger-entry.js';
import type { LegalStatus } from '#domain/terms/organisation-terms.js';
import { AnnualInspectionRefusal } from './errors.js';
import { DEFAULT_SETTINGS, type AnnualInspectionSettings } from './settings.js';

/** An organisation that may come into a draw. */
export interface DrawCandidate {
  /** The unified social credit code, or the number under which the registry knows it; published. */
  readonly id: string;
  readonly name: string;
  readonly legalStatus: LegalStatus;
  readonly lastCheckedOn: IsoDate | null;
}

/** One line of a published list. */
export interface DrawEntry {
  readonly id: string;
  readonly name: string;
}

/**
 * Who is drawn from (specification M02): REGISTERED on the day of the freeze, without those checked in the months before
 * where that is configured, ordered by id.
 */
export function drawBase(
  candidates: readonly DrawCandidate[],
  frozenOn: IsoDate,
  settings: AnnualInspectionSettings = DEFAULT_SETTINGS,
): DrawEntry[] {
  const { drawCheckedMonths: months } = settings;
  const checkedSince = addMonths(frozenOn, -months);
  const base = candidates.filter(
    ({ legalStatus, lastCheckedOn }) =>
      legalStatus === 'REGISTERED' && (months === 0 || lastCheckedOn === null || lastCheckedOn < checkedSince),
  );
  return orderedById(base.map(({ id, name }) => ({ id, name })));
}

/** The list in the order in which everybody can put it: by the characters of the id. Throws DRAW_LIST_DUPLICATE. */
export function orderedById<T extends { readonly id: string }>(list: readonly T[]): T[] {
  const ordered = list.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const twice = ordered.filter(({ id }, index) => ordered[index - 1]?.id === id).map(({ id }) => id);
  if (twice.length > 0) throw new AnnualInspectionRefusal('DRAW_LIST_DUPLICATE', { ids: twice });
  return ordered;
}

/** SHA-256 of the ordered list, a line `id TAB name LF` each: anybody can compute it from the published list. */
export function listHash(list: readonly DrawEntry[], sha256: Sha256): string {
  return sha256(
    orderedById(list)
      .map(({ id, name }) => `${id}\t${name}\n`)
      .join(''),
  );
}
