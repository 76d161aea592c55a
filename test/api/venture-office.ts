import { randomUUID } from 'node:crypto';

import { applicantOf, personOf } from '#prisma/demonstration/handles.js';
import { hostUnit, ventureOrganisation, ventureUser } from '#prisma/demonstration/venture.js';
import { anApplication } from '#domain/venture-round/application.example.js';
import type { RoundConfiguration } from '#domain/venture-round/round-configuration.js';
import { aRound } from '#domain/venture-round/round.example.js';
import type { Answer, Office } from './office.js';

export const ORGANISER = ventureUser('jiefang', 'organiser', 1);
export const SECOND = ventureUser('jiefang', 'organiser', 2);

const DAY_MS = 24 * 3600 * 1000;
const iso = (at: number): string => new Date(Math.floor(at / 1000) * 1000).toISOString();

/** A round that opens now and closes in thirty days. */
export function roundNow(change: Partial<RoundConfiguration> = {}, now: number = Date.now()): RoundConfiguration {
  const calendar = { callOpens: iso(now - 60_000), callCloses: iso(now + 30 * DAY_MS) };
  return aRound({ hosts: [hostUnit('jiefang')], calendar, ...change });
}

/** Drafts something and submits it. */
export async function submitted(
  office: Office,
  by: string,
  matter: string,
  data: object,
  organisationId?: string,
  key: string = randomUUID(),
): Promise<Answer> {
  const draft = await office.must(
    office.post(by, '/drafts', { matter, data, ...(organisationId === undefined ? {} : { organisationId }) }),
  );
  return office.post(by, `/drafts/${String(draft.body.id)}/submission`, {}, key);
}

/** A round that is planned: its case number. */
export async function planned(office: Office, configuration: RoundConfiguration = roundNow()): Promise<string> {
  const made = await office.must(submitted(office, ORGANISER, 'venture-round', configuration));
  const caseNo = String(made.body.caseNo);
  await office.until(async () => (await office.openTasks(caseNo)).length > 0);
  return caseNo;
}

export const hashOf = async (office: Office, caseNo: string): Promise<string> =>
  (await office.database.rows.round.findUniqueOrThrow({ where: { caseNo } })).configurationHash;

/** A round whose call is open. */
export async function opened(office: Office, configuration: RoundConfiguration = roundNow()): Promise<string> {
  const caseNo = await planned(office, configuration);
  const hash = await hashOf(office, caseNo);
  await office.must(office.act(ORGANISER, caseNo, 'publishCall', 'PUBLISH_CALL', { facts: { hash } }));
  return caseNo;
}

/** The application of the n-th organisation of the street, counted from 1. */
export async function applicationOf(office: Office, roundNo: string, n: number, change: object = {}): Promise<object> {
  const organisationId = ventureOrganisation('jiefang', n);
  const file = await office.upload(applicantOf(organisationId), organisationId);
  const form = anApplication({
    title: `银龄相伴第${n}号`,
    leader: { personId: personOf(organisationId, 0), phone: '13900000000' },
    team: [{ personId: personOf(organisationId, 1), duty: '社工' }],
    attachmentUploadIds: [],
    pledgeUploadId: file,
  });
  return { ...form, roundNo, ...change };
}

/** Applies with the project of the n-th organisation; answers what the API answered. */
export async function applied(office: Office, roundNo: string, n: number, change: object = {}): Promise<Answer> {
  const organisationId = ventureOrganisation('jiefang', n);
  const form = await applicationOf(office, roundNo, n, change);
  return submitted(office, applicantOf(organisationId), 'venture-project', form, organisationId);
}
