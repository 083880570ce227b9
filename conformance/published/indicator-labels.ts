// The hand-written answers to the published indicator rows: parsed once for the test and for the page of docs.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

/** How a row is answered: by a measure, by one that a person must choose, after a person split the cell, or by a person alone. */
export type LabelKind = 'measure' | 'unsettled' | 'several' | 'person';

export interface IndicatorLabel {
  document: string;
  /** 1-based through the document, in reading order. */
  row: number;
  kind: LabelKind;
  /** Measures that answer the row; for `person` the register that collects what is judged, `-` where none does. */
  answers: string[];
}

function labelOf(document: string, row: number, text: string): IndicatorLabel {
  if (text.startsWith('person ')) return { document, row, kind: 'person', answers: [text.slice(7).trim()] };
  if (text.startsWith('several '))
    return {
      document,
      row,
      kind: 'several',
      answers: text
        .slice(8)
        .split(',')
        .map((id) => id.trim()),
    };
  const unsettled = text.startsWith('? ');
  const answers = (unsettled ? text.slice(2) : text).split('|').map((id) => id.trim());
  return { document, row, kind: unsettled ? 'unsettled' : 'measure', answers };
}

export const indicatorLabels = (): IndicatorLabel[] =>
  Object.entries(
    parse(readFileSync(path.join(import.meta.dirname, 'indicator-labels.yaml'), 'utf8')) as Record<string, Record<string, string>>,
  ).flatMap(([document, rows]) => Object.entries(rows).map(([row, text]) => labelOf(document, Number(row), text)));
