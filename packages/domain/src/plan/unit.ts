// Units of indicators: 万条 and 条 are the same thing ten thousand times; 家 and 人次 never are.

/** Words for the same kind of thing counted. Two units compare when they stand in one family. */
const families: readonly (readonly string[])[] = [
  ['%', '％', '百分比', '个百分点', '百分点'],
  ['元', '圆'],
  ['人', '人次', '名', '例'],
  ['次', '场', '期', '场次', '轮', '批', '批次', '回'],
  ['家', '所', '个机构', '户', '家次'],
  ['种', '类', '品种', '个品种'],
  ['份', '册', '本', '张', '幅'],
  ['条', '篇'],
  ['件', '宗', '起', '卷', '例件'],
  ['台', '套', '部'],
  ['小时', '个小时'],
  ['天', '日', '工作日', '个工作日'],
  ['月', '个月'],
  ['年'],
  ['项'],
  ['元/人', '元/人/年', '元/人次'],
];
/** 个 stands for almost anything that is counted. */
const anything = new Set(['个']);
const multiples: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 千: 1e3, 百: 1e2 };

export interface Unit {
  /** Index of the family; null when the unit is not among the known ones. */
  family: number | null;
  base: string;
  factor: number;
}

/** 类执法设备 is counted in 类, 家定点机构 in 家: the unit's first word says what is counted. */
const familyOf = (base: string): number => {
  const whole = families.findIndex((words) => words.includes(base));
  return whole >= 0 || !/^[类种家台份条场次件项]/.test(base) ? whole : families.findIndex((words) => words.includes(base[0] as string));
};

/** '万条' → family of 条, factor 10,000; null for no unit at all. */
export function parseUnit(text: string | null): Unit | null {
  const unit = (text ?? '').replace(/[\s()（）]/g, '').replace(/^≥|^≤/, '');
  if (unit === '') return null;
  let base = unit;
  let factor = 1;
  const whole = families.findIndex((family) => family.includes(base));
  if (whole >= 0) return { family: whole, base, factor };
  while (multiples[base[0] as string]) {
    factor *= multiples[base[0] as string] as number;
    base = base.slice(1);
  }
  const family = familyOf(base);
  return { family: family >= 0 ? family : null, base, factor };
}

/** Whether amounts in the two units can be compared; unknown where one side names none. */
export function unitsAgree(a: string | null, b: string | null): boolean | 'unknown' {
  const [x, y] = [parseUnit(a), parseUnit(b)];
  if (!x || !y) return 'unknown';
  // 万 alone says how many, not of what; it is no share.
  if (x.base === '' || y.base === '') return x.family === 0 || y.family === 0 ? false : 'unknown';
  if (anything.has(x.base) || anything.has(y.base)) return x.base === y.base ? true : countable(x) && countable(y) ? 'unknown' : false;
  return x.family !== null && y.family !== null ? x.family === y.family : x.base === y.base;
}

const countable = (unit: Unit) =>
  anything.has(unit.base) || (unit.family !== null && unit.family >= 2 && unit.family <= 9) || unit.family === 14;

/**
 * An amount of `from` expressed in `to` (万元 → 元 …). null when the units cannot be compared. A share written as 0.95 without a
 * unit is read as 95 % (the reading is told by `assumed`).
 */
export function convert(value: number, from: string | null, to: string | null): { value: number; assumed: boolean } | null {
  const agree = unitsAgree(from, to);
  if (agree === false) return null;
  const [x, y] = [parseUnit(from), parseUnit(to)];
  if (!x && y?.family === 0) return value > 0 && value <= 1 ? { value: value * 100, assumed: true } : { value, assumed: true };
  return { value: (value * (x?.factor ?? 1)) / (x ? (y?.factor ?? 1) : 1), assumed: agree === 'unknown' };
}
