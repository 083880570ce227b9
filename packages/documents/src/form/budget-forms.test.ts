// The budget tables as Word and Excel, read back: amounts, totals and ratios by hand arithmetic, blanks where nothing is known.
import { scorecards } from '@hengjian/catalog';
import { type BudgetBook, dayOfDate, measuredCard } from '@hengjian/domain';
import { expect, test } from 'vitest';
import { gridOf } from '../read-document.ts';
import { writeBudget, writeBudgetWorkbook } from './budget-forms.ts';

const asOf = dayOfDate(2025, 12, 31);
const book: BudgetBook = {
  org: '云溪市医疗保障局',
  year: 2025,
  asOf,
  income: [
    { source: 'general', origin: 'central', fen: 700_000_000 },
    { source: '', origin: 'county', fen: 50_050_000 },
  ],
  spending: [
    { name: 'staff', budgetFen: 400_000_000, paidFen: 390_000_000 },
    { name: 'office', budgetFen: null, paidFen: null },
    { name: 'project', budgetFen: 300_000_000, paidFen: 240_000_000 },
  ],
  projects: [
    { name: '监管', budgetFen: 300_000_000, adjustmentFen: 20_000_000, adjustedFen: 320_000_000, receivedFen: null, paidFen: 240_000_000 },
  ],
  functions: [{ code: '2101506', basicFen: 0, projectFen: 300_000_000 }],
  economics: [{ code: '30201', basicFen: 100_000_000, projectFen: 20_000_000 }],
  threePublic: { kinds: [{ kind: 'reception', lastYearFen: 4_000_000, paidFen: 3_000_000 }], budgetFen: 5_000_000 },
  procurement: { methods: [], budgetFen: null },
  staffing: [
    { unit: '局机关', quota: 20, onDuty: 18, retired: null },
    { unit: '中心', quota: 30, onDuty: 30, retired: 2 },
  ],
  assets: [],
  cards: Object.values(scorecards).map((card) =>
    measuredCard(card, asOf, (id) =>
      id === 'staff-control-rate' ? { value: 103, numbers: '在职人数 103人；编制数 100人' } : { value: null, numbers: '' },
    ),
  ),
};

const rowsOf = async (bytes: Uint8Array, file: string): Promise<string[]> => {
  const grid = await gridOf(bytes, file);
  if (!grid.ok) throw new Error(JSON.stringify(grid.issues));
  return grid.value.rows.map((row) => row.cells.map(({ text }) => text.trim()).join('|'));
};

test.each([
  ['预算表.docx', writeBudget],
  ['预算表.xlsx', writeBudgetWorkbook],
] as const)('%s', async (file, write) => {
  const rows = await rowsOf(await write(book), file);
  const has = (pattern: RegExp) =>
    expect(
      rows.find((row) => pattern.test(row)),
      `${pattern}\n${rows.join('\n')}`,
    ).toBeDefined();
  has(/一般公共预算（中央）\|700\|人员经费\|400\|390/);
  has(/财政资金（县级）\|50\.05\|公用经费\|+/);
  // 700 + 50.05; 400 + 300; 390 + 240.
  has(/收入合计\|750\.05\|支出合计\|700\|630/);
  // 240 of 300 + 20 is 75 %, 80 is left; what was received nobody says.
  has(/监管\|300\|20\|320\|+240\|75%\|80/);
  has(/2101506\|医疗保障经办事务\|300\|0\|300/);
  has(/30201\|办公费\|120\|100\|20/);
  has(/公务接待费\|4\|+3\|-25%/);
  // 48 of 50.
  has(/合计\|50\|48\|2\|96%/);
  has(/在职人员控制率\|.*在职人数 103人；编制数 100人\|103%/);
  // 湖南: three points above cost 1.5 of 5.
  has(/在职人员控制率\|.*103%\|5\|3\.5/);
  has(/重点支出安排率\|.*没有台账数据/);
});
