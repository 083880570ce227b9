/**
 * 基金运行月度分析: sentences written from facts, nothing else. What is not known is said to be not known. What was strange last month is
 * looked at again this month.
 */
import type { Fen } from '../money.ts';
import type { Growth } from './growth.ts';
import type { FundSignal, FundStanding } from './standing.ts';

export interface MonthFigures {
  readonly settlements: number;
  readonly totalFen: Fen;
  readonly fundFen: Fen;
}
export interface MonthFacts {
  /** yyyy-MM */
  readonly month: string;
  readonly now: MonthFigures;
  /** The month before; null where the claims do not reach back. */
  readonly before: MonthFigures | null;
  readonly growth: { readonly basis: 'year-before' | 'preceding' | 'halves'; readonly of: Growth } | null;
  readonly standings: readonly FundStanding[];
  readonly lastStandings: readonly FundStanding[];
  /** Parts of the fund's payments, largest first: a title and the names of its values. */
  readonly parts: readonly {
    readonly title: string;
    readonly rows: readonly { readonly name: string; readonly figures: MonthFigures }[];
  }[];
  readonly trend: readonly { readonly month: string; readonly fundFen: Fen }[];
  readonly findings: { readonly count: number; readonly amountFen: Fen; readonly fundFen: Fen };
  /** Institutions whose adjusted cost index stood above the 99.8 % limit, in the three months to the month, and to the month before. */
  readonly strange: readonly string[];
  readonly lastStrange: readonly string[];
}

export interface ReportTable {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Length of a bar beside each row, 0…1. */
  readonly bars?: readonly number[];
}
export interface ReportSection {
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly tables: readonly ReportTable[];
}
export interface Report {
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly ReportSection[];
}

const wan = (fen: Fen): string => (fen / 1_000_000).toFixed(2);
const percent = (part: number, decimals = 1): string => `${(part * 100).toFixed(decimals)}%`;
const moved = (change: number): string => (change > 0 ? '增长' : change < 0 ? '下降' : '持平');
const insuranceNames: Readonly<Record<string, string>> = { employee: '职工医保', resident: '城乡居民医保' };
const nameOf = (insurance: string) => insuranceNames[insurance] ?? insurance;
const steps = { excess: '结余过多', green: '绿色', blue: '蓝色', yellow: '黄色', orange: '橙色', red: '红色' } as const;
const signals: Readonly<Record<FundSignal, string>> = {
  deficit: '当年收不抵支',
  'growing-apart': '支出增幅连续两个季度明显高于收入增幅',
  'ahead-of-budget': '预算执行明显快于时间进度',
};
const factors = { people: '就医人数', frequency: '人均就医次数', cost: '次均费用', share: '基金负担比例' } as const;
const bases = { 'year-before': '与上年同月相比', preceding: '上年同月没有数据，与上月相比', halves: '与前半段相比' } as const;

function overall({ now, before, growth }: MonthFacts): string[] {
  const sentences = [
    `本月结算 ${now.settlements} 人次，医疗总费用 ${wan(now.totalFen)} 万元，基金支付 ${wan(now.fundFen)} 万元，实际报销比 ${now.totalFen > 0 ? percent(now.fundFen / now.totalFen) : '未知'}。`,
  ];
  if (before && before.fundFen > 0) {
    const change = now.fundFen / before.fundFen - 1;
    sentences.push(`基金支付比上月${moved(change)}${change === 0 ? '' : ` ${percent(Math.abs(change))}`}。`);
  }
  if (!growth) return [...sentences, '没有可以比较的月份，变化的原因不作分解。'];
  const { parts, changeFen } = growth.of;
  if (!parts) return [...sentences, '比较的月份没有费用，变化的原因不作分解。'];
  const said = parts.map(({ factor, fen }) => `${factors[factor]} ${fen > 0 ? '+' : ''}${wan(fen)} 万元`).join('，');
  const most = [...parts].sort((a, b) => Math.abs(b.fen) - Math.abs(a.fen))[0];
  return [
    ...sentences,
    `${bases[growth.basis]}，基金支付变化 ${changeFen > 0 ? '+' : ''}${wan(changeFen)} 万元，其中：${said}；影响最大的是${most ? factors[most.factor] : ''}。`,
  ];
}

function lasting({ standings }: MonthFacts): string[] {
  if (standings.length === 0) return ['本月没有基金收支台账，结余、可支付月数和预算执行未知。'];
  return standings.flatMap((one) => {
    const payable =
      one.monthsPayable === null
        ? `${nameOf(one.insurance)}统筹基金可支付月数未知`
        : `${nameOf(one.insurance)}统筹基金累计结余 ${wan(one.balanceFen ?? 0)} 万元，可支付 ${one.monthsPayable.toFixed(1)} 个月${one.step ? `，处于${steps[one.step]}` : ''}`;
    const budget =
      one.executed === null ? '没有录入当年预算' : `已支出全年预算的 ${percent(one.executed)}（时间进度 ${percent(one.elapsed)}）`;
    return [
      `${payable}；当年收入 ${wan(one.incomeFen)} 万元、支出 ${wan(one.expenditureFen)} 万元，${budget}。`,
      ...(one.signals.length > 0 ? [`需要关注：${one.signals.map((signal) => signals[signal]).join('；')}。`] : []),
    ];
  });
}

/** What was told last month, and what has become of it. */
function followUps({ standings, lastStandings, strange, lastStrange }: MonthFacts): string[] {
  const told = lastStandings.flatMap(({ insurance, signals: then }) => then.map((signal) => ({ insurance, signal })));
  const still = (insurance: string, signal: FundSignal) =>
    standings.find((one) => one.insurance === insurance)?.signals.includes(signal) ?? false;
  const sentences = told.map(
    ({ insurance, signal }) =>
      `上月提示${nameOf(insurance)}${signals[signal]}：本月${still(insurance, signal) ? '仍然存在' : '已经消除'}。`,
  );
  const gone = lastStrange.filter((name) => !strange.includes(name));
  const stay = lastStrange.filter((name) => strange.includes(name));
  if (stay.length > 0) sentences.push(`上月费用指数明显偏高、本月仍然偏高的机构：${stay.join('、')}。`);
  if (gone.length > 0) sentences.push(`上月费用指数明显偏高、本月回到界限以内的机构：${gone.join('、')}。`);
  return sentences.length > 0 ? sentences : ['上月没有需要跟进的事项。'];
}

const supervised = ({ findings, strange }: MonthFacts): string[] => [
  findings.count > 0
    ? `审核发现结算日在本月的疑点 ${findings.count} 条，涉及金额 ${wan(findings.amountFen)} 万元，其中基金 ${wan(findings.fundFen)} 万元（按疑点合计，同一明细可能有几条疑点）。`
    : '没有结算日在本月的疑点，或本月的结算尚未审核。',
  strange.length > 0
    ? `近三个月住院费用消耗指数（按病种、年龄、性别调整）超出同级机构 99.8% 界限的机构：${strange.join('、')}。`
    : '近三个月没有机构的住院费用消耗指数超出同级机构 99.8% 的界限。',
];

export function monthReport(facts: MonthFacts): Report {
  const { parts, trend, month } = facts;
  const [year, number] = month.split('-').map(Number);
  const most = Math.max(1, ...trend.map((one) => one.fundFen));
  return {
    title: '医疗保障基金运行分析',
    subtitle: `${year} 年 ${number} 月`,
    sections: [
      {
        heading: '一、总体情况',
        sentences: overall(facts),
        tables: [
          {
            title: '各月基金支付（万元）',
            heads: ['月份', '基金支付'],
            rows: trend.map((one) => [one.month, wan(one.fundFen)]),
            bars: trend.map((one) => one.fundFen / most),
          },
        ],
      },
      { heading: '二、基金承受能力', sentences: lasting(facts), tables: [] },
      {
        heading: '三、支出构成',
        sentences: parts.flatMap(({ title, rows }) => {
          const all = rows.reduce((sum, row) => sum + row.figures.fundFen, 0);
          const first = rows[0];
          return first && all > 0 ? [`按${title}看，${first.name}最多，占 ${percent(first.figures.fundFen / all)}。`] : [];
        }),
        tables: parts.map(({ title, rows }) => {
          const all = rows.reduce((sum, row) => sum + row.figures.fundFen, 0);
          return {
            title: `基金支付按${title}`,
            heads: [title, '人次', '总费用（万元）', '基金支付（万元）', '占比'],
            rows: rows.map(({ name, figures }) => [
              name,
              String(figures.settlements),
              wan(figures.totalFen),
              wan(figures.fundFen),
              all > 0 ? percent(figures.fundFen / all) : '—',
            ]),
          };
        }),
      },
      { heading: '四、监管情况', sentences: supervised(facts), tables: [] },
      { heading: '五、上月事项跟进', sentences: followUps(facts), tables: [] },
    ],
  };
}
