import { canonicalJson } from '#domain/ledger/canonical-json.js';
import { assertConfiguration } from './configuration-faults.rule.js';
import { VentureRoundRefusal } from './errors.js';
import type { RoundConfiguration } from './round-configuration.js';
import type { VentureRoundSettings } from './settings.js';

/** What an amendment (补充公告) changes. */
export interface Amendment {
  readonly configuration: RoundConfiguration;
  /** Names of the fields that differ, in alphabetical order; `version` is not among them. */
  readonly changed: readonly string[];
}

const FIXED = ['series', 'edition', 'divisionCode'] as const;

/**
 * The configuration after a published amendment (specification M03): checked as a whole, one version on. Series,
 * edition and division are the round itself and stay; the scoring policy carries its own version, which has to rise
 * when anything in it changes. Throws VEN_CONFIG_INVALID and the codes of `assertConfiguration`.
 */
export function amended(
  before: RoundConfiguration,
  after: RoundConfiguration,
  settings: VentureRoundSettings,
): Amendment {
  assertConfiguration(after, settings);
  const changed = changedFields(before, after);
  const fixed = FIXED.filter((field) => changed.includes(field));
  const sameVersion = after.scoring.version <= before.scoring.version;
  if (fixed.length > 0) throw new VentureRoundRefusal('VEN_CONFIG_INVALID', { fixed }, fixed[0]);
  if (changed.length === 0) throw new VentureRoundRefusal('VEN_CONFIG_INVALID', { changed });
  if (changed.includes('scoring') && sameVersion)
    throw new VentureRoundRefusal('VEN_CONFIG_INVALID', { version: after.scoring.version }, 'scoring.version');
  return { configuration: { ...after, version: before.version + 1 }, changed };
}

function changedFields(before: RoundConfiguration, after: RoundConfiguration): string[] {
  const old = new Map(Object.entries(before).map(([field, value]) => [field, canonicalJson(value)]));
  return Object.entries(after)
    .filter(([field, value]) => field !== 'version' && old.get(field) !== canonicalJson(value))
    .map(([field]) => field)
    .sort();
}
