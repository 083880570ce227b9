// One's value among its like against how much is counted: the fewer, the further off chance alone may carry it.
import { FUNNEL_STRANGE, FUNNEL_WATCH, type FunnelMark } from '@hengjian/domain';
import { Tag } from 'antd';
import { count, DASH, share, yuan } from '../format.ts';
import { type Text, texts, useTexts } from '../texts/index.ts';
import { Chart } from './chart.tsx';

const text = texts.benchmarks;
const colours: Record<FunnelMark, string> = {
  high: 'red',
  low: 'purple',
  'watch-high': 'orange',
  'watch-low': 'geekblue',
  within: 'default',
  small: 'default',
  unrecorded: 'default',
};
const dots: Record<FunnelMark, string> = {
  high: '#c0392b',
  low: '#6b5b95',
  'watch-high': '#b7791f',
  'watch-low': '#4a76a8',
  within: '#1f5f9e',
  small: '#c3cbd4',
  unrecorded: '#c3cbd4',
};

export function FunnelTag({ of }: { of: FunnelMark }) {
  const t = useTexts();
  return <Tag color={colours[of]}>{t(text[of])}</Tag>;
}

export type FunnelUnit = 'fen' | 'days' | 'share' | 'index' | 'times' | 'number';
export const funnelValue = (unit: FunnelUnit, value: number | null): string =>
  value === null ? DASH : unit === 'fen' ? yuan(Math.round(value)) : unit === 'share' ? share(value, 2) : value.toFixed(2);
const units: Readonly<Record<FunnelUnit, Text | null>> = {
  fen: texts.common.yuan,
  share: ['%', '%'],
  days: texts.axes.days,
  times: texts.axes.each,
  index: texts.axes.ratio,
  number: null,
};
/** The unit that `funnelValue` leaves out: a share has its sign, a ratio has none. */
export const funnelUnit = (unit: FunnelUnit): Text | null => (unit === 'share' || unit === 'index' ? null : units[unit]);
const plotted = (unit: FunnelUnit, value: number): number =>
  Number((unit === 'fen' ? value / 100 : unit === 'share' ? value * 100 : value).toFixed(3));

export interface FunnelPoint {
  readonly n: number;
  readonly value: number | null;
  readonly mark: FunnelMark;
  readonly name: string;
  /** Drawn larger: the one the page is about. */
  readonly own?: boolean;
}

interface Shown {
  readonly centre: number | null;
  readonly spread: number | null;
  readonly points: readonly FunnelPoint[];
  readonly unit: FunnelUnit;
  readonly label: string;
  /** What is counted along the axis, what a point is. */
  readonly counted: string;
  readonly member: string;
  readonly height?: number;
}

const STEPS = 60;

export function FunnelPlot({ centre, spread, points, unit, label, counted, member, height = 320 }: Shown) {
  const t = useTexts();
  const aside = units[unit];
  const most = Math.max(10, ...points.map((row) => row.n)) * 1.05;
  const at = (z: number) =>
    centre === null || spread === null
      ? []
      : Array.from({ length: STEPS }, (_, i) => {
          // dense where the funnel is narrow
          const n = Math.max(3, most * ((i + 1) / STEPS) ** 2);
          const value = centre + (z * spread) / Math.sqrt(n);
          return [Math.round(n), plotted(unit, unit === 'days' ? value : Math.max(0, value))];
        });
  const limit = (name: string, z: number, colour: string) => ({
    type: 'line' as const,
    name,
    data: at(z),
    showSymbol: false,
    silent: true,
    lineStyle: { width: 1, type: 'dashed' as const, color: colour },
    itemStyle: { color: colour },
  });
  return (
    <Chart
      height={height}
      label={label}
      option={{
        legend: {},
        grid: { right: 24 },
        tooltip: { trigger: 'item' },
        xAxis: { type: 'value', name: counted },
        yAxis: {
          type: 'value',
          scale: true,
          name: aside ? t(texts.common.aside, { what: label, aside: t(aside) }) : label,
        },
        series: [
          limit(t(text.watch), FUNNEL_WATCH, '#b7791f'),
          limit(t(text.watch), -FUNNEL_WATCH, '#b7791f'),
          limit(t(text.strange), FUNNEL_STRANGE, '#c0392b'),
          limit(t(text.strange), -FUNNEL_STRANGE, '#c0392b'),
          { ...limit(t(text.peers), 0, '#5b6875'), lineStyle: { width: 1, color: '#5b6875' } },
          {
            type: 'scatter',
            name: member,
            data: points.flatMap(({ n, value, mark, name, own }) =>
              value === null
                ? []
                : [
                    {
                      value: [n, plotted(unit, value)],
                      name: `${name} ${count(n)} · ${funnelValue(unit, value)}`,
                      symbolSize: own ? 18 : 9,
                      itemStyle: { color: dots[mark], ...(own && { borderColor: '#1f2933', borderWidth: 2 }) },
                    },
                  ],
            ),
            tooltip: { formatter: '{b}' },
          },
        ],
      }}
    />
  );
}
