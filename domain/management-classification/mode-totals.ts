import { DomainError } from '#domain/errors.js';
import type { ManagementMode } from './mode.rule.js';

/** Registered organisations by mode; UNCLASSIFIED have none yet. Whole numbers, 0 or more. */
export interface ModeTotals extends Readonly<Record<ManagementMode, number>> {
  readonly UNCLASSIFIED: number;
  /** Registered organisations as counted elsewhere, where they were. */
  readonly total?: number;
}

/** Whether every registered organisation has exactly one mode. */
export interface ModeBalance {
  readonly balanced: boolean;
  /** Registered organisations: as counted elsewhere, otherwise all that are listed here. */
  readonly total: number;
  /** Organisations that have a mode. */
  readonly classified: number;
}

/** Thrown when the modes do not add up to the registered organisations. */
export class ClassificationNotBalanced extends DomainError {
  constructor({ total, classified }: ModeBalance) {
    super({
      code: 'CLS_NOT_BALANCED',
      status: 422,
      messageZh: `三种管理方式合计 ${classified} 家,与登记总数 ${total} 家不符。请核对未分类或重复分类的组织。`,
      messageEn: `The three modes add up to ${classified} of ${total} registered organisations. Look for those without a mode or with two.`,
      details: { total, classified },
    });
  }
}

/** Compares the modes with the registered organisations (specification M08: exactly one current mode for each). */
export function balanceOfModes({ TERRITORY, INDUSTRY, CATCH_ALL, UNCLASSIFIED, total }: ModeTotals): ModeBalance {
  const classified = TERRITORY + INDUSTRY + CATCH_ALL;
  const registered = total ?? classified + UNCLASSIFIED;
  return { balanced: UNCLASSIFIED === 0 && classified === registered, total: registered, classified };
}

/** Refuses modes that do not balance (CLS_NOT_BALANCED). */
export function assertModesBalanced(totals: ModeTotals): ModeBalance {
  const balance = balanceOfModes(totals);
  if (!balance.balanced) throw new ClassificationNotBalanced(balance);
  return balance;
}
