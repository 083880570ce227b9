/** What the city says is true is what brute force over its files finds: nothing planted is lost, nothing else is wrong. */

import { plants } from '@hengjian/catalog/plants.gen.ts';
import { starters } from '@hengjian/catalog/starters.gen.ts';
import { dayOfDate } from '@hengjian/domain';
import { describe, expect, it } from 'vitest';
import { collect } from './oracle/collect.ts';
import { readFacts, readPoints, record } from './oracle/facts.ts';
import { groupOracles } from './oracle/group-rules.ts';
import { lineOracles } from './oracle/line-rules.ts';
import { columns } from './writer.ts';

const oracles = { ...lineOracles, ...groupOracles };

describe.each([
  { persons: 2000, months: 12, seed: 1, from: dayOfDate(2025, 1, 1) },
  { persons: 900, months: 7, seed: 42, from: dayOfDate(2024, 11, 15) },
])('a city of $persons for $months months, seed $seed', (wish) => {
  const tables = collect(wish);
  const facts = readFacts(tables);
  const truth = tables.truth.map((row) => record(columns.truth.split(','), row));

  it('has an oracle for every plant', () => {
    expect(Object.keys(plants).filter((id) => !(id in oracles))).toEqual([]);
  });

  it.each(Object.keys(plants))('%s', (id) => {
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
