import { Injectable } from '@nestjs/common';

import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { FieldInvalid } from '#domain/errors.js';
import { asId } from '#domain/ids.js';
import type { UploadId } from '#domain/ids.js';
import { person, pool } from '#domain/process/assignee.js';
import { SubmittedApplication, uploadsOf } from '#domain/venture-round/application-form.js';
import { assertBudget } from '#domain/venture-round/budget.rule.js';
import { assertInTime } from '#domain/venture-round/call-window.rule.js';
import { projectKey } from '#domain/venture-round/double-funding.rule.js';
import { VentureRoundRefusal } from '#domain/venture-round/errors.js';
import { assertScreened } from '#domain/venture-round/screening.rule.js';
import type { ScreeningCheck } from '#domain/venture-round/screening.rule.js';
import { VENTURE_ROUND } from '#domain/venture-round/states.js';
import type { RoundState } from '#domain/venture-round/states.js';
import { VentureRoundSettings } from '#domain/venture-round/settings.js';
import type { Database } from '#prisma/client.js';
import { caseStore } from '#prisma/stores/case.store.js';
import { organisationStore } from '#prisma/stores/organisation.store.js';
import { submissionStore } from '#prisma/stores/submission.store.js';
import { unitStore } from '#prisma/stores/unit.store.js';
import { bearProject } from '#prisma/stores/venture-round/birth.js';
import type { RoundRow } from '#prisma/stores/venture-round/round-row.js';
import { ventureRoundStore } from '#prisma/stores/venture-round.store.js';
import { workflowIdOf } from '#workflows/steps/contract.js';
import { projectSubmitted } from '#workflows/venture-round/contract.js';
import { fieldInvalid } from '../http/field-sentences.js';
import { UseDatabase } from '../resources.js';
import type { Application, Asked, ChangedForm } from './application.js';
import type { FormBrought, MatterApplications } from './applications.js';
import { cleanForm } from './form-text.js';

/** What no correction can cure is refused at once; what remains is the officer's to look at. */
const AT_ONCE: readonly ScreeningCheck[] = ['BARRED', 'PROJECTS_PER_ORGANISATION', 'DUPLICATE', 'PAID_BEFORE'];

/** States in which a round still takes what arrived in time: the deadline may have passed while the request waited. */
const TAKES: readonly RoundState[] = ['CALL_OPEN', 'SCREENING'];

/** Applications of projects: in time, balanced to the fen, and not there already. */
@Injectable()
export class VentureProjectApplications implements MatterApplications {
  constructor(@UseDatabase() private readonly database: Database) {}

  /** Everything that the case begins with. The time that counts is that of the request's arrival. */
  async prepare({ actor, organisationId, data, now }: Asked): Promise<Application> {
    if (organisationId === null)
      throw new FieldInvalid('organisationId', '请选择申报单位。', 'Choose the organisation that applies.');
    const { form, warnings } = parsed(data);
    const round = await this.#roundOf(form.roundNo);
    assertTakes(round, now);
    const roundCase = await caseStore(this.database).byId(round.caseId);
    const settings = VentureRoundSettings.parse(roundCase?.config);
    await this.#assertPeople(form, organisationId);
    assertClass(form, round);
    assertBudget(form, round.configuration);
    const fileIds = await this.#uploads(form, { userId: actor.userId, organisationId, caseId: null });
    const store = ventureRoundStore(this.database);
    const checks = await store.check(round, organisationId, form, shanghaiDate(now), settings, null);
    assertScreened(checks.filter(({ check }) => AT_ONCE.includes(check)));
    const unit = await unitStore(this.database).byId(round.unitId);
    if (unit === null) throw new Error(`the round ${round.caseNo} has no unit`);
    const applies = actor.grants.some(
      (grant) => grant.role === 'APPLICANT_USER' && grant.organisationId === organisationId,
    );
    return {
      title: form.title,
      unitId: round.unitId,
      divisionCode: unit.divisionCode,
      state: 'SUBMITTED',
      config: settings,
      form,
      fileIds,
      units: [],
      predecessor: null,
      role: applies ? 'APPLICANT_USER' : 'PARTY_SECRETARY',
      leader: unit.leaderUserId === null ? pool(unit.id, 'ROUND_ORGANISER') : person(unit.leaderUserId),
      input: { settings, round: { caseId: round.caseId, caseNo: round.caseNo } },
      warnings,
      bornWith: (tx, row) => bearProject(tx, row, round.caseId, form),
      taken: new VentureRoundRefusal('VEN_DUPLICATE_PROJECT', {}, 'title'),
      handOver: {
        workflowId: workflowIdOf(VENTURE_ROUND.slug, round.caseNo),
        signal: projectSubmitted.name,
        otherwise: { news: ['CANCELLED'] },
      },
    };
  }

  /** The corrected application (退回修改): the same project of the same round, checked as at its submission. */
  async change({ row }: FormBrought, { actor, data }: Asked): Promise<ChangedForm> {
    const { organisationId } = row;
    const { form } = parsed(data);
    const before = SubmittedApplication.parse((await caseStore(this.database).forms(row.id)).at(-1)?.data);
    if (organisationId === null || form.roundNo !== before.roundNo)
      throw new FieldInvalid('roundNo', '不能更换所申报的届次。', 'The round of a project does not change.');
    if (projectKey(organisationId, form.title) !== projectKey(organisationId, before.title))
      throw new FieldInvalid(
        'title',
        '修改时不能更换项目名称。',
        'The title under which a project stands does not change.',
      );
    const round = await this.#roundOf(form.roundNo);
    await this.#assertPeople(form, organisationId);
    assertClass(form, round);
    assertBudget(form, round.configuration);
    return { form, fileIds: await this.#uploads(form, { userId: actor.userId, organisationId, caseId: row.id }) };
  }

  async #roundOf(roundNo: string): Promise<RoundRow> {
    const round = await ventureRoundStore(this.database).byNo(roundNo);
    if (round === null || round.publishedAt === null)
      throw new FieldInvalid('roundNo', '没有找到该届公益创投。', 'There is no such round.');
    return round;
  }

  /** Leader and team are people of the organisation; a carrier is an organisation. Of others nothing is told. */
  async #assertPeople(form: SubmittedApplication, organisationId: string): Promise<void> {
    const wanted = [form.leader.personId, ...form.team.map(({ personId }) => personId)];
    const known = await submissionStore(this.database).peopleOf(organisationId, wanted);
    const stranger = wanted.findIndex((id) => !known.has(id));
    if (stranger >= 0)
      throw new FieldInvalid(
        stranger === 0 ? 'leader.personId' : `team.${stranger - 1}.personId`,
        '此人不在本单位的人员记录中。请先在组织信息中登记其职务。',
        "This person is not in the organisation's records. Record the person's post first.",
      );
    if (form.carrierId === undefined) return;
    if ((await organisationStore(this.database).byId(form.carrierId)) === null)
      throw new FieldInvalid('carrierId', '没有找到该承接单位。', 'There is no such carrier.');
  }

  async #uploads(
    form: SubmittedApplication,
    by: { readonly userId: string; readonly organisationId: string; readonly caseId: string | null },
  ): Promise<UploadId[]> {
    const wanted = uploadsOf(form);
    const found = await submissionStore(this.database).uploadsOf(wanted, by);
    const unknown = wanted.find((id) => !found.has(id));
    if (unknown === undefined) return wanted.map((id) => asId<UploadId>(id));
    const place = form.attachmentUploadIds.indexOf(unknown);
    throw new FieldInvalid(
      place < 0 ? 'pledgeUploadId' : `attachmentUploadIds.${place}`,
      '没有找到该文件,请重新上传。',
      'This file was not found. Upload it again.',
    );
  }
}

function parsed(data: unknown) {
  const { data: clean, warnings } = cleanForm(data);
  const form = SubmittedApplication.safeParse(clean, { reportInput: true });
  if (!form.success) throw fieldInvalid(form.error.issues);
  return { form: form.data, warnings };
}

function assertTakes({ state, opensAt, closesAt }: RoundRow, arrivedAt: number): void {
  if (state === 'CANCELLED') throw new VentureRoundRefusal('VEN_CALL_NOT_OPEN', { state }, 'roundNo');
  assertInTime(arrivedAt, { opensAt, closesAt });
  if (!TAKES.includes(state)) throw new VentureRoundRefusal('DEADLINE_PASSED', { state }, 'roundNo');
}

function assertClass(form: SubmittedApplication, { configuration }: RoundRow): void {
  if (configuration.classes.some((rule) => rule.class === form.class)) return;
  throw new FieldInvalid('class', '本届没有此项目类别。', 'The round has no projects of this class.');
}
