import { Injectable } from '@nestjs/common';

import { assertFirstReturn, assertReturnOwed } from '#domain/annual-inspection/base.rule.js';
import { AnnualInspectionRefusal } from '#domain/annual-inspection/errors.js';
import { assertReturnSubmittable } from '#domain/annual-inspection/return-checks.rule.js';
import { AnnualReturnForm, uploadsOf } from '#domain/annual-inspection/return-form.js';
import { assertSeasonKnown } from '#domain/annual-inspection/season.rule.js';
import type { ReturnState } from '#domain/annual-inspection/states.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { yearOf } from '#domain/calendar/iso-date.js';
import { AuthNotAllowed, CaseStateConflict, FieldInvalid } from '#domain/errors.js';
import type { DomainError } from '#domain/errors.js';
import { asId } from '#domain/ids.js';
import type { RequestId, UploadId, UserId } from '#domain/ids.js';
import { SlotNotOpen } from '#domain/process/errors.js';
import type { Database } from '#prisma/client.js';
import { annualInspectionStore } from '#prisma/stores/annual-inspection.store.js';
import type { ReturnRow } from '#prisma/stores/annual-inspection.store.js';
import { instructorAccount } from '#prisma/stores/annual-inspection/instructor.store.js';
import type { CaseRow } from '#prisma/stores/case/case-row.js';
import { submissionStore } from '#prisma/stores/submission.store.js';
import { organisationsOf } from '../access/case-filter.js';
import { fieldInvalid } from '../http/field-sentences.js';
import { UseDatabase } from '../resources.js';
import { AnnualReturnWords } from './annual-return.words.js';
import type { Application, Asked, ChangedForm } from './application.js';
import type { FormBrought, MatterApplications } from './applications.js';
import { cleanForm } from './form-text.js';

/** States of a return that its organisation has not handed in yet, or was given back. */
const WITH_APPLICANT: readonly string[] = ['NOT_STARTED', 'DRAFT'] satisfies readonly ReturnState[];

/** Yearly returns: their case is opened by a season, so a form comes to it by an act, checked by every rule of M02. */
@Injectable()
export class AnnualReturnApplications implements MatterApplications {
  constructor(
    @UseDatabase() private readonly database: Database,
    private readonly texts: AnnualReturnWords,
  ) {}

  /**
   * A return is never begun by its organisation: says why (AI_EXEMPT, AI_OUTSIDE, AI_SEASON_UNKNOWN), or where it is already
   * (AI_DUPLICATE_YEAR).
   */
  async prepare({ organisationId, now }: Asked): Promise<Application> {
    if (organisationId === null)
      throw new FieldInvalid('organisationId', '请选择报送单位。', 'Choose the organisation that files.');
    const inspectedYear = yearOf(shanghaiDate(now)) - 1;
    const found = await this.find(organisationId, inspectedYear);
    assertFirstReturn(inspectedYear, found.caseNo);
    throw new AnnualInspectionRefusal('AI_SEASON_UNKNOWN', { inspectedYear });
  }

  /** The return of an organisation and year. Throws AI_EXEMPT, AI_OUTSIDE, and AI_SEASON_UNKNOWN (404) without a season. */
  async find(organisationId: string, inspectedYear: number): Promise<{ readonly caseNo: string }> {
    const place = await annualInspectionStore(this.database).placeOf(organisationId, inspectedYear);
    if (place === null) throw new AnnualInspectionRefusal('AI_SEASON_UNKNOWN', { inspectedYear }, 'inspectedYear');
    if (place.standing !== null) {
      const { standing, ground, baseDate } = place;
      assertReturnOwed({ organisationId, standing, ground, baseDate });
    }
    if (place.caseNo !== null) return { caseNo: place.caseNo };
    assertSeasonKnown(place.registryUnitId, inspectedYear, null);
    throw new AnnualInspectionRefusal('AI_SEASON_UNKNOWN', { inspectedYear });
  }

  /** The form of a filing, a late one or a supplement, checked like a submission. */
  async change({ row, kind, task }: FormBrought, { actor, data, now }: Asked): Promise<ChangedForm> {
    const theirs = await this.#returnOf(row);
    if (!organisationsOf(actor, ['APPLICANT_USER']).includes(theirs.organisationId)) throw new AuthNotAllowed();
    if (kind === 'submitReturn' && task?.kind !== 'FILE_RETURN') throw lateness(row, theirs) ?? new SlotNotOpen();
    if (kind === 'submitLate') assertLateWanted(row, theirs);
    const form = parsed(data);
    assertReturnSubmittable(form, await annualInspectionStore(this.database).checkContext(theirs));
    await this.#assertPeople(form, theirs.organisationId);
    const fileIds = await this.#uploads(form, actor.userId, row);
    const instructor = kind === 'submitReturn' ? await this.#instructorOf(form, now) : null;
    return { form, fileIds, ...(instructor === null ? {} : { facts: { instructor } }) };
  }

  words(brought: FormBrought, asked: Asked, requestId: RequestId): Promise<unknown> {
    return this.texts.keep(brought, asked, requestId);
  }

  /** The task of the filing is closed: the season has closed, the return is there already, or the organisation is exempt. */
  async tooLate({ row, kind }: FormBrought): Promise<DomainError | null> {
    return kind === 'submitReturn' ? lateness(row, await this.#returnOf(row)) : null;
  }

  async #returnOf(row: CaseRow): Promise<ReturnRow> {
    const found = await annualInspectionStore(this.database).byCaseId(row.id);
    if (found === null) throw new Error(`case ${row.caseNo} has no return`);
    return found;
  }

  /** Who confirms the Party section: the instructor of an organisation that has no Party organisation, when they have an account. */
  async #instructorOf({ partyBuilding }: AnnualReturnForm, now: number): Promise<UserId | null> {
    const { partyOrg, instructorPersonId } = partyBuilding ?? {};
    if (partyOrg !== undefined || instructorPersonId === undefined) return null;
    return instructorAccount(this.database, instructorPersonId, now);
  }

  async #assertPeople({ basics }: AnnualReturnForm, organisationId: string): Promise<void> {
    const ids = basics.leaders.map(({ personId }) => personId);
    const known = await submissionStore(this.database).peopleOf(organisationId, ids);
    const stranger = ids.findIndex((id) => !known.has(id));
    if (stranger < 0) return;
    throw new FieldInvalid(
      `basics.leaders.${stranger}.personId`,
      '负责人不在本单位的人员记录中。请先在组织信息中登记其职务。',
      "This leader is not in the organisation's records. Record the person's post first.",
    );
  }

  async #uploads(form: AnnualReturnForm, userId: string, { id, organisationId }: CaseRow): Promise<UploadId[]> {
    const wanted = uploadsOf(form);
    const by = { userId, organisationId, caseId: id };
    const found = await submissionStore(this.database).uploadsOf(wanted, by);
    const uploadId = wanted.find((one) => !found.has(one));
    if (uploadId !== undefined)
      throw new FieldInvalid('form', '没有找到该文件,请重新上传。', 'This file was not found. Upload it again.', {
        uploadId,
      });
    return wanted.map((one) => asId<UploadId>(one));
  }
}

/** A form as a client sends it, clean and whole. Throws FIELD_INVALID. */
export function parsed(data: unknown): AnnualReturnForm {
  const form = AnnualReturnForm.safeParse(cleanForm(data).data, { reportInput: true });
  if (!form.success) throw fieldInvalid(form.error.issues);
  return form.data;
}

/** Why a return is not taken any more; null while its organisation may still file it. */
function lateness({ state, caseNo }: CaseRow, { conclusion, inspectedYear, closes }: ReturnRow): DomainError | null {
  if (state === 'EXEMPT') return new AnnualInspectionRefusal('AI_EXEMPT', { inspectedYear });
  if (WITH_APPLICANT.includes(state)) return null;
  if (conclusion === 'NOT_PARTICIPATED')
    return new AnnualInspectionRefusal('DEADLINE_PASSED', { due: closes, kept: false, act: 'submitLate' });
  return new AnnualInspectionRefusal('AI_DUPLICATE_YEAR', { inspectedYear, caseNo });
}

/** A late return is kept once, and only where none stands that came in time. */
function assertLateWanted({ state, caseNo }: CaseRow, { conclusion, formVersion, inspectedYear }: ReturnRow): void {
  if (conclusion !== 'NOT_PARTICIPATED') throw new CaseStateConflict(state, 'submitLate');
  if (formVersion !== null) throw new AnnualInspectionRefusal('AI_DUPLICATE_YEAR', { inspectedYear, caseNo });
}
