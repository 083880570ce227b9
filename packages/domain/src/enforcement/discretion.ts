/** 裁量基准: rows of a region's table, and what they propose for a case with its reasons. People decide; the table only says the range. */
import type { Issue } from '../issue.ts';
import { issueOf } from '../matter/life.ts';
import type { Fen } from '../money.ts';
import type { Day } from '../time.ts';

export const discretionGrades = ['light', 'normal', 'heavy'] as const;
export type DiscretionGrade = (typeof discretionGrades)[number];

/** What speaks for less or for more (行政处罚法 第三十二、三十三条 and local tables). */
export const circumstances = {
  returned: { way: 'light', zh: '主动退回医保基金', en: 'gave the money back' },
  confessed: { way: 'light', zh: '主动供述尚未掌握的违法行为', en: 'told what was not known' },
  helped: { way: 'light', zh: '配合查处有立功表现', en: 'helped to find others' },
  coerced: { way: 'light', zh: '受他人胁迫或者诱骗', en: 'was coerced or deceived' },
  first: { way: 'light', zh: '初次违法且后果轻微、及时改正', en: 'first time, small, put right' },
  obstructed: { way: 'heavy', zh: '拒绝、阻碍检查或者提供虚假情况', en: 'obstructed the inspection' },
  destroyed: { way: 'heavy', zh: '隐匿、销毁证据', en: 'hid or destroyed evidence' },
  repeated: { way: 'heavy', zh: '两年内因同类行为受过处罚', en: 'punished for the same within two years' },
  organised: { way: 'heavy', zh: '有组织、涉及人数多或者时间长', en: 'organised, many people or long' },
  harmful: { way: 'heavy', zh: '造成恶劣社会影响或者患者损害', en: 'harm to patients or bad effect' },
} as const satisfies Record<string, { way: DiscretionGrade; zh: string; en: string }>;
export type Circumstance = keyof typeof circumstances;

/** One row: for an article and a grade, from–to as hundredths of the loss, or as sums where the law names sums. */
export interface DiscretionRule {
  readonly region: string;
  readonly article: string;
  readonly grade: DiscretionGrade;
  readonly unit: 'hundredths' | 'fen';
  readonly low: number;
  readonly high: number;
  readonly fromDay: Day | null;
  readonly toDay: Day | null;
  readonly source: string;
}

export interface DiscretionAsked {
  readonly region: string;
  readonly article: string;
  readonly circumstances: readonly Circumstance[];
  /** Loss of the fund that a multiple is taken of. */
  readonly baseFen: Fen;
  readonly day: Day;
}

export interface DiscretionProposal {
  readonly grade: DiscretionGrade;
  readonly rule: DiscretionRule;
  readonly lowFen: Fen;
  readonly highFen: Fen;
  /** The law's own bounds: the least of the lightest row, the most of the heaviest. */
  readonly leastFen: Fen;
  readonly mostFen: Fen;
  /** What speaks for the grade. */
  readonly reasons: readonly Circumstance[];
  /** Light and heavy ones stand against each other: people weigh them. */
  readonly mixed: boolean;
}

const fenOf = ({ unit }: DiscretionRule, value: number, baseFen: Fen): Fen =>
  unit === 'fen' ? value : Number((BigInt(baseFen) * BigInt(value) * 2n + 100n) / 200n);

/** Rows in force: of the region where it has any for the article, else everywhere's. */
function inForce(rules: readonly DiscretionRule[], { region, article, day }: DiscretionAsked): DiscretionRule[] {
  const fitting = rules.filter(
    (rule) =>
      rule.article === article &&
      (rule.fromDay ?? day) <= day &&
      day <= (rule.toDay ?? day) &&
      (rule.region === region || rule.region === '*'),
  );
  const own = fitting.filter((rule) => rule.region === region);
  return own.length > 0 ? own : fitting;
}

/** The grade, its range in fen and the reasons; undefined where no row fits. */
export function proposeDiscretion(rules: readonly DiscretionRule[], asked: DiscretionAsked): DiscretionProposal | undefined {
  const rows = inForce(rules, asked);
  const ways = new Set(asked.circumstances.map((one) => circumstances[one].way));
  const mixed = ways.size > 1;
  const grade: DiscretionGrade = mixed || ways.size === 0 ? 'normal' : ([...ways][0] as DiscretionGrade);
  const rule = rows.find((one) => one.grade === grade);
  if (!rule) return undefined;
  return {
    grade,
    rule,
    lowFen: fenOf(rule, rule.low, asked.baseFen),
    highFen: fenOf(rule, rule.high, asked.baseFen),
    leastFen: Math.min(...rows.map((one) => fenOf(one, one.low, asked.baseFen))),
    mostFen: Math.max(...rows.map((one) => fenOf(one, one.high, asked.baseFen))),
    reasons: asked.circumstances,
    mixed,
  };
}

/** What is wrong with a table before it is put in force: the line (from 1), and why. */
export function discretionIssues(rows: readonly Omit<DiscretionRule, 'region'>[]): Issue[] {
  const reach = (one: Omit<DiscretionRule, 'region'>) =>
    [one.fromDay ?? Number.MIN_SAFE_INTEGER, one.toDay ?? Number.MAX_SAFE_INTEGER] as const;
  return rows.flatMap((one, i) => {
    const line = i + 1;
    const [from, to] = reach(one);
    if (one.article.trim() === '' || one.source.trim() === '') return issueOf('case.discretionMissing', { line });
    if (one.low > one.high || from > to) return issueOf('case.discretionOrder', { line });
    const twice = rows.findIndex((other, k) => {
      if (k >= i || other.article !== one.article || other.grade !== one.grade) return false;
      const [begin, end] = reach(other);
      return begin <= to && from <= end;
    });
    if (twice >= 0) return issueOf('case.discretionTwice', { line, other: twice + 1 });
    const apart = rows.findIndex((other, k) => {
      const [begin, end] = reach(other);
      return k < i && other.article === one.article && other.unit !== one.unit && begin <= to && from <= end;
    });
    return apart >= 0 ? issueOf('case.discretionUnits', { line, other: apart + 1 }) : [];
  });
}

const example = '示例：在法定幅度内分档，请换成本地裁量基准';
const row = (article: string, grade: DiscretionGrade, unit: DiscretionRule['unit'], low: number, high: number): DiscretionRule => ({
  region: '*',
  article,
  grade,
  unit,
  low,
  high,
  fromDay: null,
  toDay: null,
  source: `${/^\d+$/.test(article) ? `医疗保障基金使用监督管理条例第${article}条` : article}；${example}`,
});
/** What counts until a bureau enters its own table: the bounds are the law's, the grades within them an example. */
// biome-ignore format: a table
export const exampleDiscretion: readonly DiscretionRule[] = [
  row('37', 'light', 'hundredths', 200, 250), row('37', 'normal', 'hundredths', 250, 400), row('37', 'heavy', 'hundredths', 400, 500),
  row('38', 'light', 'hundredths', 100, 120), row('38', 'normal', 'hundredths', 120, 160), row('38', 'heavy', 'hundredths', 160, 200),
  row('39', 'light', 'fen', 1_000_000, 2_000_000), row('39', 'normal', 'fen', 2_000_000, 3_500_000), row('39', 'heavy', 'fen', 3_500_000, 5_000_000),
  row('40', 'light', 'hundredths', 200, 250), row('40', 'normal', 'hundredths', 250, 400), row('40', 'heavy', 'hundredths', 400, 500),
  row('社会保险法88', 'light', 'hundredths', 200, 250), row('社会保险法88', 'normal', 'hundredths', 250, 400), row('社会保险法88', 'heavy', 'hundredths', 400, 500),
  row('社会救助68', 'light', 'hundredths', 100, 150), row('社会救助68', 'normal', 'hundredths', 150, 220), row('社会救助68', 'heavy', 'hundredths', 220, 300),
  row('41', 'light', 'hundredths', 200, 250), row('41', 'normal', 'hundredths', 250, 400), row('41', 'heavy', 'hundredths', 400, 500),
];
