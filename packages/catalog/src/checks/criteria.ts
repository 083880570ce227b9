// Which criterion of the finance department's review (财预〔2015〕88号) a check speaks to.
import type { ReviewCriterion } from '@hengjian/domain';
import type { checks } from '../checks.gen.ts';

const criteria: Readonly<Record<keyof typeof checks, ReviewCriterion>> = {
  'empty-form': 'complete',
  'html-rest': 'complete',
  'missing-level': 'complete',
  'missing-sign': 'complete',
  'missing-unit': 'complete',
  'name-cut': 'complete',
  'personal-data': 'complete',
  'reason-missing': 'complete',
  'row-broken': 'complete',
  'template-text': 'complete',
  attachments: 'complete',
  'duplicate-row': 'relevant',
  'level-tree': 'relevant',
  'project-name': 'relevant',
  'same-indicator-two-levels': 'relevant',
  'subject-mismatch': 'relevant',
  'transfer-name': 'relevant',
  'year-conflict': 'relevant',
  'amount-two-values': 'adequate',
  'execution-behind': 'adequate',
  'forecast-fit': 'adequate',
  'grade-fit': 'adequate',
  headcount: 'adequate',
  'notice-amount': 'adequate',
  'projects-sum': 'adequate',
  'quantity-price': 'adequate',
  'ratio-contradicts': 'adequate',
  'same-indicator-two-values': 'adequate',
  'score-fit': 'adequate',
  'score-sum': 'adequate',
  'sum-parts': 'adequate',
  'unit-conflict': 'adequate',
  'weight-sum': 'adequate',
  'no-baseline': 'feasible',
  'not-measurable': 'feasible',
  'rate-with-text': 'feasible',
  'rate-without-percent': 'feasible',
  'ratio-as-fraction': 'feasible',
  'several-numbers-in-cell': 'feasible',
  'share-over-100': 'feasible',
};

/** Of a finding's code (`MISSING_LEVEL`). */
export const criterionOf = (code: string): ReviewCriterion =>
  (criteria as Readonly<Record<string, ReviewCriterion>>)[code.toLowerCase().replaceAll('_', '-')] ?? 'complete';
