// A year settled by disease group as a workbook: point values, institutions, groups, before and after side by side.
import { type SheetCell, type SheetPage, writeWorkbook } from '@hengjian/documents';
import { insuranceWords, ONE, PRICE_SCALE } from '@hengjian/domain';
import type { PaymentRowJson, PaymentTrialJson } from './schemas/payment.ts';

const yuan = (fen: number | null): SheetCell => ({ value: fen === null ? null : fen / 100, kind: 'number', format: '#,##0.00' });
const count = (value: number | null): SheetCell => ({ value, kind: 'number', format: '#,##0' });
const decimal = (value: number | null): SheetCell => ({ value: value === null ? null : value / ONE, kind: 'number', format: '0.0000' });
const heads = (names: readonly string[]) => names.map((value): SheetCell => ({ value, kind: 'head' }));
const titles = { institution: '机构', group: '病组', insurance: '险种' } as const;
const nameOf = (group: keyof typeof titles, { key, name }: PaymentRowJson) =>
  name ?? (group === 'insurance' ? ((insuranceWords as Record<string, { zh: string }>)[key]?.zh ?? '未知') : key || '未入组');

const columns = [
  '编码',
  '名称',
  '病例数',
  '入组数',
  '高倍率',
  '低倍率',
  '按费用支付',
  '病例组合指数（CMI）',
  '时间消耗指数',
  '费用消耗指数',
  '医疗费用（元）',
  '按项目基金支付（元）',
  '基金应付（调整前，元）',
  '与按项目相比（调整前，元）',
  '基金应付（调整后，元）',
  '调整后增减（元）',
  '已预付（元）',
  '扣款（元）',
  '尚应拨付（元）',
];

function line(group: keyof typeof titles, row: PaymentRowJson): SheetCell[] {
  const own = row.before ?? row.after;
  const [before, after] = [row.before?.dueFen ?? 0, row.after?.dueFen ?? 0];
  return [
    { value: row.key },
    { value: nameOf(group, row) },
    count(own?.cases ?? null),
    count(own?.grouped ?? null),
    count(own?.high ?? null),
    count(own?.low ?? null),
    count(own?.byCost ?? null),
    decimal(own?.cmi ?? null),
    decimal(own?.timeIndex ?? null),
    decimal(own?.costIndex ?? null),
    yuan(own?.costFen ?? null),
    yuan(own?.fundFen ?? null),
    yuan(before),
    yuan(before - (own?.fundFen ?? 0)),
    yuan(after),
    yuan(after - before),
    yuan(row.ahead?.prepaidFen ?? null),
    yuan(row.ahead?.deductedFen ?? null),
    yuan(row.ahead ? after - row.ahead.prepaidFen - row.ahead.deductedFen : null),
  ];
}

export function paymentWorkbook({ title, schemeTitle, year, by, all, values, groups }: PaymentTrialJson): Promise<Uint8Array> {
  const note = `以 ${year} 年已结算的住院病例逐例分组、计算。方案：${schemeTitle}。假定就医和收费行为不变。测算人：${by}。`;
  const page = (name: string, head: readonly string[], rows: SheetCell[][]): SheetPage => ({
    name,
    widths: head.map((one, i) => (i === 1 ? 30 : one.length > 10 ? 20 : 13)),
    headRows: 3,
    landscape: true,
    rows: [
      [{ value: `${title}：${name}`, kind: 'title', across: head.length }],
      [{ value: note, kind: 'note', across: head.length }],
      heads(head),
      ...rows,
    ],
  });
  return writeWorkbook([
    page(
      '费率与点值',
      [
        '险种',
        '病例数',
        '结算权重或分值',
        '年度预算（元）',
        '费率或点值（调整前，元）',
        '基金应付（调整前，元）',
        '费率或点值（调整后，元）',
        '基金应付（调整后，元）',
      ],
      values.map(({ before, after }): SheetCell[] => [
        { value: before.insurance === null ? '全部' : insuranceWords[before.insurance].zh },
        count(before.cases),
        decimal(before.points),
        yuan(before.budgetFen),
        { value: before.rate / PRICE_SCALE, kind: 'number', format: '#,##0.000000' },
        yuan(before.dueFen),
        { value: (after?.rate ?? 0) / PRICE_SCALE, kind: 'number', format: '#,##0.000000' },
        yuan(after?.dueFen ?? null),
      ]),
    ),
    page('合计', columns, [line('institution', { ...all, name: '合计' })]),
    ...groups.map(({ group, rows }) =>
      page(
        `按${titles[group]}`,
        columns,
        rows.map((row) => line(group, row)),
      ),
    ),
  ]);
}
