// The answer of a question as a plot: the first measure along the first dimension, one series a value of the second.
import { type AnalysisMeasure, type AnalysisTable, type AnalysisTableName, analysisTables } from '@hengjian/domain';
import type { AnalysisJson } from '@hengjian/server/schemas/analysis.ts';
import { useGet } from '../../api.ts';
import { type Text, texts, useSpeech } from '../../texts/index.ts';
import { useAreaWord } from '../../ui/areas.ts';
import { Chart } from '../../ui/chart.tsx';

export interface Asked {
  readonly table: AnalysisTableName;
  readonly by: readonly string[];
  readonly measure: readonly string[];
}

/** Money a head or a case in yuan, sums in ten thousands of it. */
const unitOf = ({ table }: AnalysisTable, { unit, of, over }: AnalysisMeasure): Text =>
  unit === 'fen'
    ? texts.common[over ? 'yuan' : 'wan']
    : unit === 'share'
      ? ['%', '%']
      : unit === 'count'
        ? texts.axes[of.take === 'distinct' ? 'people' : table === 'line' ? 'lines' : 'cases']
        : texts.axes[unit === 'days' ? 'days' : 'each'];

const PLOTTED = 24;
const SERIES = 6;

/** Words for the values of a question's dimensions. */
export function useAnswerWords(table: AnalysisTableName): (name: string, key: string | null | undefined) => string {
  const { t, language } = useSpeech();
  const of: AnalysisTable = analysisTables[table];
  const providers = useGet<{ providerNo: string; name: string | null }[]>('/api/providers');
  const names = new Map((providers.data ?? []).map((row) => [row.providerNo, row.name]));
  const area = useAreaWord();
  return (name, key) =>
    key === null || key === undefined
      ? t(texts.common.unknown)
      : name === 'provider'
        ? (names.get(key) ?? key)
        : of.dimensions[name]?.column === 'area'
          ? area(key)
          : (of.dimensions[name]?.values?.[key]?.[language] ?? key);
}

/** Nothing for a question of no dimension or of more than two. */
export function AnswerPlot({ asked, data, height = 240 }: { asked: Asked; data: AnalysisJson; height?: number }) {
  const { t, language } = useSpeech();
  const word = useAnswerWords(asked.table);
  const of: AnalysisTable = analysisTables[asked.table];
  const first = of.measures[asked.measure[0] ?? ''];
  if (!first || asked.by.length === 0 || asked.by.length > 2) return null;
  const { rows } = data;
  const scaled = (value: number | null | undefined) =>
    value === null || value === undefined
      ? null
      : Number((first.unit === 'fen' ? value / (first.over ? 100 : 1_000_000) : first.unit === 'share' ? value * 100 : value).toFixed(3));
  const unit = t(unitOf(of, first));
  const along = [...new Set(rows.map(({ keys }) => keys[0] ?? null))].slice(0, PLOTTED);
  const series = asked.by.length > 1 ? [...new Set(rows.map(({ keys }) => keys[1] ?? null))].slice(0, SERIES) : [undefined];
  return (
    <Chart
      height={height}
      label={first[language]}
      option={{
        legend: {},
        tooltip: { trigger: 'axis' },
        xAxis: {
          type: 'category',
          name: of.dimensions[asked.by[0] ?? '']?.[language] ?? '',
          data: along.map((key) => word(asked.by[0] ?? '', key)),
        },
        yAxis: {
          type: 'value',
          name: t(texts.common.aside, { what: first[language], aside: unit }),
        },
        series: series.map((second) => ({
          type: 'bar' as const,
          name: second === undefined ? first[language] : word(asked.by[1] ?? '', second),
          barMaxWidth: 26,
          data: along.map((key) =>
            scaled(rows.find(({ keys }) => (keys[0] ?? null) === key && (second === undefined || (keys[1] ?? null) === second))?.values[0]),
          ),
        })),
      }}
    />
  );
}
