import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { format, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { expect, it } from 'vitest';
import { fitted, linesOf } from './fitted.ts';

use([BarChart, LineChart, GridComponent, LegendComponent, SVGRenderer]);

/** Every letter ten px wide. */
const measure = (text: string) => text.length * 10;
const axes = { xAxis: { type: 'category' as const, name: 'Month' }, yAxis: { type: 'value' as const, name: 'Amount' } };
const series = (...names: string[]) => names.map((name) => ({ type: 'line' as const, name }));

it('breaks a legend into lines as wide as the plot', () => {
  // a sign of 14 px with a stroke of 2, 5 px, three letters: 51 px each, 12 px between them
  expect(linesOf(['abc', 'abc'], 114, measure)).toBe(1);
  expect(linesOf(['abc', 'abc'], 113, measure)).toBe(2);
  expect(linesOf(['a name wider than the plot', 'abc'], 100, measure)).toBe(2);
});

it('makes room for every line of the legend, and for none where one series needs none', () => {
  const top = (width: number, ...names: string[]) =>
    (fitted({ ...axes, legend: {}, series: series(...names) }, width, measure).grid as { top: number }).top;
  const [one, two] = [top(600, 'income', 'expenditure'), top(200, 'income', 'expenditure')];
  expect(two).toBeGreaterThan(one);
  expect(top(600, 'income')).toBeLessThan(one);
});

it('keeps every line of the legend that is drawn above the plot', () => {
  const names = ['人次', '人数', '总费用', '基金支付', '涉及金额'];
  const kinds = ['bar', 'line'] as const;
  for (let width = 180; width <= 700; width += 3)
    for (const count of [2, 3, 4, 5]) {
      const drawn = names.slice(0, count).map((name, i) => ({ type: kinds[Number(i > 1)] ?? 'bar', name }));
      const plot = init(null, null, { renderer: 'svg', ssr: true, width, height: 240 });
      const option = fitted({ ...axes, legend: {}, series: drawn }, width, (text) => format.getTextRect(text, '12px sans-serif').width);
      plot.setOption({ animation: false, ...option });
      const lines = [...plot.renderToSVGString().matchAll(/translate\([\d.]+ ([\d.]+)\)"[^>]*>([^<]+)</g)]
        .filter(([, , name = '']) => names.includes(name))
        .map(([, middle]) => Number(middle));
      plot.dispose();
      expect(lines).toHaveLength(count);
      expect(Math.max(...lines) + 6, `${count} names on ${width} px`).toBeLessThan((option.grid as { top: number }).top);
    }
});

it('leafs through a legend that would fill the plot', () => {
  const many = series(...Array.from({ length: 12 }, (_, n) => `a long name ${n}`));
  expect(fitted({ ...axes, legend: {}, series: many }, 300, measure).legend).toMatchObject({ type: 'scroll' });
});

it('stands the names of two vertical axes on end where the plot is narrow', () => {
  const two = { ...axes, yAxis: [axes.yAxis, { type: 'value' as const, name: 'Balance' }], series: series('a', 'b') };
  expect(fitted(two, 340, measure).yAxis).toMatchObject([{ nameLocation: 'middle' }, { nameLocation: 'middle' }]);
  expect(fitted(two, 700, measure).yAxis).toMatchObject([{ nameTextStyle: { align: 'left' } }, { nameTextStyle: { align: 'right' } }]);
});

it('ends the name of an axis within the plot', () => {
  const name = '费用消耗指数（按病种、年龄、性别、合并症调整）（实际 ÷ 预期）';
  const shown = (width: number): string => {
    const plot = init(null, null, { renderer: 'svg', ssr: true, width, height: 240 });
    const option = { ...axes, yAxis: { type: 'value' as const, name }, series: series('a') };
    plot.setOption({ animation: false, ...fitted(option, width, measure) });
    const text = />(费用消耗[^<]*)</.exec(plot.renderToSVGString())?.[1] ?? '';
    plot.dispose();
    return text;
  };
  expect(shown(900)).toBe(name);
  expect(shown(300)).toMatch(/^费用消耗指数.*\.{3}$/);
  expect(format.getTextRect(shown(300), '12px sans-serif').width).toBeLessThan(300 - 40);
});
