// How subjects are spread with the thresholds as lines, and how many each value names.
import type { CalibrationJson } from '@hengjian/server/schemas/calibration.ts';
import { count } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Chart } from '../../ui/chart.tsx';
import { writeFact } from '../findings/facts.ts';

const text = texts.governance;
const HEIGHT = 260;
const IN_FORCE = '#c0392b';
const PICKED = '#b7791f';

type Spread = NonNullable<CalibrationJson['distribution']>;

/** Every value is a thin line, the one in force and the one picked are marked. */
export function SpreadPlot({ distribution, standing, picked }: { distribution: Spread; standing: number | null; picked: number }) {
  const t = useTexts();
  const { bins, places, form, subjects } = distribution;
  const tallest = Math.max(1, ...bins.map((bin) => bin.subjects));
  const written = (value: number) => writeFact({ value, form }, t) ?? '';
  const name = t(form === 'score' ? text.statistic_score : text.statistic_value);
  const color = (value: number) => (value === standing ? IN_FORCE : value === picked ? PICKED : '#9fb3c8');
  const marked = (value: number) => value === standing || value === picked;
  return (
    <Chart
      height={HEIGHT}
      label={t(text.spread, { n: count(subjects) })}
      option={{
        grid: { right: 24 },
        tooltip: { trigger: 'none' },
        xAxis: {
          type: 'value',
          name,
          min: bins[0]?.from ?? 0,
          max: bins.at(-1)?.to ?? 1,
          splitLine: { show: false },
          axisLabel: { formatter: written, hideOverlap: true, showMinLabel: false, showMaxLabel: false },
        },
        yAxis: {
          type: 'value',
          name: t(texts.axes.subjects),
          nameGap: 28,
          minInterval: 1,
          max: tallest,
          axisLine: { show: false },
          axisTick: { show: false },
        },
        series: [
          {
            type: 'line',
            step: 'end',
            symbol: 'none',
            silent: true,
            lineStyle: { width: 1 },
            areaStyle: { opacity: 0.25 },
            data: [...bins.map((bin) => [bin.from, bin.subjects]), ...(bins.at(-1) ? [[bins.at(-1)?.to ?? 0, 0]] : [])],
          },
          ...places.map(({ value, at }) => ({
            type: 'line' as const,
            symbol: 'circle',
            symbolSize: 1,
            silent: true,
            lineStyle: {
              width: marked(value) ? 2 : 1,
              color: color(value),
              type: marked(value) ? ('solid' as const) : ('dashed' as const),
            },
            data: [
              { value: [at, 0] },
              {
                value: [at, tallest],
                label: { show: marked(value), position: 'top' as const, formatter: String(value), color: color(value) },
              },
            ],
            showSymbol: true,
          })),
        ],
      }}
    />
  );
}

export function NamedPlot({
  candidates,
  picked,
  onPick,
}: {
  candidates: CalibrationJson['candidates'];
  picked: number;
  onPick: (value: number) => void;
}) {
  const t = useTexts();
  return (
    <Chart
      height={HEIGHT}
      label={t(text.namedAt)}
      onPick={(name) => onPick(Number(name))}
      option={{
        grid: { right: 24 },
        tooltip: { trigger: 'item' },
        xAxis: {
          type: 'category',
          name: t(text.candidate),
          data: candidates.map(({ value }) => String(value)),
          axisTick: { show: false },
        },
        yAxis: { type: 'value', name: t(texts.axes.findings), nameGap: 28, minInterval: 1 },
        series: [
          {
            type: 'bar',
            barMaxWidth: 34,
            data: candidates.map(({ value, inForce, findings }) => ({
              value: findings,
              itemStyle: { color: inForce ? IN_FORCE : value === picked ? PICKED : '#1f5f9e' },
              label: { show: true, position: 'top' as const, formatter: count(findings), color: '#5b6875' },
            })),
          },
        ],
      }}
    />
  );
}
