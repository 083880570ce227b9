import type { OverviewJson } from '@hengjian/server/schemas/overview.ts';
import { useNavigate } from '@tanstack/react-router';
import { wan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Chart } from '../../ui/chart.tsx';

const text = texts.overview;
const inWan = (fen: number) => Number((fen / 1_000_000).toFixed(2));

/** First and last day of `yyyy-MM`. */
const monthRange = (month: string) => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${last}` };
};

export function MonthPlot({ months }: { months: OverviewJson['byMonth'] }) {
  const t = useTexts();
  const navigate = useNavigate();
  const names = [t(text.fundPaid), t(text.inQuestion)] as const;
  return (
    <Chart
      height={250}
      label={t(text.byMonth)}
      onPick={(month) => void navigate({ to: '/findings', search: monthRange(month) })}
      option={{
        legend: {},
        tooltip: { trigger: 'axis', valueFormatter: (value) => `${Number(value).toFixed(2)} ${t(texts.common.wan)}` },
        xAxis: { type: 'category', name: t(texts.axes.month), data: months.map(({ month }) => month), axisTick: { show: false } },
        yAxis: [
          { type: 'value', name: t(texts.common.aside, { what: names[0], aside: t(texts.common.wan) }) },
          {
            type: 'value',
            name: t(texts.common.aside, { what: names[1], aside: t(texts.common.wan) }),
            splitLine: { show: false },
          },
        ],
        series: [
          {
            type: 'line',
            name: names[0],
            data: months.map((row) => inWan(row.fundPaidFen)),
            symbolSize: 5,
            lineStyle: { width: 2 },
          },
          {
            type: 'bar',
            name: names[1],
            yAxisIndex: 1,
            data: months.map((row) => inWan(row.amountFen)),
            barMaxWidth: 22,
            itemStyle: { opacity: 0.85 },
          },
        ],
      }}
    />
  );
}

const TOP = 10;

export type RuleOrder = 'amountFen' | 'count';

/** The foremost rules by money or by number; bars show what they are ordered by. */
export function RulePlot({ rules, by }: { rules: OverviewJson['byRule']; by: RuleOrder }) {
  const t = useTexts();
  const navigate = useNavigate();
  const top = [...rules]
    .sort((a, b) => b[by] - a[by])
    .slice(0, TOP)
    .reverse();
  return (
    <Chart
      height={250}
      label={t(text.byRule)}
      onPick={(_name, index) => {
        const rule = top[index];
        if (rule) void navigate({ to: '/findings', search: { rule: rule.ruleId } });
      }}
      option={{
        grid: { right: 72 },
        tooltip: { trigger: 'item' },
        xAxis: { type: 'value', name: t(texts.axes.wanAndFindings), axisLabel: { show: false }, splitLine: { show: false } },
        yAxis: {
          type: 'category',
          name: t(texts.axes.rule),
          data: top.map((rule) => rule.title),
          axisTick: { show: false },
          axisLine: { show: false },
          axisLabel: { width: 150, overflow: 'truncate' },
        },
        series: [
          {
            type: 'bar',
            data: top.map((rule) => ({
              value: rule[by],
              itemStyle: { color: rule.certainty === 'clear' ? '#1f5f9e' : '#b7791f' },
              label: {
                show: true,
                position: 'right' as const,
                formatter: `${wan(rule.amountFen)} · ${rule.count}`,
                color: '#5b6875',
              },
            })),
            barMaxWidth: 14,
          },
        ],
      }}
    />
  );
}
