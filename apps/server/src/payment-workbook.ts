// A year settled by disease group as a workbook: point values, institutions, groups, before and after side by side.
import { type SheetCell, type SheetPage, writeWorkbook } from '@hengjian/documents';
import { insuranceWords, type Language, ONE, PRICE_SCALE, rateOwnerWords, type Words } from '@hengjian/domain';
import type { PaymentRowJson, PaymentTrialJson } from './schemas/payment.ts';

const yuan = (fen: number | null): SheetCell => ({ value: fen === null ? null : fen / 100, kind: 'number', format: '#,##0.00' });
const count = (value: number | null): SheetCell => ({ value, kind: 'number', format: '#,##0' });
const decimal = (value: number | null): SheetCell => ({ value: value === null ? null : value / ONE, kind: 'number', format: '#,##0.0000' });
const heads = (words: readonly Words[], language: Language) => words.map((word): SheetCell => ({ value: word[language], kind: 'head' }));
const titles = {
  institution: { zh: '按机构', en: 'By institution' },
  group: { zh: '按病组', en: 'By group' },
  insurance: { zh: '按险种', en: 'By insurance' },
} as const satisfies Record<string, Words>;
const unknown: Words = { zh: '未知', en: 'unknown' };
const ungrouped: Words = { zh: '未入组', en: 'not grouped' };
const all: Words = { zh: '合计', en: 'All' };
const nameOf = (group: keyof typeof titles, { key, name }: PaymentRowJson, language: Language): string =>
  name ?? (group === 'insurance' ? ((insuranceWords as Record<string, Words>)[key] ?? unknown)[language] : key || ungrouped[language]);

const columns: readonly Words[] = [
  { zh: '编码', en: 'Code' },
  { zh: '名称', en: 'Name' },
  { zh: '病例数', en: 'Cases' },
  { zh: '入组数', en: 'Grouped' },
  { zh: '高倍率', en: 'High cost' },
  { zh: '低倍率', en: 'Low cost' },
  { zh: '按费用支付', en: 'Paid by cost' },
  { zh: '病例组合指数（CMI）', en: 'Case mix index (CMI)' },
  { zh: '时间消耗指数', en: 'Time index' },
  { zh: '费用消耗指数', en: 'Cost index' },
  { zh: '医疗费用（元）', en: 'Cost (yuan)' },
  { zh: '按项目基金支付（元）', en: 'Fund by item (yuan)' },
  { zh: '基金应付（调整前，元）', en: 'Fund due before (yuan)' },
  { zh: '与按项目相比（调整前，元）', en: 'Against by item, before (yuan)' },
  { zh: '基金应付（调整后，元）', en: 'Fund due after (yuan)' },
  { zh: '调整后增减（元）', en: 'Change (yuan)' },
  { zh: '已预付（元）', en: 'Prepaid (yuan)' },
  { zh: '扣款（元）', en: 'Deducted (yuan)' },
  { zh: '尚应拨付（元）', en: 'Still due (yuan)' },
];
const valueColumns: readonly Words[] = [
  { zh: '险种', en: 'Insurance' },
  { zh: '病例数', en: 'Cases' },
  { zh: '结算权重或分值', en: 'Weights or points' },
  { zh: '年度预算（元）', en: 'Budget of the year (yuan)' },
  { zh: '费率或点值（调整前，元）', en: 'Rate or point value before (yuan)' },
  { zh: '基金应付（调整前，元）', en: 'Fund due before (yuan)' },
  { zh: '费率或点值（调整后，元）', en: 'Rate or point value after (yuan)' },
  { zh: '基金应付（调整后，元）', en: 'Fund due after (yuan)' },
];
const valuesTitle: Words = { zh: '费率与点值', en: 'Rates and point values' };

function line(group: keyof typeof titles, row: PaymentRowJson, language: Language): SheetCell[] {
  const own = row.before ?? row.after;
  const [before, after] = [row.before?.dueFen ?? 0, row.after?.dueFen ?? 0];
  return [
    { value: row.key },
    { value: nameOf(group, row, language) },
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

export const paymentFileName = ({ title }: PaymentTrialJson, language: Language): string =>
  language === 'zh' ? `支付方式测算-${title}.xlsx` : `Payment-${title}.xlsx`;

const noteOf = ({ schemeTitle, year, by }: PaymentTrialJson): Words => ({
  zh: `以 ${year} 年已结算的住院病例逐例分组、计算。方案：${schemeTitle}。假定就医和收费行为不变。测算人：${by}。`,
  en: `Every settled stay of ${year} grouped and paid. Scheme: ${schemeTitle}. Assumed: care and charges stay as they were. By ${by}.`,
});

export function paymentWorkbook(trial: PaymentTrialJson, language: Language): Promise<Uint8Array> {
  const note = noteOf(trial)[language];
  const page = (name: Words, head: readonly Words[], rows: SheetCell[][]): SheetPage => ({
    name: name[language],
    widths: head.map(({ zh }, i) => (i === 1 ? 30 : zh.length > 10 ? 20 : 13)),
    headRows: 3,
    landscape: true,
    rows: [
      [{ value: language === 'zh' ? `${trial.title}：${name.zh}` : `${trial.title}: ${name.en}`, kind: 'title', across: head.length }],
      [{ value: note, kind: 'note', across: head.length }],
      heads(head, language),
      ...rows,
    ],
  });
  return writeWorkbook(
    [
      page(
        valuesTitle,
        valueColumns,
        trial.values.map(({ before, after }): SheetCell[] => [
          { value: rateOwnerWords(before, trial.values.length > 1)[language] },
          count(before.cases),
          decimal(before.points),
          yuan(before.budgetFen),
          { value: before.rate / PRICE_SCALE, kind: 'number', format: '#,##0.000000' },
          yuan(before.dueFen),
          { value: (after?.rate ?? 0) / PRICE_SCALE, kind: 'number', format: '#,##0.000000' },
          yuan(after?.dueFen ?? null),
        ]),
      ),
      page(all, columns, [line('institution', { ...trial.all, name: all[language] }, language)]),
      ...trial.groups.map(({ group, rows }) =>
        page(
          titles[group],
          columns,
          rows.map((row) => line(group, row, language)),
        ),
      ),
    ],
    language,
  );
}
