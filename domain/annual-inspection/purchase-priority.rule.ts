import { consequenceOf } from './consequence.js';
import type { InspectionConclusion } from './consequence.js';

/** What the gate asks of an organisation. */
export interface PurchaseFacts {
  /** The latest conclusion of an annual inspection; null when there is none yet. */
  readonly lastInspection: InspectionConclusion | null;
  /** The Party-building verdict of the latest grading (党建评议); null when it was not graded. */
  readonly partyBuilding: 'PASS' | 'FAIL' | null;
  /** 活动异常名录, 严重违法失信名单 */
  readonly lists: readonly ('ABNORMAL_LIST' | 'SERIOUS_BREACH_LIST')[];
}

export type PurchaseGround =
  | 'PARTY_BUILDING_FAILED'
  | 'INSPECTION_BASIC_PASS'
  | 'INSPECTION_FAILED'
  | 'INSPECTION_MISSED'
  | 'ON_ABNORMAL_LIST'
  | 'ON_SERIOUS_BREACH_LIST';

/** Whether the organisation enjoys priority in government purchase (政府购买服务), and every reason why not. */
export interface PurchasePriority {
  readonly allowed: boolean;
  readonly reasons: readonly PurchaseGround[];
}

/** The grounds in words. */
export const PURCHASE_GROUND_LABELS: Readonly<Record<PurchaseGround, { zh: string; en: string }>> = {
  PARTY_BUILDING_FAILED: { zh: '党建工作评议不合格', en: 'the Party-building verdict is FAIL' },
  INSPECTION_BASIC_PASS: { zh: '上次年检基本合格', en: 'the last inspection was a basic pass' },
  INSPECTION_FAILED: { zh: '上次年检不合格', en: 'the last inspection failed' },
  INSPECTION_MISSED: { zh: '上次年检未参检', en: 'the last inspection was missed' },
  ON_ABNORMAL_LIST: { zh: '列入活动异常名录', en: 'on the abnormal list' },
  ON_SERIOUS_BREACH_LIST: { zh: '列入严重违法失信名单', en: 'on the serious breach list' },
};

/**
 * The gate `purchasePriority` (specification C16): no priority while the Party-building verdict is FAIL, the last
 * inspection is FAIL, BASIC_PASS or NOT_PARTICIPATED, or the organisation is listed.
 */
export function purchasePriority({ lastInspection, partyBuilding, lists }: PurchaseFacts): PurchasePriority {
  const reasons: PurchaseGround[] = partyBuilding === 'FAIL' ? ['PARTY_BUILDING_FAILED'] : [];
  if (lastInspection !== null && !consequenceOf(lastInspection).purchasePriority) {
    reasons.push(inspectionGround(lastInspection));
  }
  if (lists.includes('ABNORMAL_LIST')) reasons.push('ON_ABNORMAL_LIST');
  if (lists.includes('SERIOUS_BREACH_LIST')) reasons.push('ON_SERIOUS_BREACH_LIST');
  return { allowed: reasons.length === 0, reasons };
}

function inspectionGround(conclusion: InspectionConclusion): PurchaseGround {
  if (conclusion === 'BASIC_PASS') return 'INSPECTION_BASIC_PASS';
  return conclusion === 'FAIL' ? 'INSPECTION_FAILED' : 'INSPECTION_MISSED';
}
