import { useTexts } from '../../text/language.js';
import { TERM_TEXTS } from './plan-words.js';
import type { Terms } from './queries.js';

/** The terms of a draw, in words. */
export function DrawTerms({ terms }: { readonly terms: Terms }) {
  const t = useTexts(TERM_TEXTS);
  const rows = [
    [t('registry'), terms.registry],
    [t('year'), String(terms.year)],
    [t('purpose'), terms.purpose],
    [t('rate'), t('percent', { n: terms.ratePct })],
    [t('floor'), t('percent', { n: terms.floorPct })],
    [t('rounding'), t(terms.rounding)],
    [t('inspectors'), t('people', { n: terms.inspectorsPerCheck })],
    [t('beacon'), terms.beaconSource ?? t('noBeacon')],
  ] as const;
  return (
    <dl className="facts">
      {rows.map(([name, words]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="prose">{words}</dd>
        </div>
      ))}
    </dl>
  );
}
