import { TempPartyOrgRefusal } from './errors.js';

/** The three papers of the matter, in the order in which they come about. */
export const PAPER_ORDER = ['APPLICATION', 'REPLY', 'FILING'] as const;

/** Refuses a filing without a reply, and papers that come before what they rest on (TPO_FILING_WITHOUT_REPLY). */
export function assertPaperChain(papers: readonly string[]): void {
  const at = (kind: string): number => papers.indexOf(kind);
  if (at('FILING') >= 0 && (at('REPLY') < 0 || at('REPLY') > at('FILING')))
    throw new TempPartyOrgRefusal('TPO_FILING_WITHOUT_REPLY');
  if (at('REPLY') >= 0 && (at('APPLICATION') < 0 || at('APPLICATION') > at('REPLY')))
    throw new TempPartyOrgRefusal('DOC_MISSING', { types: ['APPLICATION'] });
}

/** Refuses a submission whose papers are incomplete, with all that is missing at once (一次性告知). */
export function assertPapersComplete(missing: readonly string[]): void {
  if (missing.length > 0) throw new TempPartyOrgRefusal('DOC_MISSING', { types: missing });
}
