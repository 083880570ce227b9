// The plots of the page. SVG, so that they print sharp.
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { ChartOption, ChartProps } from './chart-props.ts';

use([BarChart, LineChart, ScatterChart, GridComponent, TooltipComponent, LegendComponent, SVGRenderer]);

const base: ChartOption = {
  color: ['#1f5f9e', '#c0392b', '#2e8b72', '#b7791f', '#6b5b95'],
  textStyle: { fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif', fontSize: 12 },
  animation: false,
};

/**
 * On a plot as narrow as this (px) the legend keeps to one line that is leafed through, with room for the axis's name under it, and names
 * of bars stand aslant: side by side they would lie over each other.
 */
const NARROW = 480;
const one = <T extends object>(of: T | T[] | undefined): T | undefined => (Array.isArray(of) ? of[0] : of);
function fitted(option: ChartOption, width: number): ChartOption {
  const whole = { ...base, ...option };
  if (width >= NARROW) return whole;
  const [legend, grid, axis] = [one(option.legend), one(option.grid), one(option.xAxis)];
  if (legend) {
    whole.legend = { ...legend, type: 'scroll', itemWidth: 14, itemHeight: 9, itemGap: 8 };
    if (typeof grid?.top === 'number') whole.grid = { ...grid, top: grid.top + 14 };
  }
  if (axis?.type === 'category' && axis.axisLabel?.interval === 0)
    whole.xAxis = { ...axis, axisLabel: { ...axis.axisLabel, rotate: 60, width: 76, overflow: 'truncate' } };
  return whole;
}

export default function Drawn({ option, height, label, onPick }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  const text = JSON.stringify(option);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const chart = init(element, undefined, { renderer: 'svg' });
    chart.setOption(fitted(option, element.clientWidth));
    chart.on('click', (event) => pick.current?.(event.name, event.dataIndex as number));
    // With a view box the style sheet can scale the plot to paper.
    chart.on('finished', () => {
      element.querySelector('svg')?.setAttribute('viewBox', `0 0 ${chart.getWidth()} ${chart.getHeight()}`);
    });
    const resize = new ResizeObserver(() => {
      chart.resize();
      chart.setOption(fitted(option, element.clientWidth));
    });
    resize.observe(element);
    return () => {
      resize.disconnect();
      chart.dispose();
    };
  }, [text]);
  return <div ref={box} role="img" aria-label={label} style={{ height, cursor: onPick ? 'pointer' : undefined }} />;
}
