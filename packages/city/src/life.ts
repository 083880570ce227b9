import { ageYears, calendarDate } from '@hengjian/domain';
import { Calendar } from './calendar.ts';
import { chronicRound, decoctionVisit } from './chronic.ts';
import type { City } from './city.ts';
import { acuteVisit, counterPurchase } from './clinic.ts';
import { chemotherapy, dialysisYear, maternityCare } from './courses.ts';
import type { Person } from './people.ts';
import { Random } from './random.ts';
import type { Visit } from './visit.ts';
import { APART_DAYS, lastStay, wardStay } from './ward.ts';

/** How often people of that age go to a clinic for something acute in a year. */
function acuteRate(age: number): number {
  if (age < 6) return 5.2;
  if (age < 18) return 2.8;
  if (age < 45) return 2.4;
  if (age < 65) return 3.2;
  return 4.2;
}

/** How often they are admitted in a year. */
function stayRate(age: number): number {
  if (age < 1) return 0.35;
  if (age < 6) return 0.12;
  if (age < 18) return 0.035;
  if (age < 45) return 0.07;
  if (age < 60) return 0.15;
  if (age < 75) return 0.29;
  return 0.42;
}

/** Illness by month: the winter peak of the clinics and wards, as a share of January's. */
const monthly = [1, 0.92, 0.86, 0.8, 0.76, 0.74, 0.74, 0.73, 0.76, 0.8, 0.88, 0.98] as const;
const MEAN_OF_MONTHS = monthly.reduce((a, b) => a + b, 0) / 12;
const falls = (random: Random, day: number): boolean => random.chance(monthly[calendarDate(day).month - 1] as number);

/** Ordinary stays in a year at most: well below what the rules call frequent. */
const MOST_STAYS = 3;

interface Life {
  city: City;
  random: Random;
  person: Person;
  calendar: Calendar;
  age: number;
  years: number;
  visits: Visit[];
}

/** Everything that happens to a person in the period, in no order. */
export function liveThrough(city: City, person: Person): Visit[] {
  const planned = city.planned.get(person) ?? [];
  const visits: Visit[] = [...planned];
  const first = Math.max(city.from, person.born + 1);
  const last = Math.min(city.to - 1, person.dies ?? city.to - 1);
  if (first > last || person.quiet) return visits;
  const calendar = new Calendar(first, last);
  for (const visit of planned) calendar.block(visit.first - 1, visit.last + 1);
  const life: Life = {
    city,
    random: new Random(city.seed, 'life', person.index),
    person,
    calendar,
    age: Math.max(0, ageYears(person.born, first)),
    years: (last - first + 1) / 365,
    visits,
  };
  if (!person.claimed) {
    courses(life);
    visits.push(...chronicRound(city, life.random, person, calendar));
    decoctions(life);
  }
  acute(life);
  if (!person.claimed) counter(life);
  return visits;
}

/** Stays and long courses take their days first. A person with a planned course has no other stays. */
function courses({ city, random, person, calendar, age, years, visits }: Life): void {
  if (person.dies !== null && person.dies <= calendar.last && age > 45 && random.chance(0.6))
    visits.push(...lastStay(city, random, person, calendar));
  const days = calendar.last - calendar.first;
  if (age >= 35 && random.chance(0.0012)) {
    visits.push(...dialysisYear(city, random, person, calendar));
    return;
  }
  if (age >= 40 && age < 82 && days > 60 && random.chance(0.004 * years)) {
    visits.push(...chemotherapy(city, random, person, calendar));
    return;
  }
  if (person.sex === 2 && age >= 22 && age < 38 && days > 30 && random.chance(0.055 * years)) {
    visits.push(...maternityCare(city, random, person, calendar));
    return;
  }
  const wanted = Math.min(random.poisson((stayRate(age) * years) / MEAN_OF_MONTHS), Math.max(1, Math.round(MOST_STAYS * years)));
  let next = calendar.first;
  for (let n = 0; n < wanted && next <= calendar.last; n += 1) {
    const on = random.int(next, calendar.last);
    if (!falls(random, on)) continue;
    const stays = wardStay(city, random, person, calendar, on, visits);
    visits.push(...stays);
    const end = stays.at(-1)?.last;
    if (end !== undefined) next = end + APART_DAYS;
  }
}

function acute({ city, random, person, calendar, age, years, visits }: Life): void {
  const count = random.poisson(((acuteRate(age) * years) / MEAN_OF_MONTHS) * (person.claimed ? 0.6 : 1));
  for (let n = 0; n < count; n += 1) {
    const day = random.int(calendar.first, calendar.last);
    if (calendar.free(day) && falls(random, day)) visits.push(...acuteVisit(city, random, person, day, calendar));
  }
}

function decoctions({ city, random, person, calendar, age, years, visits }: Life): void {
  if (age < 16) return;
  const count = random.poisson(0.4 * years);
  for (let n = 0; n < count; n += 1) {
    const day = random.int(calendar.first, calendar.last);
    if (calendar.free(day)) visits.push(decoctionVisit(city, random, person, day, calendar));
  }
}

/** At most one purchase without a clinic in a month. */
function counter({ city, random, person, calendar, years, visits }: Life): void {
  const count = random.poisson((person.insurance === '310' ? 3.2 : 1.2) * years);
  let month = -1;
  for (const day of Array.from({ length: count }, () => random.int(calendar.first, calendar.last)).sort((a, b) => a - b)) {
    const now = calendarDate(day).month;
    if (!calendar.free(day) || now === month) continue;
    month = now;
    visits.push(counterPurchase(city, random, person, day, calendar));
  }
}
