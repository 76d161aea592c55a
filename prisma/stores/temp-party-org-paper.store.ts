import { limitEnd } from '#domain/calendar/working-days.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { NotFound } from '#domain/errors.js';
import type { PaperKind } from '#domain/paper/paper-kind.js';
import type { PaperData } from '#domain/paper/paper-schema.js';
import type { PaperRequest } from '#domain/paper/paper-request.js';
import { TempPartyOrgSettings } from '#domain/temp-party-org/settings.js';
import { PAPER_BASIS } from '#domain/temp-party-org/supplement-items.js';
import type { Database } from '../client.js';
import type { ColumnCipher } from '../crypto.js';
import { dayOf } from './date-column.js';
import { paperWords } from './paper-words.js';
import { personStore } from './person.store.js';
import { dataOf, type Printed } from './printers.js';
import { loadedCalendar } from './record/loaded-calendar.js';
import { tempPartyOrgStore } from './temp-party-org.store.js';
import { applicationPaper } from './temp-party-org/application-paper.js';
import { filingPaper } from './temp-party-org/filing-paper.js';
import { type Gathered, supplementItems, textOf } from './temp-party-org/gathered.js';
import { noticePaper } from './temp-party-org/notice-paper.js';
import { replyPaper } from './temp-party-org/reply-paper.js';

/** What the papers of M01 print: names, words and masked numbers, put together from the tables. */
export function tempPartyOrgPaperStore(database: Database, cipher: ColumnCipher) {
  const { rows, pool } = database;
  const people = personStore(database, cipher);
  const applications = tempPartyOrgStore(database);
  const calendar = loadedCalendar(pool);

  const { unitName, userName, opinion: words, docWord } = paperWords(rows);

  /** What all papers of a case share. */
  const gather = async (request: PaperRequest, { code }: Printed): Promise<Gathered> => {
    const application = await applications.inForce(request.caseId);
    const organisation = await rows.organisation.findUnique({ where: { id: application.organisationId } });
    if (!organisation) throw new NotFound('Organisation');
    const holders = await people.ofOrganisation(application.organisationId, request.on);
    const listed = application.form.members.map(({ personId }) => personId);
    const established = await rows.partyOrganisation.findUnique({ where: { caseId: request.caseId } });
    return {
      ...application,
      head: { caseNo: application.row.caseNo, verificationCode: code },
      organisation,
      organ: await unitName(request.organUnitId),
      superior: await unitName(application.row.unitId),
      members: holders.filter(({ personId }) => listed.some((id) => id === personId)),
      established,
      names: new Map(holders.map(({ personId, name }) => [personId, name])),
      phones: new Map(holders.map(({ personId, phoneMasked }) => [personId, phoneMasked])),
    };
  };

  /** The organisation by which another one is renewed, and who signed its reply. */
  const renewalOf = async ({ facts }: PaperRequest) => {
    const caseNo = textOf(facts.newCaseNo);
    const successor = caseNo === undefined ? null : await rows.case.findUnique({ where: { caseNo } });
    if (!successor) return null;
    const caseId = successor.id;
    const organisation = await rows.partyOrganisation.findUnique({ where: { caseId } });
    const reply = { caseId, kind: 'reply', verdict: 'AGREE' };
    const decision = await rows.decision.findFirst({ where: reply, orderBy: { seq: 'desc' } });
    return organisation && { organisation, signer: decision?.actorId };
  };

  const printers = {
    APPLICATION: async (request: PaperRequest, printed: Printed): Promise<PaperData<'APPLICATION'>> => {
      const about = await gather(request, printed);
      return applicationPaper(about, request, await userName(about.row.applicantUserId));
    },

    SUPPLEMENT_NOTICE: async (request: PaperRequest, printed: Printed): Promise<PaperData<'SUPPLEMENT_NOTICE'>> => {
      const about = await gather(request, printed);
      const { intakeAnswerWD } = TempPartyOrgSettings.parse(about.row.config);
      return {
        ...about.head,
        docNo: printed.docNo ?? '',
        organ: about.organ,
        organisationName: about.organisation.name,
        matterName: `设立${about.form.proposedName}`,
        submittedAt: shanghaiDate(about.row.submittedAt),
        items: supplementItems(request.facts, await words(request.requestId)),
        basis: PAPER_BASIS,
        answerDays: intakeAnswerWD,
        dueDate: limitEnd(await calendar(), { from: request.on, unit: 'WD', n: intakeAnswerWD }),
        contactName: await userName(request.facts.signer),
        contactPhone: '见机关公布电话',
        noticeDate: request.on,
      };
    },

    REPLY: async (request: PaperRequest, printed: Printed): Promise<PaperData<'REPLY'>> => {
      const about = await gather(request, printed);
      const opinion = await words(request.requestId);
      return replyPaper(about, request, printed, opinion, await userName(request.facts.signer));
    },

    FILING: async (request: PaperRequest, printed: Printed): Promise<PaperData<'FILING'>> => {
      const about = await gather(request, printed);
      const { applicantUserId } = about.row;
      const contact = await rows.user.findUnique({ where: { id: applicantUserId } });
      const phone = about.phones.get(contact?.personId ?? '');
      const signer = await userName(request.facts.signer);
      const opinion = await words(request.requestId);
      return filingPaper(about, request, printed, { opinion, signer, contact: contact?.name ?? '', phone });
    },

    NOTICE: async (request: PaperRequest, printed: Printed): Promise<PaperData<'NOTICE'>> => {
      const about = await gather(request, printed);
      const renewal = await renewalOf(request);
      return noticePaper(about, request, printed, {
        opinion: await words(request.requestId),
        // A renewal is nobody's act on this case: whoever signed the reply that renews it signs the notice.
        signer: await userName(request.facts.signer ?? renewal?.signer),
        newTermStart: renewal && dayOf(renewal.organisation.termStart),
        newTermEnd: renewal && dayOf(renewal.organisation.termEnd),
        roster: (renewal?.organisation ?? about.established)?.roster,
      });
    },
  };

  return {
    /** 机关代字: the filing organ numbers filings apart; the applicant's own paper and a returned filing have no number. */
    async wordFor({ kind, organUnitId, facts }: PaperRequest): Promise<string | null> {
      if (kind === 'APPLICATION' || facts.result === 'RETURNED') return null;
      const word = await docWord(organUnitId);
      return word !== null && kind === 'FILING' ? `${word}备` : word;
    },

    dataFor: (request: PaperRequest, printed: Printed): Promise<PaperData<PaperKind>> =>
      dataOf(printers, request, printed),
  };
}
