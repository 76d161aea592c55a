import type { CaseListRow } from '#prisma/stores/case-list.store.js';
import { JUDGES_ROWS } from '#prisma/stores/list/narrowing.js';
import { actLabel, stateLabel, taskLabel } from '../cases/act-labels.js';
import { matterOf } from '../matters/matter.js';
import type { ListRow } from './list.schemas.js';

/** A row of a list as it is answered; `now` in epoch ms. */
export function rowView(row: CaseListRow, now: number): ListRow {
  const matter = matterOf(row.matter);
  const { caseNo, title, organisationName, taskId, stage, verdict, claimedBy } = row;
  return {
    ...{ caseNo, title, taskId, stage, verdict, claimedBy },
    organisationName: JUDGES_ROWS.includes(row.kind ?? '') ? null : organisationName,
    matter: { slug: matter.slug, zh: matter.zh, en: matter.en },
    state: stateLabel(matter, row.state),
    kind: kindOf(row),
    dueAt: isoOrNull(row.dueAt),
    overdue: row.dueAt !== null && row.dueAt < now,
    escalatedAt: isoOrNull(row.escalatedAt),
    at: new Date(row.at).toISOString(),
  };
}

/** A task by its kind, a decision by its act. */
function kindOf({ kind, matter: slug }: CaseListRow): ListRow['kind'] {
  if (kind === null) return null;
  const matter = matterOf(slug);
  return { slug: kind, ...(Object.hasOwn(matter.taskKinds, kind) ? taskLabel(matter, kind) : actLabel(matter, kind)) };
}

const isoOrNull = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
