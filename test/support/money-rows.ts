import { randomUUID } from 'node:crypto';

import { completeUscc } from '#domain/identifier/uscc.js';
import { anApplication } from '#domain/venture-round/application.example.js';
import type { ProjectApplication } from '#domain/venture-round/application-form.js';
import { aRound } from '#domain/venture-round/round.example.js';
import type { Database } from '#prisma/client.js';
import { sha256 } from './sha256.js';

const JUDGES = ['j1', 'j2', 'j3', 'j4', 'j5'];
const HOST = 'unit-host';

/** The unit, the calendars, an enterprise and five judges. */
export async function givenTables({ pool, rows }: Database, division: string): Promise<void> {
  await pool.query(
    `INSERT INTO "Unit" ("id", "name", "agencyType", "level", "divisionCode") VALUES ($1, '解放街道', 'STREET', 'TOWN', $2)`,
    [HOST, division],
  );
  const year = new Date().getUTCFullYear();
  await pool.query(
    `INSERT INTO "CalendarYear" (year, source, holidays, "makeUpDays") SELECT y, 'DEMONSTRATION', '{}', '{}' FROM generate_series($1::int, $2::int) y`,
    [year - 1, year + 7],
  );
  await rows.sponsor.create({
    data: {
      id: 'sponsor',
      uscc: completeUscc('91330402MA0000001'),
      name: '爱心企业',
      userId: 'sponsor',
      representative: '钱某',
    },
  });
  for (const judge of JUDGES) {
    await rows.user.create({ data: { id: judge, name: judge, email: `${judge}@example.invalid` } });
    await rows.judge.create({
      data: { id: judge, userId: judge, fields: [], evaluatedOrganisationIds: [], maxLoad: 99, createdBy: 'x' },
    });
  }
}

/** A published ranking, and the locked sheets that it rests on: every judge of the panel gave the project's total. */
export async function givenRanking(
  database: Database,
  round: { readonly caseId: string },
  born: readonly { readonly caseId: string }[],
  projects: readonly { readonly total?: number; readonly form?: Partial<ProjectApplication> }[],
): Promise<void> {
  const { rows } = database;
  const roundId = round.caseId;
  const at = new Date();
  await rows.roundScoring.create({ data: { roundId, status: 'CLOSED' } });
  await rows.roundRanking.create({
    data: {
      roundId,
      seq: 0,
      policyHash: sha256('policy'),
      resultHash: '',
      votes: [],
      undecided: ['DISPLAY', 'KEY', 'REGULAR'].map((name) => ({ class: name, ties: [] })),
      at,
      publishedAt: at,
    },
  });
  for (const judgeId of JUDGES)
    await rows.panelMember.create({
      data: { roundId, judgeId, alias: `${judgeId}-${roundId}`, maxLoad: 99, addedBy: 'x', addedAt: at },
    });
  const scored = born.flatMap((on, place) => {
    const { total, form } = projects[place] ?? {};
    return total === undefined ? [] : [{ on, total, name: anApplication(form).class }];
  });
  for (const { on, total, name } of scored) {
    const ahead = scored.filter((other) => other.name === name && other.total > total).length;
    await rows.roundResult.create({
      data: {
        ...{ roundId, seq: 0, projectId: on.caseId, class: name, rank: ahead + 1, score: total.toFixed(2) },
        ...{ untrimmedMean: total.toFixed(2), sheets: 5, meetsFloor: total >= 60, outliers: [] },
      },
    });
    for (const judgeId of JUDGES) await sheet(database, roundId, on.caseId, judgeId, total);
  }
}

async function sheet(
  { rows }: Database,
  roundId: string,
  projectId: string,
  judgeId: string,
  total: number,
): Promise<void> {
  const halves = Object.fromEntries(
    aRound().scoring.criteria.map(({ id, max }) => [id, Math.round((max * 2 * total) / 100)]),
  );
  const at = new Date();
  const sealId = sha256(`${projectId}${judgeId}`);
  const totalHalves = Object.values(halves).reduce((sum, half) => sum + half, 0);
  const key = { projectId, judgeId, roundId };
  await rows.judgeAssignment.create({ data: { ...key, status: 'ACTIVE', points: 0, matched: [], jobId: 'job', at } });
  await rows.sealedSheet.create({ data: { id: sealId, ...key, halves, totalHalves, comment: '', at } });
  await rows.scoreSheet.create({ data: { ...key, halves, status: 'LOCKED', sealId, lockedAt: at, updatedAt: at } });
}

/** A voucher of so many fen against the first line of a budget. */
export async function givenVoucher({ rows }: Database, projectId: string, fen: number): Promise<void> {
  const id = randomUUID();
  const paper = { sha256: sha256(id), uploadId: id, recordedBy: 'applicant', recordedAt: new Date() };
  await rows.voucher.create({
    data: { id, projectId, line: 0, fen, spentOn: new Date(), payee: '示例商店', ...paper },
  });
}
