import { numericDate } from '#domain/paper/chinese-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import type { PaperData } from '#domain/paper/paper-schema.js';
import type { PaperRequest } from '#domain/paper/paper-request.js';
import { PAPER_BASIS } from '#domain/temp-party-org/supplement-items.js';
import type { Printed } from '../printers.js';
import { committeeRows, type Gathered, itemsOf, nameOf, present, textOf } from './gathered.js';

/** 批复: what was decided, by whom, on what basis; a refusal prints the approver's reasons. */
export function replyPaper(
  about: Gathered,
  { facts, on }: PaperRequest,
  { docNo }: Printed,
  opinion: string,
  signer: string,
): PaperData<'REPLY'> {
  const { form, organisation } = about;
  const granted = facts.result === 'APPROVE';
  const studiedOn = textOf(facts.studiedOn);
  const common = {
    ...about.head,
    docNo: docNo ?? '',
    organ: about.organ,
    organisationName: organisation.name,
    applicationDate: shanghaiDate(about.row.submittedAt),
    proposedName: form.proposedName,
    ...present({ studiedAt: studiedOn === undefined ? undefined : `${numericDate(studiedOn)}会议集体` }),
    basis: PAPER_BASIS,
    signer,
    replyDate: on,
    copyTo: [],
  };
  if (!granted) return { ...common, result: 'REFUSE', committee: [], conditions: [], reasons: opinion };
  const committee = Array.isArray(facts.committee) ? facts.committee : form.committee;
  const deputy = textOf(facts.secretary) === undefined ? form.deputy : textOf(facts.deputy);
  return {
    ...common,
    result: 'APPROVE',
    approvedName: form.proposedName,
    kind: form.kind,
    secretary: nameOf(about, textOf(facts.secretary) ?? form.secretary),
    ...present({ deputy: deputy === undefined ? undefined : nameOf(about, deputy) }),
    committee: committeeRows(about, committee),
    ...present({ termStart: textOf(facts.termStart), termEnd: textOf(facts.termEnd) }),
    superiorOrganisation: about.superior,
    conditions: itemsOf(opinion),
  };
}
