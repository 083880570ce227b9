import { expect, it } from 'vitest';
import { fitted, linesOf } from './fitted.ts';

/** Every letter ten px wide. */
const measure = (text: string) => text.length * 10;
const axes = { xAxis: { type: 'category' as const, name: 'Month' }, yAxis: { type: 'value' as const, name: 'Amount' } };
const series = (...names: string[]) => names.map((name) => ({ type: 'line' as const, name }));

it('breaks a legend into lines as wide as the plot', () => {
  // a sign of 14 px, 5 px, three letters: 49 px each, 12 px between them
  expect(linesOf(['abc', 'abc'], 110, measure)).toBe(1);
  expect(linesOf(['abc', 'abc'], 109, measure)).toBe(2);
  expect(linesOf(['a name wider than the plot', 'abc'], 100, measure)).toBe(2);
});

it('makes room for every line of the legend, and for none where one series needs none', () => {
  const top = (width: number, ...names: string[]) =>
    (fitted({ ...axes, legend: {}, series: series(...names) }, width, measure).grid as { top: number }).top;
  const [one, two] = [top(600, 'income', 'expenditure'), top(200, 'income', 'expenditure')];
  expect(two).toBeGreaterThan(one);
  expect(top(600, 'income')).toBeLessThan(one);
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
