/**
 * 医师、药店画像: how one physician or pharmacy stands among its like. A physician's like are those who mostly treat in the same department
 * of institutions of the same class; a pharmacy's are all pharmacies. What they are compared by is a ratio over encounters or over people, judged by the
 * same funnel as institutions (`funnelOf`), so that few encounters prove nothing.
 */

import { type Funnel, type FunnelMark, funnelOf, type RatioSums } from '../benchmark/funnel.ts';
import type { Words } from '../messages.ts';

export const practiceKinds = ['physician', 'pharmacy'] as const;
export type PracticeKind = (typeof practiceKinds)[number];
/** What an encounter counts as: out of hospital, in hospital, at a pharmacy. */
export type PracticeScene = 'visit' | 'stay' | 'sale';

/** Columns as the store prepares them: of an encounter, or of a person over the period. */
export type PracticeColumn = 'costFen' | 'outFen' | 'drugFen' | 'testFen' | 'consumableFen' | 'fundFen' | 'days' | 'night' | 'times';

export interface PracticeIndicator extends Words {
  readonly scene: PracticeScene;
  readonly unit: 'fen' | 'days' | 'share' | 'times';
  readonly y: PracticeColumn;
  /** one: a mean or rate; cost: a share of cost. */
  readonly over: 'one' | 'cost';
  /** What is counted: encounters, or people. */
  readonly per: 'encounter' | 'person';
}
const i = (
  scene: PracticeScene,
  zh: string,
  en: string,
  unit: PracticeIndicator['unit'],
  y: PracticeColumn,
  over: PracticeIndicator['over'] = 'one',
  per: PracticeIndicator['per'] = 'encounter',
): PracticeIndicator => ({ scene, zh, en, unit, y, over, per });

// biome-ignore format: a table
export const practiceIndicators = {
  visitCost: i('visit', '门诊次均费用', 'cost per visit', 'fen', 'costFen'),
  visitTimes: i('visit', '门诊人均次数', 'visits per head', 'times', 'times', 'one', 'person'),
  visitDrug: i('visit', '门诊药占比', 'drug share of visits', 'share', 'drugFen', 'cost'),
  visitTest: i('visit', '门诊检查检验占比', 'test share of visits', 'share', 'testFen', 'cost'),
  visitOut: i('visit', '门诊政策范围外占比', 'share of visits out of scope', 'share', 'outFen', 'cost'),
  stayCost: i('stay', '次均住院费用', 'cost per stay', 'fen', 'costFen'),
  stayDays: i('stay', '平均住院日', 'days per stay', 'days', 'days'),
  stayDrug: i('stay', '住院药占比', 'drug share of stays', 'share', 'drugFen', 'cost'),
  stayConsumable: i('stay', '住院耗占比', 'consumable share of stays', 'share', 'consumableFen', 'cost'),
  stayOut: i('stay', '住院政策范围外占比', 'share of stays out of scope', 'share', 'outFen', 'cost'),
  saleCost: i('sale', '次均金额', 'amount per sale', 'fen', 'costFen'),
  saleTimes: i('sale', '人均购药次数', 'sales per head', 'times', 'times', 'one', 'person'),
  salePerson: i('sale', '人均金额', 'amount per head', 'fen', 'costFen', 'one', 'person'),
  saleFund: i('sale', '基金支付占比', 'share paid by the fund', 'share', 'fundFen', 'cost'),
  saleNight: i('sale', '夜间结算占比（22 时至次日 6 时）', 'share of sales at night (22 to 6 o’clock)', 'share', 'night'),
} as const satisfies Record<string, PracticeIndicator>;
export type PracticeIndicatorName = keyof typeof practiceIndicators;

export const indicatorsOfScene = (scene: PracticeScene): PracticeIndicatorName[] =>
  (Object.keys(practiceIndicators) as PracticeIndicatorName[]).filter((name) => practiceIndicators[name].scene === scene);
export const scenesOf: Readonly<Record<PracticeKind, readonly PracticeScene[]>> = { physician: ['visit', 'stay'], pharmacy: ['sale'] };

/** What one did in one department of institutions of one class, in one scene. */
export interface PracticeCell {
  readonly no: string;
  /** null: a pharmacy has none. */
  readonly department: string | null;
  /** Class of the institution; null: not known, or a pharmacy. */
  readonly level: number | null;
  readonly scene: PracticeScene;
  /** Encounters. */
  readonly n: number;
  readonly sums: Readonly<Partial<Record<PracticeIndicatorName, RatioSums>>>;
}

export interface PracticeMark {
  readonly indicator: PracticeIndicatorName;
  readonly n: number;
  readonly value: number | null;
  /** Of the peers together. */
  readonly centre: number | null;
  readonly score: number | null;
  readonly mark: FunnelMark;
}
export interface PracticeStanding {
  readonly no: string;
  readonly department: string | null;
  readonly level: number | null;
  /** Everybody it is compared with, itself included. */
  readonly peers: number;
  /** The strangest first; what rests on too few encounters last. */
  readonly marks: readonly PracticeMark[];
}

/** Fewer that can be judged are no yardstick: their values are shown and nobody is marked. */
const LEAST_PEERS = 5;

const placeOf = ({ department, level }: Pick<PracticeCell, 'department' | 'level'>): string => `${department ?? ''}|${level ?? ''}`;
const farOff = ({ mark, score }: PracticeMark): number => (mark === 'small' || score === null ? -1 : Math.abs(score));

/** Where one mostly works: department and class with most encounters, ties by their names. */
export function homesOf(cells: readonly PracticeCell[]): Map<string, Pick<PracticeCell, 'department' | 'level'>> {
  const homes = new Map<string, Pick<PracticeCell, 'department' | 'level'>>();
  for (const [no, own] of Map.groupBy(cells, (cell) => cell.no)) {
    const places = [...Map.groupBy(own, placeOf)].map(([place, at]) => ({
      place,
      at: at[0] as PracticeCell,
      n: at.reduce((sum, cell) => sum + cell.n, 0),
    }));
    const most = places.sort((a, b) => b.n - a.n || (a.place < b.place ? -1 : 1))[0]?.at;
    if (most) homes.set(no, { department: most.department, level: most.level });
  }
  return homes;
}

export interface PracticeBoard {
  readonly standings: ReadonlyMap<string, PracticeStanding>;
  /** The funnel of an indicator among the peers of one; undefined where it has none. */
  funnel(no: string, indicator: PracticeIndicatorName): Funnel | undefined;
}

/** Everybody among its like. `least`: encounters (or people) below which an indicator is shown and not judged. */
export function comparePractice(cells: readonly PracticeCell[], least: number): PracticeBoard {
  const homes = homesOf(cells);
  const atHome = cells.filter((cell) => placeOf(homes.get(cell.no) as PracticeCell) === placeOf(cell));
  const groups = Map.groupBy(atHome, placeOf);
  const funnels = new Map<string, Funnel>();
  const marks = new Map<string, PracticeMark[]>();
  for (const [place, members] of groups)
    for (const indicator of Object.keys(practiceIndicators) as PracticeIndicatorName[]) {
      const sums = members.flatMap((cell) => cell.sums[indicator] ?? []);
      if (sums.length === 0) continue;
      const funnel = funnelOf(sums, least);
      const yardstick = funnel.rows.filter((row) => row.n >= least).length >= LEAST_PEERS;
      const rows = yardstick ? funnel.rows : funnel.rows.map((row) => ({ ...row, mark: 'small' as const }));
      funnels.set(`${place} ${indicator}`, { ...funnel, rows });
      for (const { no, n, value, score, mark } of rows) {
        const own = marks.get(no) ?? [];
        own.push({ indicator, n, value, centre: funnel.centre, score, mark });
        marks.set(no, own);
      }
    }
  const peersAt = new Map([...groups].map(([place, members]) => [place, new Set(members.map(({ no }) => no)).size]));
  return {
    standings: new Map(
      [...homes].map(([no, home]) => [
        no,
        {
          no,
          ...home,
          peers: peersAt.get(placeOf(home)) ?? 0,
          marks: (marks.get(no) ?? []).sort((a, b) => farOff(b) - farOff(a)),
        },
      ]),
    ),
    funnel(no, indicator) {
      const home = homes.get(no);
      return home && funnels.get(`${placeOf(home)} ${indicator}`);
    },
  };
}
