/**
 * The fund's books of the city: four years of income, expenditure and balance, invented from what its institutions settled in the last.
 * Believable, not spotless: the residents' fund lasts fewer months than it should, and its expenditure outgrows its income.
 */
import { dayOfDate, type Fen } from '@hengjian/domain';
import type { ClearingStatement } from './clearing.ts';
import { Random } from './random.ts';
import type { SampleEntry } from './registers/desk.ts';

interface Insurance {
  readonly id: 'employee' | 'resident';
  /** Part of what the fund pays. */
  readonly share: number;
  /** Income over expenditure in the last year, and how expenditure and income grow in one. */
  readonly margin: number;
  readonly growth: number;
  readonly incomeGrowth: number;
  /** Months of expenditure in hand at the end. */
  readonly monthsInHand: number;
  /** Of income: subsidy, interest, other; residents pay by the year, in its first quarter and the last. */
  readonly subsidy: number;
  readonly byMonth: readonly number[];
}
const even = Array.from({ length: 12 }, () => 1 / 12);
const insurances: readonly Insurance[] = [
  { id: 'employee', share: 0.46, margin: 1.07, growth: 0.075, incomeGrowth: 0.07, monthsInHand: 8.4, subsidy: 0.01, byMonth: even },
  {
    id: 'resident',
    share: 0.54,
    margin: 0.985,
    growth: 0.085,
    incomeGrowth: 0.035,
    monthsInHand: 4.3,
    subsidy: 0.62,
    byMonth: [0.2, 0.16, 0.1, 0.06, 0.05, 0.06, 0.07, 0.05, 0.06, 0.07, 0.06, 0.06],
  },
];
const YEARS = 4;
const cents = (value: number): Fen => Math.round(value / 100) * 100;

/** Books and budgets of the year of the statements and of the three before; none without twelve months of statements. */
export function fundEntries(statements: readonly ClearingStatement[], seed: number): SampleEntry[] {
  const months = [...new Set(statements.map(({ month }) => month))].sort();
  const last = months[months.length - 1];
  if (!last || months.length < 12) return [];
  const year = Number(last.slice(0, 4));
  const settled = Array.from({ length: 12 }, (_, m) =>
    statements.filter(({ month }) => month === `${year}-${String(m + 1).padStart(2, '0')}`).reduce((sum, one) => sum + one.fundFen, 0),
  );
  return insurances.flatMap((insurance) => booksOf(insurance, year, settled, new Random(seed, 'fund', insurance.id)));
}

function booksOf(insurance: Insurance, year: number, settled: readonly Fen[], random: Random): SampleEntry[] {
  const wobble = (by: number) => 1 + (random.next() - 0.5) * 2 * by;
  const total = settled.reduce((a, b) => a + b, 0) * insurance.share;
  const books = Array.from({ length: YEARS * 12 }, (_, n) => {
    const [back, m] = [YEARS - 1 - Math.floor(n / 12), n % 12];
    const out = (settled[m] as Fen) * insurance.share * (1 + insurance.growth) ** -back;
    const into = total * insurance.margin * (insurance.byMonth[m] as number) * (1 + insurance.incomeGrowth) ** -back;
    return { year: year - back, m, out: cents(out * (back === 0 ? 1 : wobble(0.025))), into: cents(into * wobble(0.015)) };
  });
  // The last balance is what the wish says; the ones before follow from it, backwards.
  let balance = cents((total / 12) * insurance.monthsInHand);
  const balances = new Array<Fen>(books.length);
  for (let n = books.length - 1; n >= 0; n -= 1) {
    const { into, out } = books[n] as (typeof books)[number];
    balances[n] = balance;
    balance += out - into;
  }
  const accounts = books.map(({ year: of, m, out, into }, n): SampleEntry => {
    const subsidyFen = cents(into * insurance.subsidy);
    const interestFen = cents((balances[n] as Fen) * 0.0015);
    return {
      registerId: 'fund-accounts',
      values: {
        monthEnd: dayOfDate(of, m + 2, 1) - 1,
        insurance: insurance.id,
        account: 'pool',
        contributionFen: into - subsidyFen - Math.min(interestFen, into - subsidyFen),
        subsidyFen,
        interestFen: Math.min(interestFen, into - subsidyFen),
        otherIncomeFen: 0,
        expenditureFen: out,
        balanceFen: balances[n] as Fen,
        note: null,
      },
    };
  });
  const budgets = Array.from({ length: YEARS }, (_, n): SampleEntry => {
    const of = year - YEARS + 1 + n;
    const sum = (key: 'into' | 'out') => books.filter((row) => row.year === of).reduce((all, row) => all + row[key], 0);
    return {
      registerId: 'fund-budgets',
      values: {
        approvedOn: dayOfDate(of, 2, 20),
        year: of,
        insurance: insurance.id,
        incomeFen: cents(sum('into') * wobble(0.02)),
        expenditureFen: cents(sum('out') * (insurance.id === 'resident' ? 0.97 : 1.02)),
        documentNo: null,
        note: null,
      },
    };
  });
  return [...accounts, ...budgets];
}
