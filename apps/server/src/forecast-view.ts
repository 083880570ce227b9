// What the fund will take in and pay, from its books: months, sums of years, what last year's forecast would have said.
import {
  backTest,
  dayOfDate,
  type ForecastMonth,
  forecastSeasonal,
  fundAccounts,
  monthAfter,
  monthsBetween,
  type SeasonalAsk,
  type WorkingCalendar,
} from '@hengjian/domain';
import { workingCalendar } from '@hengjian/store';
import type { z } from 'zod';
import { fundEntries } from './fund-view.ts';
import type { ForecastJson, forecastQuery } from './schemas/forecast.ts';
import type { Services } from './services.ts';

type Key = 'expenditureFen' | 'incomeFen';
type Side = ForecastJson['expenditure'];

/** Working days of a month; null where a day of it is not known. */
function daysOf(calendar: WorkingCalendar, month: string): number | null {
  const [year = 0, number = 1] = month.split('-').map(Number);
  let worked = 0;
  for (let day = dayOfDate(year, number, 1); day < dayOfDate(year, number + 1, 1); day += 1) {
    const one = calendar.isWorked(day);
    if (one === null) return null;
    if (one) worked += 1;
  }
  return worked;
}

/** Where holidays are not published yet, the mean of the same month of the years that are known. */
function filledDays(calendar: WorkingCalendar, months: readonly string[]): (number | null)[] {
  const known = months.map((month) => daysOf(calendar, month));
  return known.map((days, i) => {
    if (days !== null) return days;
    const same = known.filter((one, j): one is number => one !== null && months[j]?.slice(5) === months[i]?.slice(5));
    return same.length > 0 ? same.reduce((a, b) => a + b, 0) / same.length : null;
  });
}

const monthJson = (month: string, { value, low80, high80, low95, high95 }: ForecastMonth) => ({
  month,
  value: Math.round(value),
  low80: Math.round(low80),
  high80: Math.round(high80),
  low95: Math.round(low95),
  high95: Math.round(high95),
});

export async function forecastView(
  { home }: Pick<Services, 'home'>,
  { insurance, years, step = [] }: z.output<typeof forecastQuery>,
): Promise<ForecastJson> {
  const accounts = fundAccounts(await fundEntries({ home })).filter(({ account }) => account === 'pool');
  const insurances = [...new Set(accounts.map((row) => row.insurance))];
  const chosen = insurance && insurances.includes(insurance) ? insurance : null;
  const own = accounts.filter((row) => chosen === null || row.insurance === chosen);
  const booked = [...new Set(own.map(({ month }) => month))].sort();
  const [first, last] = [booked[0], booked[booked.length - 1]];
  const every = first && last ? monthsBetween(first, last) : [];
  // A month counts where every insurance has its book: half a sum is no sum.
  const complete = (month: string) => {
    const there = own.filter((row) => row.month === month);
    return there.length === (chosen === null ? insurances.length : 1);
  };
  const missing = every.filter((month) => !complete(month));
  const gap = missing[missing.length - 1];
  const months = every.filter((month) => gap === undefined || month > gap);
  const ahead = years * 12;
  const all = [...months, ...Array.from({ length: ahead }, (_, i) => monthAfter(last ?? '2000-01', i + 1))];
  const workingDays = filledDays(await workingCalendar(home.db), all);
  const steps = step.map((text) => ({ month: text.slice(0, 7), factor: 1 + Number(text.slice(8)) / 100 }));
  const factors = all.map((month) => steps.reduce((factor, one) => (month >= one.month ? factor * one.factor : factor), 1));
  const valuesOf = (key: Key) => months.map((month) => own.filter((row) => row.month === month).reduce((sum, row) => sum + row[key], 0));
  const sideOf = (key: Key): Side => {
    const values = valuesOf(key);
    // Steps are of what the fund pays; contributions do not follow working days.
    const ask: SeasonalAsk = key === 'expenditureFen' ? { values, ahead, workingDays, factors } : { values, ahead };
    const forecast = forecastSeasonal(ask);
    const test = backTest(ask);
    const lastYear = months.slice(-12);
    return {
      history: months.map((month, i) => ({ month, value: values[i] as number })),
      months: forecast?.months.map((one, i) => monthJson(monthAfter(last as string, i + 1), one)) ?? null,
      years: (forecast?.years ?? []).map((one, i) => monthJson(monthAfter(last as string, (i + 1) * 12), one)),
      parameters: forecast && { ...forecast.parameters },
      sigma: forecast?.sigma ?? null,
      backTest: test && {
        months: test.forecast.months.map((one, i) => ({
          ...monthJson(lastYear[i] as string, one),
          actual: test.actual[i] as number,
          lastYear: values[values.length - 24 + i] as number,
        })),
        monthError: test.monthError,
        sumError: test.sumError,
        naiveMonthError: test.naiveMonthError,
        naiveSumError: test.naiveSumError,
        inside80: test.inside80,
        inside95: test.inside95,
      },
    };
  };
  const [expenditure, income] = [sideOf('expenditureFen'), sideOf('incomeFen')];
  const now = own.filter((row) => row.month === last);
  let balance =
    now.length === 0 || now.some((row) => row.balanceFen === null) ? null : now.reduce((sum, row) => sum + (row.balanceFen ?? 0), 0);
  const balances = expenditure.years.flatMap((out, i) => {
    const into = income.years[i];
    if (balance === null || !into) return [];
    balance += into.value - out.value;
    return [{ month: out.month, balanceFen: balance, monthsPayable: out.value > 0 ? balance / (out.value / 12) : null }];
  });
  return { insurances, insurance: chosen, missing, daysKnown: workingDays.every((days) => days !== null), expenditure, income, balances };
}
