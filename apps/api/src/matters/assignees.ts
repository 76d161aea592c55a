import { Injectable } from '@nestjs/common';

import { DomainError } from '#domain/errors.js';
import type { AssigneeRef } from '#domain/process/acts.js';
import type { Role } from '#domain/roles.js';
import type { Database } from '#prisma/client.js';
import { assigneeStore } from '#prisma/stores/assignee.store.js';
import type { Candidate } from '#prisma/stores/assignee.store.js';
import { UNIT_ROLES } from '../access/case-filter.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { Settings } from './settings.service.js';

/** Somebody or some desk cannot take the task: not there, without the role, or tied to the organisation (specification C5). */
export class AssigneeUnfit extends DomainError {
  constructor(field: string, ground: 'UNKNOWN' | 'NO_ROLE' | 'NOBODY_THERE' | 'LINKED_TO_ORGANISATION') {
    const [zh, en] = GROUNDS[ground];
    super({
      code: 'ASSIGNEE_UNFIT',
      status: 422,
      messageZh: `${zh}请另选人员或岗位。`,
      messageEn: `${en} Choose somebody else.`,
      field,
      details: { ground },
    });
  }
}

const GROUNDS = {
  UNKNOWN: ['没有该用户,或其账号已停用。', 'There is no such user, or the account is disabled.'],
  NO_ROLE: ['该用户没有办理此环节的岗位。', 'The user does not hold a role for this task.'],
  NOBODY_THERE: ['该单位没有人担任此岗位。', 'Nobody holds this role at the unit.'],
  LINKED_TO_ORGANISATION: [
    '该用户与申请单位有利害关系,应当回避。',
    'The user has ties to the organisation and may not act on its case.',
  ],
} as const;

/** Whom a task is to go to, and where the request named them. */
export interface Named {
  readonly to: AssigneeRef;
  readonly field: string;
}

/** What a task asks of whom it goes to. `role` null: any role of an official. */
export interface Fitness {
  readonly organisationId: string | null;
  readonly role: Role | null;
}

/** Whether a task may go to somebody, before the workflow is asked: it knows no users. */
@Injectable()
export class Assignees {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** Throws ASSIGNEE_UNFIT (422) for the first who is not. */
  async assertFit(named: readonly Named[], { organisationId, role }: Fitness): Promise<void> {
    const store = assigneeStore(this.database);
    const now = this.clock();
    const recusalYears = await this.settings.recusalYears();
    const userIds = named.flatMap(({ to }) => ('userId' in to ? [to.userId] : []));
    const candidates =
      userIds.length === 0 ? [] : await store.candidates({ userIds, organisationId, now, recusalYears });
    for (const { to, field } of named) {
      if (!('unitId' in to)) {
        const candidate = candidates.find(({ userId }) => userId === to.userId);
        assertCandidateFit(candidate, role, field);
        continue;
      }
      if (role !== null && to.role !== role) throw new AssigneeUnfit(field, 'NO_ROLE');
      if ((await store.holders(to.unitId, to.role, now)) === 0) throw new AssigneeUnfit(field, 'NOBODY_THERE');
    }
  }

  /** Whether the user is there at all, for a copy: it gives no task. */
  async assertThere(to: AssigneeRef, field: string): Promise<void> {
    const store = assigneeStore(this.database);
    const now = this.clock();
    const there =
      'unitId' in to
        ? (await store.holders(to.unitId, to.role, now)) > 0
        : (await store.candidates({ userIds: [to.userId], organisationId: null, now, recusalYears: 0 })).length > 0;
    if (!there) throw new AssigneeUnfit(field, 'unitId' in to ? 'NOBODY_THERE' : 'UNKNOWN');
  }
}

function assertCandidateFit(candidate: Candidate | undefined, role: Role | null, field: string): void {
  if (candidate === undefined) throw new AssigneeUnfit(field, 'UNKNOWN');
  const fits = (held: string) => (role === null ? UNIT_ROLES.some((one) => one === held) : held === role);
  if (!candidate.grants.some(({ role: held, unitId }) => unitId !== null && fits(held)))
    throw new AssigneeUnfit(field, 'NO_ROLE');
  if (candidate.ties.length > 0) throw new AssigneeUnfit(field, 'LINKED_TO_ORGANISATION');
}
