// How a field of the extract becomes a typed value, and how its faults are named. Text in, whole numbers out.
import { type WireColumn, type WireTable, type WireTableName, wireTables } from '@hengjian/catalog';
import { literal, quoted } from '../lake/duck.ts';

const scales = { money: 100, quantity: 10_000, price: 1_000_000 } as const;

/** Extra formats beside ISO, tried only where the ISO reading fails. */
const timeFormats = "['%Y%m%d%H%M%S', '%Y/%m/%d %H:%M:%S', '%Y/%m/%d %H:%M', '%Y/%m/%d', '%Y%m%d']";

/** Empty and blank are no value. */
const text = (name: string) => `nullif(trim(${quoted(name)}), '')`;

/** The typed value of a text column; null where it is empty or not of the type. */
function typedValue(column: WireColumn): string {
  const t = text(column.name);
  switch (column.type) {
    case 'money':
    case 'quantity':
    case 'price': {
      // Doubles hold 15 digits: the scaled value must be whole up to their rounding, so a third decimal of a yuan is a fault.
      const x = `try_cast(${t} AS DOUBLE) * ${scales[column.type]}`;
      return `CASE WHEN abs(${x} - round(${x})) <= 0.0005 + abs(${x}) * 4e-15 AND abs(${x}) < 9e15 THEN try_cast(round(${x}) AS BIGINT) END`;
    }
    case 'int':
      return `CASE WHEN try_cast(${t} AS DOUBLE) = round(try_cast(${t} AS DOUBLE)) THEN try_cast(try_cast(${t} AS DOUBLE) AS INTEGER) END`;
    case 'time':
      return `epoch_us(coalesce(try_cast(${t} AS TIMESTAMP), try_strptime(${t}, ${timeFormats}))) // 1000000`;
    case 'date':
      return `CAST(coalesce(try_cast(${t} AS DATE), CAST(try_strptime(${t}, ${timeFormats}) AS DATE)) - DATE '1970-01-01' AS INTEGER)`;
    default:
      return t;
  }
}

const isText = (column: WireColumn) => column.type === 'text' || column.type === 'code' || column.type === 'flag';

/** First fault of a row as 'code|column', null for a good row. Reads raw text columns and the typed ones (prefix v_). */
function problem(name: WireTableName, present: readonly WireColumn[]): string {
  const table: WireTable = wireTables[name];
  const has = (column: string) => present.some((c) => c.name === column);
  const v = (column: string) => quoted(`v_${column}`);
  if (present.length === 0) return 'NULL::VARCHAR'; // a table that the folder does not have
  const cases: string[] = [];
  const when = (condition: string, code: string, column: string) => cases.push(`WHEN ${condition} THEN ${literal(`${code}|${column}`)}`);
  for (const column of present) {
    if (!isText(column)) when(`${v(column.name)} IS NULL AND ${text(column.name)} IS NOT NULL`, column.type, column.name);
    if (column.filled) when(`${v(column.name)} IS NULL`, 'missing', column.name);
  }
  for (const [before, after] of table.ordered) if (has(before) && has(after)) when(`${v(before)} > ${v(after)}`, 'order', after);
  if (name === 'feedetl') {
    when(`${v('pric')} < 0`, 'negative', 'pric');
    when(`${v('det_item_fee_sumamt')} * sign(${v('cnt')}) < 0`, 'sign', 'det_item_fee_sumamt');
    if (has('inscp_amt')) when(`${v('inscp_amt')} * sign(${v('cnt')}) < 0`, 'sign', 'inscp_amt');
    // Amount in fen against quantity (1/10,000) × price (1/1,000,000) in 10^-10 yuan, within one fen.
    when(
      `abs(CAST(${v('cnt')} AS DOUBLE) * CAST(${v('pric')} AS DOUBLE) / 1e8 - ${v('det_item_fee_sumamt')}) > 1.000001`,
      'amount',
      'det_item_fee_sumamt',
    );
  }
  if (name === 'setl') {
    const reversal = [
      has('refd_setl_flag') ? `coalesce(${v('refd_setl_flag')}, '0') = '1'` : 'false',
      has('init_setl_id') ? `${v('init_setl_id')} IS NOT NULL` : 'false',
    ];
    for (const amount of ['medfee_sumamt', 'fund_pay_sumamt'])
      when(`${v(amount)} < 0 AND NOT (${reversal.join(' OR ')})`, 'negative', amount);
  }
  return cases.length === 0 ? 'NULL' : `CASE ${cases.join('\n ')} END`;
}

/**
 * Typed rows of a source: wire names, `r` (number of the row in its file, 1 = first after the header) and `problem`.
 * Columns that the file does not have are null.
 */
export function typedRows(name: WireTableName, present: readonly WireColumn[], raw: string): string {
  const table: WireTable = wireTables[name];
  const has = (column: string) => present.some((c) => c.name === column);
  const typed = present.map((c) => `${typedValue(c)} AS ${quoted(`v_${c.name}`)}`).join(',\n ');
  const out = table.columns.map((c) => `${has(c.name) ? quoted(`v_${c.name}`) : `NULL::${sqlType(c)}`} AS ${quoted(c.name)}`).join(', ');
  return `SELECT r, ${out}, ${problem(name, present)} AS problem FROM (SELECT *, ${typed} FROM (${raw}))`;
}

const sqlType = (column: WireColumn) =>
  isText(column) ? 'VARCHAR' : column.type === 'int' || column.type === 'date' ? 'INTEGER' : 'BIGINT';

/** `a` and `b` hold the same values in these columns. */
export const sameValues = (columns: readonly string[], a: string, b: string): string =>
  columns.map((c) => `${a}.${quoted(c)} IS NOT DISTINCT FROM ${b}.${quoted(c)}`).join(' AND ') || 'true';
