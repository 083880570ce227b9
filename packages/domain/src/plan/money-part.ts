import type { Fen } from '../money.ts';

/** 年初预算数, 全年预算数（调整后）, 全年执行数 of one part of a form's money. */
export interface MoneyPart {
  initialFen: Fen | null;
  budgetFen: Fen | null;
  paidFen: Fen | null;
}
