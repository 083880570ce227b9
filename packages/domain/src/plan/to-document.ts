// A plan told as a document, so that the writers of forms need to know only documents.
import type { Fen } from '../money.ts';
import type { Indicator, Plan } from './plan.ts';
import type { ReadDocument, ReadIndicator } from './read-document.ts';

/** Whole fen → 万元. */
export const wanOfFen = (fen: Fen | null): number | null => (fen === null ? null : fen / 1_000_000);

const rowOf = (indicator: Indicator): ReadIndicator => ({
  level1: indicator.level1,
  level2: indicator.level2,
  name: indicator.name,
  operator: indicator.operator,
  value: indicator.target,
  unit: indicator.unit,
  weight: indicator.weight,
  actual: null,
  score: null,
  group: indicator.group,
  line: indicator.position,
  repairs: [],
});

/** Targets only: what was reached is no part of a plan. */
export const documentOfPlan = (plan: Plan): ReadDocument => ({
  file: plan.source,
  org: plan.org,
  year: plan.year,
  kind: plan.kind,
  totals: { totalWan: wanOfFen(plan.totalFen), basicWan: wanOfFen(plan.basicFen), projectWan: wanOfFen(plan.projectFen) },
  projects: plan.projects.map((project) => ({
    name: project.name,
    kind: project.kind,
    budgetWan: wanOfFen(project.budgetFen),
    goals: project.goals,
    indicators: project.indicators.map(rowOf),
  })),
  warnings: [],
});
