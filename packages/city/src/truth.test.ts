/** What the city says is true is what brute force over its files finds: nothing planted is lost, nothing else is wrong. */

import { plants } from '@hengjian/catalog/plants.gen.ts';
import { starters } from '@hengjian/catalog/starters.gen.ts';
import { dayOfDate, parseDay } from '@hengjian/domain';
import { describe, expect, it } from 'vitest';
import { lastDayOf } from './generate.ts';
import { collect } from './oracle/collect.ts';
import { conductOracles } from './oracle/conduct-rules.ts';
import { dataOracles } from './oracle/data-rules.ts';
import { readFacts, readPoints, record } from './oracle/facts.ts';
import { groupOracles } from './oracle/group-rules.ts';
import { lineOracles } from './oracle/line-rules.ts';
import { policyOracles } from './oracle/policy-rules.ts';
import { supervisionOracles } from './oracle/supervision-rules.ts';
import { columns } from './writer.ts';

const oracles = { ...lineOracles, ...groupOracles, ...dataOracles, ...conductOracles, ...supervisionOracles, ...policyOracles };

describe.each([
  { persons: 3000, months: 12, seed: 1, from: dayOfDate(2025, 1, 1) }, // enough people for every case of every rule
  { persons: 900, months: 7, seed: 42, from: dayOfDate(2024, 11, 15) },
  // Many cases find nobody left here. Ends in the middle of what the plants would like to do.
  { persons: 500, months: 8, seed: 5, from: dayOfDate(2024, 11, 10) },
])('a city of $persons for $months months, seed $seed', (wish) => {
  const tables = collect(wish);
  const facts = readFacts(tables);
  const truth = tables.truth.map((row) => record(columns.truth.split(','), row));

  it('settles everything within the period', () => {
    const last = lastDayOf(wish.from, wish.months);
    const days = tables.setl.map((row) => parseDay((record(columns.setl.split(','), row).setl_time as string).slice(0, 10)) as number);
    expect(days.filter((day) => day < wish.from || day > last)).toEqual([]);
  });

  it('has an oracle for every plant', () => {
    expect(Object.entries(plants).filter(([id, plant]) => !plant.statistical && !(id in oracles))).toEqual([]);
  });

  it('plants statistics as well', () => {
    const statistical = Object.keys(plants).filter((id) => plants[id as keyof typeof plants].statistical);
    expect(statistical.length).toBeGreaterThan(5);
    if (wish.months === 12) expect(statistical.filter((id) => !truth.some((row) => row.rule_id === id))).toEqual([]);
  });

  it.each(Object.keys(plants).filter((id) => !plants[id as keyof typeof plants].statistical))('%s', (id) => {
    const points = id in starters ? readPoints(starters[id] as string) : [];
    const found = (oracles[id] as (typeof oracles)[string])(facts, points).sort();
    const told = truth
      .filter((row) => row.rule_id === id)
      .map((row) => row.feedetl_sns || `S${row.setl_id || row.mdtrt_id}`)
      .sort();
    expect(found).toEqual(told);
    if (wish.months === 12) expect(told.length).toBeGreaterThanOrEqual(5);
  });
});
