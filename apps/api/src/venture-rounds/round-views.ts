import { PROJECT_STATE_LABELS, ROUND_STATE_LABELS } from '#domain/venture-round/state-labels.js';
import { PROJECT_CLASSES, VENTURE_SERIES, VENTURE_THEMES } from '#domain/venture-round/terms.js';
import { labelOf } from '#domain/terms/term.js';
import type { Term } from '#domain/terms/term.js';
import type { ProjectRow, PublishedConfiguration } from '#prisma/stores/venture-round-reading.store.js';
import type { RoundRow } from '#prisma/stores/venture-round/round-row.js';
import { VENTURE_PROJECT_MATTER } from '../matters/venture-project.matter.js';
import type { ProjectLine, RoundLine, RoundView, ShortlistLine } from './round.schemas.js';

const iso = (at: number): string => new Date(at).toISOString();
const termed = (terms: readonly Term[], slug: string) => ({ slug, ...labelOf(terms, slug) });

/** A state of a project with its names. */
export function projectState(slug: string) {
  const [, label] = Object.entries(PROJECT_STATE_LABELS).find(([state]) => state === slug) ?? [];
  return { slug, ...(label ?? { zh: slug, en: slug }) };
}

/** A class of projects with its names. */
export const classTerm = (slug: string) => termed(PROJECT_CLASSES, slug);

/** A round in a list, as it stands at a time (epoch ms). */
export function roundLine(row: RoundRow, now: number): RoundLine {
  const { caseId, caseNo, configuration, state, opensAt, closesAt, publishedAt, cancelledAt } = row;
  const { title, series, edition, divisionCode } = configuration;
  const open = publishedAt !== null && cancelledAt === null && opensAt <= now && now <= closesAt;
  return {
    ...{ roundId: caseId, caseNo, title, edition, divisionCode },
    series: termed(VENTURE_SERIES, series),
    state: { slug: state, ...ROUND_STATE_LABELS[state] },
    opensAt: iso(opensAt),
    closesAt: iso(closesAt),
    takesApplications: open,
  };
}

/** A round with what was published of it. */
export function roundView(
  row: RoundRow,
  published: readonly PublishedConfiguration[],
  told: Pick<RoundView, 'hosts' | 'divisionName'> & { readonly cancelReasons: string | null },
  now: number,
): RoundView {
  const { configuration, configurationHash, policyHash, cancelledAt, shortlistedAt } = row;
  return {
    ...roundLine(row, now),
    version: configuration.version,
    hash: configurationHash,
    policyHash,
    configuration,
    hosts: told.hosts,
    divisionName: told.divisionName,
    amendments: published.map(({ version, hash, changed, publishedAt, reasons }) => ({
      ...{ version, hash, changed: [...changed], reasons },
      publishedAt: iso(publishedAt),
    })),
    cancelled: cancelledAt === null ? null : { at: iso(cancelledAt), reasons: told.cancelReasons },
    shortlistedAt: shortlistedAt === null ? null : iso(shortlistedAt),
  };
}

/** A project in a list; `withResult`: whether the reader may know score, rank and award; `all`: whether they see every project. */
export function projectLine(row: ProjectRow, withResult: boolean, all: boolean): ProjectLine {
  const { caseId, caseNo, title, siteDivision, organisationId, organisationName, adopted } = row;
  return {
    ...{ projectId: caseId, caseNo, title, siteDivision, adopted },
    class: classTerm(row.class),
    themes: row.themes.map((theme) => termed(VENTURE_THEMES, theme)),
    organisation: { id: organisationId, name: organisationName },
    state: projectState(row.state),
    requestedFen: row.requestedFen,
    totalFen: row.totalFen,
    awardedFen: withResult ? row.awardedFen : null,
    score: withResult ? row.score : null,
    rank: withResult ? row.rank : null,
    screeningTask: all ? screeningTask(row.screeningTask) : null,
    failedChecks: all ? row.failedChecks : null,
  };
}

function screeningTask(kind: string | null) {
  const words = kind === null ? undefined : VENTURE_PROJECT_MATTER.taskKinds[kind];
  return kind === null || words === undefined ? null : { slug: kind, zh: words.zh, en: words.en };
}

/** A project in the published shortlist. */
export const shortlistLine = (row: ProjectRow): ShortlistLine => ({
  caseNo: row.caseNo,
  title: row.title,
  class: classTerm(row.class),
  organisation: row.organisationName,
});
