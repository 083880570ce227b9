// Several indicators in one plot over years and bodies: each on a scale of its own, so that households, yuan and per cent stand side by side.
import { type ComparisonScale, compareIndicators, comparisonScales } from '@hengjian/domain';
import type { LibraryEntryJson } from '@hengjian/server/schemas/plan-drafts.ts';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { texts, useTexts } from '../../texts/index.ts';
import { Chart } from '../../ui/chart.tsx';
import { Panel } from '../../ui/page.tsx';

const text = texts.drafts;
/** More columns than this nobody reads: the newest stay. */
const MOST_COLUMNS = 24;

export function ComparePlot({ entries, onClear }: { entries: readonly LibraryEntryJson[]; onClear: () => void }) {
  const t = useTexts();
  const [scale, setScale] = useState<ComparisonScale>('reached');
  const { columns, rows } = compareIndicators(entries, scale);
  const from = Math.max(0, columns.length - MOST_COLUMNS);
  const per = (value: number | null) => (value === null ? null : Number((value * 100).toFixed(1)));
  return (
    <Panel
      title={t(text.compared, { n: entries.length })}
      extra={
        <Button size="small" onClick={onClear}>
          {t(text.compareClear)}
        </Button>
      }
    >
      <Segmented
        size="small"
        value={scale}
        onChange={setScale}
        options={comparisonScales.map((value) => ({ value, label: t(text[`scale.${value}`]) }))}
      />
      {columns.length === 0 ? (
        <p className="faint">{t(text.compareNothing)}</p>
      ) : (
        <Chart
          height={320}
          label={t(text.compared, { n: entries.length })}
          option={{
            legend: {},
            tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
            xAxis: {
              type: 'category',
              name: t(texts.axes.body),
              data: columns.slice(from).map(({ year, org }) => `${year ?? ''}\n${(org ?? '').slice(0, 10)}`),
              axisLabel: { interval: 0 },
            },
            yAxis: { type: 'value', name: t(texts.common.aside, { what: t(text[`scale.${scale}`]), aside: '%' }) },
            series: rows.map(({ name, values }) => ({ type: 'bar', name, data: values.slice(from).map(per), barMaxWidth: 22 })),
          }}
        />
      )}
      <p className="hint">{t(text[`scaleHelp.${scale}`])}</p>
    </Panel>
  );
}
