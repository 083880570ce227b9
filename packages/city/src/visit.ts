import type { LineWish, Misstatement, PlantLine, PlantSettlement, PlantVisit, StayField } from '@hengjian/catalog/plant.ts';
import { type Day, dayOf, type Fen, type Instant, SECONDS_PER_DAY } from '@hengjian/domain';
import { itemNamed } from './catalogue/catalogue.ts';
import type { Item } from './catalogue/items.ts';
import type { Person } from './people.ts';
import { type Doctor, inGoodStanding, type Provider, rankOf, seniorOf } from './providers.ts';

/** One billed line. Quantity in ten-thousandths, price in millionths of a yuan, amounts in fen. */
export interface Line {
  name: string;
  quantity: number;
  item: Item;
  code: string;
  at: Instant;
  order: number;
  units: number;
  price: number;
  amount: Fen;
  inScope: Fen;
  /** Its label within the visit; the number on the wire carries the visit's. */
  prescription: string;
  supplyDays: number | null;
  /** sin_dos and used_frqu. */
  dose: string;
  frequency: string;
  doctor: Doctor;
  /** rx_no of another house; null: the visit's own. */
  prescriptionNo: string | null;
  /** Trace codes sent with it; null: one a pack. */
  traces: readonly string[] | null;
  split: boolean;
  /** The line that a negative one takes back; null when it does not say. */
  takesBack: Line | null;
  /** When what is taken back was charged: stock goes back to that month. */
  chargedAt: Instant;
  visit: Visit;
  settlement: Settlement;
  /** Seconds from the fee's moment to its upload. */
  uploadDelay: number;
  blank: NonNullable<LineWish['blank']>;
  /** Given when the visit is written. */
  no: string;
}

export interface Settlement {
  visit: Visit;
  lines: Line[];
  /** null: at the end of the visit. */
  on: Day | null;
  /** A reversal names what it reverses. */
  reverses: Settlement | null;
  reversed: boolean;
  /** Its lines were never uploaded. */
  hidden: boolean;
  id: string;
  at: Instant;
}

export interface Operation {
  code: string;
  at: Instant;
  minutes: number;
  surgeon: Doctor;
  anaesthetist: Doctor | null;
}

export interface VisitFacts {
  person: Person;
  provider: Provider;
  /** National med_type. */
  kind: string;
  begins: Instant;
  /** null: still open. */
  ends: Instant | null;
  department: string;
  doctor: Doctor;
  insurance: string;
  diagnoses: string[];
  lastDay: Day;
}

const toFen = (units: number, price: number): Fen => {
  const raw = Math.abs(units) * price; // 1e-10 yuan; below 2^53 for every price and quantity of the catalogue
  const fen = Math.floor((raw + 50_000_000) / 100_000_000);
  return units < 0 ? -fen : fen;
};

/** rx_no: the visit's number and the label. */
export const prescriptionNo = (line: Line): string =>
  line.prescriptionNo ?? (line.prescription ? `${line.visit.id}${line.prescription}` : '');

/** A visit in the making: outpatient encounter, pharmacy purchase or stay. Also what a plant holds in its hands. */
export class Visit implements PlantVisit {
  readonly person: Person;
  readonly provider: Provider;
  readonly kind: string;
  readonly begins: Instant;
  readonly ends: Instant | null;
  readonly department: string;
  readonly doctor: Doctor;
  readonly insurance: string;
  readonly diagnoses: string[];
  readonly first: Day;
  readonly last: Day;
  readonly operations: Operation[] = [];
  readonly settlements: Settlement[] = [];
  disease = '';
  bed = '';
  discharge = '';
  pregnant = false;
  nursing = false;
  internet = false;
  clearing = '1';
  /** act_ipt_days as the settlement list says it; null: not told. */
  statedStayDays: number | null = null;
  /** Fen by which the list misstates what was paid, and what the lines come to. */
  readonly misstated = { payments: 0, lines: 0 };
  readonly blank = new Set<StayField>();
  id = '';
  private current: Settlement;
  private count = 0;

  constructor(facts: VisitFacts) {
    this.person = facts.person;
    this.provider = facts.provider;
    this.kind = facts.kind;
    this.begins = facts.begins;
    this.ends = facts.ends;
    this.department = facts.department;
    this.doctor = facts.doctor;
    this.insurance = facts.insurance;
    this.diagnoses = facts.diagnoses;
    this.first = dayOf(facts.begins);
    this.last = facts.ends === null ? facts.lastDay : dayOf(facts.ends);
    this.current = this.open(null);
    if (this.stay && facts.ends !== null) this.statedStayDays = Math.max(1, this.last - this.first);
  }

  get stay(): boolean {
    return this.kind === '21' || this.kind === '52';
  }

  private open(on: Day | null): Settlement {
    const settlement: Settlement = { visit: this, lines: [], on, reverses: null, reversed: false, hidden: false, id: '', at: 0 };
    this.settlements.push(settlement);
    return settlement;
  }

  add(name: string, wish: LineWish = {}): Line {
    const item = itemNamed(name);
    const units = Math.round((wish.quantity ?? 1) * 10_000);
    const price = wish.price === undefined ? (item.prices[this.provider.level] as number) : Math.round(wish.price * 1_000_000);
    const amount = toFen(units, price);
    const scope = wish.scope ?? item.scope;
    const on = wish.on ?? this.first;
    // Within the visit's own hours: a line of the first day is never before the beginning, one of the last day never after the end.
    let at = on * SECONDS_PER_DAY + (wish.hour ?? 9) * 3600 + (this.count % 50) * 60;
    if (wish.hour === undefined && at < this.begins && on === this.first) at = this.begins + 300 + (this.count % 20) * 30;
    if (wish.hour === undefined && this.ends !== null && at > this.ends && on === this.last) at = Math.max(this.begins, this.ends - 60);
    const line: Line = {
      name,
      quantity: wish.quantity ?? 1,
      item,
      code: item.codes[(wish.maker ?? 0) % item.codes.length] as string,
      at,
      order: this.count,
      units,
      price,
      amount,
      inScope: scope === 100 ? amount : Math.round((amount * scope) / 100),
      prescription: wish.prescription ?? (item.listType === '101' && !this.stay && this.kind !== '41' ? 'R1' : ''),
      supplyDays: this.supply(item, wish),
      dose: wish.dose ?? (item.listType === '101' ? '1' : ''),
      frequency: wish.frequency ?? (item.listType === '101' ? 'bid' : ''),
      doctor: (wish.doctor as Doctor | undefined) ?? this.orderedBy(item, dayOf(at)),
      prescriptionNo: wish.prescriptionNo ?? null,
      traces: wish.traces ?? null,
      split: wish.split === true,
      takesBack: null,
      chargedAt: at,
      visit: this,
      settlement: this.current,
      uploadDelay: wish.uploadHours === undefined ? (this.stay ? (this.count % 4) * 900 : 0) : Math.round(wish.uploadHours * 3600),
      blank: wish.blank ?? [],
      no: '',
    };
    this.count += 1;
    this.current.lines.push(line);
    return line;
  }

  /**
   * The visit's doctor; the senior of the department where she is not entitled to restricted antibacterials, or her right has ended by
   * that day (what is charged before or after the visit).
   */
  private orderedBy(item: Item, day: Day): Doctor {
    const entitled = item.privilege === 0 || rankOf(this.doctor) >= item.privilege;
    if (entitled && ((day >= this.first && day <= this.last) || inGoodStanding(this.doctor, day))) return this.doctor;
    return seniorOf(this.provider, this.department);
  }

  private supply(item: Item, wish: LineWish): number | null {
    if (wish.supplyDays !== undefined) return wish.supplyDays;
    if (item.listType !== '101') return null;
    return this.stay ? 1 : Math.max(1, Math.round((wish.quantity ?? 1) * item.packDays));
  }

  diagnose(code: string): void {
    this.diagnoses.push(code);
  }

  operate(code: string, on: Day = this.first + 1, minutes = 90): void {
    this.operations.push({
      code,
      at: on * SECONDS_PER_DAY + 10 * 3600 + this.operations.length * 60,
      minutes,
      surgeon: this.doctor,
      anaesthetist: null,
    });
  }

  refund(line: PlantLine, wish: { quantity?: number; unnamed?: boolean; traces?: readonly string[] } = {}): void {
    const origin = line as Line;
    const units = -Math.round((wish.quantity ?? origin.quantity) * 10_000);
    const amount = toFen(units, origin.price);
    this.take(this.current, origin, units, amount, origin.at + 5400, !wish.unnamed, wish.traces ?? []);
  }

  private take(
    settlement: Settlement,
    origin: Line,
    units: number,
    amount: Fen,
    at: Instant,
    named: boolean,
    traces: readonly string[] = [],
  ): void {
    const whole = units === -origin.units;
    settlement.lines.push({
      ...origin,
      quantity: units / 10_000,
      units,
      amount: whole ? -origin.amount : amount,
      inScope: whole ? -origin.inScope || 0 : -Math.round((origin.inScope * amount) / -origin.amount) || 0,
      at,
      order: this.count,
      takesBack: named ? origin : null,
      traces,
      settlement,
      no: '',
    });
    this.count += 1;
  }

  settle(on: Day): PlantSettlement {
    const closed = this.current;
    closed.on = on;
    this.current = this.open(null);
    return closed;
  }

  private copy(settlement: Settlement, origin: Line): Line {
    const line = { ...origin, order: this.count, settlement, no: '' };
    this.count += 1;
    settlement.lines.push(line);
    return line;
  }

  withoutLines(): void {
    this.current.hidden = true;
  }

  settleAgain(on?: Day): PlantSettlement {
    const again = this.open(on ?? null);
    for (const line of this.current.lines) this.copy(again, line);
    return again;
  }

  resettle(wish: { drop?: readonly PlantLine[] } = {}): (line: PlantLine) => PlantLine {
    const old = this.current;
    this.reverse();
    const again = this.open(null);
    const copies = new Map<Line, Line>();
    for (const line of old.lines) if (!wish.drop?.includes(line)) copies.set(line, this.copy(again, line));
    this.current = again;
    return (line) => {
      const found = copies.get(line as Line);
      if (!found) throw new Error(`resettle: ${line.name} was dropped`);
      return found;
    };
  }

  misstate(what: Misstatement): void {
    this.misstated.payments += Math.round((what.payments ?? 0) * 100);
    this.misstated.lines += Math.round((what.lines ?? 0) * 100);
    if (what.stayDays !== undefined) this.statedStayDays = what.stayDays;
  }

  leaveBlank(...fields: StayField[]): void {
    for (const field of fields) this.blank.add(field);
  }

  reverse(): void {
    const old = this.current;
    const reversal = this.open(null);
    reversal.reverses = old;
    old.reversed = true;
    for (const line of old.lines) this.take(reversal, line, -line.units, -line.amount, 0, true);
  }

  /** Settlements in force: neither reversed nor a reversal, and with lines. */
  live(): Settlement[] {
    return this.ends === null && this.stay ? [] : this.settlements.filter((s) => !s.reversed && !s.reverses && s.lines.length > 0);
  }
}
