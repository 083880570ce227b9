/** Payment by disease group: refusals, checks of a scheme, and how a case was settled in one sentence with its numbers. */
import { sentence } from '../messages.ts';

/** Texts are ready to be read: money in yuan, ratios and coefficients as decimals. */
export interface SettledFacts {
  group: string;
  weight: string;
  coefficient: string;
  auxiliary: string;
  points: string;
  rate: string;
  pay: string;
  own: string;
  due: string;
  cost: string;
  standard: string;
  ratio: string;
  limit: string;
  part: string;
}
interface Found {
  code: string;
  category: string;
  adjacent: string;
  rule: string;
  complications: string;
  excluded: string;
  regrouped: string;
}
/** DIP speaks of points and their value, DRG of weights and rates. */
const words = { drg: { weight: '权重', rate: '费率', points: '结算权重' }, dip: { weight: '分值', rate: '点值', points: '结算分值' } };
const product = (method: 'drg' | 'dip') => (f: SettledFacts) => {
  const { weight, rate, points } = words[method];
  return `${weight} ${f.weight} × 机构系数 ${f.coefficient}${f.auxiliary ? ` × 辅助系数 ${f.auxiliary}` : ''}${f.part} = ${points} ${f.points}；× ${rate} ${f.rate} 元 = 支付标准 ${f.pay} 元；减个人及其他负担 ${f.own} 元，基金应付 ${f.due} 元`;
};
const productEn = (f: SettledFacts) =>
  `weight ${f.weight} × coefficient ${f.coefficient}${f.auxiliary ? ` × auxiliary ${f.auxiliary}` : ''}${f.part} = ${f.points}; × ${f.rate} yuan = ${f.pay} yuan; less ${f.own} yuan of patient and others, the fund is due ${f.due} yuan`;
const byCost = (f: SettledFacts) => `按费用${f.part}支付 ${f.pay} 元；减个人及其他负担 ${f.own} 元，基金应付 ${f.due} 元`;
const byCostEn = (f: SettledFacts) => `paid by cost${f.part}: ${f.pay} yuan, less ${f.own} yuan, the fund is due ${f.due} yuan`;
const settled = (zh: (f: SettledFacts) => string, en: (f: SettledFacts) => string) => sentence<SettledFacts>(zh, en);
const both = (method: 'drg' | 'dip') =>
  ({
    [`payment.${method}.normal`]: settled(product(method), productEn),
    [`payment.${method}.dayCase`]: settled(
      (f) => `日间病例，按标准的一部分支付：${product(method)(f)}`,
      (f) => `a day case: ${productEn(f)}`,
    ),
    [`payment.${method}.high`]: settled(
      (f) => `费用 ${f.cost} 元是标准 ${f.standard} 元的 ${f.ratio} 倍，高于高倍率 ${f.limit}，加付超出部分：${product(method)(f)}`,
      (f) => `cost ${f.cost} is ${f.ratio} × the standard ${f.standard}, above ${f.limit}, the excess is added: ${productEn(f)}`,
    ),
    [`payment.${method}.highBeyond`]: settled(
      (f) =>
        `费用 ${f.cost} 元是标准 ${f.standard} 元的 ${f.ratio} 倍，高于高倍率 ${f.limit}，但本机构高倍率病例已超出占比上限，按正常病例支付：${product(method)(f)}`,
      (f) =>
        `cost ${f.cost} is ${f.ratio} × the standard, above ${f.limit}, but beyond the institution’s share of such cases: ${productEn(f)}`,
    ),
    [`payment.${method}.low`]: settled(
      (f) => `费用 ${f.cost} 元是标准 ${f.standard} 元的 ${f.ratio} 倍，低于低倍率 ${f.limit}，按倍率折算：${product(method)(f)}`,
      (f) => `cost ${f.cost} is ${f.ratio} × the standard ${f.standard}, below ${f.limit}: ${productEn(f)}`,
    ),
  }) as Record<string, ReturnType<typeof settled>>;

export const paymentMessages = {
  ...both('drg'),
  ...both('dip'),
  'payment.cost.ungrouped': settled(
    (f) => `没有入组，${byCost(f)}`,
    (f) => `no group; ${byCostEn(f)}`,
  ),
  'payment.cost.long': settled(
    (f) => `住院时间超过规定天数，${byCost(f)}`,
    (f) => `a very long stay; ${byCostEn(f)}`,
  ),
  'payment.cost.exception': settled(
    (f) => `特例单议，${byCost(f)}`,
    (f) => `an exception that was granted; ${byCostEn(f)}`,
  ),
  'payment.cost.low': settled(
    (f) => `费用 ${f.cost} 元是标准 ${f.standard} 元的 ${f.ratio} 倍，低于低倍率 ${f.limit}，${byCost(f)}`,
    (f) => `cost ${f.cost} is ${f.ratio} × the standard ${f.standard}, below ${f.limit}; ${byCostEn(f)}`,
  ),
  'payment.cost.no-rate': settled(
    (f) => `方案里没有适用的费率，${byCost(f)}`,
    (f) => `no rate fits; ${byCostEn(f)}`,
  ),
  'payment.grouping.sent': sentence<Found>(
    (f) => `以机构上报的分组 ${f.code} 为准${f.regrouped && f.regrouped !== f.code ? `；按记录重新分组为 ${f.regrouped}` : ''}`,
    (f) => `the hospital’s own group ${f.code}${f.regrouped && f.regrouped !== f.code ? `; the record bears ${f.regrouped}` : ''}`,
  ),
  'payment.grouping.grouper': sentence<Found>(
    (f) =>
      `${f.category ? `${f.category} → ${f.adjacent} → ${f.code}` : f.code}（规则：${f.rule}）${f.complications ? `；并发症或合并症：${f.complications}` : ''}${f.excluded ? `；被主要诊断排除：${f.excluded}` : ''}`,
    (f) =>
      `${f.category ? `${f.category} → ${f.adjacent} → ${f.code}` : f.code} (rule ${f.rule})${f.complications ? `; complications ${f.complications}` : ''}${f.excluded ? `; excluded ${f.excluded}` : ''}`,
  ),
  'payment.grouping.no-diagnosis': sentence<Found>(
    () => '没有主要诊断，不能分组',
    () => 'no main diagnosis',
  ),
  'payment.grouping.no-category': sentence<Found>(
    () => '主要诊断不属于任何主要诊断大类（MDC）',
    () => 'the main diagnosis is in no major category',
  ),
  'payment.grouping.no-adjacent': sentence<Found>(
    (f) => `属于 ${f.category}，但没有符合的核心疾病诊断相关组（ADRG）`,
    (f) => `in ${f.category}, but none of its adjacent groups takes it`,
  ),
  'payment.grouping.no-item': sentence<Found>(
    () => '没有符合的病种或上报的分组',
    () => 'no item takes it, and no group was sent',
  ),
  'payment.grouping.unknown-group': sentence<Found>(
    (f) => `分到 ${f.code}，但支付方案的病组目录里没有这一组`,
    (f) => `grouped to ${f.code}, which the scheme does not have`,
  ),
  'payment.unknown-scheme': sentence<{ id: string }>(
    (f) => `没有这份支付方案：${f.id}`,
    (f) => `no such payment scheme: ${f.id}`,
  ),
  'payment.scheme-exists': sentence<{ id: string }>(
    (f) => `编号 ${f.id} 的支付方案已经有了，请换一个编号`,
    (f) => `there is a payment scheme ${f.id} already: give it another id`,
  ),
  'payment.unknown-trial': sentence<{ id: string }>(
    (f) => `没有这次测算：${f.id}`,
    (f) => `no such what-if: ${f.id}`,
  ),
  'payment.unknown-pack': sentence<{ id: string }>(
    (f) => `没有分组方案包“${f.id}”：请先导入，或在方案里把它留空（只用机构上报的分组）`,
    (f) => `no grouping pack ${f.id}: import it first, or leave it out (groups as sent only)`,
  ),
  'payment.pack-exists': sentence<{ id: string }>(
    (f) => `分组方案包 ${f.id} 已经有了，请换一个编号`,
    (f) => `there is a grouping pack ${f.id} already: give it another id`,
  ),
  'payment.no-cases': sentence<{ year: number }>(
    (f) => `${f.year} 年没有已结算的住院病例，无法测算`,
    (f) => `no settled stays of ${f.year}`,
  ),
  'payment.no-sheet': sentence<{ title: string }>(
    (f) => `工作簿里没有“${f.title}”工作表，请使用模板`,
    (f) => `the workbook has no sheet ${f.title}: use the template`,
  ),
  'payment.unknown-setting': sentence<{ name: string }>(
    (f) => `不认识的参数“${f.name}”，请使用模板里的参数名称`,
    (f) => `unknown setting ${f.name}`,
  ),
  'payment.setting-twice': sentence<{ name: string }>(
    (f) => `参数“${f.name}”写了两次`,
    (f) => `setting ${f.name} is given twice`,
  ),
  'payment.setting-missing': sentence<{ name: string }>(
    (f) => `缺少参数“${f.name}”`,
    (f) => `setting ${f.name} is missing`,
  ),
  'payment.no-groups': sentence(
    () => '病组目录是空的',
    () => 'there are no groups',
  ),
  'payment.no-rates': sentence(
    () => '没有费率或点值',
    () => 'there are no rates',
  ),
  'payment.dates-backwards': sentence(
    () => '方案的截止日期早于起始日期',
    () => 'the scheme ends before it begins',
  ),
  'payment.group-twice': sentence<{ code: string }>(
    (f) => `病组 ${f.code} 出现了两次`,
    (f) => `group ${f.code} stands twice`,
  ),
  'payment.group-of-other-method': sentence<{ code: string }>(
    (f) => `病组 ${f.code} 的类别与方案的付费方式不符（DRG 方案只能用“DRG”，DIP 方案用“核心”“基层”“综合”）`,
    (f) => `the kind of group ${f.code} is not of the scheme’s method`,
  ),
  'payment.group-without-diagnosis': sentence<{ code: string }>(
    (f) => `DIP 病种 ${f.code} 没有主要诊断`,
    (f) => `DIP item ${f.code} has no main diagnosis`,
  ),
  'payment.rate-or-budget': sentence<{ row: number }>(
    (f) => `费率第 ${f.row} 条：费率（点值）和年度预算至少填一个`,
    (f) => `rate ${f.row}: give a rate or a budget`,
  ),
  'payment.standard-needs-rate': sentence<{ row: number }>(
    (f) => `费率第 ${f.row} 条由预算推算点值，高低倍率不能以“支付标准”比较，请改为“例均费用”`,
    (f) => `rate ${f.row} follows from the budget: outliers must be compared with the mean cost`,
  ),
  'payment.limits-crossed': sentence<{ from: number }>(
    (f) => `权重 ${f.from} 起的低倍率不小于高倍率`,
    (f) => `from weight ${f.from} the low limit is not below the high one`,
  ),
  'payment.auxiliary-unknown-group': sentence<{ code: string }>(
    (f) => `辅助目录里的病组 ${f.code} 不在病组目录里，这一条不起作用`,
    (f) => `the auxiliary list names group ${f.code}, which is unknown`,
  ),
  'payment.pack-rule': sentence<{ code: string; rule: string; fault: string }>(
    (f) => `分组规则读不懂：${f.code} 的“${f.rule}”，停在“${f.fault}”`,
    (f) => `rule of ${f.code} cannot be read: ${f.rule}, stopped at ${f.fault}`,
  ),
  'payment.pack-table': sentence<{ table: string; column: string }>(
    (f) => `分组方案包的 ${f.table} 缺少列 ${f.column}`,
    (f) => `table ${f.table} of the pack has no column ${f.column}`,
  ),
  'payment.pack-missing': sentence<{ table: string }>(
    (f) => `分组方案包里没有 ${f.table}`,
    (f) => `the pack has no ${f.table}`,
  ),
} as const;
