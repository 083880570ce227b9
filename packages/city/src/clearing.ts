/**
 * What the clearing desk of the city knows: the settlements of every institution's month, added up from the rows that the institutions
 * themselves wrote, refunds taken off. The bureau's statements come from here, never from the lake.
 */
import { dayOfDate } from '@hengjian/domain';
import { Random } from './random.ts';
import type { SampleEntry } from './registers/desk.ts';
import { columns, type ExtractTable, type Sink } from './writer.ts';

export interface ClearingStatement {
  providerNo: string;
  /** yyyy-MM */
  month: string;
  settlementCount: number;
  personCount: number;
  totalFen: number;
  fundFen: number;
}

const names = columns.setl.split(',');
const at = (name: string) => names.indexOf(name);
const [PERSON, PROVIDER, TIME, TOTAL, FUND, REFUND] = [
  at('psn_no'),
  at('fixmedins_code'),
  at('setl_time'),
  at('medfee_sumamt'),
  at('fund_pay_sumamt'),
  at('refd_setl_flag'),
] as const;
/** Yuan with two decimals as the rows have them; no cell of this table holds a comma. */
const fen = (yuan: string): number => Math.round(Number(yuan) * 100);

/** A sink that passes everything on and adds up the settlements. */
export function clearingSink(inner: Sink): Sink & { statements(): ClearingStatement[] } {
  const sums = new Map<string, Omit<ClearingStatement, 'personCount'> & { people: Set<string> }>();
  return {
    row(table: ExtractTable, row: string) {
      inner.row(table, row);
      if (table !== 'setl') return;
      const cells = row.split(',');
      const [providerNo = '', month = ''] = [cells[PROVIDER], cells[TIME]?.slice(0, 7)];
      const key = `${month} ${providerNo}`;
      const sum = sums.get(key) ?? { providerNo, month, settlementCount: 0, totalFen: 0, fundFen: 0, people: new Set() };
      sum.totalFen += fen(cells[TOTAL] ?? '');
      sum.fundFen += fen(cells[FUND] ?? '');
      if (cells[REFUND] !== '1') {
        sum.settlementCount += 1;
        sum.people.add(cells[PERSON] ?? '');
      }
      sums.set(key, sum);
    },
    close: () => inner.close(),
    abandon: () => inner.abandon(),
    statements: () =>
      [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { people, ...sum }]) => ({ ...sum, personCount: people.size })),
  };
}

/** A settlement that is stated and never arrived. */
const LOST = { totalFen: 18_650, fundFen: 9_820 };

/**
 * The statements as entries of the bureau's register. Not spotless: two months state a settlement that never arrived, and one statement
 * is missing.
 */
export function clearingEntries(statements: readonly ClearingStatement[], seed: number): SampleEntry[] {
  const random = new Random(seed, 'registers', 'clearing');
  const odd = new Set<number>();
  while (odd.size < Math.min(3, statements.length)) odd.add(random.int(0, statements.length - 1));
  const [missing, ...lost] = odd;
  return statements.flatMap(({ month, providerNo, ...sum }, n) => {
    if (n === missing) return [];
    const more = lost.includes(n) ? { settlementCount: 1, ...LOST } : { settlementCount: 0, totalFen: 0, fundFen: 0 };
    return {
      registerId: 'clearing-statements',
      values: {
        monthEnd: dayOfDate(Number(month.slice(0, 4)), Number(month.slice(5)) + 1, 1) - 1,
        providerNo,
        settlementCount: sum.settlementCount + more.settlementCount,
        personCount: sum.personCount,
        totalFen: sum.totalFen + more.totalFen,
        fundFen: sum.fundFen + more.fundFen,
        note: null,
      },
    };
  });
}
