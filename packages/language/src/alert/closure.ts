// The closure reader of alerts: cells from records in memory.
import { type Context, compile, type Row } from '../compile.ts';
import type { Expression, Value } from '../expression.ts';
import { noPoint } from '../rule.ts';
import type { AlertParameters, CellsAlert, RawCell } from './alert.ts';
import { windowOf } from './window.ts';

/** All cells of these records, by key and window. Records without subject or moment make none. */
export function readCells(alert: CellsAlert, records: readonly Row[], parameters: AlertParameters): RawCell[] {
  const point = { ...noPoint, params: parameters };
  const where = alert.where ? compile(alert.where) : () => true;
  const key = alert.key.map(compile);
  const at = compile(alert.window.at);
  const cells = new Map<string, { key: Value[]; window: number; members: { context: Context; scope: boolean | null }[] }>();
  for (const record of records) {
    const context = { record, point };
    const scope = where(context) as boolean | null;
    if (scope === false) continue;
    const moment = at(context) as number | null;
    const parts = key.map((part) => part(context));
    if (moment === null || parts.includes(null)) continue;
    const window = windowOf(alert.window.unit, moment);
    const name = JSON.stringify([parts, window]);
    const cell = cells.get(name) ?? { key: parts, window, members: [] };
    cells.set(name, cell);
    cell.members.push({ context, scope });
  }
  return [...cells.values()]
    .map(({ key: parts, window, members }) => cellOf(alert, parts, window, members))
    .sort((a, b) => compareCells(a, b));
}

function cellOf(alert: CellsAlert, key: Value[], window: number, members: { context: Context; scope: boolean | null }[]): RawCell {
  const asked = { ...(members[0] as { context: Context }).context, members };
  const ask = (e: Expression | undefined) => (e === undefined ? null : compile(e)(asked));
  const { against, value } = alert;
  return {
    key: key as (number | string)[],
    window,
    numerator: ask(value.numerator) as number | null,
    denominator: ask(value.denominator) as number | null,
    volume: ask(alert.volume?.of) as number | null,
    limit: against.kind === 'limit' ? (ask(against.limit) as number | null) : null,
    also: alert.also ? (ask(alert.also) as boolean | null) : true,
    peers: against.kind === 'peers' ? against.of.map((e) => String(ask(e) ?? '')).join('\u0001') : '',
    facts: Object.fromEntries(Object.entries(alert.facts).map(([name, { value: e }]) => [name, ask(e) as number | string | null])),
  };
}

const compareCells = (a: RawCell, b: RawCell): number => {
  const [one, other] = [JSON.stringify(a.key), JSON.stringify(b.key)];
  return one < other ? -1 : one > other ? 1 : a.window - b.window;
};
