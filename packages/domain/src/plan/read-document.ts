import type { Instant } from '../time.ts';

/**
 * What reading a published performance document gives (contracts §2). `form read --json` prints these objects as they are;
 * the linter and `plan adopt` take them. A value that the source does not have is null, never invented.
 */
export type DocumentKind = 'overall' | 'project' | 'regional-transfer' | 'self-evaluation' | 'monitoring';
export type IndicatorOperator = '≥' | '≤' | '=' | '>' | '<' | 'qualitative';

/** Whether a target will be reached by the year's end (财预〔2019〕136号: 确定能, 有可能, 完全不可能). */
export type Likelihood = 'certain' | 'possible' | 'impossible';

export interface ReadIndicator {
  level1: string | null;
  level2: string | null;
  /** As printed, without line-break white space and without `指标N：`. */
  name: string;
  operator: IndicatorOperator;
  /** A number where the cell holds exactly one (not rescaled), the cell's text where it is a deadline, a range or words, null where lost. */
  value: number | string | null;
  unit: string | null;
  weight: number | null;
  /** 实际完成值 as printed. */
  actual: number | string | null;
  score: number | null;
  /** The goal that this row belongs to, in documents that list indicators by goal. */
  group: string | null;
  /** 1-based line (text) or row (grid) of the source. */
  line: number;
  repairs: string[];
  /** 全年预计完成情况 of a monitoring form, as printed. */
  forecast?: number | string | null;
  /** 完成目标可能性: 确定能, 有可能, 完全不可能. */
  likelihood?: Likelihood | null;
  /** 偏差原因及改进措施, 备注 as printed, where the layout has such a column. */
  remark?: string | null;
  /** The cells of the source row as they were, with what each was taken for and where it stands. */
  cells?: ReadCell[];
  /** Cells that a person corrected. */
  corrected?: CorrectedCell[];
}

export interface ReadCell {
  /** The column's header word, as printed. */
  head: string;
  /** The column's role in the layout. */
  role: string;
  text: string;
  line: number;
}

/** Cells of a row that a person may correct (`reading-correction.ts`). */
export const correctableFields = ['level1', 'level2', 'name', 'operator', 'value', 'unit', 'weight', 'actual', 'score'] as const;
export type CorrectableField = (typeof correctableFields)[number];
export type CellValue = string | number | null;

/** A cell that a person corrected: what the machine had read, and the last word on it. */
export interface CorrectedCell {
  field: CorrectableField;
  read: CellValue;
  why: string;
  by: string;
  at: Instant;
}

export interface ReadProject {
  name: string;
  kind: DocumentKind;
  /** In 万元 whatever the form's unit. */
  budgetWan: number | null;
  goals: string[];
  indicators: ReadIndicator[];
  /** What a form that has two tables sets for several years, beside the year's. */
  longTerm?: { goals: string[]; indicators: ReadIndicator[] };
  /** Id of the layout it was read by (catalog/forms). */
  layout?: string;
  /** Line where the form of this project begins. */
  line?: number;
  /** The form's declared unit: 元 or 万元. */
  unit?: '元' | '万元' | null;
  /** Labelled cells of the form's head (主管部门, 资金总额, 其中: 财政拨款 …), as printed, with their lines. */
  fields?: { label: string; value: string; line: number }[];
}

export interface ReadWarning {
  code: string;
  line: number;
  message: string;
}

export interface ReadDocument {
  file: string;
  org: string | null;
  year: number | null;
  kind: DocumentKind;
  totals: { totalWan: number | null; basicWan: number | null; projectWan: number | null };
  projects: ReadProject[];
  warnings: ReadWarning[];
}

/** What the linter needs beside the reading: the text itself, line by line (1-based in findings). */
export interface DocumentSource {
  lines: string[];
  /** Money tables outside indicator rows (收入, 支出, 三公, 资产, 分配表), each cell with its line. */
  tables: { name: string; line: number; rows: { line: number; cells: string[] }[] }[];
}

/** How one cell or line may be mended. */
export interface CheckSuggestion {
  /** `certain`: the rule and the document leave nothing else; `possible`: one likely cause among others, and said so. */
  certainty: 'certain' | 'possible';
  line: number;
  /** The row and its cell, where what is mended is one that a person may correct in the reading; null: a place in the text. */
  name: string | null;
  field: CorrectableField | null;
  /** What stands there; null: nothing. */
  from: CellValue;
  /** What should stand there; null: nothing. */
  to: CellValue;
  message: string;
}

export interface CheckFinding {
  code: string;
  severity: 'error' | 'warning' | 'info';
  lines: number[];
  message: string;
  facts: Record<string, unknown>;
  suggestions: CheckSuggestion[];
}
