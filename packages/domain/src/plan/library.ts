// The library of indicators: grown out of every document read and every plan adopted, never typed. Pure.
import { indicatorKey } from './indicator-name.ts';
import { OVERALL_PROJECT, type TargetRow } from './plan.ts';
import type { IndicatorOperator } from './read-document.ts';
import { convert } from './unit.ts';

/** One row of one document or plan. */
export interface LibraryUse extends TargetRow {
  org: string | null;
  year: number | null;
  project: string;
  /** 实际完成值 as printed, where the document reports results. */
  actual: number | string | null;
  source: { kind: 'document' | 'plan'; id: string; file: string; line: number };
}

/** What people decided about a row: the measure that answers it, or null: none does. */
export interface RememberedMeasure {
  indicatorId: string;
  key: string;
  project: string;
  wording: string | null;
  measureId: string | null;
  by: string;
}

export interface LibraryEntry {
  key: string;
  /** The spelling used most. */
  name: string;
  level1: string | null;
  level2: string | null;
  unit: string | null;
  /** ≥ and > want more, ≤ and < want less; null where the signs disagree, or there are none. */
  direction: 'more' | 'less' | null;
  /** The sign used most. */
  operator: IndicatorOperator;
  /** Of the numeric targets, in `unit`; null without any. */
  targets: { count: number; low: number; median: number; high: number } | null;
  /** The middle weight of those that have one. */
  weight: number | null;
  bodies: number;
  years: number[];
  uses: LibraryUse[];
  measure: { measureId: string | null; by: string; times: number } | null;
}

const median = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] as number;
  if (sorted.length === 0) return null;
  return sorted.length % 2 ? at((sorted.length - 1) / 2) : (at(sorted.length / 2 - 1) + at(sorted.length / 2)) / 2;
};

/** The value that occurs most; of equals the one met first. null where all are null. */
function most<T extends string>(values: readonly (T | null)[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

const signs: Partial<Record<IndicatorOperator, 'more' | 'less'>> = { '≥': 'more', '>': 'more', '≤': 'less', '<': 'less' };
function directionOf(uses: readonly LibraryUse[]): LibraryEntry['direction'] {
  const said = new Set(uses.flatMap(({ operator }) => signs[operator] ?? []));
  return said.size === 1 ? ([...said][0] ?? null) : null;
}

/** A plan adopted from a document says nothing new: the same body, year, project and row count once, the plan's. */
const sameness = ({ org, year, project, name, operator, target, unit }: LibraryUse) =>
  [org ?? '', year ?? '', project, name, operator, target, unit ?? ''].join('|');

function targetsOf(uses: readonly LibraryUse[], unit: string | null): LibraryEntry['targets'] {
  const numbers = uses.flatMap(({ target, unit: own }) => {
    if (typeof target !== 'number') return [];
    if (own === unit || unit === null || own === null) return [target];
    return convert(target, own, unit)?.value ?? [];
  });
  const middle = median(numbers);
  return middle === null ? null : { count: numbers.length, low: Math.min(...numbers), median: middle, high: Math.max(...numbers) };
}

function measureOf(decisions: readonly RememberedMeasure[]): LibraryEntry['measure'] {
  const last = decisions.at(-1);
  if (!last || decisions.some(({ measureId }) => measureId !== last.measureId)) return null;
  return { measureId: last.measureId, by: last.by, times: decisions.length };
}

function entryOf(key: string, given: readonly LibraryUse[], decisions: readonly RememberedMeasure[]): LibraryEntry {
  const uses = [...given].sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || (a.org ?? '').localeCompare(b.org ?? '', 'zh'));
  const unit = most(uses.map((use) => use.unit));
  return {
    key,
    name: most(uses.map((use) => use.name)) ?? '',
    level1: most(uses.map((use) => use.level1)),
    level2: most(uses.map((use) => use.level2)),
    unit,
    direction: directionOf(uses),
    operator: most(uses.map((use) => use.operator)) ?? 'qualitative',
    targets: targetsOf(uses, unit),
    weight: median(uses.flatMap((use) => use.weight ?? [])),
    bodies: new Set(uses.map((use) => use.org)).size,
    years: [...new Set(uses.flatMap((use) => use.year ?? []))].sort(),
    uses,
    measure: measureOf(decisions),
  };
}

/** Entries used by most bodies first, then by most rows, then by name. Decisions in the order they were taken. */
export function libraryOf(uses: readonly LibraryUse[], decisions: readonly RememberedMeasure[]): LibraryEntry[] {
  const plans = uses.filter(({ source }) => source.kind === 'plan');
  const known = new Set(plans.map(sameness));
  const once = [...plans, ...uses.filter((use) => use.source.kind === 'document' && !known.has(sameness(use)))];
  const byKey = Map.groupBy(
    once.filter(({ name }) => name.trim() !== ''),
    indicatorKey,
  );
  const decided = Map.groupBy(decisions, ({ key }) => key);
  return [...byKey]
    .map(([key, rows]) => entryOf(key, rows, decided.get(key) ?? []))
    .sort((a, b) => b.bodies - a.bodies || b.uses.length - a.uses.length || (a.name < b.name ? -1 : 1));
}

/** Only what a number would change is left out: «满意率≥90%» and «满意率≥95%» ask the same. */
const wordsOf = (wording: string | null) => (wording ?? '').replace(/[\d.,%％≥≤<>=\s]/g, '');

/**
 * What was decided about the same question before: of the same project if anything was, else of all where they agree. undefined where
 * nobody decided, or people decided differently: then the library is silent.
 */
export function rememberedMeasure(
  decisions: readonly RememberedMeasure[],
  row: { key: string; project: string; wording: string | null },
): RememberedMeasure | undefined {
  const overall = (name: string) => name === OVERALL_PROJECT;
  const alike = decisions.filter(
    (one) => one.key === row.key && wordsOf(one.wording) === wordsOf(row.wording) && overall(one.project) === overall(row.project),
  );
  const own = alike.filter(({ project }) => project === row.project);
  const counted = own.length > 0 ? own.slice(-1) : alike;
  const last = counted.at(-1);
  return last && counted.every(({ measureId }) => measureId === last.measureId) ? last : undefined;
}
