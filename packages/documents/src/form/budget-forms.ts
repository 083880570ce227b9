// The budget tables of a year and the scorecards of 财预〔2013〕53号 as official forms. What no entry says stays an empty cell.
import { economicCodes, functionCodes } from '@hengjian/catalog';
import { registers } from '@hengjian/catalog/registers.gen.ts';
import {
  type BudgetBook,
  type CodeRow,
  type Fen,
  formatDay,
  type MeasuredCard,
  numberText,
  percentText,
  type Register,
  wanText,
} from '@hengjian/domain';
import { type FormCell, type FormSheet, type FormTable, label, long, runs, value } from './sheet.ts';
import { writeFormsDocx } from './write-docx.ts';
import { writeFormsXlsx } from './write-xlsx.ts';

const codesOf = (registerId: keyof typeof registers, field: string): Readonly<Record<string, string>> =>
  (registers[registerId] as Register).fields.find(({ name }) => name === field)?.codes ?? {};
const told = (codes: Readonly<Record<string, string>>, code: string, none: string) => (code === '' ? none : (codes[code] ?? code));

const money = (fen: Fen | null, more: Partial<FormCell> = {}) => value(wanText(fen), more);
const sum = (amounts: readonly (Fen | null)[]): Fen | null =>
  amounts.every((one) => one === null) ? null : amounts.reduce<number>((all, one) => all + (one ?? 0), 0);
const ratio = (part: Fen | null, whole: Fen | null) => value(part === null || !whole ? '' : percentText(part / whole));

const heads = (...texts: string[]): FormCell[] => texts.map((text) => label(text));
const table = (head: FormCell[], rows: FormCell[][]): FormTable => ({ headRows: 1, rows: [head, ...rows] });

type Sheet = Pick<FormSheet, 'name' | 'title' | 'widths' | 'tables'> & Partial<FormSheet>;
const sheetOf = (book: BudgetBook, given: Sheet): FormSheet => ({
  subtitle: `（${book.year}年度，截至${formatDay(book.asOf)}）`,
  above: [`单位名称：${book.org ?? ''}`],
  unit: '万元',
  sign: ['填表人：                审核人：                单位负责人：                填报日期：    年    月    日'],
  ...given,
});

/** 收入 by 资金性质 and 级次 at the left, 支出 by 基本 and 项目 at the right, both with their totals. */
function balance(book: BudgetBook): FormSheet {
  const sources = codesOf('budget-receipts', 'fundSource');
  const origins = codesOf('budget-receipts', 'origin');
  const kinds = codesOf('budget-lines', 'kind');
  const income = book.income.map(({ source, origin, fen }) => [
    value(`${told(sources, source, '财政资金')}（${told(origins, origin, '未分级次')}）`),
    money(fen),
  ]);
  const spending = book.spending.map(({ name, budgetFen, paidFen }) => [
    value(told(kinds, name, '未分类')),
    money(budgetFen),
    money(paidFen),
  ]);
  const rows = Array.from({ length: Math.max(income.length, spending.length) }, (_, at) => [
    ...(income[at] ?? [value(''), value('')]),
    ...(spending[at] ?? [value(''), value(''), value('')]),
  ]);
  const total = [
    label('收入合计'),
    money(sum(book.income.map(({ fen }) => fen))),
    label('支出合计'),
    money(sum(book.spending.map(({ budgetFen }) => budgetFen))),
    money(sum(book.spending.map(({ paidFen }) => paidFen))),
  ];
  return sheetOf(book, {
    name: '收支总表',
    title: '部门收支总表',
    widths: [34, 15, 24, 15, 15],
    tables: [table(heads('收入项目', '到位数', '支出项目', '预算数', '支出数'), [...rows, total])],
  });
}

function projects(book: BudgetBook): FormSheet {
  const of = (take: (one: BudgetBook['projects'][number]) => Fen | null) => sum(book.projects.map(take));
  const left = (adjusted: Fen | null, paid: Fen | null) => (adjusted === null || paid === null ? null : adjusted - paid);
  const rows = book.projects.map((one) => [
    long(one.name),
    money(one.budgetFen),
    money(one.adjustmentFen),
    money(one.adjustedFen),
    money(one.receivedFen),
    money(one.paidFen),
    ratio(one.paidFen, one.adjustedFen),
    money(left(one.adjustedFen, one.paidFen)),
  ]);
  const [adjusted, paid] = [of((one) => one.adjustedFen), of((one) => one.paidFen)];
  const total = [
    label('合计'),
    money(of((one) => one.budgetFen)),
    money(of((one) => one.adjustmentFen)),
    money(adjusted),
    money(of((one) => one.receivedFen)),
    money(paid),
    ratio(paid, adjusted),
    money(left(adjusted, paid)),
  ];
  return sheetOf(book, {
    name: '项目支出表',
    title: '项目支出预算执行表',
    landscape: true,
    widths: [36, 12, 12, 13, 12, 12, 10, 13],
    tables: [
      table(heads('项目名称', '年初预算数', '预算调整数', '调整后预算数', '到位数', '支出数', '执行率', '结转结余数'), [...rows, total]),
    ],
  });
}

/** 功能分类 or 经济分类: what each code is given, basic and project expenditure apart. */
function classification(
  book: BudgetBook,
  rows: readonly CodeRow[],
  kind: '功能' | '经济',
  names: Readonly<Record<string, string>>,
): FormSheet {
  const row = (first: FormCell[], basic: Fen, project: Fen) => [...first, money(basic + project), money(basic), money(project)];
  const all = (take: 'basicFen' | 'projectFen') => rows.reduce((total, one) => total + one[take], 0);
  return sheetOf(book, {
    name: `${kind}分类表`,
    title: `支出预算${kind}分类表`,
    widths: [14, 40, 15, 15, 15],
    tables: [
      table(heads('科目编码', '科目名称', '合计', '基本支出', '项目支出'), [
        ...rows.map(({ code, basicFen, projectFen }) =>
          row([value(code), long(names[code] ?? names[code.slice(0, 3)] ?? (code === '' ? '未分科目' : ''))], basicFen, projectFen),
        ),
        row([label('合计', { across: 2 })], all('basicFen'), all('projectFen')),
      ]),
    ],
  });
}

/** 三公, procurement, people and assets: what the ratios of 53号 are reckoned from. */
function resources(book: BudgetBook): FormSheet {
  const kinds = codesOf('three-public', 'kind');
  const methods = codesOf('government-procurements', 'method');
  const wide = (text: string, across: number) => label(text, { across });
  const { threePublic, procurement } = book;
  const publicPaid = sum(threePublic.kinds.map(({ paidFen }) => paidFen));
  const publicBefore = sum(threePublic.kinds.map(({ lastYearFen }) => lastYearFen));
  const change = (paid: Fen | null, before: Fen | null) => value(paid === null || !before ? '' : percentText((paid - before) / before));
  const bought = procurement.methods.length === 0 ? null : procurement.methods.reduce((total, { fen }) => total + fen, 0);
  const contracts = procurement.methods.reduce((total, one) => total + one.contracts, 0);
  const people = (take: (one: BudgetBook['staffing'][number]) => number | null) => sum(book.staffing.map(take));
  const assets = (take: (one: BudgetBook['assets'][number]) => Fen | null) => sum(book.assets.map(take));
  return sheetOf(book, {
    name: '三公采购人员资产',
    title: '“三公”经费、政府采购、人员和资产情况表',
    widths: [30, 14, 14, 14, 14],
    tables: [
      {
        rows: [
          [wide('一、“三公”经费', 5)],
          heads('项目', '上年支出', '本年预算', '本年支出', '较上年变动'),
          ...threePublic.kinds.map(({ kind, lastYearFen, paidFen }) => [
            value(told(kinds, kind, '未分类')),
            money(lastYearFen),
            value(''),
            money(paidFen),
            change(paidFen, lastYearFen),
          ]),
          [label('合计'), money(publicBefore), money(threePublic.budgetFen), money(publicPaid), change(publicPaid, publicBefore)],
          [wide('二、政府采购', 5)],
          heads('采购方式', '合同数', '采购预算', '合同金额', '执行率'),
          ...procurement.methods.map(({ method, contracts: count, fen }) => [
            value(told(methods, method, '未分类')),
            value(count),
            value(''),
            money(fen),
            value(''),
          ]),
          [
            label('合计'),
            value(bought === null ? '' : contracts),
            money(procurement.budgetFen),
            money(bought),
            ratio(bought, procurement.budgetFen),
          ],
          [wide('三、机构人员（人）', 5)],
          heads('单位', '编制数', '在职人数', '离退休人数', '在职人员控制率'),
          ...[...book.staffing, ...(book.staffing.length > 1 ? [null] : [])].map((one) => {
            const [quota, onDuty, retired] = one
              ? [one.quota, one.onDuty, one.retired]
              : [people((unit) => unit.quota), people((unit) => unit.onDuty), people((unit) => unit.retired)];
            return [one ? value(one.unit) : label('合计'), value(quota), value(onDuty), value(retired), ratio(onDuty, quota)];
          }),
          [wide('四、固定资产', 5)],
          heads('单位', '固定资产总额', '在用', '出租', '利用率'),
          ...[...book.assets, ...(book.assets.length > 1 ? [null] : [])].map((one) => {
            const [total, used, rented] = one
              ? [one.totalFen, one.inUseFen, one.rentedFen]
              : [assets((unit) => unit.totalFen), assets((unit) => unit.inUseFen), assets((unit) => unit.rentedFen)];
            return [one ? value(one.unit) : label('合计'), money(total), money(used), money(rented), ratio(used, total)];
          }),
        ],
      },
    ],
  });
}

/** The framework with each formula filled in; what people judge has room for their words. */
function scorecard(book: BudgetBook, { card, rows }: MeasuredCard): FormSheet {
  const scored = card.rows.some(({ weight }) => weight !== undefined);
  const parts = runs(rows.map(({ row }) => row.part));
  const branches = runs(rows.map(({ row }) => `${row.part} ${row.branch}`));
  const known = rows.flatMap(({ points }) => (points === null ? [] : [points]));
  const body = rows.map(({ row, value: found, numbers, points }, at): FormCell[] => [
    ...(parts[at] ? [label(row.part, { down: parts[at] as number })] : []),
    ...(branches[at] ? [label(row.branch, { down: branches[at] as number })] : []),
    value(row.name),
    long(row.formula),
    long(row.measureId === null ? '' : numbers || '没有台账数据'),
    value(found === null ? '' : `${numberText(found)}%`),
    ...(scored ? [value(row.weight), value(points)] : []),
  ]);
  const head = heads('一级', '二级', '三级指标', '计算公式或评价要点', '代入的数', '结果', ...(scored ? ['分值', '得分'] : []));
  const total = scored
    ? [
        [
          label('合计', { across: 6 }),
          value(card.rows.reduce((all, { weight }) => all + (weight ?? 0), 0)),
          value(known.length === rows.length ? numberText(known.reduce((all, one) => all + one, 0)) : ''),
        ],
      ]
    : [];
  return sheetOf(book, {
    name: card.id === 'overall-2013' ? '共性指标框架' : '评分表',
    title: card.title,
    above: [`单位名称：${book.org ?? ''}　　依据：${card.basis}`],
    landscape: true,
    widths: [7, 10, 17, 40, 40, 11, ...(scored ? [7, 7] : [])],
    tables: [table(head, [...body, ...total])],
  });
}

const budgetSheets = (book: BudgetBook): FormSheet[] => [
  balance(book),
  projects(book),
  ...(book.functions.length > 0 ? [classification(book, book.functions, '功能', functionCodes)] : []),
  ...(book.economics.length > 0 ? [classification(book, book.economics, '经济', economicCodes)] : []),
  resources(book),
  ...book.cards.map((card) => scorecard(book, card)),
];

/** The tables as docx, one form after the other. */
export const writeBudget = (book: BudgetBook): Promise<Uint8Array> =>
  writeFormsDocx(budgetSheets(book), `${book.org ?? ''}${book.year}年度预算与共性指标表`);
/** The same as xlsx, one sheet a form. */
export const writeBudgetWorkbook = (book: BudgetBook): Promise<Uint8Array> => writeFormsXlsx(budgetSheets(book));
