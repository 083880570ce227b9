import type { StayField } from '@hengjian/catalog/plant.ts';
import { type Day, dayOf, formatDay, type Instant, SECONDS_PER_DAY } from '@hengjian/domain';
import { giveBack, type Payment, pay } from './benefit.ts';
import type { Person } from './people.ts';
import type { Provider } from './providers.ts';
import { type Line, prescriptionNo, type Settlement, type Visit } from './visit.ts';
import type { Sink } from './writer.ts';

export type StockSays = { accounted: number } | 'nothing' | 'absent';

/** The city as it is being written: its period, its houses, its numbers, its stock. */
export interface City {
  seed: number;
  from: Day;
  to: Day;
  people: Person[];
  providers: Provider[];
  /** Visits of the planted cases. */
  planned: Map<Person, Visit[]>;
  ofKind: Map<string, Provider[]>;
  sink: Sink;
  counts: { encounters: number; settlements: number; lines: number };
  /** Units sold by provider, code and month. */
  sold: Map<string, number>;
  /** What registers say otherwise, by the same key. */
  stock: Map<string, StockSays>;
  /** Devices by provider and code: what was billed, and what planted cases say. */
  devices: Map<string, { units: number | null; from: Day | null; to: Day | null } | 'absent'>;
  benefits: Map<Person, readonly { from: Day; to: Day | null; state: '1' | '2' }[]>;
  /** Chronic diseases approved; quota in yuan a year. */
  approvals: Map<Person, readonly { disease: string; from: Day; to: Day | null; quota: number | null }[]>;
  prescriptions: string[];
  /** What planted cases share with nobody. */
  marks: Set<string>;
  numbers: { prescription: number };
  days: Map<Day, string>;
  /** The payment group that a house writes on a stay's settlement list. */
  sentGroup: (visit: Visit) => string;
}

const two = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'));

function instantText(city: City, at: Instant): string {
  const day = dayOf(at);
  let text = city.days.get(day);
  if (text === undefined) {
    text = formatDay(day);
    city.days.set(day, text);
  }
  const second = at - day * SECONDS_PER_DAY;
  return `${text} ${two[Math.floor(second / 3600)]}:${two[Math.floor(second / 60) % 60]}:${two[second % 60]}`;
}

/** Whole fen as yuan with two decimals. */
export function yuanText(fen: number): string {
  const whole = Math.abs(fen);
  return `${fen < 0 ? '-' : ''}${Math.floor(whole / 100)}.${two[whole % 100]}`;
}

/** A fixed-point whole number with `digits` decimals, without needless zeros. */
export function fixedText(value: number, scale: number, digits: number): string {
  const whole = Math.abs(value);
  const rest = whole % scale;
  const head = `${value < 0 ? '-' : ''}${Math.floor(whole / scale)}`;
  return rest === 0 ? head : `${head}.${String(rest).padStart(digits, '0').replace(/0+$/, '')}`;
}

/** Order of the lines in a visit: settlement by settlement, then time, then order of billing. */
function number(visit: Visit): void {
  let serial = 0;
  for (const settlement of visit.settlements) {
    settlement.lines.sort((a, b) => a.at - b.at || a.order - b.order);
    for (const line of settlement.lines) {
      serial += 1;
      line.no = String(serial).padStart(6, '0');
    }
  }
}

/** Settlements one after the other: at the end of the visit, or on the day asked for. */
function schedule(visit: Visit): void {
  let last = 0;
  for (const settlement of visit.settlements) {
    if (settlement.lines.length === 0) continue;
    const end = (visit.ends ?? visit.begins) + (visit.stay ? 1800 : 300);
    let at = settlement.on === null ? Math.max(end, last + 600) : Math.max(settlement.on * SECONDS_PER_DAY + 16 * 3600, last + 600);
    if (settlement.reverses) at = Math.max(at, last + 1200);
    settlement.at = at;
    last = at;
    if (settlement.reverses) for (const line of settlement.lines) line.at = at - 60;
  }
}

const chemistry = { '09': true, '11': true } as const;

function writeLine(city: City, visit: Visit, line: Line, settlementId: string): void {
  const drug = line.item.listType === '101';
  const at = instantText(city, line.at);
  city.counts.lines += 1;
  city.sink.row(
    'feedetl',
    `${line.no},${visit.id},${settlementId},${at},${line.code},${line.item.listType},${line.blank.includes('feeCategory') ? '' : line.item.feeCategory},${fixedText(line.units, 10_000, 4)},${fixedText(line.price, 1_000_000, 6)},${yuanText(line.amount)},${yuanText(line.inScope)},${visit.department},${line.blank.includes('practitioner') ? '' : line.doctor.code},${prescriptionNo(line)},${line.supplyDays ?? ''},${line.dose},${line.frequency},${line.takesBack?.no ?? ''},${line.uploadDelay === 0 ? at : instantText(city, line.at + line.uploadDelay)}`,
  );
  if (line.item.listType !== '201') {
    const month = line.chargedAt === line.at ? at : instantText(city, line.chargedAt);
    const key = `${visit.provider.code},${line.code},${month.slice(0, 7)}`;
    city.sold.set(key, (city.sold.get(key) ?? 0) + line.units);
  }
  if (line.item.device) {
    const key = `${visit.provider.code},${line.code}`;
    if (!city.devices.has(key)) city.devices.set(key, { units: 1 + (visit.provider.level >> 1), from: null, to: null });
  }
  if (line.traces) for (const code of line.traces) city.sink.row('trac', `${visit.id},${line.no},${code},${line.split ? 1 : 0}`);
  // Outpatient and pharmacy packs carry a trace code each; a stay's drugs come from the ward in parts.
  else if (drug && line.units > 0 && !visit.stay && line.item.feeCategory in chemistry) {
    const packs = Math.min(4, Math.max(1, Math.round(line.units / 10_000)));
    for (let n = 0; n < packs; n += 1)
      city.sink.row(
        'trac',
        `${visit.id},${line.no},8${String(city.counts.lines).padStart(12, '0')}${two[n]}${String(line.item.codes.length).padStart(5, '3')},0`,
      );
  }
}

function writeSettlement(city: City, settlement: Settlement, payment: Payment): void {
  const { visit } = settlement;
  city.sink.row(
    'setl',
    `${settlement.id},${visit.id},${visit.person.number},${visit.provider.code},${instantText(city, settlement.at)},${yuanText(payment.total)},${yuanText(payment.pool + payment.aid)},${yuanText(payment.inScope)},${yuanText(payment.pool)},${yuanText(payment.account)},${yuanText(payment.aid)},${yuanText(payment.cash)},${visit.insurance},${visit.kind},${settlement.reverses ? 1 : 0},${settlement.reverses?.id ?? ''},${visit.clearing}`,
  );
}

/** The list as the house filled it in. */
function misstated(payment: Payment, visit: Visit): Payment {
  const { payments, lines } = visit.misstated;
  return payments === 0 && lines === 0 ? payment : { ...payment, total: payment.total + lines, cash: payment.cash + payments + lines };
}

/** What a pharmacy sells on a prescription was prescribed at a clinic the same day and circulated. */
function circulate(city: City, visit: Visit): void {
  const clinics = city.ofKind.get('community') ?? [];
  const clinic = clinics[visit.person.index % clinics.length];
  const day = instantText(city, visit.begins).slice(0, 10);
  const seen = new Set<string>();
  for (const line of visit.settlements.flatMap((settlement) => settlement.lines)) {
    const no = line.prescriptionNo === null && line.units > 0 ? prescriptionNo(line) : '';
    if (!clinic || no === '' || seen.has(no + line.code)) continue;
    seen.add(no + line.code);
    city.sink.row(
      'rx',
      `${no},${visit.person.number},${clinic.code},${line.code},${day},${clinic.doctors[0]?.code ?? ''},${day},${fixedText(line.units, 10_000, 4)}`,
    );
  }
}

/** Gives the visit its numbers and writes it with everything that hangs on it. */
export function writeVisit(city: City, visit: Visit): void {
  city.counts.encounters += 1;
  visit.id = `9901${String(city.counts.encounters).padStart(10, '0')}`;
  number(visit);
  schedule(visit);
  const told = (field: StayField, text: string): string => (visit.blank.has(field) ? '' : text);
  city.sink.row(
    'mdtrt',
    `${visit.id},${visit.person.number},${visit.provider.code},${visit.kind},${instantText(city, visit.begins)},${visit.ends === null ? '' : instantText(city, visit.ends)},${visit.disease},${told('department', visit.department)},${told('bed', visit.bed)},${told('practitioner', visit.doctor.code)},${told('dischargeWay', visit.discharge)},${visit.insurance},${visit.provider.outside ? 1 : 0},${visit.pregnant ? 3 : visit.nursing ? 4 : ''},${visit.internet ? 1 : 0},${visit.statedStayDays ?? ''},${city.sentGroup(visit)}`,
  );
  visit.diagnoses.forEach((code, index) => {
    city.sink.row(
      'diag',
      `${visit.id},${code},${index === 0 && !visit.blank.has('mainDiagnosis') ? 1 : 0},${index + 1},${visit.stay && visit.ends === null ? 1 : visit.stay ? 2 : ''}`,
    );
  });
  visit.operations.forEach((operation, index) => {
    city.sink.row(
      'oprn',
      `${visit.id},${operation.code},${index === 0 ? 1 : 0},${instantText(city, operation.at)},${instantText(city, operation.at + operation.minutes * 60)},${operation.surgeon.code},${operation.anaesthetist?.code ?? ''},1`,
    );
  });
  if (visit.kind === '41') circulate(city, visit);
  const open = visit.stay && visit.ends === null;
  const payments = new Map<Settlement, Payment>();
  for (const settlement of visit.settlements) {
    if (settlement.lines.length === 0) continue;
    if (!open) {
      city.counts.settlements += 1;
      settlement.id = `9902${String(city.counts.settlements).padStart(10, '0')}`;
    }
    if (!settlement.hidden && !settlement.reverses?.hidden)
      for (const line of settlement.lines) writeLine(city, visit, line, settlement.id);
    if (open) continue;
    const payment = settlement.reverses
      ? giveBack(payments.get(settlement.reverses) as Payment, settlement)
      : misstated(pay(settlement), visit);
    payments.set(settlement, payment);
    writeSettlement(city, settlement, payment);
  }
}
