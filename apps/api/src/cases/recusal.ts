import type { ActKind } from '#domain/process/acts.js';
import { RecusalRequired } from '#domain/process/errors.js';
import type { CaseContext } from '#prisma/stores/case-context.store.js';
import { UNIT_ROLES } from '../access/case-filter.js';
import type { Capacity } from './capacity.js';

/** What somebody with a conflict of interest may still do, so that the task does not lie with them: hand it on. */
const HANDS_ON: readonly string[] = ['recuse', 'transfer', 'urge', 'copy'];

/**
 * Specification C5: leaders, employees and members of the organisation, and those who left it less than two years ago, act on its case in no
 * office; neither does a deputy of somebody who may not, nor one who may not for somebody who may. Throws RECUSAL_REQUIRED (403).
 */
export function assertNoConflict(act: ActKind, capacity: Capacity, { ties, task }: CaseContext): void {
  if (HANDS_ON.includes(act.kind)) return;
  const decides = act.duty === 'REVIEW' || act.duty === 'SIGN';
  const inOffice = UNIT_ROLES.includes(capacity.role) || task?.assigneeKey.startsWith('pool:') === true;
  if (!decides && !inOffice) return;
  if (ties.length > 0 || capacity.ties.length > 0) throw new RecusalRequired('LINKED_TO_ORGANISATION');
}
