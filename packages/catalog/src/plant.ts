/**
 * What a rule plants in the synthetic city: labelled violations, and near-misses just inside each limit, written from the policy
 * page and never from the rule tree. Types only: the city builds what stands behind them.
 *
 * A case is a function that lives through something with one person of its own: `violations` must end by telling what is in
 * question (`kit.violation`), `nearMisses` must not. A case that does not fit the period asked for (`kit.day` found no room) is
 * left out. One person carries one case, and nothing in the rest of that person's life touches an item of the knowledge base.
 */
import type { Day } from '@hengjian/domain';

export interface Plant {
  /** National rule code, else DF-nn, else `NC-` and the rule's name. */
  code: string;
  grain: 'line' | 'prescription' | 'encounter' | 'settlement' | 'person' | 'provider' | 'department' | 'practitioner';
  violations: readonly PlantCase[];
  nearMisses: readonly PlantCase[];
  /** A statistic: the truth tells what was planted, and chance may bring more; precision and recall are measured, not demanded. */
  statistical?: true;
  /** So many violations (and near-misses) at most, however large the city. */
  most?: number;
}

export type PlantCase = (kit: PlantKit) => void;

export interface PlantRandom {
  /** Whole number in [from, to], both included. */
  int(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
}

export interface PlantKit {
  readonly random: PlantRandom;
  /** First and last day of the period. */
  readonly from: Day;
  readonly to: Day;
  /**
   * A day with `before` and `after` days of the period around it, inside `within`; ends the case quietly when there is none.
   * `within` dates are 'yyyy-mm-dd'.
   */
  day(room?: { before?: number; after?: number; within?: { from?: string; to?: string }; sameYear?: boolean; sameMonth?: boolean }): Day;
  /** That date as a day; ends the case quietly when it lies outside the period. */
  date(text: string): Day;
  /** A person of that kind whom no other case has. */
  person(wish?: PersonWish): PlantPerson;
  provider(wish?: ProviderWish): PlantProvider;
  /** A doctor of the provider whose right to bill is suspended (or ended) on that day but not on the day before `from`. */
  suspendedDoctor(provider: PlantProvider, from: Day, to: Day | 'ended'): PlantDoctor;
  /** A doctor of the provider in good standing, of that rank. */
  doctor(provider: PlantProvider, title: PlantTitle): PlantDoctor;
  /** A house that only cases of the same kind go to, whose agreement begins, or ends, or both, within the period. */
  houseUnderAgreement(kind: NonNullable<ProviderWish['kind']>, bounds: AgreementBounds): PlantProvider;
  visit(person: PlantPerson, wish: VisitWish): PlantVisit;
  /** A house that only cases of this rule go to; there are a few, so that cases keep apart with `only`. `beds`: its approved beds, null: not on record. */
  ownHouse(kind: NonNullable<ProviderWish['kind']>, wish?: { beds?: number | null; level?: ProviderWish['level'] }): PlantProvider;
  /**
   * Houses that a case is compared with: hospitals of class 2 that live an ordinary life (`live`) beside it. Made once under this word,
   * for all cases of all rules that ask by it.
   */
  peers(word: string, count: number, live: (house: PlantProvider) => void): readonly PlantProvider[];
  /** A doctor of the provider who has no other patients; `scope`: code of the registered scope of practice, null: not on record. */
  ownDoctor(provider: PlantProvider, wish?: { scope?: string | null }): PlantDoctor;
  /**
   * Nobody else's case has this mark (say, an item at a house in a month); ends the case quietly when one has. Stock registers and
   * the like are shared by all who go to a house.
   */
  only(...mark: readonly (string | number | PlantProvider)[]): void;
  /**
   * What the house's stock register says of an item in the month of that day: so many units gone out (`accounted`, bought as many),
   * nothing moved, or no row at all. Without this it says what was charged.
   */
  stock(provider: PlantProvider, name: string, on: Day, says: { accounted: number } | 'nothing' | 'absent', maker?: number): void;
  /** Devices the house has for an item. Without this a house has a device for what it bills. */
  equipment(provider: PlantProvider, name: string, says: { units: number | null; from?: Day; to?: Day } | 'absent'): void;
  /** The periods for which the person may claim benefits, instead of the whole time; state 1 in force, 2 suspended. */
  benefits(person: PlantPerson, periods: readonly { from: Day; to?: Day; state?: '1' | '2' }[]): void;
  /** Chronic diseases (门诊慢特病 codes) for which the person was approved, quota in yuan a year. Without this nobody is on the register. */
  approvals(person: PlantPerson, approved: readonly { disease: string; from: Day; to?: Day; quota?: number }[]): void;
  /** A prescription circulated to pharmacies; its number is for `LineWish.prescriptionNo`. Valid for three days unless said. */
  prescribe(person: PlantPerson, on: Day, items: readonly { name: string; quantity: number; maker?: number }[], validDays?: number): string;
  /** A number of a prescription that nobody issued. */
  prescriptionNumber(): string;
  /** Says what is in question: the lines, or the visits (with their live settlements), or named settlements; of a statistic the institution or its
   * department. One call is one row of truth. `rule`: the
   * same violates another rule as well. */
  violation(
    inQuestion:
      | { lines: readonly PlantLine[] }
      | { visits: readonly PlantVisit[] }
      | { settlements: readonly PlantSettlement[] }
      | { standsOut: PlantProvider; department?: string },
    rule?: string,
  ): void;
}

/** Rank of a doctor's title: 主任或副主任医师, 主治医师, 医师. */
export type PlantTitle = 'senior' | 'middle' | 'junior';

/** Which ends of its agreement are on record. */
export type AgreementBounds = 'from' | 'to' | 'both';

export interface PersonWish {
  /** 1 male, 2 female. */
  sex?: 1 | 2;
  /** Completed years on `ageOn` (default: first day of the period), both included. */
  minAge?: number;
  maxAge?: number;
  bornOn?: Day;
  diesOn?: Day;
  /** National insutype: 310 employees, 390 residents. */
  insurance?: '310' | '390';
  /** Has no life beside the case: where everything of a year counts. */
  quiet?: boolean;
  /** At the same address as that person. */
  livesWith?: PlantPerson;
}

export interface ProviderWish {
  kind?: 'hospital' | 'tcm' | 'maternity' | 'rehabilitation' | 'community' | 'village' | 'pharmacy';
  level?: 0 | 1 | 2 | 3;
  minLevel?: 1 | 2 | 3;
  not?: readonly PlantProvider[];
  /** Outside the city (异地). */
  outside?: boolean;
}

export type Scene = 'outpatient' | 'emergency' | 'chronic' | 'maternity-outpatient' | 'pharmacy' | 'inpatient' | 'maternity-inpatient';

export interface VisitWish {
  scene: Scene;
  on: Day;
  /** Inpatient: nights; discharge is on `on + days`. Default 5. */
  days?: number;
  at?: PlantProvider | ProviderWish;
  /** Main diagnosis, ICD-10 national version. */
  diagnosis?: string;
  /** `dise_codg`: the approved 门诊慢特病, e.g. M03900. */
  disease?: string;
  /** National department code under which the visit bills; where the house has it, its doctors order. Default by scene. */
  department?: string;
  /** Hour of beginning and, for a stay, of discharge. */
  hour?: number;
  endHour?: number;
  minute?: number;
  endMinute?: number;
  /** Without the routine lines (consultation; bed, nursing and daily care). */
  bare?: boolean;
  /** Stay: without its daily bed line, nursing line or consultation line, for cases that bill them themselves. */
  without?: readonly ('bed' | 'nursing' | 'consultation')[];
  internet?: boolean;
  /** `matn_stas` 3: pregnant. */
  pregnant?: boolean;
  /** `matn_stas` 4: nursing. */
  nursing?: boolean;
  /** Overrides the person's insurance, e.g. 510 maternity insurance. */
  insurance?: string;
  /** dscg_way: 1 home, 2 transferred, 5 died. Default 1. */
  discharge?: '1' | '2' | '5';
  /** The stay has not ended. */
  open?: boolean;
  doctor?: PlantDoctor;
}

export interface LineWish {
  /** In billing units. Default 1. */
  quantity?: number;
  /** Default: the visit's first day. */
  on?: Day;
  hour?: number;
  /** Unit price in yuan; default the catalogue's for the provider's level. */
  price?: number;
  /** Days of supply; default quantity × days of a pack (1 in a stay). null: not told. */
  supplyDays?: number | null;
  prescription?: string;
  /** rx_no as it is, instead of the visit's own. */
  prescriptionNo?: string;
  /** Trace codes uploaded with the line; default one a pack for drugs outside a stay. */
  traces?: readonly string[];
  /** trdn_flag of these codes. */
  split?: boolean;
  /** Single dose and frequency as sent (`sin_dos`, `used_frqu`). Default '1' and 'bid' for drugs. */
  dose?: string;
  frequency?: string;
  /** Which manufacturer's product (0 first); each has its own code. */
  maker?: number;
  /** Share in the fund's scope, in hundredths; default the catalogue's. 0: paid by the person. */
  scope?: number;
  doctor?: PlantDoctor;
  /** Hours from the fee's moment to its upload. Default: at once, within the hour in a stay. */
  uploadHours?: number;
  /** Left blank on the wire. */
  blank?: readonly ('practitioner' | 'feeCategory')[];
}

/** What the settlement list says otherwise than it is; amounts in yuan. */
export interface Misstatement {
  /** The parts paid add up to so much more than the total. */
  payments?: number;
  /** The total is so much more than its lines. */
  lines?: number;
  /** act_ipt_days; null: not told. */
  stayDays?: number | null;
}

export type StayField = 'mainDiagnosis' | 'department' | 'bed' | 'dischargeWay' | 'practitioner';

export interface PlantPerson {
  readonly born: Day;
}
export interface PlantProvider {
  /** Class: 3 三级, 2 二级, 1 一级, 0 未定级. */
  readonly level: number;
  /** First and last day of the agreement, both included; null: not on record. */
  readonly agreementFrom: Day | null;
  readonly agreementTo: Day | null;
}
export type PlantDoctor = object;
export type PlantSettlement = object;
export interface PlantLine {
  readonly name: string;
  /** In billing units. */
  readonly quantity: number;
}

export interface PlantVisit {
  readonly person: PlantPerson;
  readonly provider: PlantProvider;
  /** First and last day (the last day of an open stay is that of the period). */
  readonly first: Day;
  readonly last: Day;
  /** Bills an item of the city's catalogue, by its Chinese name. */
  add(name: string, wish?: LineWish): PlantLine;
  /** A further diagnosis. */
  diagnose(code: string): void;
  /** An operation or procedure, ICD-9-CM-3 national version. */
  operate(code: string, on?: Day): void;
  /** A negative line for all or part of a line; `unnamed`: without init_feedetl_sn. */
  refund(line: PlantLine, wish?: { quantity?: number; unnamed?: boolean; traces?: readonly string[] }): void;
  /** Closes the running settlement on that day (mid-stay settlement); later lines belong to the next. */
  settle(on: Day): PlantSettlement;
  /** Settles the same sum once more, with the same items uploaded again. Call after all lines are added. */
  settleAgain(on?: Day): PlantSettlement;
  /** Takes the live settlement's lines out of the upload: a swipe without goods. */
  withoutLines(): void;
  /** Reverses the settlement and settles again without the lines named in `drop`. Returns the new line for an old one. */
  resettle(wish?: { drop?: readonly PlantLine[] }): (line: PlantLine) => PlantLine;
  misstate(what: Misstatement): void;
  /** Fields of the encounter left blank on the wire. */
  leaveBlank(...fields: StayField[]): void;
  /** Reverses the settlement for good. */
  reverse(): void;
}
