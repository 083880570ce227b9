/**
 * A year of a bureau's registers, for the demonstration: deterministic, of the size of the bureau, neither spotless nor in ruins.
 * It is told apart from real entries by its source. What the sample leaves out stays unknown on purpose (baseline figures).
 */
import { dayOfDate } from '@hengjian/domain';
import { Random } from '../random.ts';
import type { BureauWish, Desk, SampleEntry, SampleRegisters } from './desk.ts';
import { moneyEntries } from './money-entries.ts';
import { officeEntries } from './office-entries.ts';
import { serviceEntries } from './service-entries.ts';
import { supervisionEntries } from './supervision-entries.ts';

const deskOf = (wish: BureauWish, name: string, entries: SampleEntry[]): Desk => {
  const random = new Random(wish.seed, 'registers', name);
  return {
    wish,
    random,
    dayIn(month) {
      const day = dayOfDate(wish.year, month, random.int(1, 28));
      const weekday = (((day + 4) % 7) + 7) % 7; // 1970-01-01 was a Thursday; 0 is Sunday
      return weekday === 0 ? day - (day === dayOfDate(wish.year, month, 1) ? -1 : 2) : weekday === 6 ? day + 2 : day;
    },
    monthEnd: (month) => dayOfDate(wish.year, month + 1, 1) - 1,
    add: (registerId, values) => void entries.push({ registerId, values }),
    about: (share) => Math.max(1, Math.round(wish.population * share * (0.9 + random.next() * 0.2))),
  };
};

/** The same wish gives the same entries in the same order. */
export function sampleRegisters(wish: BureauWish): SampleRegisters {
  const entries: SampleEntry[] = [];
  moneyEntries(deskOf(wish, 'money', entries));
  supervisionEntries(deskOf(wish, 'supervision', entries));
  serviceEntries(deskOf(wish, 'service', entries));
  const spent = entries.reduce((sum, { registerId, values }) => sum + (registerId === 'budget-payments' ? Number(values.amountFen) : 0), 0);
  officeEntries(deskOf(wish, 'office', entries), spent);
  return { entries, complete: ['system-incidents', 'budget-adjustments', 'complaints'] };
}
