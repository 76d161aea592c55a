import { FieldInvalid } from '#domain/errors.js';
import { canonicalJson } from '#domain/ledger/canonical-json.js';
import type { Sha256 } from '#domain/ledger/ledger-entry.js';
import { slugs } from '#domain/terms/term.js';
import { z } from 'zod';
import { wholeFen } from './fen.js';
import { ScoringPolicy } from './scoring-policy.js';
import { AWARD_SOURCES, PROJECT_CLASSES, VENTURE_SERIES, VENTURE_THEMES } from './terms.js';

const Theme = z.enum(slugs(VENTURE_THEMES));
const isoDateTime = z.iso.datetime({ offset: true });

/** A class of projects in this round. */
export const ClassRule = z.strictObject({
  class: z.enum(slugs(PROJECT_CLASSES)),
  /** Most projects that are awarded; null: as many as the money reaches. */
  quota: z.int().min(0).max(10_000).nullable(),
  /** Most fen for one project of the class; null: the cap of the round alone. */
  cap: wholeFen().nullable(),
  scored: z.boolean(),
  /** Whether its projects may take public money. */
  fundable: z.boolean(),
});
export type ClassRule = z.output<typeof ClassRule>;

/** Money that the round distributes. Sources are used in their order in the configuration. */
export const SourceRule = z.strictObject({
  source: z.enum(AWARD_SOURCES),
  budgetFen: wholeFen(),
  /** It pays only for projects all of whose themes are listed; null: for every theme. */
  themes: z.array(Theme).min(1).nullable(),
});
export type SourceRule = z.output<typeof SourceRule>;

/** An instalment and what releases it. */
export const InstalmentRule = z.strictObject({
  percent: z.int().min(1).max(100),
  release: z.enum(['AGREEMENT_SIGNED', 'MID_TERM_PASS', 'COMPLETED', 'MILESTONE']),
  /** Which milestone, for MILESTONE. */
  milestone: z.string().trim().min(1).max(60).optional(),
});
export type InstalmentRule = z.output<typeof InstalmentRule>;

/**
 * A round as it is frozen when the call opens (specification M03 "Round configuration"). A later change needs a
 * published amendment. Points in time carry their offset; money is in fen.
 */
export const RoundConfiguration = z.strictObject({
  /** 1 for the call, one more with each amendment. */
  version: z.int().min(1),
  series: z.enum(slugs(VENTURE_SERIES)),
  edition: z.int().min(1).max(999),
  title: z.string().trim().min(4).max(60),
  hosts: z.array(z.string().min(1).max(128)).min(1).max(20),
  divisionCode: z.string().regex(/^\d{6}(\d{3}){0,2}$/),
  themes: z.array(Theme).min(1),
  classes: z.array(ClassRule).min(1),
  sources: z.array(SourceRule).min(1),
  perProjectCap: wholeFen(),
  /** Per cent of a project's budget that public money may pay; null: no such cap. */
  maxSharePct: z.int().min(1).max(100).nullable(),
  perOrganisation: z.int().min(1).max(100),
  scoring: ScoringPolicy,
  schedule: z.array(InstalmentRule).min(1).max(20),
  calendar: z.strictObject({
    callOpens: isoDateTime,
    callCloses: isoDateTime,
    presentationOn: z.iso.date().optional(),
  }),
  screenWD: z.int().min(1).max(250),
  publicityWD: z.int().min(1).max(250),
  signWD: z.int().min(1).max(250),
  executionMonths: z.int().min(1).max(60),
});
export type RoundConfiguration = z.output<typeof RoundConfiguration>;

/** Reads a configuration. Throws FIELD_INVALID naming the first field and listing all that are not of the form. */
export function parseRoundConfiguration(input: unknown): RoundConfiguration {
  const parsed = RoundConfiguration.safeParse(input);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), issue: message }));
  throw new FieldInvalid(
    issues[0]?.field ?? 'configuration',
    '本届方案的格式不正确,请按清单更正。',
    'The configuration of the round is not of the form. Correct the fields that are listed.',
    { issues },
  );
}

/** The text that is hashed, signed and published: equal configurations have equal texts (RFC 8785). */
export function canonicalConfiguration(configuration: RoundConfiguration): string {
  return canonicalJson(configuration);
}

/** SHA-256 of the canonical text, in hexadecimal letters. */
export function configurationHash(configuration: RoundConfiguration, sha256: Sha256): string {
  return sha256(canonicalConfiguration(configuration));
}
