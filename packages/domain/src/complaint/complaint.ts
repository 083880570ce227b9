/** A report about somebody: what it is, where it stands, and what follows for its reporter. */
import type { Fen } from '../money.ts';
import type { Day } from '../time.ts';
import type { ComplaintCondition, ComplaintState } from './steps.ts';

/** As the register of complaints tells them apart. */
export const complaintKinds = ['report', 'complaint', 'petition', 'hotline'] as const;
export type ComplaintKind = (typeof complaintKinds)[number];
export const complaintChannels = ['web', 'telephone', 'letter', 'visit', 'hotline12345', 'transfer'] as const;
export type ComplaintChannel = (typeof complaintChannels)[number];
export const complaintObjects = ['provider', 'individual', 'agency', 'other'] as const;
export type ComplaintObject = (typeof complaintObjects)[number];
/** Causes people choose from; the case's own cause (案由) is found later. */
export const complaintMatters = ['fraud', 'impersonation', 'falseCare', 'overcharging', 'resale', 'refusal', 'service', 'other'] as const;
export type ComplaintMatter = (typeof complaintMatters)[number];
export const complaintResults = ['verified', 'partly', 'unfounded'] as const;
export type ComplaintResult = (typeof complaintResults)[number];

export interface Complaint {
  readonly complaintId: string;
  readonly kind: ComplaintKind;
  readonly channel: ComplaintChannel;
  readonly object: ComplaintObject;
  /** Whom it is about, as told. */
  readonly objectName: string;
  readonly providerNo: string | null;
  readonly matter: ComplaintMatter;
  readonly facts: string;
  /** An identity is sealed beside it. */
  readonly named: boolean;
  /** Works where it happened (内部人员). */
  readonly insider: boolean;
  readonly receivedOn: Day;
  readonly state: ComplaintState;
  readonly dueDay: Day | null;
  readonly assignedTo: string | null;
  readonly handledBy: string | null;
  readonly extended: boolean;
  readonly mergedInto: string | null;
  readonly findingIds: readonly string[];
  readonly result: ComplaintResult | null;
  /** Loss of the fund that was found true, which a reward is a share of. */
  readonly valueFen: Fen | null;
  readonly reply: string | null;
  readonly closedOn: Day | null;
  readonly workingDayCount: number | null;
  readonly satisfied: boolean | null;
  readonly rewardFen: Fen | null;
  readonly pictureCount: number;
}

/** What a step is asked with, beside the complaint itself. */
export interface ComplaintStepFacts {
  readonly by: string;
  /** The complaint it is to be merged into. */
  readonly other?: Complaint | undefined;
  /** One of those merged into it came earlier. */
  readonly reportedBefore: boolean;
}

/** Which condition does not hold; one test a condition. */
export const complaintGuards: Readonly<Record<ComplaintCondition, (one: Complaint, facts: ComplaintStepFacts) => boolean>> = {
  notExtended: (one) => !one.extended,
  canHold: (one, { other }) =>
    other !== undefined &&
    other.complaintId !== one.complaintId &&
    (other.state === 'received' || other.state === 'handling') &&
    (other.providerNo === null || one.providerNo === null || other.providerNo === one.providerNo),
  anotherPerson: (one, { by }) => by !== one.handledBy,
  verified: (one) => one.result === 'verified' || one.result === 'partly',
  named: (one) => one.named,
  firstReporter: (one, { reportedBefore }) => one.mergedInto === null && !reportedBefore,
  notRewarded: (one) => one.rewardFen === null,
};

/** One row of a region's table of rewards (举报奖励办法, 医保办发〔2022〕22号: a share of the case value, capped; the rest is local). */
export interface RewardRule {
  readonly region: string;
  readonly object: ComplaintObject | '*';
  /** Value of the case from (inclusive) and to (exclusive, null: open). */
  readonly fromFen: Fen;
  readonly toFen: Fen | null;
  /** Ten-thousandths: 200 is 2 %. */
  readonly rate: number;
  readonly floorFen: Fen;
  readonly capFen: Fen;
  /** Hundredths: 120 gives insiders a fifth more. */
  readonly insiderFactor: number;
  readonly fromDay: Day | null;
  readonly toDay: Day | null;
  readonly source: string;
}

/** The row that counts: of the region before everywhere, of the kind of object before any. */
export function rewardRuleFor(
  rules: readonly RewardRule[],
  asked: { region: string; object: ComplaintObject; valueFen: Fen; day: Day },
): RewardRule | undefined {
  const fitting = rules.filter(
    (rule) =>
      (rule.region === asked.region || rule.region === '*') &&
      (rule.object === asked.object || rule.object === '*') &&
      rule.fromFen <= asked.valueFen &&
      (rule.toFen === null || asked.valueFen < rule.toFen) &&
      (rule.fromDay ?? asked.day) <= asked.day &&
      asked.day <= (rule.toDay ?? asked.day),
  );
  const rank = (rule: RewardRule) => (rule.region === '*' ? 2 : 0) + (rule.object === '*' ? 1 : 0);
  return fitting.sort((a, b) => rank(a) - rank(b))[0];
}

/** Value × rate, a fifth more for insiders where the row says so; not below the floor nor above the cap. Half a fen rounds up. */
export function rewardOf(rule: RewardRule, valueFen: Fen, insider: boolean): Fen {
  const factor = BigInt(insider ? rule.insiderFactor : 100);
  const share = Number((BigInt(valueFen) * BigInt(rule.rate) * factor * 2n + 1_000_000n) / 2_000_000n);
  return Math.min(rule.capFen, Math.max(rule.floorFen, share));
}
