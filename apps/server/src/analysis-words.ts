// A question as its address holds it, understood; and its answer as a table of words and numbers.
import {
  type AnalysisAsk,
  type AnalysisMeasure,
  type AnalysisRow,
  type AnalysisTable,
  analysisTables,
  analysisValue,
  areaWord,
  type Language,
  type SavedQuestion,
  unknownWords,
} from '@hengjian/domain';
import type { Names } from './names.ts';

/** Questions of more dimensions make tables that nobody reads. */
const MOST_DIMENSIONS = 4;

/** The question, and the words of it that name nothing. */
export function questionOf({ table, by, measure, from, to, where }: SavedQuestion): { ask: AnalysisAsk; unknown: string[] } {
  const filters = Map.groupBy(
    where.map((text) => text.split(/:(.*)/s)),
    ([name]) => name ?? '',
  );
  const ask = {
    table,
    by: by.slice(0, MOST_DIMENSIONS),
    measures: measure,
    from,
    to,
    where: Object.fromEntries([...filters].map(([name, parts]) => [name, parts.map(([, value]) => value ?? '')])),
  } as AnalysisAsk;
  return { ask, unknown: unknownWords(ask) };
}

export const measuresOf = (ask: AnalysisAsk): AnalysisMeasure[] => {
  const table: AnalysisTable = analysisTables[ask.table];
  return ask.measures.map((name) => table.measures[name] as AnalysisMeasure);
};

const units = {
  zh: { fen: '（元）', share: '（%）', count: '', days: '（天）', times: '（次）' },
  en: { fen: ' (yuan)', share: ' (%)', count: '', days: ' (days)', times: ' (times)' },
} as const;
const unknown = { zh: '未知', en: 'unknown' } as const;
const shown = (value: number | null, { unit }: AnalysisMeasure): number | null =>
  value === null
    ? null
    : unit === 'fen'
      ? Number((value / 100).toFixed(2))
      : unit === 'share'
        ? Number((value * 100).toFixed(4))
        : Number(value.toFixed(4));

/** Heads with their units, and rows: words of dimensions, then numbers; null is unknown. */
export async function answerTable(
  ask: AnalysisAsk,
  rows: readonly AnalysisRow[],
  names: Names,
  language: Language,
): Promise<{ heads: string[]; rows: (string | number | null)[][] }> {
  const [providers, areas] = [await names.providers(), await names.areas()];
  const table: AnalysisTable = analysisTables[ask.table];
  const measures = measuresOf(ask);
  const word = (dimension: string, key: string | null) =>
    key === null
      ? unknown[language]
      : dimension === 'provider'
        ? (providers.get(key)?.name ?? key)
        : table.dimensions[dimension]?.column === 'area'
          ? areaWord(areas, key)
          : (table.dimensions[dimension]?.values?.[key]?.[language] ?? key);
  return {
    heads: [
      ...ask.by.map((name) => table.dimensions[name]?.[language] ?? name),
      ...measures.map((one) => `${one[language]}${units[language][one.unit]}`),
    ],
    rows: rows.map(({ keys, parts }) => [
      ...keys.map((key, i) => word(ask.by[i] as string, key)),
      ...parts.map((part, i) => shown(analysisValue(part, measures[i] as AnalysisMeasure), measures[i] as AnalysisMeasure)),
    ]),
  };
}
