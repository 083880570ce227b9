/** Stock, trace codes, prescriptions, devices, scopes: what the policy pages say, by brute force over the registers. */
import { formatDay } from '@hengjian/domain';
import type { Facts, Line, Row } from './facts.ts';
import { linesKey, type Oracle, pointsOn } from './line-rules.ts';

export const groupBy = <T>(list: readonly T[], key: (entry: T) => string): T[][] => {
  const groups = new Map<string, T[]>();
  for (const entry of list) {
    const k = key(entry);
    const found = groups.get(k);
    if (found) found.push(entry);
    else groups.set(k, [entry]);
  }
  return [...groups.values()];
};
const monthOf = (line: Line): string => formatDay(line.day).slice(0, 7);
const placeOf = (line: Line): string => `${line.encounter.providerNo},${line.code},${monthOf(line)}`;

const registers = new WeakMap<Facts, Map<string, Row>>();
/** Rows of the stock register by house, code and month; and, under house and month, that there is any. */
function stockOf(facts: Facts): Map<string, Row> {
  let found = registers.get(facts);
  if (!found) {
    found = new Map();
    for (const r of facts.raw('inv')) {
      found.set(`${r.fixmedins_code},${r.med_list_codg},${r.period}`, r);
      found.set(`${r.fixmedins_code},${r.period}`, r);
    }
    registers.set(facts, found);
  }
  return found;
}
const outOf = (r: Row): number => Number(r.begn_cnt) + Number(r.purc_cnt) - Number(r.end_cnt) - Number(r.loss_cnt);

const stock =
  (kind: string): Oracle =>
  (facts) =>
    groupBy(
      facts.lines.filter((l) => l.kind === kind && stockOf(facts).has(placeOf(l))),
      placeOf,
    )
      .filter((lines) => {
        const sold = lines.reduce((sum, l) => sum + l.quantity, 0);
        return sold > outOf(stockOf(facts).get(placeOf(lines[0] as Line)) as Row) * 1.05 + 1e-9;
      })
      .map(linesKey);

interface Trace {
  line: Line;
  code: string;
  split: boolean;
}
const traced = new WeakMap<Facts, Trace[]>();
/** Codes of lines that stand; a code that a refund brings back is gone. */
function tracesOf(facts: Facts): Trace[] {
  const known = traced.get(facts);
  if (known) return known;
  const standing = new Map(facts.lines.map((l) => [l.key, l]));
  const refunds = new Set(
    facts
      .raw('feedetl')
      .filter((r) => Number(r.cnt) < 0)
      .map((r) => `${r.mdtrt_id}:${r.feedetl_sn}`),
  );
  const rows = facts.raw('trac');
  const back = new Set(rows.filter((r) => refunds.has(`${r.mdtrt_id}:${r.feedetl_sn}`)).map((r) => `${r.mdtrt_id} ${r.drug_trac_codg}`));
  const traces = rows.flatMap((r): Trace[] => {
    const line = standing.get(`${r.mdtrt_id}:${r.feedetl_sn}`);
    if (!line || back.has(`${r.mdtrt_id} ${r.drug_trac_codg}`)) return [];
    return [{ line, code: r.drug_trac_codg as string, split: r.trdn_flag === '1' }];
  });
  traced.set(facts, traces);
  return traces;
}

const traceMissing: Oracle = (facts, points) => {
  const with_ = new Set(tracesOf(facts).map((t) => t.line.key));
  return facts.lines
    .filter((l) => l.encounter.setting !== 'inpatient' && pointsOn(points, l.code, l.day).length > 0 && !with_.has(l.key))
    .map((l) => linesKey([l]));
};
const traceRepeated: Oracle = (facts) =>
  groupBy(
    tracesOf(facts).filter((t) => !t.split),
    (t) => t.code,
  )
    .filter((list) => new Set(list.map((t) => t.line.key)).size > 1)
    .map((list) =>
      linesKey(
        list
          .map((t) => t.line)
          .sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
          .slice(1),
      ),
    );
const traceNotPurchased: Oracle = (facts) =>
  [...new Set(tracesOf(facts).map((t) => t.line))]
    .filter((l) => {
      const row = stockOf(facts).get(placeOf(l));
      return row !== undefined && Number(row.begn_cnt) + Number(row.purc_cnt) <= 0;
    })
    .map((l) => linesKey([l]));
const notInStock: Oracle = (facts) =>
  facts.lines
    .filter((l) => l.kind === '101' && !stockOf(facts).has(placeOf(l)) && stockOf(facts).has(`${l.encounter.providerNo},${monthOf(l)}`))
    .map((l) => linesKey([l]));

export const supervisionOracles: Record<string, Oracle> = {
  'drug-stock': stock('101'),
  'consumable-stock': stock('301'),
  'trace-missing': traceMissing,
  'trace-repeated': traceRepeated,
  'trace-not-purchased': traceNotPurchased,
  'item-not-in-stock': notInStock,
};
