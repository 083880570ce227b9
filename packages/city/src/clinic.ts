import { ageYears, calendarDate, type Day, SECONDS_PER_DAY } from '@hengjian/domain';
import type { Calendar } from './calendar.ts';
import { routineOf } from './care.ts';
import { itemNamed } from './catalogue/catalogue.ts';
import type { City } from './city.ts';
import { type Acute, acutes, overTheCounter, seasonFactor } from './diseases.ts';
import type { Person } from './people.ts';
import { doctorFor, type Provider } from './providers.ts';
import type { Random } from './random.ts';
import { Visit } from './visit.ts';

/** The house of that kind the person goes to: mostly the usual one. */
export function houseOf(city: City, random: Random, person: Person, kind: string): Provider {
  const list = city.ofKind.get(kind) as Provider[];
  return random.chance(0.8) ? (list[person.index % list.length] as Provider) : random.pick(list);
}

function clinicFor(city: City, random: Random, person: Person, department: string, age: number): Provider {
  if (department === 'A02' || department === 'A03' || department === 'A03.01' || department === 'A03.02') {
    const near = random.next();
    if (near < 0.3) return houseOf(city, random, person, 'community');
    if (near < 0.45 && age >= 14) return houseOf(city, random, person, 'village');
  }
  if (department === 'A50') return houseOf(city, random, person, 'tcm');
  if (department === 'A07' || age < 14) return houseOf(city, random, person, random.chance(0.5) ? 'maternity' : 'hospital2');
  if (department.startsWith('A05') && random.chance(0.5)) return houseOf(city, random, person, 'maternity');
  if (random.chance(0.02)) return random.pick(city.providers.filter((p) => p.outside));
  return houseOf(city, random, person, random.chance(0.45) ? 'hospital3' : 'hospital2');
}

export interface ClinicWish {
  kind: string;
  provider: Provider;
  department: string;
  diagnosis: string;
  day: Day;
  hour?: number;
  insurance?: string;
}

/** An outpatient encounter of half an hour. */
export function clinicVisit(city: City, random: Random, person: Person, wish: ClinicWish): Visit {
  const { provider, day } = wish;
  const begins = day * SECONDS_PER_DAY + (wish.hour ?? random.int(8, 16)) * 3600 + random.int(0, 59) * 60 + random.int(0, 59);
  return new Visit({
    person,
    provider,
    kind: wish.kind,
    begins,
    ends: begins + random.int(15, 50) * 60,
    department: provider.byDepartment.has(wish.department) ? wish.department : (provider.doctors[0]?.department ?? 'A02'),
    doctor: doctorFor(random, provider, wish.department, day, day),
    insurance: wish.insurance ?? person.insurance,
    diagnoses: [wish.diagnosis],
    lastDay: city.to,
  });
}

/** Prescribes whole packs for about `days` days, never beyond `most`. */
export function prescribe(visit: Visit, random: Random, name: string, days: number, most: number, prescription: string): number {
  const pack = itemNamed(name).packDays;
  const packs = Math.max(1, Math.min(Math.ceil(days / pack), Math.floor(most / pack) || 1));
  const supply = Math.min(most, packs * pack);
  visit.add(name, { quantity: packs, supplyDays: supply, prescription, maker: visit.provider.code.charCodeAt(11) + random.int(0, 1) });
  return supply;
}

/** What larger houses like to have looked at besides. */
const further = [
  { name: '血细胞分析', chance: 0.3 },
  { name: '空腹血糖', chance: 0.2 },
  { name: '肝功能十一项', chance: 0.2 },
  { name: '腹部彩色多普勒超声', chance: 0.18 },
  { name: '胸部CT平扫', chance: 0.12 },
];

/** One visit for something acute, sometimes reversed and settled anew the same day. */
export function acuteVisit(city: City, random: Random, person: Person, day: Day, calendar: Calendar): Visit[] {
  const age = ageYears(person.born, day);
  const { month } = calendarDate(day);
  const fitting = acutes.filter(
    (a) =>
      age >= a.ages[0] &&
      age <= a.ages[1] &&
      (a.sex === undefined || a.sex === person.sex) &&
      // its drugs are first-line ones of the knowledge base: not in a life that carries a case
      !(person.claimed && a.icd === 'F41.900'),
  );
  const acute: Acute = random.weighted(fitting, (a) => a.weight * seasonFactor(a, month));
  const emergency = age >= 14 && random.chance(0.04) && acute.sex === undefined;
  const provider = emergency ? houseOf(city, random, person, 'hospital3') : clinicFor(city, random, person, acute.department, age);
  const visit = clinicVisit(city, random, person, {
    kind: emergency ? '13' : '11',
    provider,
    department: emergency ? 'A20' : acute.department,
    diagnosis: acute.icd,
    day,
    ...(emergency ? { hour: random.int(18, 22) } : {}),
  });
  calendar.take(day);
  routineOf(visit);
  if (provider.level > 0 && acute.tests && random.chance(acute.testChance ?? 0.5)) visit.add(random.pick(acute.tests));
  if (provider.level >= 2 && age >= 14)
    for (const { name, chance } of further) if (random.chance(chance) && !acute.tests?.includes(name)) visit.add(name);
  const groups = age < 14 && acute.childDrugs ? acute.childDrugs : acute.drugs;
  const days = emergency ? 3 : random.int(5, 12);
  for (const group of groups) prescribe(visit, random, random.pick(group), days, emergency ? 3 : 30, 'R1');
  if (provider.level > 0 && acute.treatments && random.chance(0.6)) visit.add(random.pick(acute.treatments));
  if (random.chance(0.008)) visit.resettle();
  return [visit];
}

/** A purchase over the counter, within opening hours. */
export function counterPurchase(city: City, random: Random, person: Person, day: Day, calendar: Calendar): Visit {
  const shop = houseOf(city, random, person, 'pharmacy');
  const begins = day * SECONDS_PER_DAY + random.int(shop.opens, shop.closes - 1) * 3600 + random.int(0, 54) * 60 + random.int(0, 59);
  calendar.take(day);
  const visit = new Visit({
    person,
    provider: shop,
    kind: '41',
    begins,
    ends: begins + 240,
    department: 'D72',
    doctor: doctorFor(random, shop, 'D72', day, day),
    insurance: person.insurance,
    diagnoses: [],
    lastDay: city.to,
  });
  const count = random.int(1, 3);
  const names = new Set<string>();
  while (names.size < count) names.add(random.pick(overTheCounter));
  for (const name of names) prescribe(visit, random, name, 5, 15, '');
  return visit;
}
