// The fund as the page, the report and the wall show it: books from the register, payments from the lake.
import {
  type AnalysisAsk,
  type AnalysisRow,
  type BureauParameterName,
  comparisonOf,
  currentEntries,
  explainGrowth,
  FUND_ACCOUNTS,
  FUND_BUDGETS,
  type FundLadder,
  type FundMonthAccount,
  fundAccounts,
  fundBudgets,
  fundLadderNames,
  fundStanding,
  monthAfter,
  monthsBetween,
  type RegisterEntry,
} from '@hengjian/domain';
import { bureauParameter, bureauRegion, registerStoreOf } from '@hengjian/store';
import { type FundJson, type FundQuery, fundDimensions, type GrowthJson } from './schemas/fund.ts';
import type { Services } from './services.ts';

type Asking = Pick<Services, 'home' | 'analysis' | 'now'>;
const MONTHS_SHOWN = 12;

/** The register's entries of the fund that are in force. */
export async function fundEntries({ home }: Pick<Services, 'home'>): Promise<RegisterEntry[]> {
  const registers = registerStoreOf(home.db);
  const each = await Promise.all([FUND_ACCOUNTS, FUND_BUDGETS].map((registerId) => registers.entries({ registerId })));
  return currentEntries(each.flat());
}

async function fundLadder({ home, now }: Pick<Services, 'home' | 'now'>): Promise<FundLadder> {
  const region = await bureauRegion(home.db);
  const today = Math.floor(now() / 86_400);
  const values = await Promise.all(
    fundLadderNames.map(
      async (name) => [name, (await bureauParameter(home.db, `fund.${name}` as BureauParameterName, region))(today)] as const,
    ),
  );
  return Object.fromEntries(values) as unknown as FundLadder;
}

/** Filters of the page as those of a question. */
export const fundWhere = (query: FundQuery): Record<string, string[]> =>
  Object.fromEntries(fundDimensions.flatMap((name) => (query[name] === undefined ? [] : [[name, [query[name] as string]]])));

const sums = ({ parts }: AnalysisRow) => ({
  settlements: parts[0]?.of ?? 0,
  totalFen: parts[1]?.of ?? 0,
  fundFen: parts[2]?.of ?? 0,
});

async function fundPeriod({ analysis }: Asking, query: FundQuery, accounts: readonly FundMonthAccount[]) {
  const claims = await analysis.months();
  const last = claims?.to ?? accounts[accounts.length - 1]?.month;
  if (!last) return { known: null, period: null };
  const first = claims?.from ?? (accounts[0]?.month as string);
  const to = query.to ?? last;
  const from = query.from ?? [first, monthAfter(to, 1 - MONTHS_SHOWN)].sort()[1] ?? first;
  return { known: { from: first, to: last }, period: { from, to } };
}

export async function fundView(asking: Asking, query: FundQuery): Promise<FundJson> {
  const { analysis } = asking;
  const entries = await fundEntries(asking);
  const ladder = await fundLadder(asking);
  const accounts = fundAccounts(entries);
  const budgets = fundBudgets(entries);
  const { known, period } = await fundPeriod(asking, query, accounts);
  if (!period) return { known: null, period: null, months: [], parts: [], standings: [], ladder: { ...ladder } };
  const where = fundWhere(query);
  const question = (by: string[]): AnalysisAsk => ({
    table: 'settlement',
    by,
    measures: ['settlements', 'total', 'fund'],
    ...period,
    where,
  });
  const byMonth = new Map((await analysis.ask(question(['month']))).map((row) => [row.keys[0], sums(row)]));
  const parts = [];
  for (const dimension of fundDimensions) {
    const rows = (await analysis.ask(question([dimension]))).map((row) => ({ key: row.keys[0] ?? null, ...sums(row) }));
    parts.push({ dimension, rows: rows.sort((a, b) => b.fundFen - a.fundFen) });
  }
  // The books know insurance and nothing finer: any other filter leaves them out.
  const bookish = Object.keys(where).every((name) => name === 'insurance');
  const booked = accounts.filter((row) => row.account === 'pool' && (query.insurance === undefined || row.insurance === query.insurance));
  const insurances = [...new Set(accounts.map((row) => row.insurance))];
  return {
    known,
    period,
    months: monthsBetween(period.from, period.to).map((month) => {
      const settled = byMonth.get(month);
      const rows = bookish ? booked.filter((row) => row.month === month) : [];
      const book = (key: 'incomeFen' | 'expenditureFen' | 'balanceFen') =>
        rows.length === 0 || rows.some((row) => row[key] === null) ? null : rows.reduce((sum, row) => sum + (row[key] ?? 0), 0);
      return {
        month,
        settledFundFen: settled?.fundFen ?? null,
        settledTotalFen: settled?.totalFen ?? null,
        incomeFen: book('incomeFen'),
        expenditureFen: book('expenditureFen'),
        balanceFen: book('balanceFen'),
      };
    }),
    parts,
    standings: insurances.flatMap((insurance) => {
      const standing = fundStanding(accounts, budgets, insurance, period.to, ladder);
      return standing ? [{ ...standing, signals: [...standing.signals] }] : [];
    }),
    ladder: { ...ladder },
  };
}

/** Why the fund's payments of the period differ from those of the period it is compared with. */
export async function growthView(asking: Asking, query: FundQuery): Promise<GrowthJson> {
  const { known, period } = await fundPeriod(asking, query, []);
  const comparison = known && period ? comparisonOf(period, known) : null;
  if (!comparison) return null;
  const use = async (months: { from: string; to: string }) => {
    const measures = ['settlements', 'total', 'fund'];
    const question = { table: 'settlement', by: [], ...months, where: fundWhere(query) } as const;
    const [sum] = await asking.analysis.ask({ ...question, measures });
    const [people] = await asking.analysis.ask({ ...question, measures: ['people'] });
    const { settlements: visits, totalFen, fundFen } = sum ? sums(sum) : { settlements: 0, totalFen: 0, fundFen: 0 };
    return { people: people?.parts[0]?.of ?? 0, visits, totalFen, fundFen };
  };
  const was = await use(comparison.before);
  const is = await use(comparison.now);
  const { changeFen, rate, parts } = explainGrowth(was, is);
  return { ...comparison, was, is, changeFen, rate, parts: parts && [...parts] };
}
