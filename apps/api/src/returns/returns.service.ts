import { Injectable } from '@nestjs/common';

import { prefillReturn } from '#domain/annual-inspection/prefill.rule.js';
import type { PrefilledReturn } from '#domain/annual-inspection/prefill.rule.js';
import { checkReturn } from '#domain/annual-inspection/return-checks.rule.js';
import { AnnualReturnForm } from '#domain/annual-inspection/return-form.js';
import { AnnualInspectionSettings, DEFAULT_SETTINGS } from '#domain/annual-inspection/settings.js';
import { ANNUAL_INSPECTION } from '#domain/annual-inspection/states.js';
import { TalkRecord } from '#domain/annual-inspection/talk.rule.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { NotFound } from '#domain/errors.js';
import type { Database } from '#prisma/client.js';
import { prefillFacts } from '#prisma/stores/annual-inspection/prefill.store.js';
import type { DraftOf } from '#prisma/stores/annual-inspection/return-draft.store.js';
import { returnDraftStore } from '#prisma/stores/annual-inspection/return-draft.store.js';
import { returnReadingStore } from '#prisma/stores/annual-inspection/return-reading.store.js';
import { returnWordsStore } from '#prisma/stores/annual-inspection/words.store.js';
import { annualInspectionStore } from '#prisma/stores/annual-inspection.store.js';
import type { ReturnRow } from '#prisma/stores/annual-inspection.store.js';
import type { CaseRow } from '#prisma/stores/case/case-row.js';
import { caseReadingStore } from '#prisma/stores/case-reading.store.js';
import { caseStore } from '#prisma/stores/case.store.js';
import { once } from '#prisma/stores/idempotency.store.js';
import { organisationsOf, unitsOf } from '../access/case-filter.js';
import { CaseAccess } from '../cases/case-access.js';
import { fieldInvalid } from '../http/field-sentences.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import type { RequestActor } from '../identity/actor.js';
import { cleanForm } from '../matters/form-text.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import type { ChecksView, ReturnDraftSave, ReturnDraftView, ReturnView } from './return.schemas.js';

/** A return as it stands, and what its organisation writes before it files. */
@Injectable()
export class ReturnsService {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly access: CaseAccess,
  ) {}

  /** A return with its checks; what the rules propose is for the registry's own officials. */
  async one(actor: RequestActor, caseNo: string): Promise<ReturnView> {
    const { row, theirs } = await this.#readable(actor, caseNo);
    const today = shanghaiDate(this.clock());
    const examined = await annualInspectionStore(this.database).examine(theirs, today, settingsOf(row));
    const reading = returnReadingStore(this.database);
    const [items, extensionAsked, instructor] = await Promise.all([
      returnWordsStore(this.database).items(row.id),
      reading.extensionAsked(row.id),
      reading.instructorNamed(row.id),
    ]);
    const inOffice = unitsOf(actor).includes(row.unitId);
    const isParty = inOffice || organisationsOf(actor).includes(theirs.organisationId);
    const proposal = inOffice && examined !== null ? examined.proposal : null;
    return {
      ...viewOf(theirs),
      extensionAsked,
      instructor,
      talk: await this.#talk(theirs, isParty),
      rectification: { status: theirs.rectification, due: theirs.rectificationDue, items },
      checks: [...(examined?.checks ?? [])],
      proposal:
        proposal === null
          ? null
          : { conclusion: proposal.conclusion, late: proposal.late, examined: [...proposal.examined] },
    };
  }

  /** The talk; what was said in it is for those who were there. */
  async #talk(
    { caseId, talkNoticedOn, talkFor, talkHeldOn }: ReturnRow,
    isParty: boolean,
  ): Promise<ReturnView['talk']> {
    const days = { noticedOn: talkNoticedOn, for: talkFor, heldOn: talkHeldOn };
    const held = isParty && talkHeldOn !== null ? await returnWordsStore(this.database).talk(caseId) : null;
    const read = TalkRecord.safeParse(held?.record);
    if (!read.success) return { ...days, record: null, officers: [] };
    const { officers, ...record } = read.data;
    const names = await caseReadingStore(this.database).userNames(officers);
    return { ...days, record, officers: officers.map((userId) => names.get(userId) ?? '') };
  }

  /** Whom an organisation without a Party organisation may name as its instructor. */
  async instructors(actor: RequestActor, caseNo: string) {
    await this.#own(actor, caseNo);
    return { items: await returnReadingStore(this.database).instructors(this.clock()) };
  }

  /** What the return can be begun with: last year's, and what the system holds. */
  async prefill(actor: RequestActor, caseNo: string): Promise<PrefilledReturn> {
    const { theirs } = await this.#own(actor, caseNo);
    const facts = await prefillFacts(this.database, theirs, shanghaiDate(this.clock()));
    if (facts === null) throw new NotFound('Organisation');
    return prefillReturn(facts.last, facts.register);
  }

  /** Every check of a form before it is filed; fields that are not of their form are named beside them. */
  async checks(actor: RequestActor, caseNo: string, form: unknown): Promise<ChecksView> {
    const { theirs } = await this.#own(actor, caseNo);
    const parsed = AnnualReturnForm.safeParse(cleanForm(form).data, { reportInput: true });
    if (!parsed.success) {
      const problems = parsed.error.issues.map((issue) => {
        const { field, messageZh, messageEn } = fieldInvalid([issue]).refusal;
        return { field: field ?? 'form', messageZh, messageEn };
      });
      return { submittable: false, problems, checks: [] };
    }
    const context = await annualInspectionStore(this.database).checkContext(theirs);
    const checks = checkReturn(parsed.data, context);
    return { submittable: checks.every(({ ok, severity }) => ok || severity === 'WARN'), problems: [], checks };
  }

  /** The draft as it is; version 0 and empty while nobody has written anything. */
  async draft(actor: RequestActor, caseNo: string): Promise<ReturnDraftView> {
    const { of } = await this.#draftOf(actor, caseNo);
    return (await returnDraftStore(this.database).find(of)) ?? { version: 0, data: {} };
  }

  async saveDraft(
    actor: RequestActor,
    caseNo: string,
    { version, data }: ReturnDraftSave,
    request: IdempotentRequest,
  ): Promise<unknown> {
    const { of } = await this.#draftOf(actor, caseNo);
    const keys = Object.keys(data).filter((key) => !(key in AnnualReturnForm.shape));
    if (keys.length > 0)
      throw fieldInvalid([{ code: 'unrecognized_keys', keys, path: ['data'], message: '', input: data }]);
    const { userId } = actor;
    const { body } = await once(this.database, { userId, ...request }, async (tx) => ({
      status: 200,
      body: await returnDraftStore(tx).save(of, userId, version, data, this.clock()),
    }));
    return body;
  }

  async #draftOf(actor: RequestActor, caseNo: string): Promise<{ of: DraftOf }> {
    const { row, theirs } = await this.#own(actor, caseNo);
    const formsBefore = (await caseStore(this.database).forms(row.id)).length;
    return { of: { caseId: row.id, organisationId: theirs.organisationId, formsBefore } };
  }

  /** What is being written belongs to the organisation alone; for everybody else it does not exist. */
  async #own(actor: RequestActor, caseNo: string): Promise<{ row: CaseRow; theirs: ReturnRow }> {
    const found = await this.#readable(actor, caseNo);
    if (!organisationsOf(actor).includes(found.theirs.organisationId)) throw new NotFound('Return');
    return found;
  }

  async #readable(actor: RequestActor, caseNo: string): Promise<{ row: CaseRow; theirs: ReturnRow }> {
    const row = await this.access.readable(actor, caseNo);
    const theirs =
      row.matter === ANNUAL_INSPECTION.slug ? await annualInspectionStore(this.database).byCaseId(row.id) : null;
    if (theirs === null) throw new NotFound('Return');
    return { row, theirs };
  }
}

/** The settings that a case keeps from its start. */
export function settingsOf({ config }: CaseRow): AnnualInspectionSettings {
  const kept = AnnualInspectionSettings.safeParse(config);
  return kept.success ? kept.data : DEFAULT_SETTINGS;
}

type OwnRow = 'rectification' | 'checks' | 'proposal' | 'extensionAsked' | 'instructor' | 'talk';

function viewOf(row: ReturnRow): Omit<ReturnView, OwnRow> {
  const {
    caseNo,
    inspectedYear,
    organisationId,
    due,
    closes,
    extendedTo,
    firstFiledOn,
    timeliness,
    partyConfirmation,
  } = row;
  const { conclusion, concludedOn, publishedOn } = row;
  return {
    ...{ caseNo, inspectedYear, organisationId, due, closes, extendedTo, firstFiledOn, timeliness, partyConfirmation },
    ...{ conclusion, concludedOn, publishedOn },
  };
}
