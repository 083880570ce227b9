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
  sharedByPeers,
  type WindowUnit,
  windowOf,
} from '@hengjian/language';
import { findGroups } from './find-groups.ts';
import type { Again, AlertHit, AlertLake, FoundCells, FoundSignals, SubjectKey, TouchedSubject } from './ports.ts';

/**
 * Signals of one stretch of days with the parameters that hold in it. With `again` only those that may have become others: all hits are the
 * same as without.
 */
export const findSignals = (
  lake: AlertLake,
  alert: AlertTree,
  parameters: AlertParameters,
  days: { from: Day; to: Day },
  successions: readonly Succession[] = [],
  again?: Again,
): Promise<FoundSignals> =>
  alert.kind === 'cells'
    ? findInCells(lake, alert, parameters, days, successions, again)
    : findGroups(lake, alert, parameters, days, again);

/** Windows of cells that a period judges, and those that it reads before them. */
export function judgedWindows(alert: CellsAlert, parameters: AlertParameters, days: { from: Day; to: Day }) {
  const { from, to: last } = windowsOf(alert.window.unit, days);
  // a window that is not over yet is too low for no reason but that
  const running = alert.direction === 'below' && daysOfWindow(alert.window.unit, last).to > days.to;
  return { from, to: running ? last - 1 : last, history: from - historyOf(comparisonOf(alert, parameters)) };
}

async function findInCells(
  lake: AlertLake,
  alert: CellsAlert,
  parameters: AlertParameters,
  days: { from: Day; to: Day },
  successions: readonly Succession[],
  again: Again | undefined,
): Promise<FoundSignals> {
  const { from, to, history: first } = judgedWindows(alert, parameters, days);
  const comparison = comparisonOf(alert, parameters);
  const scope = again ? scopeOf(alert, again.touched) : undefined;
  const read = scope
    ? await cellsAgain(lake, alert, parameters, { from, to, first }, comparison, scope)
    : await lake.cells(alert, parameters, { from: first, to });
  const mine = (key: SubjectKey, window: number) => scope === undefined || window >= scope.since(key, window);
  const unasked = (cell: RawCell): AlertCell => ({ ...alertCellOf(alert, parameters, cell), asked: false });
  const byCell = new Map<AlertCell, RawCell>([
    ...read.before.map((cell) => [unasked(cell), cell] as const),
    ...read.cells.map((cell) => [mine(cell.key, cell.window) ? alertCellOf(alert, parameters, cell) : unasked(cell), cell] as const),
  ]);
  const stood = again?.mark.hits.filter((hit) => hit.window >= from && !mine(hit.key, hit.window)) ?? [];
  const strange = new Map(
    [...Map.groupBy(stood, ({ key }) => JSON.stringify(key))].map(([key, hits]) => [key, hits.map(({ window }) => window)]),
  );
  const judged = judgeCells([...byCell.keys()], comparison, { from, to, direction: alert.direction, strange });
  // what is as it was is not shown anew
  const before = new Map(again?.mark.hits.map((hit) => [cellName(hit), hit]));
  const asItWas = (one: Judged) => {
    const hit = before.get(cellName(byCell.get(one.cell) as RawCell));
    return hit && hit.value === one.cell.value && hit.expected === one.expected && hit.score === one.score ? hit : undefined;
  };
  const kept = judged.signals.flatMap((one) => asItWas(one) ?? []);
  const fresh = judged.signals.filter((one) => !asItWas(one));
  const raw = fresh.map(({ cell }) => byCell.get(cell) as RawCell);
  const behind = raw.length === 0 ? [] : await lake.behind(alert, parameters, raw, Math.min(first, from - SHOWN[alert.window.unit]));
  const found = fresh.map((one, i) => signalOf(alert, one, raw[i] as RawCell, behind[i] as (typeof behind)[number]));
  // an institution that took another in is not held against what it was alone
  const back = historyOf(comparison);
  const isAnother = ({ subjectNo, toDay }: AlertSignal, { cell }: Judged) =>
    alert.subject === 'provider' && back > 0 && succeeded(successions, subjectNo, firstDay(alert.window.unit, cell.window - back), toDay);
  const told = found.map((signal, i) => (isAnother(signal, fresh[i] as Judged) ? null : signal));
  const hits = fresh.map((one, i): AlertHit => {
    const { key, window } = raw[i] as RawCell;
    const { cell, expected, score } = one;
    return { key, window, signalId: told[i]?.signalId ?? null, value: cell.value as number, expected, score };
  });
  const signals = told.filter((one) => one !== null);
  const merged = found.length - signals.length;
  const counts: Record<string, number> = { ...judged.unasked, ...(merged > 0 && { merged }) };
  for (const [reason, n] of Object.entries(read.unasked)) counts[reason] = (counts[reason] ?? 0) + n;
  return {
    signals,
    asked: judged.asked + read.below,
    unasked: counts,
    hits: [...stood, ...kept, ...hits],
    ties: [],
  };
}

const cellName = ({ key, window }: Pick<RawCell, 'key' | 'window'>): string => JSON.stringify([key, window]);

/** Which cells are judged again: a subject's own from its first touched window on; among peers all that are held against one of a touched window. */
interface Scope {
  /** Judged again is a cell in this window or a later one. */
  since(key: SubjectKey, window: number): number;
  readonly subjects: readonly TouchedSubject[];
}

function scopeOf(alert: CellsAlert, touched: readonly TouchedSubject[]): Scope {
  if (alert.against.kind === 'peers') {
    const parts = sharedByPeers(alert);
    const nameOf = (key: SubjectKey, window: number) => JSON.stringify([window, ...parts.map((i) => key[i])]);
    const reached = new Set(touched.map(({ key, first }) => nameOf(key, first)));
    return { subjects: touched, since: (key, window) => (reached.has(nameOf(key, window)) ? window : Number.POSITIVE_INFINITY) };
  }
  const since = new Map<string, number>();
  for (const { key, first } of touched) since.set(JSON.stringify(key), Math.min(first, since.get(JSON.stringify(key)) ?? first));
  return { subjects: touched, since: (key) => since.get(JSON.stringify(key)) ?? Number.POSITIVE_INFINITY };
}

/** The cells that a judgement of these subjects takes, and no others. */
async function cellsAgain(
  lake: AlertLake,
  alert: CellsAlert,
  parameters: AlertParameters,
  { from, to, first }: { from: number; to: number; first: number },
  comparison: AlertComparison,
  { subjects }: Scope,
): Promise<FoundCells> {
  if (subjects.length === 0) return NO_CELLS;
  if (comparison.kind === 'peers') {
    const read: FoundCells[] = [];
    for (const [window, own] of Map.groupBy(subjects, ({ first }) => first))
      if (window >= from && window <= to) read.push(await lake.cells(alert, parameters, { from: window, to: window }, own));
    const sum = (of: (one: FoundCells) => number) => read.reduce((all, one) => all + of(one), 0);
    const unasked: Record<string, number> = {};
    for (const [reason, n] of read.flatMap((one) => Object.entries(one.unasked))) unasked[reason] = (unasked[reason] ?? 0) + n;
    return { cells: read.flatMap(({ cells }) => cells), before: [], all: sum(({ all }) => all), below: sum(({ below }) => below), unasked };
  }
  const start = Math.max(first, Math.min(...subjects.map((one) => one.first)) - historyOf(comparison));
  const read = await lake.cells(alert, parameters, { from: start, to }, subjects);
  if (comparison.kind !== 'own' || start <= first) return read;
  // since when there has been anything, and how long there was nothing, is seen from the windows before
  const edges = await lake.edges(alert, parameters, { from: first, to: start - 1 }, subjects);
  return { ...read, before: edges.map(({ key, window }) => ({ ...UNREAD, key, window })) };
}

const NO_CELLS: FoundCells = { cells: [], before: [], all: 0, below: 0, unasked: {} };

/** A cell of which nothing is known but that there is one. */
const UNREAD: Omit<RawCell, 'key' | 'window'> = {
  numerator: null,
  denominator: null,
  volume: null,
  limit: null,
  also: false,
  peers: '',
  facts: {},
};

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
