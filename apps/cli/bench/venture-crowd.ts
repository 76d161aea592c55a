import pg from 'pg';

import { applicantOf, personOf } from '#prisma/demonstration/handles.js';
import { ventureOrganisation, ventureUser } from '#prisma/demonstration/venture.js';

/** How many take part in a round under load. */
export interface CrowdSize {
  readonly organisations: number;
  readonly applicants: number;
  readonly judges: number;
}

/** An organisation that applies, with the account that acts for it. */
export interface Applicant {
  readonly organisationId: string;
  readonly userId: string;
  /** Two of its people: who leads the project, and who works in it. */
  readonly people: readonly [string, string];
  readonly pledgeUploadId: string;
}

/** Everybody who takes part in a round under load. */
export interface Crowd {
  readonly applicants: readonly Applicant[];
  readonly judges: readonly { readonly judgeId: string; readonly userId: string }[];
}

const MODEL = ventureOrganisation('jiefang', 1);
const JUDGE = ventureUser('jiefang', 'judge', 1);

/** One row for each n in a range, as a copy of a row that is there, with other values in some columns. */
const copies = (table: string, changes: string, of: string): string =>
  `INSERT INTO "${table}" SELECT (jsonb_populate_record(NULL::"${table}", to_jsonb(o) || ${changes})).*
   FROM "${table}" o, generate_series($1::int, $2::int) n WHERE ${of} ON CONFLICT DO NOTHING`;

/**
 * Makes organisations, applicants' accounts and judges as copies of the demonstration's, in the benchmark's own database. Each account acts
 * for several organisations; nobody holds a second factor. Any number of times is once.
 */
export async function gather(databaseUrl: string, { organisations, applicants, judges }: CrowdSize): Promise<Crowd> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const each = (table: string, changes: string, id: string, of: string, count: number) =>
      client.query(copies(table, changes, `o."${id}" = $3`), [1, count, of]);
    await each('Organisation', ORGANISATION, 'id', MODEL, organisations);
    for (const [n, id] of [personOf(MODEL, 0), personOf(MODEL, 1)].entries()) {
      await client.query(copies('Person', personOfLoad(n), 'o."id" = $3'), [1, organisations, id]);
      const post = `o."personId" = $3 AND o."organisationId" = '${MODEL}'`;
      await client.query(copies('OrgPost', postOfLoad(n), post), [1, organisations, id]);
    }
    await each('User', userOfLoad('applicant'), 'id', applicantOf(MODEL), applicants);
    await each('Account', accountOfLoad('applicant'), 'userId', applicantOf(MODEL), applicants);
    const grant = GRANT.replace('ACCOUNTS', String(applicants));
    await each('Grant', grant, 'userId', applicantOf(MODEL), organisations);
    await each('User', userOfLoad('judge'), 'id', JUDGE, judges);
    await each('Account', accountOfLoad('judge'), 'userId', JUDGE, judges);
    await each('Grant', JUDGE_GRANT, 'userId', JUDGE, judges);
    await each('Judge', POOL_ENTRY, 'userId', JUDGE, judges);
    await client.query(UPLOADS, [organisations, applicants]);
  } finally {
    await client.end();
  }
  return {
    applicants: range(organisations).map((n) => ({
      organisationId: `org-load-${n}`,
      userId: `user-load-applicant-${1 + (n % applicants)}`,
      people: [`person-load-${n}-0`, `person-load-${n}-1`],
      pledgeUploadId: `upload-load-${n}`,
    })),
    judges: range(judges).map((n) => ({ judgeId: `judge-load-${n}`, userId: `user-load-judge-${n}` })),
  };
}

const range = (count: number): number[] => Array.from({ length: count }, (_, n) => n + 1);

const ORGANISATION = `jsonb_build_object('id', 'org-load-' || n, 'name', '解放街道公益服务中心' || n, 'nameKey', '解放街道公益服务中心' || n,
  'uscc', NULL, 'filingNo', NULL)`;
const personOfLoad = (which: number): string =>
  `jsonb_build_object('id', 'person-load-' || n || '-${which}', 'idNoDigest', NULL)`;
const postOfLoad = (which: number): string =>
  `jsonb_build_object('id', 'post-load-' || n || '-' || o."id", 'organisationId', 'org-load-' || n, 'personId', 'person-load-' || n || '-${which}')`;
const userOfLoad = (duty: string): string =>
  `jsonb_build_object('id', 'user-load-${duty}-' || n, 'username', 'load.${duty}.' || n, 'displayUsername', 'load.${duty}.' || n,
    'email', 'load.${duty}.' || n || '@load.invalid', 'twoFactorEnabled', false, 'personId', NULL)`;
const accountOfLoad = (duty: string): string =>
  `jsonb_build_object('id', 'account-load-${duty}-' || n, 'accountId', 'user-load-${duty}-' || n, 'userId', 'user-load-${duty}-' || n)`;
const GRANT = `jsonb_build_object('id', 'grant-load-applicant-' || n, 'userId', 'user-load-applicant-' || (1 + n % ACCOUNTS), 'organisationId', 'org-load-' || n)`;
const JUDGE_GRANT = `jsonb_build_object('id', 'grant-load-judge-' || n, 'userId', 'user-load-judge-' || n)`;
/** A field or two each, so that expertise differs from project to project. */
const POOL_ENTRY = `jsonb_build_object('id', 'judge-load-' || n, 'userId', 'user-load-judge-' || n, 'personId', NULL, 'employerId', NULL,
  'fields', '[["ELDERLY_CHILDREN"], ["DISABILITY"], ["HARDSHIP"], ["SELF_GOVERNANCE"]]'::jsonb -> (n % 4),
  'maxLoad', 500)`;
const UPLOADS = `INSERT INTO "Upload" ("id", "sha256", "name", "mediaType", "size", "ownerUserId", "organisationId")
  SELECT 'upload-load-' || n, repeat('0', 64), '承诺书.pdf', 'application/pdf', 1, 'user-load-applicant-' || (1 + n % $2), 'org-load-' || n
  FROM generate_series(1, $1::int) n ON CONFLICT DO NOTHING`;
