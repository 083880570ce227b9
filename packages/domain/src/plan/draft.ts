// Targets being drawn up: from a blank, from another plan, with rows of the library. Pure; a draft becomes a plan by being adopted.
import { largestRemainder } from '../money.ts';
import type { LibraryEntry } from './library.ts';
import type { ResultUse } from './life/forms.ts';
import { OVERALL_PROJECT, type Plan, type TargetRow } from './plan.ts';
import type { DocumentKind, ReadDocument } from './read-document.ts';
import { type MarkedTier, markedTiers, type RuleSet, type TierMarks } from './scoring/rule-set.ts';
import { wanOfFen } from './to-document.ts';

/** A target or a budget (万元) that last year's result speaks for. */
export interface Proposal {
  value: number;
  /** `far-above`, `far-below`: the result left the target by more than the rules call far; `decided`: said with the result's use. */
  why: 'far-above' | 'far-below' | 'decided';
  /** Degree of reaching the old target, 1 = 100 %; null where a decision speaks. */
  reached: number | null;
  answer: 'taken' | 'kept' | null;
}

/** Last year's row beside the new one. */
export interface LastOfRow {
  target: number | string | null;
  actual: string;
  unit: string | null;
  score: number | null;
  weight: number | null;
  reason: string | null;
  improvement: string | null;
  /** What the evaluation and the rectification asked of this row. */
  remarks: string[];
  proposal: Proposal | null;
}

/** Last year's form beside the new one. */
export interface LastOfProject {
  year: number;
  /** As the self-evaluation prints it: a number, a range, 不计分. */
  total: string;
  grade: string | null;
  remarks: string[];
  /** What follows from the result, as it was said. */
  uses: { use: ResultUse; subject: string }[];
  budget: Proposal | null;
}

export interface DraftRow extends TargetRow {
  group: string | null;
  /** What came of it the year before; none where the row is new. */
  last?: LastOfRow | undefined;
}

export interface DraftProject {
  name: string;
  kind: DocumentKind;
  /** 万元. */
  budgetWan: number | null;
  goals: string[];
  rows: DraftRow[];
  last?: LastOfProject | undefined;
}

export interface DraftContent {
  org: string | null;
  year: number;
  kind: DocumentKind;
  basicWan: number | null;
  projectWan: number | null;
  projects: DraftProject[];
}

export interface PlanDraft {
  draftId: string;
  /** Of the last change; whoever saves names the one they saw. */
  serial: number;
  content: DraftContent;
  by: string;
  at: number;
  /** The plan that it became; null while it is open. */
  planId: string | null;
}

export const blankDraft = (year: number, org: string | null): DraftContent => ({
  org,
  year,
  kind: 'overall',
  basicWan: null,
  projectWan: null,
  projects: [{ name: OVERALL_PROJECT, kind: 'overall', budgetWan: null, goals: [], rows: [] }],
});

const nextYears = (text: string, from: number, to: number) =>
  from === to ? text : text.replaceAll(new RegExp(`(?<!\\d)${from}(?=\\s*(?:年|-))`, 'g'), String(to));

/**
 * The rows and goals of a plan for a year: budgets are kept for the same year (a returned plan is mended) and left open for another
 * (they are granted anew). The old year's number in names and goals becomes the new one.
 */
export function draftOfPlan(plan: Plan, year: number): DraftContent {
  const same = plan.year === year;
  return {
    org: plan.org,
    year,
    kind: plan.kind,
    basicWan: same ? wanOfFen(plan.basicFen) : null,
    projectWan: same ? wanOfFen(plan.projectFen) : null,
    projects: plan.projects.map(({ name, kind, budgetFen, goals, indicators }) => ({
      name: nextYears(name, plan.year, year),
      kind,
      budgetWan: same ? wanOfFen(budgetFen) : null,
      goals: goals.map((goal) => nextYears(goal, plan.year, year)),
      rows: indicators.map(({ level1, level2, name: title, operator, target, unit, weight, group }) => ({
        level1,
        level2,
        name: nextYears(title, plan.year, year),
        operator,
        target: typeof target === 'string' ? nextYears(target, plan.year, year) : target,
        unit,
        weight,
        group,
      })),
    })),
  };
}

/** An entry of the library as a row: the body's own last target, else the middle of all; words are left for people to choose. */
export function rowOfEntry(entry: LibraryEntry, org: string | null): DraftRow {
  const own = entry.uses.find((use) => use.org === org && use.target !== null);
  const { level1, level2, name, operator, unit } = entry;
  const target = own ? own.target : (entry.targets?.median ?? null);
  return { level1, level2, name, operator: own?.operator ?? operator, target, unit: own?.unit ?? unit, weight: null, group: null };
}

const levelOf = (level1: string | null): MarkedTier | null =>
  /满意/.test(level1 ?? '')
    ? 'satisfaction'
    : /成本/.test(level1 ?? '')
      ? 'cost'
      : /效益|效果/.test(level1 ?? '')
        ? 'effect'
        : /产出|完成/.test(level1 ?? '')
          ? 'output'
          : null;

/**
 * Marks of each tier that a form has, whole points, what execution leaves in all: by the case of the rules with just these tiers, else
 * by the smallest that has them all; a tier that the form does not have leaves its marks to the others, in proportion.
 */
function marksOf(present: readonly MarkedTier[], { tiers, fullMarks, execution }: MarkRules): Partial<Record<MarkedTier, number>> {
  const size = (one: TierMarks) => Object.keys(one).length;
  const holding = tiers.filter((one) => present.every((tier) => one[tier] !== undefined)).sort((a, b) => size(a) - size(b))[0];
  const parts = largestRemainder(
    Math.round(fullMarks - execution.weight),
    present.map((tier) => holding?.[tier] ?? 1),
  );
  return Object.fromEntries(present.map((tier, index) => [tier, parts[index]]));
}

/** What of a rule set says how marks are spread. */
export type MarkRules = Pick<RuleSet, 'tiers' | 'fullMarks'> & { execution: Pick<RuleSet['execution'], 'weight'> };

/** Weights of the rows by their tiers, whole points, equal within a tier (largest remainder); null where a row has no known tier. */
export function spreadWeights(rows: readonly DraftRow[], rules: MarkRules): (number | null)[] {
  const levels = rows.map(({ level1 }) => levelOf(level1));
  const present = markedTiers.filter((tier) => levels.includes(tier));
  const given = marksOf(present, rules);
  const weights = new Map<number, number>();
  for (const tier of present) {
    const places = levels.flatMap((one, index) => (one === tier ? [index] : []));
    const parts = largestRemainder(
      given[tier] ?? 0,
      places.map(() => 1),
    );
    places.forEach((place, index) => {
      weights.set(place, parts[index] ?? 0);
    });
  }
  return levels.map((_, index) => weights.get(index) ?? null);
}

/**
 * The draft as a document, for the linter and for adoption; `file` is the name it will carry as source. `lines` is its text, a line for
 * each row, so that the linter's marks have a place.
 */
export function documentOfDraft(content: DraftContent, file: string): { document: ReadDocument; lines: string[] } {
  const lines: string[] = [];
  const line = (...words: (string | number | null)[]) => lines.push(words.filter((word) => word !== null && word !== '').join('\t'));
  const projects = content.projects.map(({ name, kind, budgetWan, goals, rows }) => {
    const at = line(name, budgetWan === null ? null : `${budgetWan}万元`);
    for (const goal of goals) line(goal);
    const indicators = rows.map((row) => {
      const { level1, level2, group, name: title, operator, target, unit, weight } = row;
      const sign = operator === 'qualitative' ? '' : operator;
      const cell = `${sign}${target ?? ''}${unit ?? ''}`;
      const place = line(level1, level2, group, title, cell, weight);
      return {
        level1,
        level2,
        name: title,
        operator,
        value: target,
        unit,
        weight,
        actual: null,
        score: null,
        group,
        line: place,
        repairs: [],
        source: [level1 ?? '', level2 ?? '', title, cell, String(weight ?? '')],
      };
    });
    return { name, kind, budgetWan, goals, line: at, unit: '万元' as const, fields: [], indicators };
  });
  const { org, year, kind, basicWan, projectWan } = content;
  const overall = content.projects.find((project) => project.kind === 'overall' || project.name === OVERALL_PROJECT);
  const totals = { totalWan: overall?.budgetWan ?? null, basicWan, projectWan };
  return { document: { file, org, year, kind, totals, projects, warnings: [] }, lines };
}
