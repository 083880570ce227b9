/**
 * The finance department's review of targets (财预〔2015〕88号): 完整性, 相关性, 适当性, 可行性, and a grade that the findings of the linter
 * suggest. 优 goes straight on, 良 is mended with the unit, 中 is returned, 差 may not be funded (art. 25); a person decides.
 */
import type { PlanGrade } from './life/events.ts';
import type { CheckFinding, ReadDocument } from './read-document.ts';

const reviewCriteria = ['complete', 'relevant', 'adequate', 'feasible'] as const;
export type ReviewCriterion = (typeof reviewCriteria)[number];

export const reviewCriterionWords: Readonly<Record<ReviewCriterion, { zh: string; asks: string }>> = {
  complete: { zh: '完整性', asks: '内容是否完整，目标是否明确、清晰' },
  relevant: { zh: '相关性', asks: '目标与职能、规划是否相符，指标是否与目标对应并细化量化' },
  adequate: { zh: '适当性', asks: '资金规模与目标是否匹配，数字前后是否一致' },
  feasible: { zh: '可行性', asks: '指标值是否可以衡量、考核，依据是否充分' },
};

/** What became of it by art. 25. */
export const gradeConsequence: Readonly<Record<PlanGrade, string>> = {
  优: '直接进入预算安排流程',
  良: '与单位协商，直接修改完善后进入预算安排流程',
  中: '由单位修订完善，按程序重新报送审核',
  差: '不得进入预算安排流程',
};

export interface TargetReview {
  org: string | null;
  year: number | null;
  indicators: number;
  criteria: { criterion: ReviewCriterion; errors: number; warnings: number; findings: CheckFinding[] }[];
  /** Suggested. */
  grade: PlanGrade;
  /** Rows with an error, of all rows. */
  errorShare: number;
}

/**
 * Findings by criterion, and the grade they suggest: 优 without errors and warnings, 良 without errors, 中 with errors, 差 where
 * `poorShare` (0…1) of the rows or more have one, or nothing could be read.
 */
export function reviewTargets(
  document: ReadDocument,
  findings: readonly CheckFinding[],
  criterionOf: (code: string) => ReviewCriterion,
  poorShare: number,
): TargetReview {
  const rows = document.projects.flatMap(({ indicators }) => indicators.map(({ line }) => line));
  const wrong = new Set(findings.filter(({ severity }) => severity === 'error').flatMap(({ lines }) => lines));
  const errorShare = rows.length === 0 ? 1 : rows.filter((line) => wrong.has(line)).length / rows.length;
  const criteria = reviewCriteria.map((criterion) => {
    const own = findings.filter(({ code, severity }) => severity !== 'info' && criterionOf(code) === criterion);
    const count = (wanted: string) => own.filter(({ severity }) => severity === wanted).length;
    return { criterion, errors: count('error'), warnings: count('warning'), findings: own };
  });
  const [errors, warnings] = (['errors', 'warnings'] as const).map((key) => criteria.reduce((sum, one) => sum + one[key], 0));
  const grade = errorShare >= poorShare ? '差' : errors ? '中' : warnings ? '良' : '优';
  return { org: document.org, year: document.year, indicators: rows.length, criteria, grade, errorShare };
}
