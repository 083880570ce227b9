import { ageYears, calendarDate } from '@hengjian/domain';
import { Calendar } from './calendar.ts';
import type { City } from './city.ts';
import { acuteVisit, counterPurchase } from './clinic.ts';
import type { Person } from './people.ts';
import { Random } from './random.ts';
import type { Visit } from './visit.ts';

/** How often people of that age go to a clinic for something acute in a year. */
function acuteRate(age: number): number {
  if (age < 6) return 4.2;
  if (age < 18) return 2.2;
  if (age < 45) return 1.9;
  if (age < 65) return 2.6;
  return 3.4;
}

/** Everything that happens to a person in the period, in no order. */
export function liveThrough(city: City, person: Person): Visit[] {
  const planned = city.planned.get(person) ?? [];
  const visits: Visit[] = [...planned];
  const first = Math.max(city.from, person.born + 1);
  const last = Math.min(city.to - 1, person.dies ?? city.to - 1);
  if (first > last) return visits;
  const random = new Random(city.seed, 'life', person.index);
  const calendar = new Calendar(first, last);
  for (const visit of planned) calendar.block(visit.first - 1, visit.last + 1);
  const age = Math.max(0, ageYears(person.born, first));
  const years = (last - first + 1) / 365;
  const acute = random.poisson(acuteRate(age) * years * (person.claimed ? 0.6 : 1));
  for (let n = 0; n < acute; n += 1) {
    const day = random.int(first, last);
    if (calendar.free(day)) visits.push(...acuteVisit(city, random, person, day, calendar));
  }
  const purchases = random.poisson((person.insurance === '310' ? 3.2 : 1.2) * years * (person.claimed ? 0.3 : 1));
  let month = -1;
  for (const day of Array.from({ length: purchases }, () => random.int(first, last)).sort((a, b) => a - b)) {
    const now = calendarDate(day).month;
    if (!calendar.free(day) || now === month) continue;
    month = now;
    visits.push(counterPurchase(city, random, person, day, calendar));
  }
  return visits;
}
