// Forecasts against arithmetic done by hand, and the interval's promise against years made by chance.
import { describe, expect, test } from 'vitest';
import { type Forecast, forecastYear, likelihoodOf } from './forecast.ts';

describe('a flow', () => {
  test('an even pace goes on: 70 by July is 120 by December, and no month stands off it', () => {
    const forecast = forecastYear([10, 20, 30, 40, 50, 60, 70], 'flow');
    expect(forecast?.value).toBeCloseTo(120, 9);
    expect(forecast?.low).toBeCloseTo(120, 9);
    expect(forecast).toMatchObject({ by: 'pace' });
  });
  test('last year’s course: 30 of 100 stood there in July, so 33 now is 110', () => {
    const before = [5, 9, 13, 17, 21, 25, 30, 40, 55, 70, 85, 100];
    const now = before.slice(0, 7).map((value) => value * 1.1);
    expect(forecastYear(now, 'flow', before)?.value).toBeCloseTo(110, 9);
    expect(forecastYear(now, 'flow', before)?.by).toBe('season');
  });
  test('December is done; nothing known is no forecast; it never falls below what stands', () => {
    expect(
      forecastYear(
        Array.from({ length: 12 }, (_, i) => i + 1),
        'flow',
      ),
    ).toEqual({ value: 12, low: 12, high: 12, by: 'done' });
    expect(forecastYear([null, null], 'flow')).toBeNull();
    expect(forecastYear([0, 0, 50], 'flow')?.low).toBeGreaterThanOrEqual(0);
  });
  test('four in five years of chance end inside the interval', () => {
    let state = 12345;
    const random = () => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return state / 4294967296;
    };
    let inside = 0;
    const years = 2000;
    for (let year = 0; year < years; year += 1) {
      const rates = Array.from({ length: 12 }, () => 10 + (random() + random() + random() - 1.5) * 8);
      const totals = rates.map((_, month) => rates.slice(0, month + 1).reduce((a, b) => a + b, 0));
      const forecast = forecastYear(totals.slice(0, 7), 'flow') as Forecast;
      const end = totals[11] as number;
      if (end >= forecast.low && end <= forecast.high) inside += 1;
    }
    // With seven months the spread itself is uncertain, so somewhat fewer than the eighty of a known spread.
    expect(inside / years).toBeGreaterThan(0.7);
    expect(inside / years).toBeLessThan(0.9);
  });
});
test('a level stays, wider the longer the way', () => {
  const july = forecastYear([90, 92, 91, 93, 92, 94, 93], 'level') as Forecast;
  const november = forecastYear([90, 92, 91, 93, 92, 94, 93, 92, 93, 92, 93], 'level') as Forecast;
  expect(july.value).toBe(93);
  expect(july.high - july.low).toBeGreaterThan(november.high - november.low);
});
describe('whether it will be reached', () => {
  const between = (low: number, high: number): Forecast => ({ value: (low + high) / 2, low, high, by: 'pace' });
  test.each([
    ['≥', 100, 101, 120, 'certain'],
    ['≥', 100, 90, 110, 'possible'],
    ['≥', 100, 70, 99, 'impossible'],
    ['≤', 8, 3, 7, 'certain'],
    ['≤', 8, 6, 12, 'possible'],
    ['≤', 0, 1, 4, 'impossible'],
    ['=', 100, 100, 100, 'certain'],
    ['=', 100, 90, 110, 'possible'],
    ['=', 100, 80, 90, 'impossible'],
  ] as const)('%s %d, between %d and %d: %s', (operator, target, low, high, likelihood) => {
    expect(likelihoodOf(between(low, high), operator, target)).toBe(likelihood);
  });
});
