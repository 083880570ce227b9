// Writes docs/forecast-backtest.md: what last year's forecast would have said, over books of invented cities. `node conformance/src/forecast-backtest.ts`
import { writeFileSync } from 'node:fs';
import { type ClearingStatement, fundEntries } from '@hengjian/city';
import { backTest, dayOfDate, FUND_ACCOUNTS, fundAccounts, type RegisterEntry, workingCalendarOf } from '@hengjian/domain';

const YEAR = 2025;
const calendar = workingCalendarOf([]);
/** What care follows, and ours does not know: a season of its own, and days worked beside it. */
const season = [1.02, 0.98, 1.05, 1.03, 1, 0.98, 1.02, 1.01, 0.97, 0.96, 1.01, 1.07];

const daysOf = (year: number, month: number): number => {
  let worked = 0;
  for (let day = dayOfDate(year, month, 1); day < dayOfDate(year, month + 1, 1); day += 1) if (calendar.isWorked(day)) worked += 1;
  return worked;
};

function statements(seed: number): ClearingStatement[] {
  return season.map((factor, m) => ({
    providerNo: 'H',
    month: `${YEAR}-${String(m + 1).padStart(2, '0')}`,
    settlementCount: 1,
    personCount: 1,
    totalFen: 0,
    fundFen: Math.round(9e9 * factor * (daysOf(YEAR, m + 1) / 21) ** 0.6 * (1 + 0.02 * Math.sin(seed * 7.3 + m))),
  }));
}

const rows: string[] = [];
const sums = { month: 0, sum: 0, naiveMonth: 0, naiveSum: 0, inside80: 0, inside95: 0, n: 0 };
for (let seed = 1; seed <= 10; seed += 1) {
  const entries = fundEntries(statements(seed), seed).map(
    ({ registerId, values }, n): RegisterEntry => ({
      entryId: `${seed}-${n}`,
      registerId,
      occurredOn: Number(registerId === FUND_ACCOUNTS ? values.monthEnd : values.approvedOn),
      recordedAt: 0,
      recordedBy: 'x',
      source: 'x',
      values,
      corrects: null,
      withdrawn: false,
    }),
  );
  for (const insurance of ['employee', 'resident']) {
    const own = fundAccounts(entries).filter((row) => row.insurance === insurance);
    const workingDays = own.map(({ month }) => daysOf(Number(month.slice(0, 4)), Number(month.slice(5))));
    const test = backTest({ values: own.map((row) => row.expenditureFen), ahead: 12, workingDays });
    if (!test) throw new Error('no back-test');
    const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
    rows.push(
      `| ${seed} | ${insurance} | ${percent(test.monthError)} | ${percent(test.naiveMonthError)} | ${percent(test.sumError)} | ${percent(test.naiveSumError)} | ${test.inside80} | ${test.inside95} |`,
    );
    sums.month += test.monthError;
    sums.sum += test.sumError;
    sums.naiveMonth += test.naiveMonthError;
    sums.naiveSum += test.naiveSumError;
    sums.inside80 += test.inside80;
    sums.inside95 += test.inside95;
    sums.n += 1;
  }
}
const mean = (value: number) => `${((value / sums.n) * 100).toFixed(1)} %`;
writeFileSync(
  new URL('../../docs/forecast-backtest.md', import.meta.url),
  `# Back-test of the forecast

Written by \`node conformance/src/forecast-backtest.ts\`. Books of ten invented cities, 2022 to 2025, two insurances each (\`packages/city/src/fund.ts\`);
the year 2025 is forecast from the three before it, and compared with what was booked. *Year before* copies the same month of 2024.
Invented books tell whether the method is sound, not how well it does on a bureau's own: the page *收支预测* shows the same for those.
Three years of history are the least that the season can be learnt from, so intervals are wide and not every month is inside.

| city | insurance | month: forecast | month: year before | sum: forecast | sum: year before | of 12 inside 80 % | of 12 inside 95 % |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}
| **mean** | | **${mean(sums.month)}** | ${mean(sums.naiveMonth)} | **${mean(sums.sum)}** | ${mean(sums.naiveSum)} | ${(sums.inside80 / sums.n).toFixed(1)} | ${(sums.inside95 / sums.n).toFixed(1)} |
`,
);
