import type { Texts } from '../../text/language.js';
import type { ActWords, MatterPages } from './matter.js';
import { ANNUAL_INSPECTION_PAGES } from './matters/annual-inspection.js';
import { COMMON_WORDS } from './matters/common-words.js';
import { INSPECTION_SEASON_PAGES } from './matters/inspection-season.js';
import { DRAWN_CHECK_PAGES, RANDOM_CHECK_PAGES } from './matters/random-check.js';
import { TEMP_PARTY_ORG_PAGES } from './matters/temp-party-org.js';
import { VENTURE_PROJECT_PAGES } from './matters/venture-project.js';
import { VENTURE_ROUND_PAGES } from './matters/venture-round.js';

const PAGES: Readonly<Record<string, MatterPages>> = {
  'temp-party-org': TEMP_PARTY_ORG_PAGES,
  'inspection-season': INSPECTION_SEASON_PAGES,
  'annual-inspection': ANNUAL_INSPECTION_PAGES,
  'random-check': RANDOM_CHECK_PAGES,
  'drawn-check': DRAWN_CHECK_PAGES,
  'venture-round': VENTURE_ROUND_PAGES,
  'venture-project': VENTURE_PROJECT_PAGES,
};

const PLAIN: MatterPages = { acts: [], words: [] };

/** What the matter of that slug brings to the page of a case. */
export const pagesOf = (slug: string): MatterPages => PAGES[slug] ?? PLAIN;

/** The words of a matter, the common ones where it has none of its own. */
export const actWordsOf = (slug: string): ActWords =>
  pagesOf(slug).words.reduceRight<ActWords>(
    (common, own) => ({
      effects: { ...common.effects, ...own.effects },
      phrases: { ...common.phrases, ...own.phrases },
      facts: { ...common.facts, ...own.facts },
      values: { ...common.values, ...own.values },
    }),
    COMMON_WORDS,
  );

/** The key of a fact's name; `OTHER` for one that has none. */
export const factKey = (facts: Texts, name: string): string => (Object.hasOwn(facts, name) ? name : 'OTHER');
