// The closure reader at the counter: one encounter of 60 lines by all rules, beside JSON.parse of the same records (what any
// service pays before it can begin). `node benches/src/closure.ts`
import { readFileSync } from 'node:fs';
import { ruleSchema, rules } from '@hengjian/catalog';
import { compileRule, decidePartitions, indexPoints, membersOf, type Point, type Row, type RuleTree } from '@hengjian/language';
import { type CaseFile, pointsOf, type RuleCase, worldOf } from '@hengjian/workflows';
import { parse } from 'yaml';

/** Knowledge as large as a published library: the cases' rows, and for each rule a few thousand rows of other codes. */
const OTHER_POINTS = 1000;

const all = (Object.values(rules) as RuleTree[]).map((rule) => {
  const file = parse(readFileSync(new URL(`../../packages/catalog/src/rules/${rule.id}/cases.yaml`, import.meta.url), 'utf8')) as CaseFile;
  const points = pointsOf(rule, file, { name: '', kind: 'edge', expect: {} });
  const sample = points.find((p) => Object.keys(p.codes).length > 0);
  const others: Point[] = sample
    ? Array.from({ length: OTHER_POINTS }, (_, i) => ({
        ...sample,
        index: points.length + i,
        lineage: `other-${i}`,
        codes: Object.fromEntries(Object.keys(sample.codes).map((role) => [role, [`${role}-${i}`]])),
      }))
    : [];
  const compiled = compileRule(rule, ruleSchema);
  return { rule, compiled, index: indexPoints(compiled, [...points, ...others]) };
});

const encounter = (seed: number): RuleCase => ({
  name: '',
  kind: 'edge',
  persons: { P1: { sex: (seed % 2) + 1, birthDay: '1955-03-04' } },
  encounters: { E1: { begunAt: '2025-03-01 08:00:00', endedAt: '2025-03-12 09:00:00', mainDiagnosis: 'I10.x00' } },
  lines: Array.from({ length: 60 }, (_, i) => ({
    no: `L${i}`,
    code: i % 6 === 0 ? ['A', 'B', 'C'][(i / 6) % 3] : `X${(i * 7 + seed) % 400}`,
    kind: ['drug', 'service', 'consumable'][i % 3],
    at: `2025-03-${String(1 + (i % 11)).padStart(2, '0')} 0${i % 9}:00:00`,
    days: 7,
  })),
  diagnoses: [{ code: 'I10.x00', main: true }, { code: 'E11.900' }],
  settlements: { S1: {} },
  expect: {},
});

function once(tables: { [table: string]: readonly Row[] }): number {
  let hits = 0;
  for (const { rule, compiled, index } of all) {
    const members = (tables[rule.reads] ?? []).flatMap((record) => membersOf(compiled, index, record));
    if (members.length === 0) continue;
    const rights = rule.shape.kind === 'pair' ? (tables[rule.shape.right.reads] ?? []) : [];
    for (const answer of decidePartitions(compiled, members, rights)) if (answer.answer === 'hit') hits += 1;
  }
  return hits;
}

const worlds = Array.from({ length: 50 }, (_, i) => worldOf(encounter(i)).tables as { [table: string]: readonly Row[] });
for (let i = 0; i < 500; i++) once(worlds[i % worlds.length] as never); // warm
const times: number[] = [];
let hits = 0;
for (let i = 0; i < 3000; i++) {
  const start = performance.now();
  hits += once(worlds[i % worlds.length] as never);
  times.push(performance.now() - start);
}
times.sort((a, b) => a - b);
const parsed = JSON.stringify(worlds[0]);
const start = performance.now();
for (let i = 0; i < 1000; i++) JSON.parse(parsed);
const parse1 = performance.now() - start; // ms for 1000
const at = (q: number) => times[Math.floor(times.length * q)] as number;
process.stdout.write(
  `closure reader: ${all.length} rules, 60 lines, ${OTHER_POINTS} knowledge rows a rule, ${(hits / times.length).toFixed(1)} hits an encounter: p50 ${at(0.5).toFixed(3)} ms, p99 ${at(0.99).toFixed(3)} ms; JSON.parse of the same records ${(parse1 / 1000).toFixed(3)} ms (p50 is ${(at(0.5) / (parse1 / 1000)).toFixed(1)} times that)\n`,
);
