import type { NodeValue } from '@hengjian/catalog/interfaces/read-node.ts';
import type { Fen } from '@hengjian/domain';
import { fenOf, textOf } from './fields.ts';

/** fund_pay_type that no fund pays: personal and family accounts, reductions and advances of the hospital (national dictionary). */
const BESIDE = new Set(['310200', '390500', '630100', '640100', '999900', '999996']);

/** What the funds paid together (节点 payinfo); null where the list says nothing or an amount cannot be read. */
export function fundFenOf(rows: readonly NodeValue[]): Fen | null {
  if (rows.length === 0) return null;
  let sum = 0;
  for (const row of rows) {
    const fen = fenOf(row, 'fund_payamt');
    if (fen === null) return null;
    if (!BESIDE.has(textOf(row, 'fund_pay_type') ?? '')) sum += fen;
  }
  return sum;
}
