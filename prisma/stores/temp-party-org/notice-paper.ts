import type { PaperData } from '#domain/paper/paper-schema.js';
import type { PaperRequest } from '#domain/paper/paper-request.js';
import { PAPER_BASIS } from '#domain/temp-party-org/supplement-items.js';
import { readLead, replyDocNoOf } from './established.js';
import type { Printed } from '../printers.js';
import { type Gathered, nameOf, present, textOf } from './gathered.js';

/** The notice that an organisation was renewed, converted or revoked. */
export function noticePaper(
  about: Gathered,
  { facts, on }: PaperRequest,
  { docNo }: Printed,
  said: {
    readonly opinion: string;
    readonly signer: string;
    readonly newTermStart: string | null;
    readonly newTermEnd: string | null;
    /** Who leads it: the renewed organisation, or else this one. */
    readonly roster: unknown;
  },
): PaperData<'NOTICE'> {
  const { form, organisation, established } = about;
  const event = facts.event === 'RENEWED' || facts.event === 'CONVERTED' ? facts.event : 'REVOKED';
  const name = established?.name ?? form.proposedName;
  return {
    ...about.head,
    docNo: docNo ?? '',
    organ: about.organ,
    organisationName: organisation.name,
    partyOrgName: name,
    event,
    replyDocNo: replyDocNoOf(established?.roster) ?? '—',
    termStart: textOf(facts.termStart) ?? on,
    termEnd: textOf(facts.termEnd) ?? on,
    effectiveDate: on,
    ...present({
      newCaseNo: textOf(facts.newCaseNo),
      newTermStart: said.newTermStart,
      newTermEnd: said.newTermEnd,
      formalName: event === 'CONVERTED' ? name.replace(/临时/u, '') : undefined,
      reasons: event === 'RENEWED' ? undefined : said.opinion,
    }),
    secretary: nameOf(about, readLead(said.roster, form).secretary),
    basis: PAPER_BASIS,
    signer: said.signer,
    noticeDate: on,
    copyTo: [],
  };
}
