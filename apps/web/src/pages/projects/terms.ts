import { ADOPTION_MODES, INSTALMENT_RELEASES } from '#domain/venture-round/agreement-terms.js';
import { FUNDING_SOURCES, PROJECT_CLASSES } from '#domain/venture-round/terms.js';
import { labelOf } from '#domain/terms/term.js';
import { useLabel, useLanguage } from '../../text/language.js';
import { yuanOf } from '../../text/money.js';

/** Reads the stored values of a project's money in the reader's language. */
export function useTerms() {
  const label = useLabel();
  const language = useLanguage();
  return {
    source: (slug: string) => label(labelOf(FUNDING_SOURCES, slug)),
    class: (slug: string) => label(labelOf(PROJECT_CLASSES, slug)),
    mode: (slug: string) => label(labelOf(ADOPTION_MODES, slug)),
    /** What releases an instalment; a milestone by its own name. */
    release: (slug: string, milestone: string | null) => milestone ?? label(labelOf(INSTALMENT_RELEASES, slug)),
    yuan: (fen: number) => yuanOf(fen, language),
  };
}
