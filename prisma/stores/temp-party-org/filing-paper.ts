import type { PaperData } from '#domain/paper/paper-schema.js';
import type { PaperRequest } from '#domain/paper/paper-request.js';
import { readLead, rosterOf } from './established.js';
import type { Printed } from '../printers.js';
import {
  committeeRows,
  councilPostOf,
  type Gathered,
  itemsOf,
  nameOf,
  partyPosts,
  present,
  sexOf,
  textOf,
} from './gathered.js';

/** 备案表 with its receipt: the reply it rests on, the final roster, and what the filing organ did. */
export function filingPaper(
  about: Gathered,
  { facts, on }: PaperRequest,
  { docNo }: Printed,
  said: {
    readonly opinion: string;
    readonly signer: string;
    readonly contact: string;
    readonly phone: string | null | undefined;
  },
): PaperData<'FILING'> {
  const { form, organisation, established } = about;
  const lead = readLead(established?.roster, form);
  const posts = partyPosts(lead);
  const filed = facts.result === 'FILED';
  const wrong = itemsOf(said.opinion === '' ? '材料与批复不一致' : said.opinion);
  const filedMembers = rosterOf(established?.roster);
  const roster = about.members.filter(({ personId }) => filedMembers?.some((id) => id === personId) ?? true);
  return {
    ...about.head,
    ...present({ filingNo: filed ? docNo : null, organisationUscc: organisation.uscc }),
    filingOrgan: about.organ,
    organisationName: organisation.name,
    partyOrgName: established?.name ?? form.proposedName,
    kind: form.kind,
    replyDocNo: textOf(facts.replyDocNo) ?? '',
    replyOrgan: about.superior,
    replyDate: textOf(facts.termStart) ?? on,
    superiorOrganisation: about.superior,
    termStart: textOf(facts.termStart) ?? on,
    termEnd: textOf(facts.termEnd) ?? on,
    secretary: nameOf(about, lead.secretary),
    ...present({ deputy: lead.deputy ? nameOf(about, lead.deputy) : undefined, contactPhoneMasked: said.phone }),
    committee: committeeRows(about, lead.committee),
    roster: roster.map((member) => ({
      name: member.name,
      sex: sexOf(member),
      idNoMasked: member.idNoMasked ?? '',
      ...present({ partyPost: posts.get(member.personId) }),
      councilPost: councilPostOf(member),
      homePartyOrg: member.homePartyOrgName ?? '—',
      fullSince: member.fullSince ?? on,
    })),
    contactName: said.contact,
    submittedAt: on,
    filedAt: on,
    result: filed ? 'FILED' : 'RETURNED',
    items: filed ? [] : wrong,
    signer: said.signer,
    copyTo: [{ name: '登记管理机关' }],
  };
}
