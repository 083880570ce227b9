// One indicator over bodies and years: what was promised, what was reached.
import { convert } from '@hengjian/domain';
import type { LibraryEntryJson } from '@hengjian/server/schemas/plan-drafts.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Chart } from '../../ui/chart.tsx';

const text = texts.drafts;
type Use = LibraryEntryJson['uses'][number];

export function UsesPlot({ entry }: { entry: LibraryEntryJson }) {
  const t = useTexts();
  const inUnit = (value: Use['target'], { unit }: Use) =>
    typeof value !== 'number' ? null : unit === entry.unit ? value : (convert(value, unit, entry.unit)?.value ?? null);
  const rows = entry.uses
    .filter((use) => typeof use.target === 'number')
    .toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0))
    .slice(-30);
  return (
    <Chart
      height={Math.max(160, 70 + rows.length * 34)}
      label={t(text.plot)}
      option={{
        grid: { left: 8, right: 40, top: 34, bottom: 4, containLabel: true },
        legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 9 },
        tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
        xAxis: { type: 'value', name: entry.unit ?? '' },
        yAxis: { type: 'category', data: rows.map((use) => `${use.year ?? ''} ${(use.org ?? use.project).slice(0, 14)}`) },
        series: [
          { type: 'bar', name: t(text.target), data: rows.map((use) => inUnit(use.target, use)), barMaxWidth: 14 },
          { type: 'bar', name: t(text.actual), data: rows.map((use) => inUnit(use.actual, use)), barMaxWidth: 14 },
        ],
      }}
    />
  );
}
