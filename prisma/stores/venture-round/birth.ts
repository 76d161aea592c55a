import { createHash } from 'node:crypto';

import { canonicalJson } from '#domain/ledger/canonical-json.js';
import { budgetTotal } from '#domain/venture-round/budget.rule.js';
import { callWindow } from '#domain/venture-round/call-window.rule.js';
import { projectKey } from '#domain/venture-round/double-funding.rule.js';
import type { SubmittedApplication } from '#domain/venture-round/application-form.js';
import type { RoundConfiguration } from '#domain/venture-round/round-configuration.js';
import { configurationHash } from '#domain/venture-round/round-configuration.js';
import { policyHash } from '#domain/venture-round/scoring-policy.js';
import type { CaseRow } from '../case/case-row.js';
import { sqlTime } from '../record/sql-time.js';
import type { Tx } from '../record/transaction.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The hash under which a configuration is published. */
export const hashOf = (configuration: RoundConfiguration): string => configurationHash(configuration, sha256);

/** A round is born with its case: unique in its division, series and edition. */
export async function bearRound(tx: Tx, row: CaseRow, configuration: RoundConfiguration): Promise<void> {
  const { series, edition, title, version } = configuration;
  const { opensAt, closesAt } = callWindow(configuration);
  await tx.query(
    `INSERT INTO "Round" ("caseId", "caseNo", "unitId", "divisionCode", "series", "edition", "editionKey", "title", "version", "formVersion",
       "configuration", "configurationHash", "policyHash", "opensAt", "closesAt")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, $11, $12, $13, $14)`,
    [
      ...[row.id, row.caseNo, row.unitId, configuration.divisionCode, series, edition],
      ...[`${configuration.divisionCode}|${series}|${edition}`, title, version, JSON.stringify(configuration)],
      ...[hashOf(configuration), policyHash(configuration.scoring, sha256), sqlTime(opensAt), sqlTime(closesAt)],
    ],
  );
}

/** The configuration that a form of a round's case holds becomes the round's. */
export async function setConfiguration(
  tx: Tx,
  roundId: string,
  formVersion: number,
  configuration: RoundConfiguration,
): Promise<void> {
  const { title, version, series, edition, divisionCode } = configuration;
  const { opensAt, closesAt } = callWindow(configuration);
  await tx.query(
    `UPDATE "Round" SET "title" = $2, "version" = $3, "formVersion" = $4, "configuration" = $5, "configurationHash" = $6, "policyHash" = $7,
       "opensAt" = $8, "closesAt" = $9, "divisionCode" = $10, "series" = $11, "edition" = $12, "editionKey" = $13 WHERE "caseId" = $1`,
    [
      ...[roundId, title, version, formVersion, JSON.stringify(configuration), hashOf(configuration)],
      ...[policyHash(configuration.scoring, sha256), sqlTime(opensAt), sqlTime(closesAt), divisionCode],
      ...[series, edition, `${divisionCode}|${series}|${edition}`],
    ],
  );
}

/** A project is born with its case: the same one stands once in a round, whoever submits it again at the same moment. */
export async function bearProject(tx: Tx, row: CaseRow, roundId: string, form: SubmittedApplication): Promise<void> {
  const { organisationId } = row;
  if (organisationId === null) throw new Error(`the project ${row.caseNo} has no organisation`);
  await tx.query(
    `INSERT INTO "Project" ("caseId", "caseNo", "roundId", "organisationId", "title", "titleKey", "standingKey", "class", "appliedClass", "themes",
       "siteDivision", "requestedFen", "ownFundsFen", "totalFen", "formVersion", "receivedAt", "sha256")
     VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $7, $8, $9, $10, $11, $12, 1, $13, $14)`,
    [
      ...[row.id, row.caseNo, roundId, organisationId, form.title, projectKey(organisationId, form.title), form.class],
      ...[form.themes, form.siteDivision, form.requestedFen, form.ownFundsFen, budgetTotal(form.budget)],
      ...[sqlTime(row.submittedAt), sha256(canonicalJson(form))],
    ],
  );
}
