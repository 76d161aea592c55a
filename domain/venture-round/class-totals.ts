import { DomainError } from '#domain/errors.js';

/** How many projects a round has by class and by result; every count is a whole number, 0 or more. */
export interface RoundTotals {
  /** Projects by class: DISPLAY 展示, KEY 重点, REGULAR 常规, or others that the round defines. */
  readonly byClass: Readonly<Record<string, number>>;
  readonly funded: number;
  readonly notFunded: number;
  /** The total as it was stated, where it was. */
  readonly total?: number;
  /** Funded projects that enterprises adopted (认领). */
  readonly adopted?: number;
}

/** Whether the totals agree. */
export interface TotalsBalance {
  readonly balanced: boolean;
  /** The total as stated, otherwise the sum over the classes. */
  readonly total: number;
  readonly totalByClass: number;
  readonly totalByResult: number;
}

/** Thrown when the totals by class, by result and as stated differ, or more projects were adopted than funded. */
export class ClassTotalMismatch extends DomainError {
  constructor({ total, totalByClass, totalByResult }: TotalsBalance) {
    super({
      code: 'VEN_CLASS_TOTAL_MISMATCH',
      status: 422,
      messageZh: `项目数不平衡:按类别合计 ${totalByClass},按结果合计 ${totalByResult},总数 ${total}。请核对。`,
      messageEn: `The projects do not balance: ${totalByClass} by class, ${totalByResult} by result, ${total} in total. Check them.`,
      details: { total, totalByClass, totalByResult },
    });
  }
}

/** Compares the totals of a round: by class = by result = as stated, and adopted ⊆ funded (specification M03, M15). */
export function balanceOf({ byClass, funded, notFunded, total, adopted = 0 }: RoundTotals): TotalsBalance {
  const totalByClass = Object.values(byClass).reduce((sum, count) => sum + count, 0);
  const totalByResult = funded + notFunded;
  const stated = total ?? totalByClass;
  const balanced = totalByClass === totalByResult && totalByClass === stated && adopted <= funded;
  return { balanced, total: stated, totalByClass, totalByResult };
}

/** Refuses totals that do not agree (VEN_CLASS_TOTAL_MISMATCH). */
export function assertBalanced(totals: RoundTotals): TotalsBalance {
  const balance = balanceOf(totals);
  if (!balance.balanced) throw new ClassTotalMismatch(balance);
  return balance;
}
