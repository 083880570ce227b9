// What a form layout declares. A layout is data: the reader is general and knows no form.
import type { DocumentKind } from '@hengjian/domain';

/** What a column of an indicator table holds. */
export type ColumnRole =
  | 'wrapper' // the cell 绩效指标 that encloses the table at its left
  | 'level1'
  | 'level2'
  | 'name'
  | 'operator'
  | 'value'
  | 'cycleValue' // 实施周期指标值: the target over several years, beside this year's
  | 'unit'
  | 'weight'
  | 'actual'
  | 'forecast' // 全年预计完成情况
  | 'likelihood' // 完成目标可能性 in one column
  | 'certain' // … or a column to tick for each: 确定能
  | 'possible' // 有可能
  | 'impossible' // 完全不可能
  | 'score'
  | 'remark'
  | 'ignored';

/** Header words of one column, compared without white space, brackets and colon; a trailing 指标 or 值 counts. */
export type ColumnWords = Partial<Record<ColumnRole, readonly string[]>>;

export interface FormLayout {
  /** Where the layout comes from: rule or family of forms. */
  source: string;
  kind: DocumentKind;
  /** Patterns of the title line, tried on the text without white space. */
  titles: readonly string[];
  /** Words of the form's head that speak for this layout. */
  marks: readonly string[];
  /** Of a variant within a wider family: words of its own, one of which the form must show. */
  needs?: readonly string[];
  /** Header words beyond the common ones (`vocabulary.ts`); these win over the common ones. */
  columns?: ColumnWords;
  /** A column that one header word spans: 评价内容 over level 1 and level 2. */
  spanning?: Readonly<Record<string, readonly ColumnRole[]>>;
  /** Roles a header must show before this layout reads a table by it. */
  required: readonly ColumnRole[];
  /** Labels whose value names the project; none for a department-wide form, which is 部门整体支出. */
  nameLabels?: readonly string[];
  orgLabels: readonly string[];
  /** Most specific first: the year's amount before one over several years. */
  budgetLabels: readonly string[];
  goalLabels: readonly string[];
  /** Department-wide forms: labels of the two parts of the budget. */
  parts?: { basic: readonly string[]; project: readonly string[]; total: readonly string[] };
  /** Figures in the column 完成情况 are points when the form prints a total of points (岳阳 family). */
  pointsInActual?: boolean;
}
