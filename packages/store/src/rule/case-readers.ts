// The SQL reader over a case's records: SQL names partitions and fetches their records, closures decide those, as in a review.
import { ruleSchema } from '@hengjian/catalog';
import { compileRule, decidePartitions, type Point, type RuleTree, reachesBeyondPerson, settled } from '@hengjian/language';
import { type CaseEngine, type CaseReading, type CaseWorld, caseReadingOf, peerAnswers } from '@hengjian/workflows';
import type { Duck } from '../lake/duck.ts';
import { loadPoints } from '../review/points.ts';
import { type RuleReading, SqlReader } from '../review/sql-reader.ts';
import { WholeLakeReader } from '../review/whole-lake-reader.ts';
import { fillWorld, openWorld } from './case-world.ts';

/** A DuckDB of its own in memory; close it. */
export async function openCaseEngine(): Promise<CaseEngine> {
  const duck = await openWorld();
  return { read: (rules, world) => bySql(duck, rules, world), close: () => duck.close() };
}

/** SQL names partitions and fetches their records, closures decide those: what a review does. */
export async function bySql(
  duck: Duck,
  rules: readonly { rule: RuleTree; points: readonly Point[] }[],
  world: CaseWorld,
): Promise<CaseReading[]> {
  await fillWorld(
    duck,
    world,
    rules.map(({ rule }) => rule),
  );
  let next = 0;
  const numbered = rules.map(({ rule, points }, index) => ({ index, rule, points: points.map((point) => ({ ...point, index: next++ })) }));
  const planned = numbered.map(settled);
  await loadPoints(duck, planned, ruleSchema);
  const period = { from: -4_000_000, to: 4_000_000 };
  const beyond = planned.filter(({ rule }) => reachesBeyondPerson(rule, ruleSchema));
  const reader = new SqlReader(
    duck,
    planned.filter((p) => !beyond.includes(p)),
    ruleSchema,
  );
  await reader.prepare();
  const readings = await reader.readBucket(period);
  await dropSmallTables(duck);
  for await (const read of new WholeLakeReader([duck], beyond, ruleSchema, FEW).read(period))
    for (const [index, reading] of read) readings.set(index, added(readings.get(index), reading));
  return numbered.map(({ index, rule, points }) => {
    const reading = readings.get(index);
    if (!reading) throw new Error(`${rule.id}: not read`);
    const compiled = compileRule(rule, ruleSchema);
    const byIndex = new Map(points.map((p) => [p.index, p]));
    if (rule.shape.kind === 'peer') {
      const peers = peerAnswers(compiled, reading.peers ?? [], (point) => byIndex.get(point) as Point);
      return caseReadingOf(peers, reading.partitions);
    }
    const members = reading.members.flatMap(({ record, point }) => {
      const found = byIndex.get(point);
      if (!found) throw new Error(`${rule.id}: no point ${point}`);
      const context = { record, point: found, ...('k_listed' in record && { listed: record.k_listed as boolean }) };
      const scope = compiled.scope(context) as boolean | null;
      return scope === false ? [] : [{ context, scope }];
    });
    return caseReadingOf(decidePartitions(compiled, members, reading.rights), reading.partitions);
  });
}

/** A review gives the pass over the whole lake a connection of its own; here the bucket's copies must not stand before the tables. */
const dropSmallTables = async (duck: Duck): Promise<void> => {
  for (const table of ['encounter', 'settlement', 'diagnosis', 'operation', 'trace'])
    await duck.run(`DROP TABLE IF EXISTS temp."${table}"`);
};

/** Small batches, so that a partition of a case would be cut if the reader cut one. */
const FEW = 2;

/** Batches of one rule together. */
const added = (a: RuleReading | undefined, b: RuleReading): RuleReading =>
  a ? { ...b, partitions: a.partitions + b.partitions, members: [...a.members, ...b.members], rights: [...a.rights, ...b.rights] } : b;
