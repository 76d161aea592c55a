import { randomUUID } from 'node:crypto';

import type { Database } from '#prisma/client.js';

const DAY_MS = 86_400_000;

/** Adds that many cases with one open task each for a user, due one after the other; the n-th is called "第 n 件". Nothing runs behind them. */
export async function manyTasks(
  { rows }: Database,
  { count, userId, unitId }: { readonly count: number; readonly userId: string; readonly unitId: string },
): Promise<void> {
  const now = Date.now();
  const made = Array.from({ length: count }, (_, n) => ({ n: n + 1, id: randomUUID(), at: new Date(now - n * 1_000) }));
  await rows.case.createMany({
    data: made.map(({ n, id, at }) => ({
      id,
      caseNo: `GA-330411-2026-${String(90_000 + n)}`,
      matter: 'general-approval',
      title: `关于第 ${n} 件事项的请示`,
      unitId,
      divisionCode: '330411',
      applicantUserId: userId,
      state: 'UNDER_REVIEW',
      config: {},
      facts: {},
      submittedAt: at,
      updatedAt: at,
      startedAt: at,
      startRequestId: id,
    })),
  });
  await rows.task.createMany({
    data: made.map(({ n, id, at }) => ({
      id: `${id}-1`,
      caseId: id,
      seq: 1,
      stage: 'step-1',
      kind: 'SIGN',
      assigneeKey: `user:${userId}`,
      unitId,
      status: 'OPEN',
      openedAt: at,
      dueAt: new Date(now + n * DAY_MS),
    })),
  });
}
