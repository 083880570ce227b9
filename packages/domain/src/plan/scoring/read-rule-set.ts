// A bureau's own rule set: what a local notice changes of a national one, as JSON. Everything else stays as the base says.
import type { Issue, Outcome } from '../../issue.ts';
import type { Day } from '../../time.ts';
import { markedTiers, type QualitativeGrade, type RuleSet, ruleSets, type Step, type TierMarks } from './rule-set.ts';

/** `90%`, `90分` and `90` are the same number to whoever types them. */
export const withoutPercent = (word: string): string => word.replace(/[%％分]$/, '');

/** The file's shape; every part but `id` and `title` may be left out. */
export interface RuleSetChanges {
  id: string;
  title: string;
  /** Default '*', open days. */
  region?: string;
  fromDay?: Day | null;
  toDay?: Day | null;
  /** Default true: what a bureau enters for its division counts there. */
  byDefault?: boolean;
  /** Marks of the tiers, a case a row; their sums are what execution leaves. */
  tiers?: TierMarks[];
  /** Default `cy-2020-10`. */
  base?: string;
  fullMarks?: number;
  executionWeight?: number;
  executionSteps?: Step[];
  /** 0…1: below it nothing is earned (101号 has 0.6). */
  passMark?: number;
  satisfactionSteps?: Step[];
  qualitative?: Partial<Record<QualitativeGrade, { from: number; to: number }>>;
  farAboveRatio?: number;
  grades?: { grade: string; from: number }[];
}

const isNumber = (value: unknown, from: number, to: number): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= from && value <= to;

/** Descending, the last from 0. */
const descends = (bounds: readonly { from: number }[], most: number) =>
  bounds.length > 0 &&
  bounds.every(({ from }, i) => isNumber(from, 0, most) && (i === 0 || from < (bounds[i - 1] as { from: number }).from)) &&
  bounds[bounds.length - 1]?.from === 0;

const isSteps = (steps: unknown): steps is Step[] =>
  Array.isArray(steps) && descends(steps as Step[], 10) && (steps as Step[]).every(({ part }) => isNumber(part, 0, 1));

/** Cases of known tiers in whole points, each with the same sum: what execution leaves. */
const isTiers = (cases: unknown, sum: number): cases is TierMarks[] =>
  Array.isArray(cases) &&
  cases.length > 0 &&
  (cases as TierMarks[]).every((one) => {
    const marks = Object.entries(one);
    return (
      marks.every(
        ([tier, value]) => (markedTiers as readonly string[]).includes(tier) && Number.isInteger(value) && isNumber(value, 0, sum),
      ) && Math.abs(marks.reduce((total, [, value]) => total + (value ?? 0), 0) - sum) < 1e-9
    );
  });

/** What is wrong with the parts given; each with its key. */
function faults(given: RuleSetChanges): string[] {
  const wrong: string[] = [];
  const check = (key: keyof RuleSetChanges, fits: boolean) => {
    if (given[key] !== undefined && !fits) wrong.push(key);
  };
  if (typeof given.id !== 'string' || given.id === '') wrong.push('id');
  if (typeof given.title !== 'string' || given.title === '') wrong.push('title');
  check('base', typeof given.base === 'string' && given.base in ruleSets);
  check('region', /^(\d{6}|\*)$/.test(given.region ?? ''));
  check('toDay', given.fromDay == null || given.toDay == null || given.fromDay <= given.toDay);
  check('fullMarks', isNumber(given.fullMarks, 1, 1000));
  check('executionWeight', isNumber(given.executionWeight, 0, given.fullMarks ?? 100));
  check('tiers', isTiers(given.tiers, (given.fullMarks ?? 100) - (given.executionWeight ?? ruleSets['cy-2020-10'].execution.weight)));
  check('executionSteps', isSteps(given.executionSteps));
  check('passMark', isNumber(given.passMark, 0, 0.99));
  check('satisfactionSteps', isSteps(given.satisfactionSteps));
  check('farAboveRatio', isNumber(given.farAboveRatio, 1, 100));
  check(
    'grades',
    Array.isArray(given.grades) &&
      descends(given.grades, given.fullMarks ?? 100) &&
      given.grades.every(({ grade }) => typeof grade === 'string'),
  );
  const parts = Object.entries(given.qualitative ?? {});
  check(
    'qualitative',
    parts.every(([key, { from, to }]) => /^(achieved|partly|missed)$/.test(key) && isNumber(from, 0, 1) && isNumber(to, from, 1)),
  );
  return wrong;
}

/** Refusal: `plan.bad-rules` with the keys that cannot be taken. */
export function readRuleSet(given: RuleSetChanges, file: string): Outcome<RuleSet> {
  const wrong = faults(given);
  if (wrong.length > 0) {
    const issue: Issue = { code: 'plan.bad-rules', severity: 'error', file, facts: { keys: wrong.join('、') } };
    return { ok: false, issues: [issue] };
  }
  const base: RuleSet = (ruleSets as Record<string, RuleSet>)[given.base ?? 'cy-2020-10'] as RuleSet;
  const qualitative = Object.fromEntries(
    Object.entries(base.qualitative).map(([key, grade]) => [key, { ...grade, ...given.qualitative?.[key as QualitativeGrade] }]),
  ) as RuleSet['qualitative'];
  const value: RuleSet = {
    ...base,
    id: given.id,
    title: given.title,
    region: given.region ?? '*',
    fromDay: given.fromDay ?? null,
    toDay: given.toDay ?? null,
    byDefault: given.byDefault ?? true,
    tiers: given.tiers ?? base.tiers,
    fullMarks: given.fullMarks ?? base.fullMarks,
    missed: given.passMark === undefined ? base.missed : { kind: 'pass-mark', pass: given.passMark },
    execution: {
      weight: given.executionWeight ?? base.execution.weight,
      by: given.executionSteps ? { kind: 'steps', steps: given.executionSteps } : base.execution.by,
    },
    satisfaction: given.satisfactionSteps ?? base.satisfaction,
    qualitative,
    farAboveRatio: given.farAboveRatio ?? base.farAboveRatio,
    grades: given.grades ?? base.grades,
  };
  return { ok: true, value, issues: [] };
}
