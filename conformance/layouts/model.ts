// Forms made up for the trial of the reader: what they say, apart from how they are printed. Content by chance, seeded.
import type { DocumentKind, IndicatorOperator } from '@hengjian/domain';

export interface ModelRow {
  level1: string;
  level2: string;
  name: string;
  operator: IndicatorOperator;
  value: number | string;
  unit: string | null;
  weight: number;
  actual: number;
  score: number;
  reason: string;
}
export interface Model {
  org: string;
  year: number;
  kind: DocumentKind;
  project: string;
  /** 万元. */
  budget: number;
  goals: string[];
  rows: ModelRow[];
}

/** A small generator: the same seed, the same form. */
export function chance(seed: number) {
  let state = (seed * 2654435761) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    int: (low: number, high: number) => low + Math.floor(next() * (high - low + 1)),
    pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T,
  };
}

const verbs = ['开展', '组织', '推进', '落实'];
const things = ['门诊统筹', '异地就医', '生育待遇', '稽核审计', '窗口服务', '药品追溯', '价格监测', '档案整理', '数据治理', '基层网点'];
const quantities = [
  ['巡查', '次'],
  ['辅导', '场'],
  ['走访', '家'],
  ['抽查处方', '份'],
  ['核查', '件'],
] as const;
const qualities = ['合格率', '达标率', '准确率', '覆盖率'];
const places = ['青岭县', '白沙市', '云溪市', '柳塘区', '石桥县'];

export interface Tree {
  output: string;
  effect: string;
  satisfaction: string;
  quantity: string;
  quality: string;
  timely: string;
  social: string;
  served: string;
}
export const nationalTree: Tree = {
  output: '产出指标',
  effect: '效益指标',
  satisfaction: '满意度指标',
  quantity: '数量指标',
  quality: '质量指标',
  timely: '时效指标',
  social: '社会效益指标',
  served: '服务对象满意度指标',
};

/** A form in order: weights sum to 90, scores fit, nothing is missing. */
export function modelOf(seed: number, kind: DocumentKind, tree: Tree = nationalTree): Model {
  const { int, pick } = chance(seed);
  const used = new Set<string>();
  const fresh = (make: () => string): string => {
    for (let tries = 0; tries < 50; tries += 1) {
      const name = make();
      if (!used.has(name)) return used.add(name) && name;
    }
    throw new Error('no fresh name');
  };
  const row = (
    level1: string,
    level2: string,
    name: string,
    operator: IndicatorOperator,
    value: number | string,
    unit: string | null,
    weight: number,
  ): ModelRow => ({
    level1,
    level2,
    name,
    operator,
    value,
    unit,
    weight,
    actual:
      typeof value === 'number' ? (operator === '≤' ? value - 1 : unit === '%' ? Math.min(100, value + int(0, 2)) : value + int(0, 3)) : 0,
    score: weight,
    reason: '',
  });
  const rows: ModelRow[] = [
    ...Array.from({ length: int(2, 4) }, () => {
      const [what, unit] = pick(quantities);
      return row(
        tree.output,
        tree.quantity,
        fresh(() => `${pick(verbs)}${pick(things)}${what}${unit === '次' || unit === '场' ? '次数' : '数量'}`),
        '≥',
        int(4, 300),
        unit,
        10,
      );
    }),
    ...Array.from({ length: int(1, 2) }, () =>
      row(
        tree.output,
        tree.quality,
        fresh(() => `${pick(things)}${pick(qualities)}`),
        '≥',
        int(85, 99),
        '%',
        10,
      ),
    ),
    row(
      tree.output,
      tree.timely,
      fresh(() => `${pick(things)}办理时长`),
      '≤',
      int(5, 20),
      '个工作日',
      10,
    ),
    row(
      tree.effect,
      tree.social,
      fresh(() => `${pick(things)}政策知晓率`),
      '≥',
      int(80, 95),
      '%',
      10,
    ),
    row(
      tree.satisfaction,
      tree.served,
      fresh(() => `${pick(things)}对象满意度`),
      '≥',
      int(85, 95),
      '%',
      10,
    ),
  ];
  // The first row takes what is left to ninety.
  const rest = 90 - rows.slice(1).reduce((sum, one) => sum + one.weight, 0);
  const first = rows[0] as ModelRow;
  Object.assign(first, { weight: rest, score: rest });
  return {
    org: `${pick(places)}医疗保障局`,
    year: 2024,
    kind,
    project: kind === 'overall' ? '部门整体支出' : `${pick(things)}专项经费`,
    budget: int(20, 900),
    goals: [`1.${pick(verbs)}${pick(things)}工作，方便群众。`, `2.规范${pick(things)}管理，保障资金安全。`],
    rows,
  };
}

/** The same rows over three years: amounts three times as much, shares and limits as they are. */
export const longTermOf = (rows: readonly ModelRow[]): ModelRow[] =>
  rows.map((row) => (row.operator === '≥' && row.unit !== '%' && typeof row.value === 'number' ? { ...row, value: row.value * 3 } : row));
