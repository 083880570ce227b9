/**
 * 基金运行月度分析: sentences written from facts, nothing else. What is not known is said to be not known. What was strange last month is
 * looked at again this month.
 */
import type { Language } from '../messages.ts';
import type { Fen } from '../money.ts';
import type { Growth } from './growth.ts';
import { type GrowthBasis, type MonthWords, monthWords } from './month-report-words.ts';
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
  readonly growth: { readonly basis: GrowthBasis; readonly of: Growth } | null;
  readonly standings: readonly FundStanding[];
  readonly lastStandings: readonly FundStanding[];
  /** Parts of the fund's payments, largest first: a title and the names of its values, in the language of the report. */
  readonly parts: readonly {
    readonly title: string;
    readonly rows: readonly { readonly name: string; readonly figures: MonthFigures }[];
  }[];
  readonly trend: readonly { readonly month: string; readonly fundFen: Fen }[];
  readonly findings: { readonly count: number; readonly amountFen: Fen; readonly fundFen: Fen };
  /** Institutions whose adjusted cost index stood above the 99.8 % limit, in the three months to the month, and to the month before. */
  readonly strange: readonly string[];
  readonly lastStrange: readonly string[];
  /** Answers of kept questions that belong to the report. */
  readonly kept: readonly ReportTable[];
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
const signed = (fen: Fen): string => `${fen > 0 ? '+' : ''}${wan(fen)}`;
const percent = (part: number, decimals = 1): string => `${(part * 100).toFixed(decimals)}%`;

function overall({ now, before, growth }: MonthFacts, w: MonthWords): string[] {
  const sentences = [
    w.settled({
      settlements: now.settlements,
      total: w.amount(wan(now.totalFen)),
      fund: w.amount(wan(now.fundFen)),
      share: now.totalFen > 0 ? percent(now.fundFen / now.totalFen) : w.unknown,
    }),
  ];
  if (before && before.fundFen > 0) {
    const change = now.fundFen / before.fundFen - 1;
    sentences.push(w.moved(change, percent(Math.abs(change))));
  }
  if (!growth) return [...sentences, w.nothingBefore];
  const { parts, changeFen } = growth.of;
  if (!parts) return [...sentences, w.noCostBefore];
  const most = [...parts].sort((a, b) => Math.abs(b.fen) - Math.abs(a.fen))[0];
  return [
    ...sentences,
    w.grown({
      basis: w.bases[growth.basis],
      change: w.amount(signed(changeFen)),
      parts: w.items(parts.map(({ factor, fen }) => `${w.factors[factor]} ${w.amount(signed(fen))}`)),
      most: most ? w.factors[most.factor] : '',
    }),
  ];
}

const nameIn = (w: MonthWords, insurance: string): string => w.insurance[insurance] ?? insurance;

function lasting({ standings }: MonthFacts, w: MonthWords): string[] {
  if (standings.length === 0) return [w.noBooks];
  return standings.flatMap((one) => {
    const insurance = nameIn(w, one.insurance);
    const payable =
      one.monthsPayable === null
        ? w.payableUnknown(insurance)
        : w.payable({
            insurance,
            balance: w.amount(wan(one.balanceFen ?? 0)),
            months: one.monthsPayable.toFixed(1),
            step: one.step && w.steps[one.step],
          });
    const budget = one.executed === null ? w.noBudget : w.executed(percent(one.executed), percent(one.elapsed));
    return [
      w.year({ payable, income: w.amount(wan(one.incomeFen)), expenditure: w.amount(wan(one.expenditureFen)), budget }),
      ...(one.signals.length > 0 ? [w.watch(w.clauses(one.signals.map((signal) => w.signals[signal])))] : []),
    ];
  });
}

/** What was told last month, and what has become of it. */
function followUps({ standings, lastStandings, strange, lastStrange }: MonthFacts, w: MonthWords): string[] {
  const told = lastStandings.flatMap(({ insurance, signals: then }) => then.map((signal) => ({ insurance, signal })));
  const still = (insurance: string, signal: FundSignal) =>
    standings.find((one) => one.insurance === insurance)?.signals.includes(signal) ?? false;
  const sentences = told.map(({ insurance, signal }) => w.told(nameIn(w, insurance), w.signals[signal], still(insurance, signal)));
  const gone = lastStrange.filter((name) => !strange.includes(name));
  const stay = lastStrange.filter((name) => strange.includes(name));
  if (stay.length > 0) sentences.push(w.stillStrange(w.names(stay)));
  if (gone.length > 0) sentences.push(w.noLongerStrange(w.names(gone)));
  return sentences.length > 0 ? sentences : [w.nothingToFollow];
}

const supervised = ({ findings, strange }: MonthFacts, w: MonthWords): string[] => [
  findings.count > 0
    ? w.found({ count: findings.count, amount: w.amount(wan(findings.amountFen)), fund: w.amount(wan(findings.fundFen)) })
    : w.nothingFound,
  strange.length > 0 ? w.strange(w.names(strange)) : w.noneStrange,
];

const fundOf = (rows: MonthFacts['parts'][number]['rows']): Fen => rows.reduce((sum, row) => sum + row.figures.fundFen, 0);

/** The report in a language; names in the facts are in it already. */
export function monthReport(facts: MonthFacts, language: Language): Report {
  const w = monthWords[language];
  const { parts, trend, month, kept } = facts;
  const [year = 0, number = 0] = month.split('-').map(Number);
  const most = Math.max(1, ...trend.map((one) => one.fundFen));
  const sections: ReportSection[] = [
    {
      heading: w.chapters.overall,
      sentences: overall(facts, w),
      tables: [
        {
          title: w.trend.title,
          heads: w.trend.heads,
          rows: trend.map((one) => [one.month, wan(one.fundFen)]),
          bars: trend.map((one) => one.fundFen / most),
        },
      ],
    },
    { heading: w.chapters.lasting, sentences: lasting(facts, w), tables: [] },
    {
      heading: w.chapters.parts,
      sentences: parts.flatMap(({ title, rows }) => {
        const [first, all] = [rows[0], fundOf(rows)];
        return first && all > 0 ? [w.part.most(title, first.name, percent(first.figures.fundFen / all))] : [];
      }),
      tables: parts.map(({ title, rows }) => {
        const all = fundOf(rows);
        return {
          title: w.part.title(title),
          heads: w.part.heads(title),
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
    { heading: w.chapters.supervised, sentences: supervised(facts, w), tables: [] },
    { heading: w.chapters.followUps, sentences: followUps(facts, w), tables: [] },
    ...(kept.length > 0 ? [{ heading: w.chapters.kept, sentences: [], tables: kept }] : []),
  ];
  return {
    title: w.title,
    subtitle: w.monthOf(year, number),
    sections: sections.map((section, i) => ({ ...section, heading: w.chapter(i, section.heading) })),
  };
}
