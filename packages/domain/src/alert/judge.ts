/**
 * What is strange about a cell (a subject in a window with its value), decided once for records of the lake and for live counters.
 * Three answers as everywhere: a signal, nothing, or that it could not be asked. Counts are whole numbers; ratios are millionths.
 */
import { spreadOf } from '../arrival/arrival.ts';

/** One subject in one window. */
export interface AlertCell {
  /** Names the subject and its part; equal in all its windows. */
  readonly subject: string;
  readonly window: number;
  /** null: an input is missing. */
  readonly value: number | null;
  /** The limit on record that it is held against. */
  readonly limit: number | null;
  /** Enough stands behind it, and whatever must hold as well holds; null: unknown. */
  readonly asked: boolean | null;
  /** Equal for those that are compared with each other in this window. */
  readonly peers: string;
}

/** The comparison with its numbers in force. Scores are thousandths. */
export type AlertComparison =
  | { readonly kind: 'limit' }
  | {
      readonly kind: 'own';
      readonly step: number;
      readonly back: number;
      readonly least: number;
      readonly score: number;
      readonly floor: number;
    }
  | { readonly kind: 'growth'; readonly step: number; readonly percent: number; readonly base: number }
  | { readonly kind: 'peers'; readonly least: number; readonly score: number; readonly floor: number };

export interface Judged {
  readonly cell: AlertCell;
  /** What it was held against: the limit, what is usual, the window before, the median of its peers. */
  readonly expected: number;
  /** Thousandths: how many spreads away; of a limit or growth, the value in thousandths of what was expected. */
  readonly score: number;
  /** Values compared with: earlier windows, or peers. */
  readonly others: readonly number[];
}

/** Why a cell could not be asked. */
export const unaskedReasons = ['missing', 'noBaseline', 'zeroBaseline', 'fewPeers', 'merged'] as const;
export type UnaskedReason = (typeof unaskedReasons)[number];
/** Whether an institution was merged the numbers do not tell. */
type NotJudged = Exclude<UnaskedReason, 'merged'>;

export interface Judgement {
  readonly signals: readonly Judged[];
  /** Cells that were asked. */
  readonly asked: number;
  readonly unasked: Readonly<Record<NotJudged, number>>;
}

/**
 * Asked are the windows `from` to `to`, both included; earlier cells only say what is usual. Cells come in any order. `strange`: windows of
 * a subject that were judged before and were signals.
 */
export function judgeCells(
  cells: readonly AlertCell[],
  comparison: AlertComparison,
  {
    from,
    to,
    direction,
    strange,
  }: { from: number; to: number; direction: 'above' | 'below'; strange?: ReadonlyMap<string, readonly number[]> | undefined },
): Judgement {
  const unasked: Record<NotJudged, number> = { missing: 0, noBaseline: 0, zeroBaseline: 0, fewPeers: 0 };
  const signals: Judged[] = [];
  let asked = 0;
  const sign = direction === 'above' ? 1 : -1;
  const take = (cell: AlertCell, judge: (value: number) => Omit<Judged, 'cell'> | NotJudged | undefined) => {
    if (cell.window < from || cell.window > to || cell.asked === false) return;
    asked += 1;
    const answer = cell.value === null || cell.asked === null ? 'missing' : judge(cell.value);
    if (typeof answer === 'string') unasked[answer] += 1;
    else if (answer) signals.push({ cell, ...answer });
  };
  if (comparison.kind === 'limit')
    for (const cell of cells)
      take(cell, (value) => {
        if (cell.limit === null) return 'missing';
        if (sign * value < sign * cell.limit) return undefined;
        return { expected: cell.limit, score: cell.limit === 0 ? 0 : Math.round((1000 * value) / cell.limit), others: [] };
      });
  else if (comparison.kind === 'peers')
    for (const group of Map.groupBy(cells, (cell) => `${cell.window}\u0000${cell.peers}`).values()) {
      // the median hardly notices the one that is asked
      const known = group.filter((cell) => cell.asked === true && cell.value !== null).map((cell) => cell.value as number);
      const enough = known.length > Math.max(1, comparison.least);
      const away = enough ? awayFrom(comparison, sign, known) : undefined;
      for (const cell of group) take(cell, (value) => (away ? away(value) : 'fewPeers'));
    }
  else
    for (const [subject, own] of Map.groupBy(cells, (cell) => cell.subject))
      judgeOwn(own, comparison, sign, take, strange?.get(subject) ?? []);
  return { signals, asked, unasked };
}

type Take = (cell: AlertCell, judge: (value: number) => Omit<Judged, 'cell'> | NotJudged | undefined) => void;

/** How many spreads a value lies from the middle of the others, where that is far enough. */
function awayFrom({ score: threshold, floor }: { score: number; floor: number }, sign: number, others: readonly number[]) {
  const { usual, deviation } = spreadOf(others);
  const spread = Math.max(floor, deviation, 1);
  return (value: number): Omit<Judged, 'cell'> | undefined => {
    const score = Math.round((1000 * (value - usual)) / spread);
    return sign * score >= threshold ? { expected: Math.round(usual), score, others } : undefined;
  };
}

/**
 * Stretches without any record of a subject as long as what is usual is learnt from: a month that never arrived, an institution that was shut.
 * Nothing is known of them; counted as zeros they would make every day after them a surge.
 */
const silencesOf = (ordered: readonly AlertCell[], least: number): (readonly [after: number, until: number])[] =>
  ordered.slice(1).flatMap(({ window }, i) => {
    const before = (ordered[i] as AlertCell).window;
    return window - before > least ? [[before, window] as const] : [];
  });

/** Windows of one subject against its own earlier ones. A window that is itself a signal never becomes what is usual. */
function judgeOwn(
  own: readonly AlertCell[],
  comparison: Extract<AlertComparison, { kind: 'own' | 'growth' }>,
  sign: number,
  take: Take,
  judgedBefore: readonly number[],
): void {
  const ordered = [...own].sort((a, b) => a.window - b.window);
  const first = ordered[0]?.window ?? 0;
  const values = new Map(ordered.map((cell) => [cell.window, cell.value]));
  const strange = new Set(judgedBefore);
  const silent = comparison.kind === 'own' ? silencesOf(ordered, comparison.least * comparison.step) : [];
  const keep = (cell: AlertCell, judged: Omit<Judged, 'cell'> | undefined) => {
    if (judged) strange.add(cell.window);
    return judged;
  };
  for (const cell of ordered) {
    if (comparison.kind === 'growth') {
      take(cell, (value) => {
        const before = values.get(cell.window - comparison.step) ?? 0;
        // the subject was not there yet, or had too little: growth from nothing is no percentage
        if (before === 0 || before < comparison.base) return cell.window - comparison.step < first ? 'noBaseline' : 'zeroBaseline';
        if (sign * (value - before) * 100 < before * comparison.percent) return undefined;
        return { expected: before, score: Math.round((1000 * value) / before), others: [before] };
      });
      continue;
    }
    take(cell, (value) => {
      const earlier: number[] = [];
      for (let k = 1; k <= comparison.back; k += 1) {
        const window = cell.window - k * comparison.step;
        if (window < first) break;
        if (!strange.has(window) && !silent.some(([after, until]) => window > after && window < until))
          earlier.push(values.get(window) ?? 0);
      }
      if (earlier.length < comparison.least || earlier.length === 0) return 'noBaseline';
      // chance alone spreads a count by its square root
      const floor = Math.max(comparison.floor, Math.sqrt(spreadOf(earlier).usual));
      return keep(cell, awayFrom({ ...comparison, floor }, sign, earlier)(value));
    });
  }
}
