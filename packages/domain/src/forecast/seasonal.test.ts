// Forecasts of series whose course is known, and the intervals' promise against years made by chance.
import { describe, expect, test } from 'vitest';
import { backTest, forecastSeasonal } from './seasonal.ts';

const season = [0.82, 0.78, 1.08, 1.05, 1.02, 1, 1.04, 1.01, 0.99, 1.02, 1.06, 1.13];
const grown = (months: number, yearly: number, noise: (t: number) => number = () => 1) =>
  Array.from({ length: months }, (_, t) => 1000 * (1 + yearly) ** (t / 12) * (season[t % 12] as number) * noise(t));

test('a pure season that grows 8 % a year goes on as it is', () => {
  const forecast = forecastSeasonal({ values: grown(48, 0.08), ahead: 36 });
  const expected = grown(84, 0.08).slice(48);
  forecast?.months.forEach(({ value }, i) => {
    expect(value / (expected[i] as number)).toBeCloseTo(1, 6);
  });
  expect(forecast?.years).toHaveLength(3);
  const sum = (from: number) => expected.slice(from, from + 12).reduce((a, b) => a + b, 0);
  expect((forecast?.years[2]?.value ?? 0) / sum(24)).toBeCloseTo(1, 6);
});
test('a step of policy that is known lifts what comes after it, and only that', () => {
  const values = grown(36, 0.05);
  const factors = Array.from({ length: 48 }, (_, t) => (t >= 42 ? 1.1 : 1));
  const [plain, stepped] = [forecastSeasonal({ values, ahead: 12 }), forecastSeasonal({ values, ahead: 12, factors })];
  expect((stepped?.months[5]?.value ?? 0) / (plain?.months[5]?.value ?? 1)).toBeCloseTo(1, 9);
  expect((stepped?.months[6]?.value ?? 0) / (plain?.months[6]?.value ?? 1)).toBeCloseTo(1.1, 9);
});
test('a step in mid-series that is stated is not taken for growth', () => {
  const factors = Array.from({ length: 60 }, (_, t) => (t >= 30 ? 1.2 : 1));
  const values = grown(48, 0.05).map((value, t) => value * (factors[t] as number));
  const forecast = forecastSeasonal({ values, ahead: 12, factors });
  expect((forecast?.months[11]?.value ?? 0) / ((grown(60, 0.05)[59] as number) * 1.2)).toBeCloseTo(1, 6);
});
test('less than two years, or a month of nothing, is no forecast; less than three no back-test', () => {
  expect(forecastSeasonal({ values: grown(23, 0.05), ahead: 12 })).toBeNull();
  expect(forecastSeasonal({ values: [...grown(35, 0.05), 0], ahead: 12 })).toBeNull();
  expect(backTest({ values: grown(35, 0.05), ahead: 12 })).toBeNull();
});
describe('with chance', () => {
  let state = 2024;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const noise = () => 1 + (random() + random() + random() + random() - 2) * 0.05;
  test('the back-test beats last year’s months where there is growth, and most months lie inside', () => {
    let [better, inside80, inside95] = [0, 0, 0];
    const series = 60;
    for (let n = 0; n < series; n += 1) {
      const test = backTest({ values: grown(60, 0.09, noise), ahead: 12 });
      if (!test) throw new Error('no back-test');
      if (test.monthError < test.naiveMonthError) better += 1;
      inside80 += test.inside80;
      inside95 += test.inside95;
    }
    expect(better / series).toBeGreaterThan(0.9);
    expect(inside80 / (series * 12)).toBeGreaterThan(0.68);
    expect(inside80 / (series * 12)).toBeLessThan(0.96);
    expect(inside95 / (series * 12)).toBeGreaterThan(0.88);
  });
  test('further ahead is wider', () => {
    const forecast = forecastSeasonal({ values: grown(48, 0.06, noise), ahead: 36 });
    const width = (i: number) => (forecast?.months[i]?.high80 ?? 0) / (forecast?.months[i]?.low80 ?? 1);
    expect(width(35)).toBeGreaterThanOrEqual(width(0));
    expect(forecast?.sigma).toBeGreaterThan(0);
  });
});
