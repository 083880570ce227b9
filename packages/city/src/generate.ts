import type { AlertPlant, AlertTruth } from '@hengjian/catalog/alert-plant.ts';
import type { Plant } from '@hengjian/catalog/plant.ts';
import { calendarDate, type Day, dayOfDate } from '@hengjian/domain';
import { plantAlerts } from './alert-kit.ts';
import { type City, writeVisit } from './city.ts';
import { Register } from './claims.ts';
import { plantAll } from './kit.ts';
import { liveThrough } from './life.ts';
import { makePeople, personRow } from './people.ts';
import { doctorRow, makeProviders, providerRow } from './providers.ts';
import { Random } from './random.ts';
import { writeApprovals, writeBenefits, writeDevices, writePrescriptions, writeStock } from './registers-beside.ts';
import { groupSender } from './sent-group.ts';
import { truthRows } from './truth.ts';
import type { Visit } from './visit.ts';
import type { Sink } from './writer.ts';

export interface CityWish {
  persons: number;
  months: number;
  seed: number;
  /** First day. */
  from: Day;
}

export interface CityCounts {
  persons: number;
  providers: number;
  encounters: number;
  settlements: number;
  lines: number;
  violations: number;
  /** What alerts should and should not signal, where they were planted. */
  alertTruth: readonly AlertTruth[];
}

/** The day before the same date `months` months later. */
export function lastDayOf(from: Day, months: number): Day {
  const { year, month, date } = calendarDate(from);
  return dayOfDate(year, month + months, date) - 1;
}

/** Share of settlements in question is about one in a hundred: one violation of every rule for so many person-years. */
const PERSON_YEARS_PER_CASE = 1000;

/** Cases of one rule at most: what is planned is kept in memory until its person is written, however large the city. */
const MOST_CASES = 250;

/**
 * Writes a whole city into the sink: people, houses, a period of care, what the plants plant, and the truth about it.
 * The same wish and plants give the same rows in the same order.
 */
export function generateCity(
  wish: CityWish,
  plants: Readonly<Record<string, Plant>>,
  sink: Sink,
  progress?: (done: number) => void,
  alertPlants: Readonly<Record<string, AlertPlant>> = {},
): CityCounts {
  const { from } = wish;
  const to = lastDayOf(from, wish.months);
  const providers = makeProviders(new Random(wish.seed, 'providers'), wish.persons, from, to);
  const city: City = {
    seed: wish.seed,
    from,
    to,
    people: makePeople(new Random(wish.seed, 'people'), wish.persons, from, to),
    providers,
    planned: new Map(),
    ofKind: new Map(),
    sink,
    counts: { encounters: 0, settlements: 0, lines: 0 },
    sold: new Map(),
    stock: new Map(),
    devices: new Map(),
    benefits: new Map(),
    approvals: new Map(),
    prescriptions: [],
    marks: new Set(),
    numbers: { prescription: 0 },
    days: new Map(),
    sentGroup: groupSender(wish.seed),
  };
  for (const provider of providers) {
    if (provider.outside) continue;
    const key = provider.kind === 'hospital' ? `hospital${provider.level}` : provider.kind;
    city.ofKind.set(key, [...(city.ofKind.get(key) ?? []), provider]);
  }
  const perRule = Math.min(MOST_CASES, Math.max(5, Math.round((wish.persons * wish.months) / 12 / PERSON_YEARS_PER_CASE)));
  const register = new Register(city);
  const truths = plantAll(city, plants, perRule, register);
  const alertTruth = plantAlerts(city, alertPlants, register);
  for (const provider of providers) sink.row('fixmedins', providerRow(provider));
  for (const provider of providers)
    for (const doctor of [...provider.doctors, ...provider.own]) sink.row('prac', doctorRow(provider, doctor));
  for (const person of city.people) {
    sink.row('psn', personRow(person, from));
    const visits: Visit[] = liveThrough(city, person);
    visits.sort((a, b) => a.begins - b.begins);
    for (const visit of visits) writeVisit(city, visit);
    city.planned.delete(person);
    if (progress && person.index % 500 === 499) progress(person.index + 1);
  }
  writeStock(city);
  writeDevices(city);
  writeBenefits(city);
  writeApprovals(city);
  writePrescriptions(city);
  const rows = truthRows(truths);
  for (const row of rows) sink.row('truth', row);
  return { persons: city.people.length, providers: providers.length, ...city.counts, violations: rows.length, alertTruth };
}
