/** What an alert says of a period: cells or ties from the lake, judged by the domain, with what stands behind each signal. */
import {
  type AlertCell,
  type AlertComparison,
  type AlertForm,
  type AlertSignal,
  type Day,
  type Judged,
  judgeCells,
  SECONDS_PER_DAY,
  type Succession,
  succeeded,
} from '@hengjian/domain';
import {
  type AlertParameters,
  type AlertTree,
  type CellsAlert,
  compile,
  daysOfWindow,
  type Expression,
  noPoint,
  RATIO_SCALE,
  type RawCell,
  type WindowUnit,
  windowOf,
} from '@hengjian/language';
import { findGroups } from './find-groups.ts';
import type { AlertLake, FoundSignals } from './ports.ts';

/** Signals of one stretch of days with the parameters that hold in it. */
export const findSignals = (
  lake: AlertLake,
  alert: AlertTree,
  parameters: AlertParameters,
  days: { from: Day; to: Day },
  successions: readonly Succession[] = [],
): Promise<FoundSignals> =>
  alert.kind === 'cells' ? findInCells(lake, alert, parameters, days, successions) : findGroups(lake, alert, parameters, days);

async function findInCells(
  lake: AlertLake,
  alert: CellsAlert,
  parameters: AlertParameters,
  days: { from: Day; to: Day },
  successions: readonly Succession[],
): Promise<FoundSignals> {
  const { from, to: last } = windowsOf(alert.window.unit, days);
  // a window that is not over yet is too low for no reason but that
  const running = alert.direction === 'below' && daysOfWindow(alert.window.unit, last).to > days.to;
  const to = running ? last - 1 : last;
  const comparison = comparisonOf(alert, parameters);
  const first = from - historyOf(comparison);
  const { cells, below } = await lake.cells(alert, parameters, { from: first, to });
  const byCell = new Map<AlertCell, RawCell>(cells.map((cell) => [alertCellOf(alert, parameters, cell), cell]));
  const judged = judgeCells([...byCell.keys()], comparison, { from, to, direction: alert.direction });
  const hits = judged.signals.map(({ cell }) => byCell.get(cell) as RawCell);
  const behind = hits.length === 0 ? [] : await lake.behind(alert, parameters, hits, Math.min(first, from - SHOWN[alert.window.unit]));
  const found = judged.signals.map((one, i) => signalOf(alert, one, hits[i] as RawCell, behind[i] as (typeof behind)[number]));
  // an institution that took another in is not held against what it was alone
  const back = historyOf(comparison);
  const isAnother = ({ subjectNo, toDay }: AlertSignal, { cell }: Judged) =>
    alert.subject === 'provider' && back > 0 && succeeded(successions, subjectNo, firstDay(alert.window.unit, cell.window - back), toDay);
  const signals = found.filter((one, i) => !isAnother(one, judged.signals[i] as Judged));
  const merged = found.length - signals.length;
  return { signals, asked: judged.asked + below, unasked: merged > 0 ? { ...judged.unasked, merged } : judged.unasked };
}

const firstDay = (unit: WindowUnit, window: number): Day => (unit === 'hour' ? Math.floor(window / 24) : daysOfWindow(unit, window).from);

/** Earlier windows shown in a plot, at least. */
const SHOWN: Readonly<Record<WindowUnit, number>> = { hour: 72, day: 45, week: 26, month: 12, quarter: 8, year: 2 };

export function windowsOf(unit: WindowUnit, { from, to }: { from: Day; to: Day }) {
  if (unit === 'hour') return { from: from * 24, to: to * 24 + 23 };
  return { from: windowOf(unit, from), to: windowOf(unit, to) };
}

const historyOf = (comparison: AlertComparison): number =>
  comparison.kind === 'own' ? comparison.step * comparison.back : comparison.kind === 'growth' ? comparison.step : 0;

const numberFrom = (e: Expression, parameters: AlertParameters): number =>
  Number(compile(e)({ record: {}, point: { ...noPoint, params: parameters } }));

/** The comparison with its parameters in force. */
export function comparisonOf({ against }: CellsAlert, parameters: AlertParameters): AlertComparison {
  const number = (e: Expression) => numberFrom(e, parameters);
  switch (against.kind) {
    case 'limit':
      return { kind: 'limit' };
    case 'own':
      return {
        kind: 'own',
        step: against.step,
        back: number(against.back),
        least: number(against.least),
        score: number(against.score),
        floor: number(against.floor),
      };
    case 'growth':
      return { kind: 'growth', step: against.step, percent: number(against.percent), base: number(against.base) };
    case 'peers':
      return { kind: 'peers', least: number(against.least), score: number(against.score), floor: number(against.floor) };
  }
}

/** A ratio in millionths, halves up; unknown where nothing is divided by. */
export function cellValue(alert: CellsAlert, cell: Pick<RawCell, 'numerator' | 'denominator'>): number | null {
  if (!alert.value.denominator || cell.numerator === null) return cell.numerator;
  if (cell.denominator === null || cell.denominator <= 0) return null;
  return Number((2n * BigInt(cell.numerator) * BigInt(RATIO_SCALE) + BigInt(cell.denominator)) / (2n * BigInt(cell.denominator)));
}

function alertCellOf(alert: CellsAlert, parameters: AlertParameters, cell: RawCell): AlertCell {
  const least = alert.volume ? numberFrom(alert.volume.minimum, parameters) : 0;
  const enough = !alert.volume || (cell.volume === null ? null : cell.volume >= least);
  const asked = enough === false || cell.also === false ? false : enough === null || cell.also === null ? null : true;
  return {
    subject: JSON.stringify(cell.key),
    window: cell.window,
    value: cellValue(alert, cell),
    limit: cell.limit,
    asked,
    peers: cell.peers,
  };
}

function signalOf(
  alert: CellsAlert,
  { cell, expected, score, others }: Judged,
  raw: RawCell,
  behind: {
    subjectNo: string;
    part: readonly string[];
    records: AlertSignal['records'];
    series: readonly (readonly [number, number | null, number | null])[];
  },
): AlertSignal {
  const { unit } = alert.window;
  const { from, to } = daysOfWindow(unit, cell.window);
  const hour = unit === 'hour' ? cell.window - from * 24 : null;
  const startOf = (window: number) => (unit === 'hour' ? window * 3600 : daysOfWindow(unit, window).from * SECONDS_PER_DAY);
  return {
    signalId: [alert.id, behind.subjectNo, ...behind.part, cell.window].join(':'),
    alertId: alert.id,
    monitor: alert.monitor,
    subjectKind: alert.subject,
    subjectNo: behind.subjectNo,
    part: behind.part,
    fromDay: from,
    toDay: to,
    hour,
    value: cell.value as number,
    form: alert.value.form as AlertForm,
    expected,
    score,
    facts: { ...raw.facts, numerator: raw.numerator, denominator: raw.denominator, peers: others.length },
    series: behind.series.map(([window, numerator, denominator]) => [startOf(window), cellValue(alert, { numerator, denominator })]),
    records: behind.records,
    graph: null,
  };
}
