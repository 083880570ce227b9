// The plots of the page. SVG, so that they print sharp.
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { format, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { ChartOption, ChartProps } from './chart-props.ts';
import { fitted } from './fitted.ts';

use([BarChart, LineChart, ScatterChart, GridComponent, TooltipComponent, LegendComponent, SVGRenderer]);

const base = {
  color: ['#1f5f9e', '#c0392b', '#2e8b72', '#b7791f', '#6b5b95'],
  textStyle: { fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif', fontSize: 12 },
  animation: false,
};
const measure = (text: string) => format.getTextRect(text, `${base.textStyle.fontSize}px ${base.textStyle.fontFamily}`).width;
const laidOut = (option: ChartOption, width: number) => ({ ...base, ...fitted(option, width, measure) });

export default function Drawn({ option, height, label, onPick }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  const text = JSON.stringify(option);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const chart = init(element, undefined, { renderer: 'svg' });
    chart.setOption(laidOut(option, element.clientWidth));
    chart.on('click', (event) => pick.current?.(event.name, event.dataIndex as number));
    // With a view box the style sheet can scale the plot to paper.
    chart.on('finished', () => {
      element.querySelector('svg')?.setAttribute('viewBox', `0 0 ${chart.getWidth()} ${chart.getHeight()}`);
    });
    const resize = new ResizeObserver(() => {
      chart.resize();
      // anew: what a narrow plot was given would else stay when it grows wide
      chart.setOption(laidOut(option, element.clientWidth), true);
    });
    resize.observe(element);
    return () => {
      resize.disconnect();
      chart.dispose();
    };
  }, [text]);
  return <div ref={box} role="img" aria-label={label} style={{ height, cursor: onPick ? 'pointer' : undefined }} />;
}
