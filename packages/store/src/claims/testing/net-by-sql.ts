// Runs the netting SQL of the import over records written in a test. For tests only.
import type { Duck } from '../../lake/duck.ts';
import { literal, openDuck } from '../../lake/duck.ts';
import { fundShares, lineNetting, lineValues, settlementNetting } from '../netting-sql.ts';
import { keyOf, type ModelLine, type ModelResult, type ModelSettlement, type NetLine } from './netting-model.ts';

const value = (v: string | number | boolean | null | undefined) =>
  v === null || v === undefined ? 'NULL' : typeof v === 'string' ? literal(v) : String(v);

export const openNetting = (): Promise<Duck> => openDuck({ threads: 2, memoryLimitMb: 300 });

/** `duck`: one connection for many runs; its temporary tables are replaced. */
export async function netBySql(
  duck: Duck,
  settlements: readonly ModelSettlement[],
  lines: readonly ModelLine[],
  casePaid: readonly string[],
): Promise<ModelResult> {
  const encounters = [...new Set(lines.map((line) => line.encounter))];
  const items = [...new Set(lines.map((line) => line.item))];
  const settlementId = (no: string | null) => (no === null ? null : settlements.findIndex((s) => s.no === no) + 1);
  const rows = (values: string[], empty: string) => (values.length > 0 ? `VALUES ${values.join(', ')}` : `VALUES (${empty})`);
  await duck.run('CREATE OR REPLACE TEMP TABLE m_encounter AS SELECT 0 AS encounter, 0 AS person');
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE m_settlement AS SELECT *, 0 AS encounter FROM (${rows(
      settlements.map(
        (s, at) =>
          `(${at + 1}, ${value(s.no)}, ${s.totalFen}::BIGINT, ${value(s.fundFen)}::BIGINT, ${value(s.clearingWay)}::VARCHAR, ${value(s.reversed)}::BOOLEAN, ${value(s.reversalOf)}::VARCHAR, 0::BIGINT)`,
      ),
      `0, '', 0::BIGINT, 0::BIGINT, ''::VARCHAR, false, ''::VARCHAR, 0::BIGINT`,
    )}) t(settlement, "settlementNo", "totalFen", "fundFen", "clearingWay", reversed, "reversalOf", "settledAt") WHERE settlement > 0`,
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE m_line AS SELECT * FROM (${rows(
      lines.map(
        (l, at) =>
          `(${at + 1}::BIGINT, ${value(l.no)}, ${encounters.indexOf(l.encounter)}, ${value(settlementId(l.settlement))}::INTEGER, ${items.indexOf(l.item)}, ${l.price}::BIGINT, ${l.at}::BIGINT, ${l.quantity}::BIGINT, ${l.amountFen}::BIGINT, ${value(l.inScopeFen)}::BIGINT, ${value(l.refundOf)}::VARCHAR)`,
      ),
      `0::BIGINT, '', 0, 0, 0, 0::BIGINT, 0::BIGINT, 0::BIGINT, 0::BIGINT, 0::BIGINT, ''::VARCHAR`,
    )}) t(line, "lineNo", encounter, settlement, item, "unitPrice", "occurredAt", "originalQuantity", "originalAmountFen", "originalInScopeFen", "refundOfLineNo") WHERE line > 0`,
  );
  for (const statement of [settlementNetting, ...lineNetting, ...lineValues, fundShares(casePaid)]) await duck.run(statement);
  const net = await duck.rows<NetLine & { line: number }>(
    `SELECT v.line, v.quantity, v."amountFen", v."inScopeFen", s."fundFen", v."setAside" FROM v_line v LEFT JOIN share s ON s.line = v.line`,
  );
  const fates = await duck.rows<{ settlementNo: string; setAside: string | null }>('SELECT "settlementNo", "setAside" FROM n_settlement');
  const over = await duck.rows<{ line: number; over: number }>('SELECT line, "over" FROM leftover');
  const key = (line: number) => keyOf(lines[line - 1] as ModelLine);
  return {
    settlements: new Map(fates.map((f) => [f.settlementNo, f.setAside])),
    lines: new Map(net.map(({ line, ...rest }) => [key(line), rest])),
    leftover: new Map(over.map((o) => [key(o.line), o.over])),
  };
}
