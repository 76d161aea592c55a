import { Injectable } from '@nestjs/common';

import type { IsoDate } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { DomainError, FieldInvalid } from '#domain/errors.js';
import type { UnitId, UploadId } from '#domain/ids.js';
import { asId } from '#domain/ids.js';
import { person, pool } from '#domain/process/assignee.js';
import { assertCommittee } from '#domain/temp-party-org/committee.rule.js';
import { assertEligible } from '#domain/temp-party-org/eligibility.rule.js';
import { TempPartyOrgRefusal } from '#domain/temp-party-org/errors.js';
import { missingPapers, TempPartyOrgApplication, uploadsOf } from '#domain/temp-party-org/form.js';
import { assertPapersComplete } from '#domain/temp-party-org/papers.rule.js';
import { TEMP_PARTY_ORG } from '#domain/temp-party-org/states.js';
import { assertTermMatches } from '#domain/temp-party-org/term.rule.js';
import type { Database } from '#prisma/client.js';
import type { CaseRow } from '#prisma/stores/case/case-row.js';
import { caseStore } from '#prisma/stores/case.store.js';
import { submissionStore } from '#prisma/stores/submission.store.js';
import type { Unit } from '#prisma/stores/unit.store.js';
import { unitStore } from '#prisma/stores/unit.store.js';
import { fieldInvalid } from '../http/field-sentences.js';
import { UseDatabase } from '../resources.js';
import type { Application, Asked, ChangedForm } from './application.js';
import type { FormBrought, MatterApplications } from './applications.js';
import { cleanForm } from './form-text.js';
import { Settings } from './settings.service.js';
import type { Judged } from './temp-party-org.facts.js';
import { TempPartyOrgFacts } from './temp-party-org.facts.js';
import { EXCLUSION_LABELS } from './temp-party-org.labels.js';

/** Whose form is checked: an organisation's, on a day, by a user; for a case that runs already, or one that renews another. */
interface Checked {
  readonly organisationId: string;
  readonly userId: string;
  readonly caseId: string | null;
  readonly on: IsoDate;
  readonly except: readonly string[];
}

/** The case that an application renews is not one that can be renewed. */
export class RenewalTargetInvalid extends DomainError {
  constructor(caseNo: string, state: string | null) {
    super({
      code: 'RENEWAL_TARGET_INVALID',
      status: 422,
      messageZh: '只能延续本单位处于“待延续、转正或撤销”状态的临时党组织。请核对办件编号。',
      messageEn:
        'Only an expiring temporary Party organisation of the same organisation can be renewed. Check its case number.',
      field: 'renews',
      details: { caseNo, state },
    });
  }
}

/** Applications for temporary Party organisations: checked by every rule of M01 before they become a case. */
@Injectable()
export class TempPartyOrgApplications implements MatterApplications {
  constructor(
    @UseDatabase() private readonly database: Database,
    private readonly facts: TempPartyOrgFacts,
    private readonly settings: Settings,
  ) {}

  /** Everything that the case begins with. Throws the first rule that says no, with all that is known about it. */
  async prepare({ actor, organisationId, data, now }: Asked): Promise<Application> {
    if (organisationId === null)
      throw new FieldInvalid('organisationId', '请选择申请单位。', 'Choose the organisation that applies.');
    const { form, warnings } = parsed(data);
    const predecessor = form.renews === undefined ? null : await this.#renewed(form.renews, organisationId);
    const on = shanghaiDate(now);
    const except = predecessor === null ? [] : [predecessor.id];
    const fileIds = await this.#check(form, { organisationId, userId: actor.userId, caseId: null, on, except });
    const { approver, passedOver } = await this.facts.route(organisationId);
    const unit = await this.#unitOf(approver.unitId);
    const filingUnitId = await this.facts.filingUnit(unit.id);
    const settings = await this.settings.tempPartyOrg();
    const isApplicant = actor.grants.some(
      (grant) => grant.role === 'APPLICANT_USER' && grant.organisationId === organisationId,
    );
    return {
      title: `关于设立${form.proposedName}的申请`,
      unitId: unit.id,
      divisionCode: unit.divisionCode,
      state: 'SUBMITTED',
      config: settings,
      form,
      fileIds,
      units: [
        ...passedOver.flatMap(({ unitId }) =>
          unitId === null ? [] : [{ unitId: asId<UnitId>(unitId), part: 'PASSED_OVER' }],
        ),
        { unitId: filingUnitId, part: 'FILING' },
      ],
      predecessor: predecessor === null ? null : { id: predecessor.id, caseNo: predecessor.caseNo },
      role: isApplicant ? 'APPLICANT_USER' : 'PARTY_SECRETARY',
      leader: unit.leaderUserId === null ? pool(unit.id, 'TWO_NEW_APPROVER') : person(unit.leaderUserId),
      input: { settings, filingUnitId },
      warnings,
      taken: new TempPartyOrgRefusal('TPO_DUPLICATE_ACTIVE'),
    };
  }

  /** The form of a supplement (补正), which stands where the first one stood. */
  async change({ row }: FormBrought, { actor, data, now }: Asked): Promise<ChangedForm> {
    const { form } = parsed(data);
    const { organisationId } = row;
    if (organisationId === null) throw new Error(`case ${row.caseNo} has no organisation`);
    const except = [row.id, ...(row.predecessorId === null ? [] : [row.predecessorId])];
    const checked = { organisationId, userId: actor.userId, caseId: row.id, on: shanghaiDate(now), except };
    return { form, fileIds: await this.#check(form, checked) };
  }

  /** Every rule of a submission; returns the files of the form. */
  async #check(form: TempPartyOrgApplication, checked: Checked): Promise<UploadId[]> {
    const { organisationId, on, except } = checked;
    const judged = await this.facts.judge(organisationId, form, on, except);
    refuseStrangers(judged);
    assertEligibleByName(judged);
    const { countedPersons } = judged.assessment;
    assertPapersComplete(missingPapers(form, countedPersons));
    const fileIds = await this.#uploads(form, checked);
    assertCommittee({ secretary: form.secretary, deputy: form.deputy, committee: form.committee }, countedPersons);
    if (judged.council.term !== null) assertTermMatches(form.councilTermEnd, judged.council.term.end);
    if (form.councilSize < countedPersons.length)
      throw new FieldInvalid(
        'councilSize',
        '理事会人数不能少于计入的党员人数。',
        'The council is smaller than its counted members.',
      );
    return fileIds;
  }

  async #uploads(form: TempPartyOrgApplication, { userId, organisationId, caseId }: Checked): Promise<UploadId[]> {
    const wanted = uploadsOf(form);
    const found = await submissionStore(this.database).uploadsOf(wanted, { userId, organisationId, caseId });
    const unknown = wanted.find((id) => !found.has(id));
    if (unknown !== undefined) {
      throw new FieldInvalid(
        form.councilResolutionUploadId === unknown
          ? 'councilResolutionUploadId'
          : `members.${form.members.findIndex(({ certificateUploadId }) => certificateUploadId === unknown)}.certificateUploadId`,
        '没有找到该文件,请重新上传。',
        'This file was not found. Upload it again.',
        { uploadId: unknown },
      );
    }
    return wanted.map((id) => asId<UploadId>(id));
  }

  async #renewed(caseNo: string, organisationId: string): Promise<CaseRow> {
    const row = await caseStore(this.database).byNo(caseNo);
    const own = row?.organisationId === organisationId && row.matter === TEMP_PARTY_ORG.slug;
    if (row === null || !own) throw new RenewalTargetInvalid(caseNo, null);
    if (row.state !== 'EXPIRING') throw new RenewalTargetInvalid(caseNo, row.state);
    return row;
  }

  async #unitOf(unitId: string | null): Promise<Unit> {
    const unit = unitId === null ? null : await unitStore(this.database).byId(unitId);
    if (unit === null) throw new Error('the approver of an application has no unit');
    return unit;
  }
}

function parsed(data: unknown) {
  const { data: clean, warnings } = cleanForm(data);
  const form = TempPartyOrgApplication.safeParse(clean, { reportInput: true });
  if (!form.success) throw fieldInvalid(form.error.issues);
  return { form: form.data, warnings };
}

function refuseStrangers({ strangers }: Judged): void {
  const [place] = strangers;
  if (place === undefined) return;
  throw new FieldInvalid(
    `members.${place}.personId`,
    '名册中有人不在本单位的人员记录中。请先在组织信息中登记其职务。',
    "Somebody listed is not in the organisation's records. Record the person's post first.",
    { places: strangers },
  );
}

/** Refuses as the rule does; the applicant reads of each person the name and the reason in words. */
function assertEligibleByName({ assessment, names }: Judged): void {
  try {
    assertEligible(assessment);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const excluded = assessment.excluded.map(({ person: personId, reason }) => ({
      person: personId,
      name: names.get(personId) ?? null,
      reason,
      reasonZh: EXCLUSION_LABELS[reason].zh,
      reasonEn: EXCLUSION_LABELS[reason].en,
    }));
    throw new DomainError({ ...error.refusal, details: { ...error.refusal.details, excluded } });
  }
}
