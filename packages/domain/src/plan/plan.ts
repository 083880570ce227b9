import type { Issue } from '../issue.ts';
import type { Fen } from '../money.ts';
import type { DocumentKind, IndicatorOperator } from './read-document.ts';

/** A year's declared targets, as adopted from a form. The plan in force of a year is the one adopted last; older ones stay. */
export interface Plan {
  /** Follows from year and content: adopting the same form again names the same plan. */
  planId: string;
  year: number;
  org: string | null;
  kind: DocumentKind;
  /** Name of the file it was read from, without its folder. */
  source: string;
  totalFen: Fen | null;
  basicFen: Fen | null;
  projectFen: Fen | null;
  projects: PlanProject[];
  /** What was wrong with the form and did not stop it. */
  findings: Issue[];
}

export interface PlanProject {
  /** 1-based position in the form. */
  projectNo: number;
  name: string;
  kind: DocumentKind;
  budgetFen: Fen | null;
  goals: string[];
  indicators: Indicator[];
}

/** A row of targets, wherever it stands: three tiers of names, an operator, a target, a weight. */
export interface TargetRow {
  level1: string | null;
  level2: string | null;
  name: string;
  operator: IndicatorOperator;
  target: number | string | null;
  unit: string | null;
  weight: number | null;
}

/** A row of the plan. */
export interface Indicator extends TargetRow {
  /** `<planId>-<projectNo>-<position>`. */
  indicatorId: string;
  /** 1-based within the project. */
  position: number;
  group: string | null;
  /** What the source row says beside names and numbers: the words of the value cell, remarks. */
  wording: string | null;
}

/** Which measure answers an indicator, and who says so. Appended; the last one counts. */
export interface IndicatorMeasure {
  indicatorId: string;
  measureId: string | null;
  state: 'suggested' | 'confirmed' | 'rejected';
  /** 0…1 of the suggestion; null where a person chose. */
  confidence: number | null;
  by: string;
}

/** Name of the one project of a department-wide form (contracts §2). */
export const OVERALL_PROJECT = '部门整体支出';

/** A target that is one number; deadlines, ranges and words are judged by a person. */
export const isQuantitative = (indicator: Pick<Indicator, 'operator' | 'target'>): boolean =>
  indicator.operator !== 'qualitative' && typeof indicator.target === 'number';
