import type {
  AgreementBounds,
  PersonWish,
  Plant,
  PlantDoctor,
  PlantKit,
  PlantProvider,
  PlantTitle,
  ProviderWish,
  VisitWish,
} from '@hengjian/catalog/plant.ts';
import { calendarDate, type Day, formatDay, parseDay, SECONDS_PER_DAY } from '@hengjian/domain';
import { dailyCare, routineOf } from './care.ts';
import { itemNamed } from './catalogue/catalogue.ts';
import type { City, StockSays } from './city.ts';
import { NoRoom, Register } from './claims.ts';
import type { Person } from './people.ts';
import { type Doctor, doctorFor, openReserved, type Provider } from './providers.ts';
import { Random } from './random.ts';
import type { Truth } from './truth.ts';
import { type Line, type Settlement, Visit } from './visit.ts';

/** So many houses of a kind are opened for cases of agreements at most. */
const RESERVED_HOUSES = 3;
/** … and for one rule's own cases. */
const OWN_HOUSES = 12;

const OWN_FLAT = '附1室';

export class Kit implements PlantKit {
  readonly random: Random;
  readonly from: Day;
  readonly to: Day;
  readonly truths: Truth[] = [];
  readonly taken: Person[] = [];
  private readonly city: City;
  private readonly register: Register;
  private readonly ruleId: string;
  private readonly plants: Readonly<Record<string, Plant>>;

  constructor(city: City, register: Register, ruleId: string, plants: Readonly<Record<string, Plant>>, serial: string) {
    this.city = city;
    this.register = register;
    this.ruleId = ruleId;
    this.plants = plants;
    this.random = new Random(city.seed, 'plant', ruleId, serial);
    this.from = city.from;
    this.to = city.to;
  }

  day(room: NonNullable<Parameters<PlantKit['day']>[0]> = {}): Day {
    const within = (text: string | undefined, otherwise: Day) => (text === undefined ? otherwise : (parseDay(text) as Day));
    const first = Math.max(this.from + (room.before ?? 0), within(room.within?.from, this.from));
    const last = Math.min(this.to - 1 - (room.after ?? 0), within(room.within?.to, this.to));
    if (first > last) throw new NoRoom('the period is too short');
    const after = room.after ?? 0;
    for (let tries = 0; tries < 400; tries += 1) {
      const day = this.random.int(first, last);
      const [a, b] = [calendarDate(day), calendarDate(day + after)];
      if (room.sameYear && a.year !== b.year) continue;
      if (room.sameMonth && (a.year !== b.year || a.month !== b.month)) continue;
      return day;
    }
    throw new NoRoom('no such day');
  }

  date(text: string): Day {
    const day = parseDay(text);
    if (day === undefined) throw new Error(`plant ${this.ruleId}: ${text} is no date`);
    if (day < this.from || day >= this.to) throw new NoRoom(text);
    return day;
  }

  person(wish: PersonWish = {}): Person {
    const person = this.register.claim(this.random, wish);
    this.taken.push(person);
    if (wish.quiet) person.quiet = true;
    if (wish.livesWith) {
      const head = wish.livesWith as Person;
      // a flat of their own: others of the old one fall ill as well, now and then on the very day
      if (!head.address.endsWith(OWN_FLAT)) head.address += OWN_FLAT;
      Object.assign(person, { address: head.address, area: head.area });
    }
    return person;
  }

  provider(wish: ProviderWish = {}): Provider {
    const kinds = wish.kind ? [wish.kind] : (['hospital'] as const);
    const list = this.city.providers.filter(
      (p) =>
        p.outside === (wish.outside ?? false) &&
        p.reserved === null &&
        (kinds as readonly string[]).includes(p.kind) &&
        (wish.level === undefined || p.level === wish.level) &&
        (wish.minLevel === undefined || p.level >= wish.minLevel) &&
        !wish.not?.includes(p),
    );
    if (list.length === 0) throw new Error(`plant ${this.ruleId}: no provider for ${JSON.stringify({ ...wish, not: undefined })}`);
    return this.random.pick(list);
  }

  houseUnderAgreement(kind: NonNullable<ProviderWish['kind']>, bounds: AgreementBounds): Provider {
    const { city, random } = this;
    const reserved = `${kind} ${bounds}`;
    const there = city.providers.filter((p) => p.reserved === reserved);
    if (there.length >= RESERVED_HOUSES) return random.pick(there);
    const play = Math.floor((city.to - city.from) / 4);
    const first = city.from + 12 + random.int(0, play);
    const last = city.to - 16 - random.int(0, play);
    if (last - first < 30) throw new NoRoom('the period is too short for an agreement');
    const house = openReserved(
      this.provider({ kind }),
      reserved,
      { agreementFrom: bounds === 'to' ? null : first, agreementTo: bounds === 'from' ? null : last },
      { house: city.providers.length, doctor: this.doctorCount() },
    );
    city.providers.push(house);
    return house;
  }

  suspendedDoctor(provider: PlantProvider, from: Day, to: Day | 'ended'): PlantDoctor {
    const house = provider as Provider;
    const serial = String(900_000 + this.doctorCount()).padStart(6, '0');
    const doctor: Doctor = {
      code: `D${house.area}${serial}`,
      name: `周医师${serial}`,
      department: house.doctors[0]?.department ?? 'A02',
      title: '234',
      state: to === 'ended' ? '3' : '2',
      stateFrom: from,
      stateTo: to === 'ended' ? null : to,
    };
    house.doctors.push(doctor);
    return doctor;
  }

  /** All there are, so that the next one's number is new. */
  private doctorCount(): number {
    return this.city.providers.reduce((n, p) => n + p.doctors.length + p.own.length, 0);
  }

  doctor(provider: PlantProvider, title: PlantTitle): PlantDoctor {
    const house = provider as Provider;
    const code = { senior: '232', middle: '233', junior: '234' }[title];
    const known = house.own.find((d) => d.title === code && d.name.startsWith('冯'));
    if (known) return known;
    const serial = String(900_000 + this.doctorCount()).padStart(6, '0');
    const doctor: Doctor = {
      code: `D${house.area}${serial}`,
      name: `冯医师${serial}`,
      department: house.doctors[0]?.department ?? 'A02',
      title: code,
      state: '1',
      stateFrom: null,
      stateTo: null,
    };
    house.own.push(doctor);
    return doctor;
  }

  ownHouse(kind: NonNullable<ProviderWish['kind']>, wish: { beds?: number | null; level?: ProviderWish['level'] } = {}): Provider {
    const { city } = this;
    const reserved = `own ${this.ruleId}`;
    const there = city.providers.filter((p) => p.reserved === reserved);
    if (there.length >= OWN_HOUSES) return this.random.pick(there);
    const house = this.open(this.provider({ kind, ...(wish.level !== undefined && { level: wish.level }) }), reserved);
    if (wish.beds !== undefined) house.beds = wish.beds ?? 0;
    return house;
  }

  /** A house like another, under the same agreement, that only those go to who ask for it. */
  private open(model: Provider, reserved: string): Provider {
    const { providers } = this.city;
    const { agreementFrom, agreementTo } = model;
    const serial = { house: providers.length, doctor: this.doctorCount() };
    const house = openReserved(model, reserved, { agreementFrom, agreementTo }, serial);
    providers.push(house);
    return house;
  }

  peers(word: string, count: number, live: (house: PlantProvider) => void): readonly Provider[] {
    const known = this.register.peers.get(word);
    if (known) return known;
    const before = this.taken.length;
    const houses = Array.from({ length: count }, () => this.open(this.provider({ kind: 'hospital', level: 2 }), `peers ${word}`));
    for (const house of houses) live(house);
    // they stay, whatever becomes of the case that came first
    this.taken.length = before;
    this.register.peers.set(word, houses);
    return houses;
  }

  ownDoctor(provider: PlantProvider, wish: { scope?: string | null } = {}): PlantDoctor {
    const house = provider as Provider;
    const serial = String(900_000 + this.doctorCount()).padStart(6, '0');
    const doctor: Doctor = {
      code: `D${house.area}${serial}`,
      name: `郑医师${serial}`,
      department: house.doctors[0]?.department ?? 'A02',
      title: '232',
      state: '1',
      stateFrom: null,
      stateTo: null,
      ...(wish.scope !== undefined && { scope: wish.scope }),
    };
    // not among those whom ordinary patients meet
    house.own.push(doctor);
    return doctor;
  }

  only(...mark: readonly (string | number | PlantProvider)[]): void {
    const text = mark.map((part) => (typeof part === 'object' ? (part as Provider).code : part)).join(' ');
    if (this.city.marks.has(text)) throw new NoRoom(text);
    this.city.marks.add(text);
  }

  stock(provider: PlantProvider, name: string, on: Day, says: StockSays, maker = 0): void {
    const { codes } = itemNamed(name);
    this.city.stock.set(`${(provider as Provider).code},${codes[maker % codes.length]},${formatDay(on).slice(0, 7)}`, says);
  }

  equipment(provider: PlantProvider, name: string, says: { units: number | null; from?: Day; to?: Day } | 'absent'): void {
    const device = says === 'absent' ? says : { units: says.units, from: says.from ?? null, to: says.to ?? null };
    this.city.devices.set(`${(provider as Provider).code},${itemNamed(name).codes[0]}`, device);
  }

  benefits(person: object, periods: readonly { from: Day; to?: Day; state?: '1' | '2' }[]): void {
    this.city.benefits.set(
      person as Person,
      periods.map((p) => ({ from: p.from, to: p.to ?? null, state: p.state ?? '1' })),
    );
  }

  approvals(person: object, approved: readonly { disease: string; from: Day; to?: Day; quota?: number }[]): void {
    this.city.approvals.set(
      person as Person,
      approved.map(({ disease, from, to, quota }) => ({ disease, from, to: to ?? null, quota: quota ?? null })),
    );
  }

  prescribe(person: object, on: Day, items: readonly { name: string; quantity: number; maker?: number }[], validDays = 3): string {
    const number = this.prescriptionNumber();
    const house = this.provider({ minLevel: 1 });
    for (const { name, quantity, maker = 0 } of items) {
      const { codes } = itemNamed(name);
      this.city.prescriptions.push(
        `${number},${(person as Person).number},${house.code},${codes[maker % codes.length]},${formatDay(on)},${house.doctors[0]?.code ?? ''},${formatDay(on + validDays - 1)},${quantity}`,
      );
    }
    return number;
  }

  prescriptionNumber(): string {
    this.city.numbers.prescription += 1;
    return `9903${String(this.city.numbers.prescription).padStart(10, '0')}`;
  }

  visit(person: object, wish: VisitWish): Visit {
    const visit = openVisit(this.city, this.random, person as Person, wish, (w) => this.provider(w));
    const planned = this.city.planned.get(person as Person);
    if (planned) planned.push(visit);
    else this.city.planned.set(person as Person, [visit]);
    return visit;
  }

  violation(inQuestion: Parameters<PlantKit['violation']>[0], rule: string = this.ruleId): void {
    const plant = this.plants[rule];
    if (!plant) throw new Error(`plant ${this.ruleId}: no plant ${rule}`);
    const head = { ruleId: rule, ruleCode: plant.code, grain: plant.grain };
    if ('standsOut' in inQuestion) {
      const { code } = inQuestion.standsOut as Provider;
      const subject = inQuestion.department === undefined ? code : `${code}:${inQuestion.department}`;
      this.truths.push({ ...head, lines: [], visits: [], settlements: [], subject });
      return;
    }
    const lines = 'lines' in inQuestion ? (inQuestion.lines as Line[]) : [];
    const settlements = 'settlements' in inQuestion ? (inQuestion.settlements as Settlement[]) : [];
    const visits =
      'visits' in inQuestion ? (inQuestion.visits as Visit[]) : [...new Set([...lines, ...settlements].map((entry) => entry.visit))];
    if (visits.length === 0) throw new Error(`plant ${this.ruleId}: a violation of nothing`);
    this.truths.push({ ...head, lines: [...lines], visits: [...visits], settlements: [...settlements] });
  }
}

const kinds: Record<VisitWish['scene'], string> = {
  outpatient: '11',
  emergency: '13',
  chronic: '14',
  pharmacy: '41',
  inpatient: '21',
  'maternity-outpatient': '51',
  'maternity-inpatient': '52',
};

const departmentOf: Record<VisitWish['scene'], string> = {
  outpatient: 'A03',
  emergency: 'A20',
  chronic: 'A03',
  pharmacy: 'D72',
  inpatient: 'A03',
  'maternity-outpatient': 'A05.02',
  'maternity-inpatient': 'A05.02',
};

function openVisit(city: City, random: Random, person: Person, wish: VisitWish, choose: (wish: ProviderWish) => Provider): Visit {
  const stay = wish.scene === 'inpatient' || wish.scene === 'maternity-inpatient';
  const wished =
    wish.at ??
    (wish.scene === 'pharmacy' ? { kind: 'pharmacy' as const } : wish.scene.startsWith('maternity') ? { kind: 'maternity' as const } : {});
  const provider = 'code' in wished ? (wished as Provider) : choose(wished as ProviderWish);
  const department = wish.department ?? departmentOf[wish.scene];
  const days = stay ? (wish.days ?? 5) : 0;
  // Nothing is told of what lies beyond the period.
  if (wish.on < city.from || wish.on + (wish.open ? 0 : days) >= city.to) throw new NoRoom('beyond the period');
  const hour = wish.hour ?? (wish.scene === 'emergency' ? random.int(18, 21) : stay ? random.int(9, 11) : random.int(8, 16));
  const begins = wish.on * SECONDS_PER_DAY + hour * 3600 + (wish.minute ?? random.int(0, 49)) * 60;
  const ends = wish.open
    ? null
    : stay
      ? (wish.on + days) * SECONDS_PER_DAY + (wish.endHour ?? 15) * 3600 + (wish.endMinute ?? random.int(0, 40)) * 60
      : begins + (wish.scene === 'pharmacy' ? 300 : 1500);
  const visit = new Visit({
    person,
    provider,
    kind: kinds[wish.scene],
    begins,
    ends,
    department: provider.byDepartment.has(department) ? department : (provider.doctors[0]?.department ?? 'A02'),
    doctor: (wish.doctor as Doctor | undefined) ?? doctorFor(random, provider, department, wish.on, wish.on + days),
    insurance: wish.insurance ?? person.insurance,
    diagnoses: wish.scene === 'pharmacy' && !wish.diagnosis ? [] : [wish.diagnosis ?? (stay ? 'J18.900' : 'R51.x00')],
    lastDay: city.to,
  });
  visit.disease = wish.disease ?? '';
  visit.pregnant = wish.pregnant === true;
  visit.nursing = wish.nursing === true;
  visit.internet = wish.internet === true;
  if (stay) {
    visit.bed = String(random.int(1, 60)).padStart(3, '0');
    visit.discharge = wish.open ? '' : (wish.discharge ?? '1');
  }
  if (!wish.bare) {
    if (stay) dailyCare(visit, wish.without ?? []);
    else routineOf(visit);
  }
  return visit;
}

/** Lives through `count` violations and near-misses of every rule. Returns what is true. */
export function plantAll(city: City, plants: Readonly<Record<string, Plant>>, count: number, register = new Register(city)): Truth[] {
  const truths: Truth[] = [];
  for (const [ruleId, plant] of Object.entries(plants)) {
    for (const [label, cases] of [
      ['violation', plant.violations],
      ['near-miss', plant.nearMisses],
    ] as const) {
      const wanted = Math.min(plant.most ?? Number.POSITIVE_INFINITY, Math.max(count, cases.length));
      for (let n = 0, planted = 0; planted < wanted && n < wanted + cases.length; n += 1) {
        const kit = new Kit(city, register, ruleId, plants, `${label}${n}`);
        try {
          (cases[n % cases.length] as (kit: PlantKit) => void)(kit);
          planted += 1;
        } catch (error) {
          if (!(error instanceof NoRoom)) throw error;
          for (const person of kit.taken) city.planned.delete(person);
          continue;
        }
        if ((label === 'violation') !== kit.truths.length > 0)
          throw new Error(`plant ${ruleId}: case ${n % cases.length} of ${label} told ${kit.truths.length} violations`);
        truths.push(...kit.truths);
      }
    }
  }
  return truths;
}
