/** Points against a practitioner's right to be paid, and what follows from them for the right. */
import type { Day } from '../time.ts';
import type { PointCondition, PointState } from './steps.ts';

export const responsibilities = ['general', 'important', 'main'] as const;
export type Responsibility = (typeof responsibilities)[number];

/** What the points rest on: a finding decided against the institution, a decided case of enforcement, or a letter of another body. */
export const decisionKinds = ['finding', 'enforcement', 'agreement'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** One row of a region's table: what may be given for a behaviour, by responsibility. */
export interface PointBehaviour {
  readonly code: string;
  readonly title: string;
  readonly general: number;
  readonly important: number;
  readonly main: number;
  /** The article of the regulation that a case must be decided under; null: any decision. */
  readonly article: string | null;
  /** Document and article. */
  readonly source: string;
  readonly fromDay: Day | null;
  readonly toDay: Day | null;
}

const LOCAL = '地方实施细则示例，依据医保发〔2024〕23号';
const row = (
  code: string,
  title: string,
  [general, important, main]: readonly [number, number, number],
  article: string | null = null,
): PointBehaviour => ({
  code,
  title,
  general,
  important,
  main,
  article,
  source: LOCAL,
  fromDay: null,
  toDay: null,
});

/**
 * What counts until a region brings its own table: the bands of 1–3, 4–6, 7–9 and 10–12 points, least, middle and most of a band by
 * responsibility (the national list is not published in full; recommended).
 */
export const standardBehaviours: readonly PointBehaviour[] = [
  row('A01', '违反医保服务协议，机构被协议处理，本人负有责任', [1, 2, 3]),
  row('A02', '无正当理由超比例使用高价非中选产品，经提醒仍未改正', [1, 2, 3]),
  row('B01', '机构或科室因《条例》第三十八条受到行政处罚，本人负有责任', [4, 5, 6], '38'),
  row('B02', '机构或科室因《条例》第三十九条受到行政处罚，本人负有责任', [4, 5, 6], '39'),
  row('B03', '超出注册的执业地点、类别、范围执业，被卫生健康部门处理', [4, 5, 6]),
  row('C01', '为未登记备案或者被暂停、终止支付资格的人员冒名结算', [7, 8, 9]),
  row('C02', '当年因一至六分的行为记分后再犯同样行为', [7, 8, 9]),
  row('D01', '机构或科室因《条例》第四十条（欺诈骗保）受到行政处罚，本人负有责任', [10, 11, 12], '40'),
  row('D02', '执业证书被吊销、注销', [12, 12, 12]),
];

/** The row in force on the day of the behaviour. */
export const behaviourFor = (rows: readonly PointBehaviour[], code: string, day: Day): PointBehaviour | undefined =>
  rows.find((one) => one.code === code && (one.fromDay ?? day) <= day && day <= (one.toDay ?? day));

export interface PointRepair {
  readonly on: Day;
  readonly points: number;
  readonly why: string;
}

export interface PointRecord {
  readonly pointId: string;
  readonly practitionerNo: string;
  /** The institution that was decided against. */
  readonly providerNo: string;
  readonly behaviour: string;
  readonly responsibility: Responsibility;
  readonly points: number;
  /** What of them adds to the sum: the same conduct counts once, with its highest points (医保发〔2024〕23号); see `recounted`. */
  readonly counted: number;
  readonly decisionKind: DecisionKind;
  /** Number of the finding or case, or of the letter. */
  readonly decisionRef: string;
  readonly decidedOn: Day;
  /** Findings and cases that tell of the same conduct; of a letter none is known. */
  readonly conduct: readonly string[];
  /** When it was done: the table and the parameters of that day count. */
  readonly occurredOn: Day;
  readonly facts: string;
  readonly state: PointState;
  readonly proposedBy: string;
  readonly proposedOn: Day;
  readonly noticeOn: Day | null;
  /** Last day of the term that runs now: of the objection, then of its answer. */
  readonly dueDay: Day | null;
  readonly objection: string | null;
  /** They count from here, in the natural year of this day. */
  readonly effectiveOn: Day | null;
  readonly revokedOn: Day | null;
  readonly repairs: readonly PointRepair[];
}

export interface PointFacts {
  readonly by: string;
  readonly today: Day;
  /** The decision stands. */
  readonly stands: boolean;
  /** Of a change or a repair. */
  readonly points?: number | undefined;
  readonly band?: PointBehaviour | undefined;
  /** Points that were repaired in the year, of all records of the person. */
  readonly repairedInYear: number;
  readonly repairMost: number;
  /** The right is ended. */
  readonly ended: boolean;
}

export const leftOf = ({ counted, repairs }: Pick<PointRecord, 'counted' | 'repairs'>): number =>
  counted - repairs.reduce((sum, one) => sum + one.points, 0);

export const sameConduct = (a: Pick<PointRecord, 'conduct'>, b: Pick<PointRecord, 'conduct'>): boolean =>
  a.conduct.some((one) => b.conduct.includes(one));

/**
 * All records of a person with what each adds: a finding and the case that grew out of it are one conduct, whose highest points count,
 * never the sum of both. What took effect first counts first; what is still open shows what it would add.
 */
export function recounted(records: readonly PointRecord[]): PointRecord[] {
  const inOrder = records
    .filter(({ state }) => state === 'effective')
    .sort((a, b) => (a.effectiveOn ?? 0) - (b.effectiveOn ?? 0) || (a.pointId < b.pointId ? -1 : 1));
  const counted = new Map<string, number>();
  const adds = (one: PointRecord, before: readonly PointRecord[]): number =>
    Math.max(0, one.points - before.reduce((sum, other) => sum + (sameConduct(one, other) ? (counted.get(other.pointId) ?? 0) : 0), 0));
  for (const [i, one] of inOrder.entries()) counted.set(one.pointId, adds(one, inOrder.slice(0, i)));
  return records.map((one) => {
    if (one.state === 'revoked') return one;
    return { ...one, counted: counted.get(one.pointId) ?? adds(one, inOrder) };
  });
}

const whole = (points: number | undefined): points is number => points !== undefined && Number.isSafeInteger(points) && points > 0;

/** Which condition does not hold; one test a condition. */
export const pointGuards: Readonly<Record<PointCondition, (one: PointRecord, facts: PointFacts) => boolean>> = {
  decisionStands: (_, { stands }) => stands,
  decisionFell: (_, { stands }) => !stands,
  anotherPerson: (one, { by }) => by !== one.proposedBy,
  inTime: (one, { today }) => one.dueDay === null || today <= one.dueDay,
  termOver: (one, { today }) => one.dueDay !== null && today > one.dueDay,
  withinBand: (one, { points, band }) =>
    whole(points) &&
    points !== one.points &&
    band !== undefined &&
    Math.min(band.general, band.important, band.main) <= points &&
    points <= Math.max(band.general, band.important, band.main),
  repairable: (one, { points, repairedInYear, repairMost, ended }) =>
    !ended && whole(points) && points <= leftOf(one) && repairedInYear + points <= repairMost,
};
