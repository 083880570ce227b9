// One indicator over bodies and years: what was promised, what was reached. A click leads to the row it comes from.
import { inUnitOf } from '@hengjian/domain';
import type { LibraryEntryJson } from '@hengjian/server/schemas/plan-drafts.ts';
import { useNavigate } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useState } from 'react';
import { texts, useTexts } from '../../texts/index.ts';
import { Chart } from '../../ui/chart.tsx';
import type { ChartOption } from '../../ui/chart-props.ts';

const text = texts.drafts;
type Use = LibraryEntryJson['uses'][number];
type Valued = Use & { readonly wanted: number | null; readonly reached: number | null };
/** More bodies than this are no lines that anybody could follow. */
const MOST_LINES = 6;

export function UsesPlot({ entry }: { entry: LibraryEntryJson }) {
  const t = useTexts();
  const navigate = useNavigate();
  const rows = entry.uses
    .map((use): Valued => ({ ...use, wanted: inUnitOf(entry.unit, use, use.target), reached: inUnitOf(entry.unit, use, use.actual) }))
    .filter(({ wanted, reached }) => wanted !== null || reached !== null)
    .toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0));
  const years = [...new Set(rows.flatMap(({ year }) => year ?? []))];
  const [by, setBy] = useState<string>(years.length > 1 ? 'year' : 'body');
  const lines = linesOf(rows, years, { target: t(text.target), actual: t(text.actual) });
  const bars = rows.slice(-30);
  const open = ({ source }: Use) =>
    void (source.kind === 'document'
      ? navigate({ to: '/documents/$document', params: { document: source.id }, search: { line: String(source.line) } })
      : navigate({ to: '/plans/$plan', params: { plan: source.id } }));
  const quantity = entry.unit ? t(texts.common.aside, { what: t(text.value), aside: entry.unit }) : t(text.value);
  const byYear: ChartOption = {
    legend: {},
    tooltip: { trigger: 'axis' },
    xAxis: { type: 'category', name: t(texts.axes.year), data: years.map(String) },
    yAxis: { type: 'value', name: quantity, scale: true },
    series: lines,
  };
  const byBody: ChartOption = {
    legend: {},
    grid: { right: 24 },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: { type: 'value', name: quantity },
    yAxis: {
      type: 'category',
      name: t(texts.axes.body),
      data: bars.map((use) => `${use.year ?? ''} ${(use.org ?? use.project).slice(0, 14)}`),
    },
    series: [
      { type: 'bar', name: t(text.target), data: bars.map(({ wanted }) => wanted), barMaxWidth: 14 },
      { type: 'bar', name: t(text.actual), data: bars.map(({ reached }) => reached), barMaxWidth: 14 },
    ],
  };
  return (
    <>
      {years.length > 1 ? (
        <Segmented
          size="small"
          value={by}
          onChange={setBy}
          options={[
            { value: 'year', label: t(text.byYear) },
            { value: 'body', label: t(text.byBody) },
          ]}
        />
      ) : null}
      {by === 'year' && years.length > 1 ? (
        <Chart height={280} label={t(text.plot)} option={byYear} />
      ) : (
        <Chart
          height={Math.max(160, 70 + bars.length * 34)}
          label={t(text.plot)}
          option={byBody}
          onPick={(_, index) => {
            const use = bars[index];
            if (use) open(use);
          }}
        />
      )}
      <p className="hint">{t(by === 'year' ? text.plotLines : text.plotOpens)}</p>
    </>
  );
}

/** A line of results and a broken one of targets for each body; where a body has several rows in a year, the mean of them. */
function linesOf(
  rows: readonly Valued[],
  years: readonly number[],
  names: { target: string; actual: string },
): NonNullable<ChartOption['series']> & unknown[] {
  const bodies = [...Map.groupBy(rows, ({ org }) => org ?? '')].sort((a, b) => b[1].length - a[1].length).slice(0, MOST_LINES);
  const mean = (values: readonly (number | null)[]): number | null => {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  };
  return bodies.flatMap(([org, own]) =>
    (['wanted', 'reached'] as const)
      .filter((side) => own.some((row) => row[side] !== null))
      .map((side) => ({
        type: 'line' as const,
        name: `${org} ${side === 'wanted' ? names.target : names.actual}`.trim(),
        connectNulls: true,
        lineStyle: { type: side === 'wanted' ? ('dashed' as const) : ('solid' as const) },
        data: years.map((year) => mean(own.filter((row) => row.year === year).map((row) => row[side]))),
      })),
  );
}
