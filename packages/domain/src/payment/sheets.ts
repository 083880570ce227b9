/**
 * A payment scheme as the sheets of one workbook, in the columns a bureau's own tables have; read and written by the cells of registers.
 * What a cell may hold is said here once, for the template and for reading.
 */
import { insuranceWords } from '../analysis/tables.ts';
import type { Insurance } from '../lake.ts';
import type { Register, RegisterField, RegisterValues } from '../register/register.ts';
import type { GroupKind, PaymentMethod, PaymentScheme, PaymentSettings, ProcedureClass } from './scheme.ts';

type Field = RegisterField & { readonly required?: boolean };
const f = (name: string, title: string, type: Field['type'], more: Partial<Field> = {}): Field => ({ name, title, type, ...more });
const must = { required: true } as const;
const sheet = (id: string, title: string, about: string, fields: readonly Field[]): Register => ({
  id,
  title,
  about,
  dateField: '',
  fields,
});

const insurances = Object.fromEntries(Object.entries(insuranceWords).map(([code, words]) => [code, words.zh]));
const levels = { '3': '三级', '2': '二级', '1': '一级', '0': '未定级' };
const kinds: Readonly<Record<GroupKind, string>> = { drg: 'DRG', core: '核心', basic: '基层', comprehensive: '综合' };
const classes: Readonly<Record<ProcedureClass, string>> = {
  surgery: '相关手术',
  therapeutic: '治疗性操作',
  diagnostic: '诊断性操作',
  conservative: '保守治疗',
  excluded: '不纳入分组',
};

/** One row each of the first sheet. */
export const settingFields: readonly Field[] = [
  f('schemeId', '方案编号', 'text', must),
  f('title', '方案名称', 'text', must),
  f('method', '付费方式', 'code', { ...must, codes: { drg: 'DRG', dip: 'DIP' } }),
  f('region', '适用区划', 'text', { note: '不填为全部' }),
  f('fromDay', '起始日期', 'day', must),
  f('toDay', '截止日期', 'day'),
  f('source', '依据文件', 'text'),
  f('packId', '分组方案包编号', 'text', { note: 'DRG 用；不填则只用机构上报的分组' }),
  f('standard', '倍率比较的标准', 'code', { ...must, codes: { payment: '支付标准', mean: '例均费用' } }),
  f('low', '低倍率病例', 'code', { ...must, codes: { cost: '按费用支付', ratio: '按倍率折算' } }),
  f('high', '高倍率病例', 'code', { ...must, codes: { excess: '加付超出部分', none: '不加付' } }),
  f('highShare', '高倍率病例占比上限', 'quantity', { note: '占机构入组病例的比例，例如 0.05；不填为不限' }),
  f('ungrouped', '未入组病例按费用支付的比例', 'quantity', { ...must, note: '1 为全部' }),
  f('longDays', '按费用支付的长期住院天数', 'count', { note: '超过这个天数；不填为没有' }),
  f('dayCaseDays', '日间病例的最长天数', 'count', { note: '有手术操作的短住院；不填为没有' }),
  f('dayCase', '日间病例支付比例', 'quantity', { ...must, note: '占病组标准的比例' }),
  f('reserve', '预算预留比例', 'quantity', { ...must, note: '质量保证金、风险金' }),
  f('splitDays', '疑似分解住院的天数', 'count', { ...must, note: '出院后这些天内同院同组再住院' }),
  f('lowStandard', '疑似低标准入院的费用比例', 'quantity', { ...must, note: '费用低于病组例均费用的这个比例' }),
  f('overlong', '疑似超长住院的倍数', 'quantity', { ...must, note: '住院日超过病组平均的这个倍数' }),
  f('trust', '以哪个分组为准', 'code', { ...must, codes: { sent: '机构上报', grouper: '系统分组' } }),
];

export const paymentSheets = {
  groups: sheet('payment-groups', '病组目录', '每个病组（病种）一行；DRG 填权重，DIP 填分值', [
    f('code', '病组编码', 'text', must),
    f('name', '病组名称', 'text', must),
    f('kind', '类别', 'code', { ...must, codes: kinds }),
    f('weight', '权重或分值', 'quantity', must),
    f('meanFen', '例均费用', 'money', { unit: '元' }),
    f('meanDays', '平均住院日', 'quantity', { unit: '天' }),
    f('lowRisk', '低风险组', 'flag'),
    f('diagnoses', '主要诊断', 'text', { note: 'DIP 用，编码的前几位，分号分隔；综合病种可写 A00-A99' }),
    f('procedures', '手术操作', 'text', {
      note: 'DIP 用：A/B 任一，A+B 都要，不填为保守治疗；综合病种写相关手术、治疗性操作、诊断性操作或保守治疗',
    }),
  ]),
  rates: sheet('payment-rates', '费率与预算', '每个险种一行；费率（点值）不填时由年度预算推算', [
    f('insurance', '险种', 'code', { codes: insurances, note: '不填为全部' }),
    f('level', '机构级别', 'code', { codes: levels, note: '不填为全部' }),
    f('rate', '费率或点值', 'quantity', { unit: '元' }),
    f('budgetFen', '年度预算', 'money', { unit: '元' }),
  ]),
  coefficients: sheet('payment-coefficients', '机构系数', '按机构编号或级别，先写具体机构；都不填的一行适用于其余机构', [
    f('providerNo', '机构编号', 'text'),
    f('level', '机构级别', 'code', { codes: levels }),
    f('coefficient', '机构系数', 'quantity', must),
    f('assessment', '年度考核系数', 'quantity', must),
  ]),
  outliers: sheet('payment-outliers', '高低倍率', '按权重或分值分段，从小到大', [
    f('fromWeight', '权重或分值起点', 'quantity', must),
    f('high', '高倍率', 'quantity'),
    f('low', '低倍率', 'quantity'),
  ]),
  auxiliary: sheet('payment-auxiliary', '辅助目录', '同时满足所填条件的病例乘以系数；符合几条时取最大的', [
    f('groupCode', '病组编码', 'text', { note: '不填为全部病组' }),
    f('title', '名称', 'text', must),
    f('minAge', '最小年龄', 'count'),
    f('maxAge', '最大年龄', 'count'),
    f('diagnoses', '其他诊断', 'text', { note: '编码的前几位，分号分隔，有其一即可' }),
    f('minDays', '最少住院天数', 'count'),
    f('coefficient', '系数', 'quantity', must),
  ]),
  classes: sheet('payment-classes', '操作类别', 'DIP 用：手术操作编码的前几位属于哪一类，最长的一条算数', [
    f('prefix', '编码前几位', 'text', must),
    f('class', '类别', 'code', { ...must, codes: classes }),
  ]),
  exceptions: sheet('payment-exceptions', '特例单议', '审核同意按费用支付的病例', [
    f('encounterNo', '就诊号', 'text', must),
    f('reason', '理由', 'text', must),
  ]),
} as const satisfies Record<string, Register>;
export type PaymentSheet = keyof typeof paymentSheets;
/** Sheets that must be in the workbook. */
export const neededSheets: readonly PaymentSheet[] = ['groups', 'rates'];
export const settingsTitle = '方案参数';

/** Rate in the sheet: ten-thousandths of a yuan. */
const RATE_STEP = 100;
const codes = (text: RegisterValues[string]) =>
  String(text ?? '')
    .split(/[;；,，、\s]+/)
    .filter((code) => code !== '');

type Values = Readonly<Record<string, RegisterValues[string] | undefined>>;
const number = (value: Values[string]): number | null => (typeof value === 'number' ? value : null);
const text = (value: Values[string]): string | null => (typeof value === 'string' ? value : null);
const level = (value: Values[string]): number | null => (value == null ? null : Number(value));

/** A scheme of values that were read without an issue. */
export function paymentOf(settings: Values, rows: Readonly<Record<PaymentSheet, readonly RegisterValues[]>>): PaymentScheme {
  return {
    schemeId: text(settings.schemeId) ?? '',
    title: text(settings.title) ?? '',
    method: settings.method as PaymentMethod,
    region: text(settings.region) ?? '*',
    fromDay: number(settings.fromDay) ?? 0,
    toDay: number(settings.toDay),
    source: text(settings.source) ?? '',
    packId: text(settings.packId),
    settings: {
      standard: settings.standard as PaymentSettings['standard'],
      low: settings.low as PaymentSettings['low'],
      high: settings.high as PaymentSettings['high'],
      highShare: number(settings.highShare),
      ungrouped: number(settings.ungrouped) ?? 0,
      longDays: number(settings.longDays),
      dayCaseDays: number(settings.dayCaseDays),
      dayCase: number(settings.dayCase) ?? 0,
      reserve: number(settings.reserve) ?? 0,
      splitDays: number(settings.splitDays) ?? 0,
      lowStandard: number(settings.lowStandard) ?? 0,
      overlong: number(settings.overlong) ?? 0,
      trust: settings.trust as PaymentSettings['trust'],
    },
    groups: rows.groups.map((row) => ({
      code: String(row.code),
      name: String(row.name),
      kind: row.kind as GroupKind,
      weight: number(row.weight) ?? 0,
      meanFen: number(row.meanFen),
      meanDays: number(row.meanDays),
      lowRisk: row.lowRisk === true,
      diagnoses: codes(row.diagnoses ?? null),
      procedures: text(row.procedures) ?? '',
    })),
    rates: rows.rates.map((row) => {
      const rate = number(row.rate);
      return {
        insurance: row.insurance as Insurance | null,
        level: level(row.level),
        rate: rate === null ? null : rate * RATE_STEP,
        budgetFen: number(row.budgetFen),
      };
    }),
    coefficients: rows.coefficients.map((row) => ({
      providerNo: text(row.providerNo),
      level: level(row.level),
      coefficient: number(row.coefficient) ?? 0,
      assessment: number(row.assessment) ?? 0,
    })),
    outliers: rows.outliers
      .map((row) => ({ fromWeight: number(row.fromWeight) ?? 0, high: number(row.high), low: number(row.low) }))
      .sort((a, b) => a.fromWeight - b.fromWeight),
    auxiliary: rows.auxiliary.map((row) => ({
      groupCode: text(row.groupCode),
      title: String(row.title),
      minAge: number(row.minAge),
      maxAge: number(row.maxAge),
      diagnoses: codes(row.diagnoses ?? null),
      minDays: number(row.minDays),
      coefficient: number(row.coefficient) ?? 0,
    })),
    classes: rows.classes.map((row) => ({ prefix: String(row.prefix), class: row.class as ProcedureClass })),
    exceptions: rows.exceptions.map((row) => ({ encounterNo: String(row.encounterNo), reason: String(row.reason) })),
  };
}

/** The values of a scheme, for its workbook: what `paymentOf` reads back. */
export function paymentValues(scheme: PaymentScheme): { settings: RegisterValues; rows: Record<PaymentSheet, RegisterValues[]> } {
  const { settings, groups, rates, coefficients, outliers, auxiliary, classes: own, exceptions, ...head } = scheme;
  const join = (list: readonly string[]) => (list.length === 0 ? null : list.join(';'));
  const code = (value: number | null) => (value === null ? null : String(value));
  return {
    settings: { ...head, ...settings, region: head.region === '*' ? null : head.region },
    rows: {
      groups: groups.map((row) => ({ ...row, diagnoses: join(row.diagnoses), procedures: row.procedures || null })),
      rates: rates.map((row) => ({ ...row, level: code(row.level), rate: row.rate === null ? null : Math.round(row.rate / RATE_STEP) })),
      coefficients: coefficients.map((row) => ({ ...row, level: code(row.level) })),
      outliers: outliers.map((row) => ({ ...row })),
      auxiliary: auxiliary.map((row) => ({ ...row, diagnoses: join(row.diagnoses) })),
      classes: own.map((row) => ({ ...row })),
      exceptions: exceptions.map((row) => ({ ...row })),
    },
  };
}
