// Regional targets handed down, and what came of them: the regions' rows beside the row of whoever handed them down.
import { indicatorKey } from '../plan/indicator-name.ts';
import type { Indicator } from '../plan/plan.ts';
import { isMet } from '../plan/scoring/score-indicator.ts';
import { convert, parseUnit } from '../plan/unit.ts';

export interface RegionRow {
  receiver: string;
  indicator: Pick<Indicator, 'indicatorId' | 'name' | 'operator' | 'target' | 'unit'>;
  /** In the indicator's unit; null is unknown. */
  actual: number | null;
}

export interface RolledRow {
  key: string;
  name: string;
  unit: string | null;
  /** The row of whoever handed it down; null where only regions have it. */
  whole: RegionRow | null;
  regions: RegionRow[];
  /** How the regions are put together: counts add, shares and averages do not. */
  by: 'sum' | 'range' | 'words';
  target: number | null;
  actual: number | null;
  low: number | null;
  high: number | null;
  /** Regions that reached their target, of those known. */
  met: number;
  known: number;
  /** The targets of the regions together do not reach the target handed down. */
  short: boolean;
}

/** What a number is one of: 人, 次, 万元 add up; % and 元/人 do not. */
const adds = (unit: string | null) => {
  const parsed = parseUnit(unit);
  return parsed !== null && parsed.family !== 0 && !parsed.base.includes('/') && !/^(?:天|日|小时|个?工作日|年|月|个月)$/.test(parsed.base);
};

function rolled(key: string, whole: RegionRow | null, regions: RegionRow[]): RolledRow {
  const lead = (whole ?? regions[0]) as RegionRow;
  const { name, unit, operator } = lead.indicator;
  const inUnit = (value: number | string | null, own: string | null) =>
    typeof value !== 'number' ? null : own === unit ? value : (convert(value, own, unit)?.value ?? null);
  const targets = regions.map(({ indicator }) => inUnit(indicator.target, indicator.unit));
  const actuals = regions.map(({ indicator, actual }) => inUnit(actual, indicator.unit));
  const numbers = (list: readonly (number | null)[]) => list.filter((value) => value !== null);
  const by = typeof lead.indicator.target !== 'number' ? 'words' : adds(unit) ? 'sum' : 'range';
  const total = (list: readonly (number | null)[]) =>
    by !== 'sum' || list.length === 0 || numbers(list).length < list.length ? null : numbers(list).reduce((sum, value) => sum + value, 0);
  const judged = regions.flatMap(({ indicator, actual }) =>
    indicator.operator === 'qualitative' || typeof indicator.target !== 'number' || actual === null
      ? []
      : [isMet(indicator.operator, indicator.target, actual)],
  );
  const target = total(targets);
  const asked = whole?.indicator.target;
  const more = operator === '≥' || operator === '>';
  const weakest = by === 'range' && numbers(targets).length ? Math.min(...numbers(targets)) : target;
  const known = numbers(actuals);
  return {
    key,
    name,
    unit,
    whole,
    regions,
    by,
    target,
    actual: total(actuals),
    low: known.length ? Math.min(...known) : null,
    high: known.length ? Math.max(...known) : null,
    met: judged.filter(Boolean).length,
    known: judged.length,
    short: more && typeof asked === 'number' && weakest !== null && regions.length > 0 && weakest < asked,
  };
}

/** Rows in the order they were handed down, then those that only regions have. */
export function rollUp(whole: readonly RegionRow[], regions: readonly RegionRow[]): RolledRow[] {
  const below = Map.groupBy(regions, ({ indicator }) => indicatorKey(indicator));
  const keys = new Map(whole.map((row) => [indicatorKey(row.indicator), row]));
  const own = [...keys].map(([key, row]) => rolled(key, row, below.get(key) ?? []));
  const others = [...below].filter(([key]) => !keys.has(key)).map(([key, rows]) => rolled(key, null, rows));
  return [...own, ...others];
}
