import { z } from 'zod';
import { DRAW_ALGORITHM } from '#domain/draw/seeded-random.js';
import { FieldInvalid } from '#domain/errors.js';

// Lines and tabs separate what is hashed, so neither an id nor a name may hold one.
const line = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}]+$/u);
const id = line(128);
const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);
const percentage = z.string().regex(/^\d{1,3}(\.\d{1,4})?$/);

/** What is laid down for a draw before it takes place. */
export const DrawTerms = z.strictObject({
  registry: line(200),
  year: z.int().min(1990).max(9999),
  /** What the draw is for, for example 年度双随机抽查. */
  purpose: line(200),
  ratePct: percentage,
  floorPct: percentage,
  rounding: z.enum(['CEIL', 'FLOOR', 'HALF_UP']),
  inspectorsPerCheck: z.int().min(2).max(10),
  /** The public number that is mixed into the seed, named before it is known; null for none. */
  beaconSource: line(200).nullable(),
});
export type DrawTerms = z.output<typeof DrawTerms>;

/** That an inspector must stay away from an organisation. The ground is not published. */
export const DrawRecusal = z.strictObject({ organisation: id, inspector: id });
export type DrawRecusal = z.output<typeof DrawRecusal>;

/** One check: the organisation and its inspectors. */
const CheckAssignment = z.strictObject({ organisation: id, inspectors: z.array(id).min(2).max(10) });
export type CheckAssignment = Readonly<{ organisation: string; inspectors: readonly string[] }>;

/**
 * A draw as it is published: all of its inputs and its result, so that anybody can run it again (specification M02:
 * stored are the ordered base list's hash, RNG, seed and result). Version 1. Inspectors appear by the numbers of their
 * certificates.
 */
export const PublishedDraw = z.strictObject({
  format: z.literal('banjie-draw'),
  version: z.literal(1),
  algorithm: z.literal(DRAW_ALGORITHM),
  terms: DrawTerms,
  base: z.array(z.strictObject({ id, name: line(200) })).max(200_000),
  baseHash: sha256Hex,
  inspectors: z.array(z.strictObject({ id })).max(10_000),
  recusals: z.array(DrawRecusal).max(100_000),
  commitment: z.strictObject({ hash: sha256Hex, publishedAt: z.iso.datetime({ offset: true }) }),
  drawnAt: z.iso.datetime({ offset: true }),
  seed: sha256Hex,
  beaconValue: line(500).nullable(),
  size: z.int().min(0),
  drawn: z.array(id),
  /** As drawn, before anybody recused themselves. */
  assignments: z.array(CheckAssignment),
  /** Inspectors who recused themselves after the draw, in that order. */
  redraws: z.array(DrawRecusal).max(10_000),
  /** After the redraws: who checks. */
  finalAssignments: z.array(CheckAssignment),
});
export type PublishedDraw = z.output<typeof PublishedDraw>;

/** Reads a published draw from parsed JSON. Throws FIELD_INVALID naming the first place that is not of the format. */
export function parsePublishedDraw(json: unknown): PublishedDraw {
  const parsed = PublishedDraw.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue === undefined || issue.path.length === 0 ? 'file' : issue.path.join('.');
  throw new FieldInvalid(
    field,
    '不是可核验的抽取公示文件(格式 banjie-draw 第1版)。请核对文件是否完整。',
    'This is no published draw of the format banjie-draw, version 1. Check that the file is complete.',
    { issue: issue?.message ?? '' },
  );
}
