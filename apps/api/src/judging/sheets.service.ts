import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { asId } from '#domain/ids.js';
import type { CaseId } from '#domain/ids.js';
import { halfPoints } from '#domain/scoring/sheet-total.js';
import { VentureRoundRefusal } from '#domain/venture-round/errors.js';
import type { Criterion } from '#domain/venture-round/scoring-policy.js';
import type { Database } from '#prisma/client.js';
import { caseStore } from '#prisma/stores/case.store.js';
import { organisationStore } from '#prisma/stores/organisation.store.js';
import { roundOfProject } from '#prisma/stores/venture-judging/round-facts.js';
import { uploadStore } from '#prisma/stores/upload.store.js';
import { sheetStore } from '#prisma/stores/venture-judging/sheet.store.js';
import type { Sheet } from '#prisma/stores/venture-judging/sheet.store.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { onceFor } from '../http/once-for.js';
import type { RequestActor } from '../identity/actor.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { JudgingRights } from './judging-rights.js';
import type { SheetEntry, SheetParams, SheetView } from './sheet.schemas.js';

/** What of an application tells who applies; nobody's persons are a judge's business either way. */
const PEOPLE = ['leader', 'team', 'carrierId'];
const ATTACHED = ['attachmentUploadIds', 'pledgeUploadId'];
const Form = z.record(z.string(), z.unknown());
const Attached = z.array(z.string()).catch([]);

/** The judge's own desk: packs, and sheets as they are typed. Locking is an act on the project's case. */
@Injectable()
export class SheetsService {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly rights: JudgingRights,
  ) {}

  async list(actor: RequestActor, id: string) {
    const { round, judgeId } = await this.rights.judged(actor, id);
    const assigned = await sheetStore(this.database).assigned(round.roundId, judgeId);
    const caseIds = assigned.map(({ projectId }) => projectId);
    const tasks = await this.database.rows.task.findMany({
      where: { caseId: { in: caseIds }, kind: 'SCORE', status: 'OPEN', assigneeKey: `user:${actor.userId}` },
      select: { id: true, caseId: true },
    });
    const open = new Map(tasks.map((task) => [task.caseId, task.id]));
    return { items: assigned.map((project) => ({ ...project, taskId: open.get(project.projectId) ?? null })) };
  }

  /** What a judge reads of a project: in a blind round nothing that tells who applies. */
  async pack(actor: RequestActor, { id, projectId }: SheetParams) {
    const { judgeId } = await this.rights.judged(actor, id);
    await sheetStore(this.database).assertAssigned(projectId, judgeId);
    const { configuration } = await roundOfProject(this.database.pool, projectId);
    const row = await caseStore(this.database).byId(projectId);
    const form = Form.parse((await caseStore(this.database).forms(asId<CaseId>(projectId))).at(-1)?.data ?? {});
    const blind = configuration.scoring.blind === true;
    const hidden = blind ? [...PEOPLE, ...ATTACHED] : PEOPLE;
    const organisationId = row?.organisationId ?? null;
    const organisation =
      blind || organisationId === null ? null : await organisationStore(this.database).byId(organisationId);
    return {
      projectId,
      caseNo: row?.caseNo ?? '',
      blind,
      organisationName: organisation?.name ?? null,
      application: Object.fromEntries(Object.entries(form).filter(([field]) => !hidden.includes(field))),
      files: blind ? [] : await uploadStore(this.database).named(Attached.parse(form.attachmentUploadIds)),
      criteria: configuration.scoring.criteria,
      sheet: sheetView(await sheetStore(this.database).find(projectId, judgeId)),
    };
  }

  /** Keeps what was typed, criterion by criterion. Throws VEN_SCORE_OUT_OF_RANGE, VEN_SHEET_INCOMPLETE, VEN_SHEET_LOCKED, NOT_FOUND. */
  async save(actor: RequestActor, { id, projectId }: SheetParams, entry: SheetEntry, request: IdempotentRequest) {
    const { round, judgeId } = await this.rights.judged(actor, id);
    const { roundId, configuration } = round;
    await sheetStore(this.database).assertAssigned(projectId, judgeId);
    const halves = halvesOf(entry, configuration.scoring.criteria);
    const { comment } = entry;
    const change = comment === undefined ? { halves } : { halves, comment };
    return onceFor(this.database, actor, request, async (tx) =>
      sheetView(await sheetStore(tx).save({ roundId, projectId, judgeId }, change, this.clock())),
    );
  }
}

function halvesOf({ values }: SheetEntry, criteria: readonly Criterion[]): Record<string, number> {
  const max = new Map(criteria.map((criterion) => [criterion.id, criterion.max]));
  const unknown = Object.keys(values).filter((id) => !max.has(id));
  if (unknown.length > 0) throw new VentureRoundRefusal('VEN_SHEET_INCOMPLETE', { missing: [], unknown }, 'values');
  return Object.fromEntries(Object.entries(values).map(([id, points]) => [id, halfPoints(points, max.get(id))]));
}

function sheetView({ projectId, version, halves, comment, status, lockedAt }: Sheet): SheetView {
  const values = Object.fromEntries(Object.entries(halves).map(([id, half]) => [id, half / 2]));
  return { projectId, version, values, comment, status, lockedAt };
}
