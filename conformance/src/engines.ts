// The two readers, run the same way over the same records.
import { ruleSchema } from '@hengjian/catalog';
import {
  type CompiledRule,
  compileRule,
  decidePartitions,
  type PartitionAnswer,
  type Point,
  type RuleTree,
  reachesBeyondPerson,
  readWithClosures,
} from '@hengjian/language';
import type { Duck } from '@hengjian/store/lake/duck.ts';
import { loadPoints } from '@hengjian/store/review/points.ts';
import { type RuleReading, SqlReader } from '@hengjian/store/review/sql-reader.ts';
import { WholeLakeReader } from '@hengjian/store/review/whole-lake-reader.ts';
import type { CaseWorld } from './cases.ts';
import { fillWorld } from './duck-world.ts';

export interface Reading {
  answers: PartitionAnswer[];
  hit: string[];
  notEvaluated: string[];
  clear: number;
}

const nameOf = (answer: PartitionAnswer) => JSON.stringify(answer.key);
const summary = (answers: PartitionAnswer[], partitions?: number): Reading => {
  const hit = answers
    .filter((a) => a.answer === 'hit')
    .map(nameOf)
    .sort();
  const notEvaluated = answers
    .filter((a) => a.answer === 'notEvaluated')
    .map(nameOf)
    .sort();
  const clear =
    partitions === undefined ? answers.filter((a) => a.answer === 'clear').length : partitions - hit.length - notEvaluated.length;
  return { answers, hit, notEvaluated, clear };
};

export const byClosures = (compiled: CompiledRule, points: readonly Point[], world: CaseWorld): Reading =>
  summary(readWithClosures(compiled, points, world.tables));

/** SQL names partitions and fetches their records, closures decide those: what a review does. */
export async function bySql(
  duck: Duck,
  rules: readonly { rule: RuleTree; points: readonly Point[] }[],
  world: CaseWorld,
): Promise<Reading[]> {
  await fillWorld(duck, world);
  let next = 0;
  const planned = rules.map(({ rule, points }, index) => ({ index, rule, points: points.map((point) => ({ ...point, index: next++ })) }));
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
  for await (const read of new WholeLakeReader(duck, beyond, ruleSchema, FEW).read(period))
    for (const [index, reading] of read) readings.set(index, added(readings.get(index), reading));
  return planned.map(({ index, rule, points }) => {
    const reading = readings.get(index);
    if (!reading) throw new Error(`${rule.id}: not read`);
    const compiled = compileRule(rule, ruleSchema);
    const byIndex = new Map(points.map((p) => [p.index, p]));
    const members = reading.members.flatMap(({ record, point }) => {
      const found = byIndex.get(point);
      if (!found) throw new Error(`${rule.id}: no point ${point}`);
      const context = { record, point: found, ...('k_listed' in record && { listed: record.k_listed as boolean }) };
      const scope = compiled.scope(context) as boolean | null;
      return scope === false ? [] : [{ context, scope }];
    });
    return summary(decidePartitions(compiled, members, reading.rights), reading.partitions);
  });
}

/** A review gives the pass over the whole lake a connection of its own; here the bucket's copies must not stand before the tables. */
const dropSmallTables = async (duck: Duck): Promise<void> => {
  for (const table of ['encounter', 'settlement', 'diagnosis', 'operation']) await duck.run(`DROP TABLE IF EXISTS temp."${table}"`);
};

/** Small batches, so that a partition of a case would be cut if the reader cut one. */
const FEW = 2;

/** Batches of one rule together. */
const added = (a: RuleReading | undefined, b: RuleReading): RuleReading =>
  a ? { ...b, partitions: a.partitions + b.partitions, members: [...a.members, ...b.members], rights: [...a.rights, ...b.rights] } : b;
