import { z } from 'zod';

import { SubmittedApplication } from '#domain/venture-round/application-form.js';
import { budgetTotal } from '#domain/venture-round/budget.rule.js';
import { parseRoundConfiguration } from '#domain/venture-round/round-configuration.js';
import type { Projection, Projections } from '../record.store.js';
import { sqlTime } from '../record/sql-time.js';
import type { Tx } from '../record/transaction.js';
import { setConfiguration } from './birth.js';
import { roundOf } from './round-row.js';

const OfForm = z.looseObject({ formVersion: z.int() });
const ByRequest = z.looseObject({ requestId: z.string() });
const OfClass = z.looseObject({ to: z.string() });

/** 修改方案: the corrected configuration. */
const revise: Projection = async (tx, caseId, _at, data) => {
  const { formVersion } = OfForm.parse(data);
  await setConfiguration(tx, caseId, formVersion, parseRoundConfiguration(await formOf(tx, caseId, formVersion)));
};

/** 征集公告: version 1 of what was published. */
const publish: Projection = async (tx, caseId, at, data) => {
  await tx.query('UPDATE "Round" SET "publishedAt" = $2 WHERE "caseId" = $1', [caseId, sqlTime(at)]);
  await keepPublished(tx, caseId, at, ByRequest.parse(data).requestId, []);
};

/** 补充公告: the configuration after it, and which of its fields changed. */
const amend: Projection = async (tx, caseId, at, data) => {
  const { formVersion } = OfForm.parse(data);
  const before = await roundOf(tx, caseId);
  const configuration = parseRoundConfiguration(await formOf(tx, caseId, formVersion));
  await setConfiguration(tx, caseId, formVersion, configuration);
  const old = new Map(Object.entries(before.configuration).map(([name, value]) => [name, JSON.stringify(value)]));
  const changed = Object.entries(configuration).filter(([name, value]) => old.get(name) !== JSON.stringify(value));
  const names = changed.map(([name]) => name).filter((name) => name !== 'version');
  await keepPublished(tx, caseId, at, ByRequest.parse(data).requestId, names);
};

/** 取消: the edition is free again. */
const cancel: Projection = async (tx, caseId, at, data) => {
  const text = 'UPDATE "Round" SET "cancelledAt" = $2, "cancelRequestId" = $3, "editionKey" = NULL WHERE "caseId" = $1';
  await tx.query(text, [caseId, sqlTime(at), ByRequest.parse(data).requestId]);
};

/** 入围名单: published with the end of the screening. */
const shortlistRound: Projection = async (tx, caseId, at) => {
  await tx.query('UPDATE "Round" SET "shortlistedAt" = $2 WHERE "caseId" = $1', [caseId, sqlTime(at)]);
};

const shortlistProject: Projection = async (tx, caseId, at) => {
  await tx.query('UPDATE "Project" SET "shortlistedAt" = $2 WHERE "caseId" = $1', [caseId, sqlTime(at)]);
};

/** The project as its corrected form says; its title, under which it stands, stays. */
const resubmit: Projection = async (tx, caseId, _at, data) => {
  const { formVersion } = OfForm.parse(data);
  const form = SubmittedApplication.parse(await formOf(tx, caseId, formVersion));
  await tx.query(
    `UPDATE "Project" SET "class" = $2, "themes" = $3, "siteDivision" = $4, "requestedFen" = $5, "ownFundsFen" = $6, "totalFen" = $7,
       "formVersion" = $8 WHERE "caseId" = $1`,
    [
      ...[caseId, form.class, form.themes, form.siteDivision, form.requestedFen, form.ownFundsFen],
      ...[budgetTotal(form.budget), formVersion],
    ],
  );
};

const moveClass: Projection = async (tx, caseId, _at, data) => {
  await tx.query('UPDATE "Project" SET "class" = $2 WHERE "caseId" = $1', [caseId, OfClass.parse(data).to]);
};

const stepDown: Projection = async (tx, caseId) => {
  await tx.query('UPDATE "Project" SET "standingKey" = NULL WHERE "caseId" = $1', [caseId]);
};

/** The tables of rounds and projects that a record shows in its own transaction. */
export const VENTURE_ROUND_PROJECTIONS: Projections = {
  'venture-round/revised': revise,
  'venture-round/published': publish,
  'venture-round/amended': amend,
  'venture-round/cancelled': cancel,
  'venture-round/shortlisted': shortlistRound,
  'venture-project/shortlisted': shortlistProject,
  'venture-project/resubmitted': resubmit,
  'venture-project/class': moveClass,
  'venture-project/gone': stepDown,
};

async function keepPublished(
  tx: Tx,
  caseId: string,
  at: number,
  requestId: string,
  changed: readonly string[],
): Promise<void> {
  await tx.query(
    `INSERT INTO "RoundAmendment" ("roundId", "version", "configuration", "hash", "changed", "requestId", "publishedAt")
     SELECT "caseId", "version", "configuration", "configurationHash", $2::text[], $3, $4 FROM "Round" WHERE "caseId" = $1`,
    [caseId, changed, requestId, sqlTime(at)],
  );
}

async function formOf(tx: Tx, caseId: string, version: number): Promise<unknown> {
  const text = 'SELECT "data" FROM "CaseForm" WHERE "caseId" = $1 AND "version" = $2';
  const { rows } = await tx.query<{ data: unknown }>(text, [caseId, version]);
  return rows[0]?.data;
}
