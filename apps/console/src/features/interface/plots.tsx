import type { TrafficJson } from '@hengjian/server/schemas/interface.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Chart } from '../../ui/chart.tsx';

const text = texts.interfaceTexts;
const two = (n: number) => String(n).padStart(2, '0');

/** Every step of the period, also those without a call, and how it reads: instants are the wall clock's and know no zone. */
function pointsOf({ from, to, step, points }: TrafficJson) {
  const known = new Map(points.map((point) => [point.at, point]));
  const all = [];
  for (let at = from; at < to; at += step) {
    const d = new Date(at * 1000);
    const [date, clock] = [`${d.getUTCMonth() + 1}-${two(d.getUTCDate())}`, `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`];
    all.push({ name: step >= 86_400 ? date : step >= 6 * 3600 ? `${date} ${clock}` : clock, point: known.get(at) });
  }
  return all;
}

export function TrafficPlot({ data }: { data: TrafficJson }) {
  const t = useTexts();
  const points = pointsOf(data);
  const bar = (name: string, of: (point: TrafficJson['points'][number]) => number) => ({
    type: 'bar' as const,
    stack: 'calls',
    name,
    barMaxWidth: 22,
    data: points.map(({ point }) => (point ? of(point) : 0)),
  });
  return (
    <Chart
      height={230}
      label={t(text.traffic)}
      option={{
        legend: {},
        tooltip: { trigger: 'axis' },
        xAxis: { type: 'category', name: t(texts.axes.time), data: points.map(({ name }) => name), axisTick: { show: false } },
        yAxis: { type: 'value', name: t(texts.axes.calls), minInterval: 1 },
        series: [
          bar(t(text.answeredCalls), (point) => point.calls - point.refused - point.failed),
          bar(t(text.refused), (point) => point.refused),
          bar(t(text.failed), (point) => point.failed),
        ],
      }}
    />
  );
}

export function LatencyPlot({ data }: { data: TrafficJson }) {
  const t = useTexts();
  const points = pointsOf(data);
  const line = (name: string, of: 'p50' | 'p95' | 'p99') => ({
    type: 'line' as const,
    name,
    symbolSize: 5,
    // an hour by itself has no line: its point must not be thinned out
    showAllSymbol: true,
    connectNulls: true,
    data: points.map(({ point }) => (point?.[of] ? Number(point[of].toFixed(2)) : null)),
  });
  return (
    <Chart
      height={230}
      label={t(text.latency)}
      option={{
        legend: {},
        tooltip: { trigger: 'axis', valueFormatter: (value) => (value == null ? '—' : t(text.ms, { n: Number(value) })) },
        xAxis: { type: 'category', name: t(texts.axes.time), data: points.map(({ name }) => name), axisTick: { show: false } },
        yAxis: { type: 'value', name: t(texts.axes.latency) },
        series: [line(t(text.median), 'p50'), line(t(text.p95), 'p95'), line(t(text.p99), 'p99')],
      }}
    />
  );
}

const TOP = 8;
export function RulePlot({ rules }: { rules: TrafficJson['byRule'] }) {
  const t = useTexts();
  const top = rules.slice(0, TOP).reverse();
  const bar = (name: string, of: (row: TrafficJson['byRule'][number]) => number) => ({
    type: 'bar' as const,
    stack: 'given',
    name,
    barMaxWidth: 16,
    data: top.map(of),
  });
  return (
    <Chart
      height={60 + 28 * Math.max(3, top.length)}
      label={t(text.byRule)}
      option={{
        legend: {},
        tooltip: { trigger: 'axis' },
        xAxis: { type: 'value', name: t(texts.axes.reminders), minInterval: 1 },
        yAxis: {
          type: 'category',
          name: t(texts.axes.rule),
          data: top.map(({ title }) => title),
          axisTick: { show: false },
          axisLabel: { width: 150, overflow: 'truncate' },
        },
        series: [
          bar(t(text.accepted), (row) => row.accepted),
          bar(t(text.overridden), (row) => row.overridden),
          bar(t(text.silent), (row) => row.given - row.accepted - row.overridden),
        ],
      }}
    />
  );
}
