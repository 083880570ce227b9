/**
 * What a review of changes has to do again. A mark says: the findings of a rule reported in these days are what a full run over this
 * version of the lake would find, as long as the rule (its tree, edition, parameters and knowledge) stays what it was. From the marks
 * follows which rules are run whole, and for the others whose records are read again.
 */
import { createHash } from 'node:crypto';
import { derivedRecords } from '@hengjian/catalog';
import type { LiveRule, Mark, Narrowing, Period, ReviewRule } from './ports.ts';

/**
 * Everything beside people's records that decides what a rule says, in short: another tree, edition, parameter or knowledge row gives
 * another one, and so do other rows in a register that it reads. `registers`: the version of the lake that last changed each;
 * `knowledge`: the word for the state of the rows that it reads.
 */
export function signatureOf(live: LiveRule, registers: ReadonlyMap<string, number>, knowledge: string | undefined): string {
  const { rule, edition, parameters, inForce } = live;
  const read = [...tablesOf(rule)].sort().map((table) => [table, registers.get(table) ?? derivedRecords[table] ?? null]);
  const said = canonical([{ rule, edition, parameters, inForce }, read, rule.knowledge ? knowledge : undefined]);
  return createHash('sha256').update(said).digest('hex').slice(0, 32);
}

/** Tables that a tree names anywhere, and those that its derived records are made of. */
function tablesOf(tree: unknown, into = new Set<string>()): Set<string> {
  if (typeof tree !== 'object' || tree === null) return into;
  for (const [name, inner] of Object.entries(tree))
    if ((name === 'reads' || name === 'from') && typeof inner === 'string') {
      if (into.has(inner)) continue;
      into.add(inner);
      tablesOf(derivedRecords[inner], into);
    } else tablesOf(inner, into);
  return into;
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** The days of a period that none of these marks covers. */
export function uncovered(period: Period, marks: readonly Period[]): Period[] {
  const open: Period[] = [];
  let from = period.from;
  for (const mark of [...marks].sort((a, b) => a.from - b.from)) {
    if (mark.to < from || mark.from > period.to) continue;
    if (mark.from > from) open.push({ from, to: mark.from - 1 });
    from = mark.to + 1;
  }
  if (from <= period.to) open.push({ from, to: period.to });
  return open;
}

/** Marks after a run over a period: the run's own in place of what they said of those days. */
export function marksAfter(marks: readonly Mark[], run: Mark): Mark[] {
  const rest = marks.flatMap((mark) =>
    [
      { ...mark, to: Math.min(mark.to, run.from - 1) },
      { ...mark, from: Math.max(mark.from, run.to + 1) },
    ].filter(({ from, to }) => from <= to),
  );
  return [...rest, run].sort((a, b) => a.from - b.from);
}

export interface ChangedPlan {
  /** Rules that are run whole: never run before, or not what they were, or looking beyond one person while anybody's records changed. */
  readonly whole: readonly ReviewRule[];
  readonly narrowed: readonly ReviewRule[];
  /** Rules that nothing is read of: their findings stand. */
  readonly standing: readonly ReviewRule[];
  /** Whose records the narrowed rules read; null when there are no such rules. */
  readonly narrowing: Narrowing | null;
}

/**
 * `beyond`: rules whose partitions are not of one person. One whose marks cover the period, and whose every mark has seen all records as
 * they are (`stands`: nobody's changed since that version of the lake), has nothing to do.
 */
export function planChanged(
  rules: readonly ReviewRule[],
  signatures: ReadonlyMap<string, string>,
  marks: readonly Mark[],
  period: Period,
  beyond: (rule: ReviewRule) => boolean,
  stands: (rule: ReviewRule, lakeVersion: number) => boolean,
): ChangedPlan {
  const whole: ReviewRule[] = [];
  const narrowed: ReviewRule[] = [];
  const standing: ReviewRule[] = [];
  const days = new Map<string, Period>();
  let since = Number.POSITIVE_INFINITY;
  for (const live of rules) {
    const own = marks.filter(
      (m) => m.ruleId === live.rule.id && m.signature === signatures.get(live.rule.id) && m.from <= period.to && period.from <= m.to,
    );
    if (own.length > 0 && beyond(live) && uncovered(period, own).length === 0 && own.every((m) => stands(live, m.lakeVersion)))
      standing.push(live);
    else if (own.length === 0 || beyond(live)) whole.push(live);
    else {
      narrowed.push(live);
      since = Math.min(since, ...own.map((m) => m.lakeVersion));
      for (const open of uncovered(period, own)) days.set(`${open.from} ${open.to}`, open);
    }
  }
  return { whole, narrowed, standing, narrowing: narrowed.length > 0 ? { sinceVersion: since, settledWithin: [...days.values()] } : null };
}
