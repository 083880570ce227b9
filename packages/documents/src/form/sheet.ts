// A form as it is drawn, whatever file it goes into: tables of spanning cells on one grid of columns, a title, a block to sign.

export interface FormCell {
  text: string;
  across?: number;
  down?: number;
  /** A printed word of the form; else what was filled in. */
  label?: boolean;
  /** Long text stands at the left, words and figures in the middle. */
  left?: boolean;
}

export interface FormTable {
  /** Cells in order; places covered by a span from above or the left are left out. */
  rows: FormCell[][];
  /** Rows that repeat on every page the table goes over to. */
  headRows?: number;
}

export interface FormSheet {
  /** Short name, of the workbook's sheet. */
  name: string;
  title: string;
  /** （2024年度） below the title. */
  subtitle?: string;
  /** Lines above the table, at the left; the unit stands at the right of the last. */
  above: string[];
  unit: '万元';
  /** Parts of the width, one a column; every table of the form uses them. */
  widths: number[];
  tables: FormTable[];
  /** Lines below the table: who filled it in, who signs, the seal, the date. */
  sign: string[];
  landscape?: boolean;
}

export const label = (text: string, more: Partial<FormCell> = {}): FormCell => ({ text, label: true, ...more });
export const value = (text: string | number | null | undefined, more: Partial<FormCell> = {}): FormCell => ({
  text: `${text ?? ''}`,
  ...more,
});
export const long = (text: string, more: Partial<FormCell> = {}): FormCell => ({ text, left: true, ...more });

/** Runs of equal keys: at the first of a run its length, else 0. */
export function runs(keys: readonly string[]): number[] {
  const result = keys.map(() => 0);
  let start = 0;
  keys.forEach((key, index) => {
    if (index > 0 && key !== keys[start]) start = index;
    result[start] = (result[start] ?? 0) + 1;
  });
  return result;
}
