import { PRICE_SCALE, parseFixed, QUANTITY_SCALE } from '@hengjian/domain';
import { type Params, type ParamValue, type Reading, read, wait } from './point.ts';

/** `count` ≥ 0 whole; `positive` ≥ 1 whole; `price` yuan, one number or by level of institution ("3", "2", "1", "0"). */
export type ParamType =
  | 'positive'
  | 'count'
  | 'quantity'
  | 'yuan'
  | 'price'
  | 'ratio'
  | 'bool'
  | 'text'
  | 'code'
  | 'codes'
  | 'prefixes'
  | 'settings';

export interface ParamDeclaration {
  type: ParamType;
  /** Closed list of values. */
  values?: readonly (string | number)[];
  /** What it says, for the handbook. */
  zh: string;
}

/**
 * Every parameter a knowledge point may carry (contracts §4). One word, one meaning: a rule reads it under this name.
 * A name that is not here makes the point wait, so that a misspelt limit is never silently ignored.
 */
export const knowledgeParameters = {
  sex: { type: 'positive', values: [1, 2], zh: '限定性别:1 男,2 女' },
  minAge: { type: 'count', zh: '最小年龄(含)' },
  maxAge: { type: 'count', zh: '最大年龄(含)' },
  unit: { type: 'text', values: ['year', 'day'], zh: '年龄单位:year 周岁,day 天' },
  ageGroup: {
    type: 'text',
    values: ['child', 'infant'],
    zh: '只写明人群、未写明年龄:child 儿童,infant 婴儿或婴幼儿;上限取规则参数 childMaxAge',
  },
  settings: { type: 'settings', zh: '允许的就医方式' },
  minLevel: { type: 'positive', values: [1, 2, 3], zh: '最低医疗机构级别' },
  insurance: { type: 'text', values: ['injury', 'maternity', 'employee', 'resident'], zh: '限定险种' },
  window: { type: 'text', values: ['day', 'operation', 'encounter', 'course', 'month', 'year'], zh: '时间区间' },
  sameProvider: { type: 'bool', zh: '只看同一家医药机构' },
  max: { type: 'quantity', zh: '区间内数量上限' },
  minGapDays: { type: 'positive', zh: '两次之间至少相隔的天数' },
  everyDays: { type: 'positive', zh: '周期天数,与 max 同用' },
  maxDays: { type: 'positive', zh: '最多支付天数' },
  span: { type: 'bool', zh: 'maxDays 从首次使用起按连续日历天数计,而不是使用日的合计' },
  courseGapDays: { type: 'positive', zh: '相隔多少天未用即为另一疗程' },
  maxPrice: { type: 'price', zh: '最高单价(元),一个数或按机构级别' },
  group: { type: 'text', zh: '分组(手术组、同类药品组)' },
  secondRatio: { type: 'ratio', zh: '第二项及以后的折价比例' },
  fullPrice: { type: 'yuan', zh: '全价(元)' },
  toleranceDays: { type: 'count', zh: '允许提前开药的天数' },
  requires: { type: 'codes', zh: '必须同时有的项目(任一)' },
  firstLine: { type: 'codes', zh: '一线药品(任一)' },
  lookbackDays: { type: 'positive', zh: '向前回看的天数' },
  diagnoses: { type: 'prefixes', zh: '符合的诊断编码前缀(任一)' },
  bundle: { type: 'code', zh: '应当使用的合并项目' },
  bundlePrice: { type: 'yuan', zh: '合并项目的价格(元)' },
  parts: { type: 'codes', zh: '被拆分的项目' },
  departments: { type: 'prefixes', zh: '允许的科室编码前缀(任一)' },
  maxFund: { type: 'yuan', zh: '区间内基金支付(或可支付)总额上限(元)' },
  grade: {
    type: 'text',
    values: ['unrestricted', 'restricted', 'special'],
    zh: '抗菌药物级别:unrestricted 非限制使用级,restricted 限制使用级,special 特殊使用级',
  },
  unitContent: { type: 'quantity', zh: '每计价单位的含量,单位见 doseUnit' },
  operations: { type: 'prefixes', zh: '手术操作编码前缀(任一)' },
  prophylaxisHours: { type: 'count', zh: '术后预防用药最长小时数,0 为原则上不预防使用' },
  maxSingleDose: { type: 'quantity', zh: '单次最大剂量' },
  maxDailyDose: { type: 'quantity', zh: '每日最大剂量' },
  doseUnit: {
    type: 'text',
    values: ['g', 'mg', 'ug', 'ml', 'iu', '片', '粒', '袋', '支', '丸', '贴', '喷', '揿', '吸', '滴', '枚', '包', '瓶', '板'],
    zh: '剂量单位',
  },
  maxDaily: { type: 'quantity', zh: '每日(每剂)最大用量,按计价单位' },
  minutes: { type: 'positive', zh: '每个计价单位的最少服务分钟数' },
  dailyCapacity: { type: 'quantity', zh: '一台(套)设备一天最多完成的数量' },
  scopes: { type: 'codes', zh: '允许的执业范围编码(任一)' },
  selected: { type: 'bool', zh: '是否集中带量采购的中选产品' },
} as const satisfies Record<string, ParamDeclaration>;

export type ParamName = keyof typeof knowledgeParameters;
const knowledgeSettings = ['inpatient', 'outpatient', 'emergency', 'chronic', 'pharmacy', 'other'] as const;

const whole = (value: unknown, least: number) => typeof value === 'number' && Number.isSafeInteger(value) && value >= least;
const decimal = (value: unknown, scale: number) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 && parseFixed(plain(value), scale) !== undefined;
const words = (value: unknown) =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string' && one.trim() !== '' && one === one.trim());
/** A number as decimal digits without exponent. */
const plain = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(10).replace(/0+$/, ''));

const fits: Record<ParamType, (value: unknown) => boolean> = {
  positive: (value) => whole(value, 1),
  count: (value) => whole(value, 0),
  quantity: (value) => decimal(value, QUANTITY_SCALE),
  yuan: (value) => decimal(value, 100),
  price: (value) =>
    decimal(value, PRICE_SCALE) ||
    (isRecord(value) &&
      Object.keys(value).length > 0 &&
      Object.entries(value).every(([l, p]) => /^[0-3]$/.test(l) && decimal(p, PRICE_SCALE))),
  ratio: (value) => decimal(value, RATIO_SCALE) && (value as number) <= 1,
  bool: (value) => typeof value === 'boolean',
  text: (value) => typeof value === 'string' && value.trim() !== '',
  code: (value) => typeof value === 'string' && /^\S+$/.test(value),
  codes: words,
  prefixes: (value) => words(value) && (value as string[]).every((one) => /^[A-Za-z0-9][A-Za-z0-9.+*†]*$/.test(one)),
  settings: (value) => words(value) && (value as string[]).every((one) => (knowledgeSettings as readonly string[]).includes(one)),
};

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Checks given parameters against the dictionary: an unknown name, a wrong type or an empty range makes the point wait. */
export function checkParams(given: Record<string, unknown>): Reading {
  const params: Params = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === null || value === undefined) continue;
    if (!Object.hasOwn(knowledgeParameters, name)) return wait('paramUnknown', { name });
    const declared: ParamDeclaration = knowledgeParameters[name as ParamName];
    if (!fits[declared.type](value) || (declared.values && !declared.values.includes(value as string | number)))
      return wait('paramType', { name, value: JSON.stringify(value) });
    params[name] = value as ParamValue;
  }
  const { minAge, maxAge } = params;
  if (typeof minAge === 'number' && typeof maxAge === 'number' && minAge > maxAge) return wait('paramRange', { from: minAge, to: maxAge });
  return read(params);
}

/** Ratios in ten-thousandths. */
const RATIO_SCALE = 10_000;

/** A parameter as rules compare it. */
export type KnowledgeValue = number | string | boolean | readonly string[];
const level = ['0', '1', '2', '3'] as const;

const valueTypes = {
  positive: 'int',
  count: 'int',
  quantity: 'int',
  yuan: 'int',
  price: 'int',
  ratio: 'int',
  bool: 'bool',
  text: 'text',
  code: 'text',
  codes: 'texts',
  prefixes: 'texts',
  settings: 'texts',
} as const satisfies Record<ParamType, string>;

/** Types of the parameters as `typedParams` gives them, for the schema that rules are checked against. */
export const knowledgeParamTypes: Record<string, 'int' | 'bool' | 'text' | 'texts'> = Object.fromEntries(
  Object.entries(knowledgeParameters).flatMap(([name, { type }]) =>
    type === 'price' ? level.map((l) => [`${name}${l}`, 'int'] as const) : [[name, valueTypes[type]] as const],
  ),
);

/**
 * Parameters in the scales of the lake: quantities in ten-thousandths, yuan in fen, prices in millionths of a yuan, ratios in
 * ten-thousandths. `maxPrice` becomes `maxPrice0` … `maxPrice3`, one per level of institution that has a limit.
 */
export function typedParams(params: Params): Record<string, KnowledgeValue> {
  const fixed = (value: unknown, scale: number) => parseFixed(plain(value as number), scale) as number;
  const typed: Record<string, KnowledgeValue> = {};
  for (const [name, value] of Object.entries(params)) {
    const { type } = knowledgeParameters[name as ParamName];
    if (type === 'quantity') typed[name] = fixed(value, QUANTITY_SCALE);
    else if (type === 'yuan') typed[name] = fixed(value, 100);
    else if (type === 'ratio') typed[name] = fixed(value, RATIO_SCALE);
    else if (type === 'price')
      for (const l of level) {
        const limit = isRecord(value) ? value[l] : value;
        if (limit !== undefined) typed[`${name}${l}`] = fixed(limit, PRICE_SCALE);
      }
    else typed[name] = value as KnowledgeValue;
  }
  return typed;
}
