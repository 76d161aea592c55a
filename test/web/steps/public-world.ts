import { Client, Connection } from '@temporalio/client';
import sharp from 'sharp';

import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { asId } from '#domain/ids.js';
import type { CaseId } from '#domain/ids.js';
import { USER } from '#prisma/demonstration/handles.js';
import { hostUnit, ventureOrganisation, ventureUser } from '#prisma/demonstration/venture.js';
import { contentStore } from '#prisma/files/content-store.js';
import { seasonStore } from '#prisma/stores/season.store.js';
import { CASE_QUEUE } from '#workflows/steps/contract.js';
import type { ApiConfig } from '../../../apps/api/src/config.js';
import { CONFIG } from '../../../apps/api/src/resources.js';
import type { Office } from '../../api/office.js';
import { opened, ORGANISER, roundNow } from '../../api/venture-office.js';
import { JudgedRounds } from '../../support/judged-rounds.js';
import type { JudgedRound } from '../../support/judged-rounds.js';
import { testServers } from '../../support/servers.js';

const JUDGES = [1, 2, 3, 4, 5].map((n) => ventureUser('jiefang', 'judge', n));
const DAY_MS = 24 * 3600 * 1000;
/** The season of last year is open now: the closing days of this office lie at the end of the year. */
const SEASON = Number(shanghaiDate(Date.now()).slice(0, 4)) - 1;

/** An open call that was amended; answers its number. */
export async function amendedCall(office: Office): Promise<string> {
  const round = roundNow({ edition: 2, title: '解放街道第二届公益创投大赛' });
  const caseNo = await opened(office, round);
  const callCloses = new Date(Date.parse(round.calendar.callCloses) + DAY_MS).toISOString();
  await office.must(
    office.act(ORGANISER, caseNo, 'amendCall', null, {
      form: { ...round, calendar: { ...round.calendar, callCloses } },
      opinion: '应申报单位要求,征集期延长一天。',
    }),
  );
  return caseNo;
}

/** A call that was cancelled; answers its number. */
export async function cancelledCall(office: Office): Promise<string> {
  const caseNo = await opened(office, roundNow({ edition: 3, title: '解放街道第三届公益创投大赛' }));
  const opinion = '因资金来源变化,本届取消,另行公告。';
  await office.must(office.act(ORGANISER, caseNo, 'cancelRound', null, { opinion }));
  return caseNo;
}

/** A round whose list of awards is under notice: three projects, scored by five judges. */
export async function noticedRound(office: Office): Promise<JudgedRound> {
  const connection = await Connection.connect({ address: testServers().temporalAddress });
  try {
    const { temporalNamespace: namespace } = office.app.get<ApiConfig>(CONFIG, { strict: false });
    const host = hostUnit('jiefang');
    const rounds = new JudgedRounds({
      ...{ database: office.database, client: new Client({ connection, namespace }), queue: CASE_QUEUE },
      ...{ division: '330402008', host, organiser: ORGANISER },
    });
    const projects = [1, 2, 3].map((n) => ({ organisationId: ventureOrganisation('jiefang', n) }));
    const round = await rounds.round(projects, JUDGES);
    for (const { caseId } of round.projects) {
      const data = { shortlistedAt: new Date(), standingKey: caseId };
      await office.database.rows.project.update({ where: { caseId }, data });
    }
    await rounds.assign(round, JUDGES.length);
    for (const [p, project] of round.projects.entries())
      for (const [j, judge] of JUDGES.entries()) await rounds.lock(round, project, judge, 72 + 6 * p + j);
    await office.must(office.act(ORGANISER, round.caseNo, 'closeScoring', 'CLOSE_SCORING'));
    await office.until(async () =>
      (await office.openTasks(round.caseNo)).some(({ kind }) => kind === 'PROPOSE_AWARDS'),
    );
    await office.must(office.act(ORGANISER, round.caseNo, 'proposeAwards', 'PROPOSE_AWARDS'));
    await office.until(async () => (await office.state(round.caseNo)) === 'PUBLICITY');
    await office.until(async () => (await office.openTasks(round.caseNo)).some(({ kind }) => kind === 'PUBLIC_NOTICE'));
    return round;
  } finally {
    await connection.close();
  }
}

/** The tables as they are when a round was carried out: pages read them, and nothing else is asked of them here. */
export async function asCarriedOut(office: Office, { caseId, caseNo, projects }: JudgedRound): Promise<void> {
  const { rows } = office.database;
  await rows.case.update({ where: { caseNo }, data: { state: 'SHOWCASE' } });
  await rows.award.updateMany({ where: { roundId: caseId }, data: { outcome: 'FUNDED' } });
  for (const [n, project] of projects.entries()) {
    await rows.case.update({ where: { id: project.caseId }, data: { state: 'COMPLETED' } });
    const on = new Date('2026-09-01');
    await rows.projectActivity.create({
      data: {
        ...{ id: `activity-${n}`, projectId: project.caseId, roundId: caseId, startsOn: on, endsOn: on, reportNo: 1 },
        ...{ place: '社区活动室', topic: '探访', personTimes: 80 + n, newPersons: 40, volunteers: 5, hours: 2 },
        ...{ spentFen: 120_000n, recordedBy: ORGANISER, recordedAt: on },
      },
    });
    for (let each = 1; each <= 3; each += 1) await handIn(office, project.caseId, n, each);
  }
}

/** A photograph of that activity as a telephone sends it: large, and with the place where it was taken. */
async function handIn(office: Office, projectId: string, activity: number, place: number): Promise<void> {
  const [wide, high] = place === 2 ? [1200, 1600] : [1600, 1200];
  const hue = 40 * place + 100 * activity;
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}"><rect width="100%" height="100%" fill="hsl(${hue},45%,75%)"/>
    <circle cx="${wide / 3}" cy="${high / 2}" r="180" fill="hsl(${hue},50%,45%)"/><circle cx="${wide / 1.6}" cy="${high / 2}" r="220" fill="hsl(${hue},60%,35%)"/></svg>`;
  const gps = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 45/1 0/1' } };
  const bytes = await sharp(Buffer.from(drawn)).withExif(gps).jpeg().toBuffer();
  const { home } = office.app.get<ApiConfig>(CONFIG, { strict: false });
  const sha256 = await contentStore(home).put(bytes);
  const id = `photograph-${activity}-${place}`;
  const { rows } = office.database;
  const file = { name: `${place}.jpg`, mediaType: 'image/jpeg', size: bytes.length, ownerUserId: ORGANISER };
  await rows.upload.create({ data: { id, sha256, ...file } });
  await rows.activityEvidence.create({
    data: { sha256, activityId: `activity-${activity}`, projectId, uploadId: id, kind: 'PHOTO' },
  });
}

/** A season of 内江 whose figures were frozen, with one conclusion published; answers its number. */
export async function frozenSeason(office: Office): Promise<string> {
  const { pool } = office.database;
  await pool.query(
    `INSERT INTO "Setting" ("key", "effectiveFrom", "value") SELECT k, '2020-01-01', '"12-31"' FROM unnest($1::text[]) k`,
    [['ai.toSupervisor', 'ai.toRegistry', 'ai.foundationToRegistry']],
  );
  const made = await office.must(office.post(USER.neijiangRegistry, '/seasons', { inspectedYear: SEASON }));
  const caseNo = String(made.body.caseNo);
  const { id } = await office.database.rows.case.findUniqueOrThrow({ where: { caseNo } });
  await office.until(async () => (await office.database.rows.annualReturn.count()) > 0, 60_000);
  await seasonStore(office.database).freezeFigures(asId<CaseId>(id), parseIsoDate(`${SEASON + 1}-06-30`), Date.now());
  const one = await office.database.rows.annualReturn.findFirstOrThrow({ where: { inspectedYear: SEASON } });
  await office.database.rows.annualReturn.update({
    where: { caseId: one.caseId },
    data: { conclusion: 'PASS', publishedOn: new Date(`${SEASON + 1}-06-30`) },
  });
  return caseNo;
}

/** A draw of 集美's registry that was committed to; answers its number. */
export async function committedDraw(office: Office): Promise<string> {
  const plan = { year: 2026, purpose: '年度双随机抽查', ratePct: '10', rounding: 'FLOOR' };
  const made = await office.must(office.post(USER.jimeiRegistry, '/random-checks', plan));
  const caseNo = String(made.body.caseNo);
  await office.until(async () => (await office.openTasks(caseNo)).length > 0);
  await office.must(office.act(USER.jimeiRegistry, caseNo, 'commitDraw', 'COMMIT_DRAW'));
  return caseNo;
}
