import { CHECK_RESULTS } from '#domain/annual-inspection/check-sheet.rule.js';
import { DrawConfig } from '#domain/random-check/case-facts.js';
import type { PublicDrawRow } from '#prisma/stores/random-check/public-draws.js';
import type { CheckCounts, CheckRow, DrawDetail, DrawRow } from '#prisma/stores/random-check-reading.store.js';
import { stateLabel } from '../cases/act-labels.js';
import { DRAWN_CHECK_MATTER, RANDOM_CHECK_MATTER } from '../matters/random-check.matter.js';
import type { CheckView, DrawView, PublicDrawLine } from './random-check.schemas.js';

const isoOrNull = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

const resultLabel = (slug: string) => {
  const found = CHECK_RESULTS.find((one) => one.slug === slug);
  return { slug, zh: found?.zh ?? slug, en: found?.en ?? slug };
};

/** How many have which result, in the order of the results; none is left out. */
export function resultCounts(counts: ReadonlyMap<string, number>) {
  return CHECK_RESULTS.map(({ slug }) => ({ result: resultLabel(slug), count: counts.get(slug) ?? 0 }));
}

export function drawRowView({ caseNo, state, unitId, config, size, drawnAt }: DrawRow) {
  const { year, purpose } = DrawConfig.parse(config).terms;
  return {
    ...{ caseNo, unitId, size, year, purpose },
    state: stateLabel(RANDOM_CHECK_MATTER, state),
    drawnAt: isoOrNull(drawnAt),
  };
}

export function drawView(draw: DrawDetail, progress: CheckCounts, results: ReadonlyMap<string, number>): DrawView {
  const { caseNo, state, unitId, config, size, drawnAt, base, inspectors, baseHash } = draw;
  return {
    ...{ caseNo, unitId, size, base, inspectors, baseHash, progress },
    state: stateLabel(RANDOM_CHECK_MATTER, state),
    terms: DrawConfig.parse(config).terms,
    commitment: commitmentOf(draw),
    drawnAt: isoOrNull(drawnAt),
    results: resultCounts(results),
  };
}

export function commitmentOf({ commitment, committedAt }: DrawDetail): DrawView['commitment'] {
  if (commitment === null || committedAt === null) return null;
  return { hash: commitment, publishedAt: new Date(committedAt).toISOString() };
}

export function checkView(row: CheckRow): CheckView {
  const { caseNo, state, organisationId, organisationKey, organisationName, inspectors } = row;
  const { checkedOn, result, rectifyBy, publishedAt, abandonedAt } = row;
  return {
    ...{ caseNo, checkedOn, rectifyBy, inspectors: [...inspectors] },
    state: state === null ? null : stateLabel(DRAWN_CHECK_MATTER, state),
    organisation: { id: organisationId, key: organisationKey, name: organisationName },
    result: result === null ? null : resultLabel(result),
    publishedAt: isoOrNull(publishedAt),
    abandonedAt: isoOrNull(abandonedAt),
  };
}

/** A result as everybody may read it; null for one that is not published. */
export function publicResultOf({ organisationKey, organisationName, inspectors, ...row }: CheckRow) {
  const { checkedOn, result, rectifyBy, publishedAt } = row;
  if (checkedOn === null || result === null || publishedAt === null) return null;
  return {
    organisation: organisationKey,
    name: organisationName,
    inspectors: inspectors.map(({ key }) => key),
    ...{ checkedOn, rectifyBy },
    result: resultLabel(result),
    publishedAt: new Date(publishedAt).toISOString(),
  };
}

/** A draw in the public list. */
export function publicDrawLine({ config, state, committedAt, drawnAt, ...row }: PublicDrawRow): PublicDrawLine {
  const { registry, year, purpose } = DrawConfig.parse(config).terms;
  const { caseNo, size, checks, published } = row;
  return {
    ...{ caseNo, registry, year, purpose, size, checks, published },
    state: stateLabel(RANDOM_CHECK_MATTER, state),
    committedAt: new Date(committedAt).toISOString(),
    drawnAt: isoOrNull(drawnAt),
  };
}
