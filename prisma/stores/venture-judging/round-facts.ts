import { NotFound } from '#domain/errors.js';
import { parseRoundConfiguration } from '#domain/venture-round/round-configuration.js';
import type { RoundConfiguration } from '#domain/venture-round/round-configuration.js';
import { VENTURE_THEMES } from '#domain/venture-round/terms.js';
import type { VentureTheme } from '#domain/venture-round/terms.js';
import { readTerm } from '#domain/terms/term.js';
import type { Tx } from '../record/transaction.js';

/** A round as judging sees it. */
export interface JudgedRound {
  readonly roundId: string;
  readonly caseNo: string;
  readonly unitId: string;
  readonly title: string;
  readonly state: string;
  readonly policyHash: string;
  readonly configuration: RoundConfiguration;
}

/** A project as judging sees it; money in fen. */
export interface JudgedProject {
  readonly projectId: string;
  readonly caseNo: string;
  readonly title: string;
  readonly organisationId: string;
  readonly class: string;
  readonly themes: readonly VentureTheme[];
  readonly requestedFen: number;
  readonly totalFen: number;
  readonly state: string;
}

/** States in which a project has been shortlisted and stands. */
export const OUT_STATES: readonly string[] = ['SUBMITTED', 'RETURNED', 'SCREENED_OUT', 'WITHDRAWN', 'CANCELLED'];

const ROUND = `SELECT r."caseId" AS "roundId", r."caseNo", r."unitId", r."title", c."state", r."policyHash", r."configuration"
  FROM "Round" r JOIN "Case" c ON c."id" = r."caseId"`;

/** The round of an id or of a case number; NOT_FOUND. */
export async function judgedRound(db: Tx, id: string): Promise<JudgedRound> {
  const text = `${ROUND} WHERE r."caseId" = $1 OR r."caseNo" = $1`;
  const { rows } = await db.query<JudgedRound>({ name: 'judged-round', text, values: [id] });
  const [row] = rows;
  if (row === undefined) throw new NotFound('Round');
  return { ...row, configuration: parseRoundConfiguration(row.configuration) };
}

/** The round of a project; NOT_FOUND. */
export async function roundOfProject(db: Tx, projectId: string): Promise<JudgedRound> {
  const text = 'SELECT "roundId" FROM "Project" WHERE "caseId" = $1';
  const { rows } = await db.query<{ roundId: string }>(text, [projectId]);
  return judgedRound(db, rows[0]?.roundId ?? '');
}

interface ProjectRow extends Omit<JudgedProject, 'themes' | 'requestedFen' | 'totalFen'> {
  readonly themes: readonly string[];
  readonly requestedFen: string;
  readonly totalFen: string;
}

const PROJECTS = `SELECT p."caseId" AS "projectId", p."caseNo", p."title", p."organisationId", p."class", p."themes",
    p."requestedFen"::text AS "requestedFen", p."totalFen"::text AS "totalFen", c."state"
  FROM "Project" p JOIN "Case" c ON c."id" = p."caseId"`;

/** The shortlisted projects of a round that still stand, by id. */
export async function judgedProjects(db: Tx, roundId: string): Promise<JudgedProject[]> {
  const text = `${PROJECTS} WHERE p."roundId" = $1 AND NOT c."state" = ANY($2::text[]) ORDER BY p."caseId"`;
  const { rows } = await db.query<ProjectRow>({ name: 'judged-projects', text, values: [roundId, OUT_STATES] });
  return rows.map(projectOf);
}

/** Projects and judges of a round by name: those that are mentioned. */
export interface RoundNames {
  readonly projects: readonly {
    readonly projectId: string;
    readonly caseNo: string;
    readonly title: string;
    readonly class: string;
    readonly themes: string[];
    readonly organisationName: string;
  }[];
  readonly judges: readonly { readonly judgeId: string; readonly name: string }[];
}

const NAMED_PROJECTS = `SELECT p."caseId" AS "projectId", p."caseNo", p."title", p."class", p."themes", o."name" AS "organisationName"
  FROM "Project" p JOIN "Organisation" o ON o."id" = p."organisationId"
  WHERE p."roundId" = $1 AND p."caseId" = ANY($2::text[]) ORDER BY p."caseNo"`;
const NAMED_JUDGES = `SELECT j."id" AS "judgeId", coalesce(u."name", '') AS name FROM "Judge" j LEFT JOIN "User" u ON u."id" = j."userId"
  WHERE j."id" = ANY($1::text[]) ORDER BY j."id"`;

/** Names for ids of one round. */
export async function namesIn(
  db: Tx,
  roundId: string,
  mentioned: readonly { readonly projectId?: string | undefined; readonly judgeId?: string | undefined }[],
): Promise<RoundNames> {
  const projectIds = [...new Set(mentioned.flatMap(({ projectId }) => projectId ?? []))];
  const judgeIds = [...new Set(mentioned.flatMap(({ judgeId }) => judgeId ?? []))];
  const projects = await db.query<RoundNames['projects'][number]>(NAMED_PROJECTS, [roundId, projectIds]);
  const judges = await db.query<RoundNames['judges'][number]>(NAMED_JUDGES, [judgeIds]);
  return { projects: projects.rows, judges: judges.rows };
}

/** Those of them that judges score: of a class that is scored. */
export const scoredProjects = (
  projects: readonly JudgedProject[],
  { configuration }: Pick<JudgedRound, 'configuration'>,
): JudgedProject[] =>
  projects.filter((project) => configuration.classes.some((rule) => rule.class === project.class && rule.scored));

const projectOf = ({ themes, requestedFen, totalFen, ...row }: ProjectRow): JudgedProject => ({
  ...row,
  themes: themes.map((theme) => readTerm(VENTURE_THEMES, theme)),
  requestedFen: Number(requestedFen),
  totalFen: Number(totalFen),
});
