import { Injectable } from '@nestjs/common';

import { ApprovalForm } from '#domain/general-approval/approval.js';
import { FieldInvalid } from '#domain/errors.js';
import type { UploadId } from '#domain/ids.js';
import { asId } from '#domain/ids.js';
import { person, pool } from '#domain/process/assignee.js';
import type { Database } from '#prisma/client.js';
import { submissionStore } from '#prisma/stores/submission.store.js';
import { unitStore } from '#prisma/stores/unit.store.js';
import { approvalStory } from '#workflows/general-approval/story.js';
import { fieldInvalid } from '../http/field-sentences.js';
import { UseDatabase } from '../resources.js';
import { Assignees } from './assignees.js';
import type { Application, Asked } from './application.js';
import type { MatterApplications } from './applications.js';
import { cleanForm } from './form-text.js';

/** General approvals (呈批): the applicant names the way, so everybody on it must be there. */
@Injectable()
export class GeneralApprovalApplications implements MatterApplications {
  constructor(
    @UseDatabase() private readonly database: Database,
    private readonly assignees: Assignees,
  ) {}

  /** Everything that the case begins with. Throws FIELD_INVALID, ASSIGNEE_UNFIT, RECUSAL_REQUIRED. */
  async prepare({ actor, organisationId, data }: Asked): Promise<Application> {
    const { data: clean, warnings } = cleanForm(data);
    const parsed = ApprovalForm.safeParse(clean, { reportInput: true });
    if (!parsed.success) throw fieldInvalid(parsed.error.issues);
    const form = parsed.data;
    const unit = await unitStore(this.database).byId(form.unitId);
    if (unit === null) throw new FieldInvalid('unitId', '没有这个单位。', 'There is no such unit.');
    const signers = form.steps.flatMap((step, index) =>
      step.signers.map(({ to }, place) => ({ to, field: `steps.${index}.signers.${place}.to` })),
    );
    await this.assignees.assertFit(signers, { organisationId, role: null });
    return {
      title: form.title,
      unitId: unit.id,
      divisionCode: unit.divisionCode,
      state: 'UNDER_REVIEW',
      config: {},
      form,
      fileIds: await this.#attachments(form.attachments, actor.userId, organisationId),
      units: [],
      predecessor: null,
      role: 'APPLICANT_USER',
      leader: unit.leaderUserId === null ? pool(unit.id, 'TWO_NEW_APPROVER') : person(unit.leaderUserId),
      input: { steps: form.steps },
      begins: (input) => {
        const { run, tell } = approvalStory({ ...input, steps: form.steps });
        return run.firstRecord(tell);
      },
      warnings,
    };
  }

  async #attachments(ids: readonly string[], userId: string, organisationId: string | null): Promise<UploadId[]> {
    if (ids.length === 0) return [];
    const found = await submissionStore(this.database).uploadsOf(ids, { userId, organisationId, caseId: null });
    const unknown = ids.findIndex((id) => !found.has(id));
    if (unknown >= 0)
      throw new FieldInvalid(
        `attachments.${unknown}`,
        '没有找到该文件,请重新上传。',
        'This file was not found. Upload it again.',
      );
    return [...new Set(ids)].map((id) => asId<UploadId>(id));
  }
}
