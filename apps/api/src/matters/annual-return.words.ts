import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { AnnualInspectionRefusal } from '#domain/annual-inspection/errors.js';
import { assertTalkRecord, TalkRecord } from '#domain/annual-inspection/talk.rule.js';
import { FieldInvalid } from '#domain/errors.js';
import type { RequestId } from '#domain/ids.js';
import { SlotNotOpen } from '#domain/process/errors.js';
import type { Database } from '#prisma/client.js';
import { annualInspectionStore } from '#prisma/stores/annual-inspection.store.js';
import { returnWordsStore } from '#prisma/stores/annual-inspection/words.store.js';
import { submissionStore } from '#prisma/stores/submission.store.js';
import { fieldInvalid } from '../http/field-sentences.js';
import { UseDatabase } from '../resources.js';
import type { Asked } from './application.js';
import type { FormBrought } from './applications.js';
import { cleanForm } from './form-text.js';

/** Who holds talks and carries out checks at a registry. */
const OFFICERS = ['INSPECTOR', 'REGISTRY_OFFICER', 'REGISTRY_LEADER'];

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.string().min(1).max(128);
/** The day of the notice is the system's to know. */
const HeldTalk = TalkRecord.omit({ noticeOn: true });
const Wanted = z.strictObject({
  items: z
    .array(z.strictObject({ wanted: text(1000) }))
    .min(1)
    .max(100),
});
const HandedIn = z.strictObject({
  items: z
    .array(z.strictObject({ itemId: id, result: text(2000), evidenceUploadIds: z.array(id).max(20) }))
    .min(1)
    .max(100),
});

/** Words of talks and rectifications: kept under their request before the act; the workflow is told ids, days and numbers. */
@Injectable()
export class AnnualReturnWords {
  constructor(@UseDatabase() private readonly database: Database) {}

  keep(brought: FormBrought, asked: Asked, requestId: RequestId): Promise<unknown> {
    if (brought.kind === 'recordTalk') return this.#talk(brought, asked, requestId);
    if (brought.kind === 'setRectification') return this.#wanted(brought, asked, requestId);
    return this.#handedIn(brought, asked);
  }

  async #talk({ row }: FormBrought, { data, now, actor }: Asked, requestId: RequestId): Promise<unknown> {
    const talk = cleaned(HeldTalk, data);
    const noticedOn = (await annualInspectionStore(this.database).byCaseId(row.id))?.talkNoticedOn ?? null;
    if (noticedOn === null)
      throw new AnnualInspectionRefusal('AI_TALK_NOTICE_SHORT', { noticeOn: null }, 'form.heldOn');
    const record = { ...talk, noticeOn: noticedOn };
    assertTalkRecord(record);
    const words = returnWordsStore(this.database);
    const known = await words.officersOf(row.unitId, OFFICERS, talk.officers, now);
    const stranger = talk.officers.findIndex((officer) => !known.has(officer));
    if (stranger >= 0 || !talk.officers.includes(actor.userId))
      throw new FieldInvalid(
        stranger >= 0 ? `form.officers.${stranger}` : 'form.officers',
        '约谈人员须为登记管理机关的工作人员,且包括登记人本人。',
        'The officers of a talk belong to the registry, and whoever records it is one of them.',
      );
    await this.#assertUploads(
      talk.attendance.by === 'PROXY' ? [talk.attendance.reasonUploadId] : [],
      actor.userId,
      row,
    );
    await words.keepTalk(requestId, row.id, record, now);
    return { talkId: requestId, heldOn: talk.heldOn, rectifyBy: talk.rectifyBy, officers: talk.officers };
  }

  async #wanted({ row }: FormBrought, { data, now }: Asked, requestId: RequestId): Promise<unknown> {
    const { items } = cleaned(Wanted, data);
    const named = items.map(({ wanted }, place) => ({ itemId: `i${place + 1}`, wanted }));
    await returnWordsStore(this.database).keepRectification(requestId, row.id, named, now);
    return { rectificationId: requestId, itemIds: named.map(({ itemId }) => itemId) };
  }

  async #handedIn({ row }: FormBrought, { data, actor }: Asked): Promise<unknown> {
    const { items } = cleaned(HandedIn, data);
    const words = returnWordsStore(this.database);
    const open = await words.openRectification(row.id);
    if (open === null) throw new SlotNotOpen();
    const unknown = items.map(({ itemId }) => itemId).filter((itemId) => !open.itemIds.includes(itemId));
    if (unknown.length > 0) throw new AnnualInspectionRefusal('AI_RECTIFICATION_INCOMPLETE', { unknown }, 'form.items');
    await this.#assertUploads(
      items.flatMap(({ evidenceUploadIds }) => evidenceUploadIds),
      actor.userId,
      row,
    );
    await words.keepHandedIn(row.id, open.id, items);
    return { evidence: Object.fromEntries(items.map((item) => [item.itemId, item.evidenceUploadIds])) };
  }

  async #assertUploads(
    wanted: readonly (string | undefined)[],
    userId: string,
    { id: caseId, organisationId }: FormBrought['row'],
  ): Promise<void> {
    const ids = wanted.filter((one) => one !== undefined);
    const found = await submissionStore(this.database).uploadsOf(ids, { userId, organisationId, caseId });
    const uploadId = ids.find((one) => !found.has(one));
    if (uploadId === undefined) return;
    throw new FieldInvalid('form', '没有找到该文件,请重新上传。', 'This file was not found. Upload it again.', {
      uploadId,
    });
  }
}

function cleaned<Schema extends z.ZodType>(schema: Schema, data: unknown): z.output<Schema> {
  const words = schema.safeParse(cleanForm(data).data, { reportInput: true });
  if (!words.success) throw fieldInvalid(words.error.issues);
  return words.data;
}
