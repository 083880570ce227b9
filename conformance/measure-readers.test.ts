// Both readers of measures agree on made-up records full of ties, nulls, zero and month edges, for every kind of take and behaviour.
import {
  type Asked,
  and,
  field,
  foldPart,
  ge,
  inList,
  type MeasurePoint,
  not,
  or,
  type PartTree,
  pointsSql,
  type Row,
  readPart,
} from '@hengjian/language';
import { type Duck, openDuck } from '@hengjian/store';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

const start = Date.UTC(2024, 0, 1) / 86_400_000;
// Days around month edges and 29 February, before and after the year.
const days = [-1, 0, 30, 31, 58, 59, 60, 90, 91, 200, 365, 366].map((n) => start + n);
const record = fc.record({
  on: fc.option(fc.constantFrom(...days), { nil: null, freq: 8 }),
  kind: fc.option(fc.constantFrom('a', 'b', '𠮷'), { nil: null }),
  amount: fc.option(fc.integer({ min: -3, max: 5 }), { nil: null }),
  flag: fc.option(fc.boolean(), { nil: null }),
  project: fc.option(fc.constantFrom('甲', '乙'), { nil: null }),
});
const wheres = [
  undefined,
  inList(field('kind'), 'a', '𠮷'),
  not(field('flag')),
  or(field('flag'), ge(field('amount'), 2)),
  and(field('flag'), ge(field('amount'), 0)),
];
const part = fc
  .record({
    where: fc.constantFrom(...wheres),
    take: fc.constantFrom<PartTree['take'][]>(
      { kind: 'count' },
      { kind: 'sum', of: field('amount') },
      { kind: 'distinct', of: field('kind') },
    ),
    behaviour: fc.constantFrom<PartTree['behaviour'][]>('cumulative', 'latest'),
    within: fc.boolean(),
    dated: fc.boolean(),
  })
  .map(
    ({ where, take, behaviour, within, dated }): PartTree => ({
      title: '甲',
      from: 't',
      day: dated ? field('on') : null,
      take,
      behaviour: dated ? behaviour : 'latest',
      unit: '次',
      ...(where ? { where } : {}),
      ...(within ? { within: { column: 'project', of: 'project' } } : {}),
    }),
  );

let duck: Duck;
beforeAll(async () => {
  duck = await openDuck({ threads: 1 });
  await duck.run('CREATE TABLE t (id VARCHAR, "on" INTEGER, kind VARCHAR, amount BIGINT, flag BOOLEAN, project VARCHAR)');
});
afterAll(() => duck.close());

const text = (value: unknown) => (value === null ? 'NULL' : typeof value === 'string' ? `'${value}'` : String(value));

test('same points, same numbers', async () => {
  let withValue = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { maxLength: 14 }),
      fc.array(part, { minLength: 6, maxLength: 6 }),
      fc.constantFrom(...days.slice(1, 11)),
      async (rows, parts, to) => {
        await duck.run('DELETE FROM t');
        const records = rows.map((row, i): Row => ({ id: `r${i}`, ...row }));
        if (records.length)
          await duck.run(
            `INSERT INTO t VALUES ${records.map((row) => `(${['id', 'on', 'kind', 'amount', 'flag', 'project'].map((c) => text(row[c] ?? null)).join(', ')})`).join(', ')}`,
          );
        const asked: Asked = { from: start, to, project: '甲', indicator: null, goal: null, budget: null };
        for (const tree of parts) {
          const closure = readPart(tree, records, asked);
          const sql = await duck.rows<MeasurePoint>(pointsSql(tree, asked, 'id'));
          expect(sql).toEqual(closure);
          const folded = foldPart(tree, closure, to);
          if (folded.value !== null && folded.records > 0) withValue += 1;
          // Independent of both readers: what takes part is counted straight from the records.
          const inScope = records.filter(
            (row) =>
              (tree.day === null || (typeof row.on === 'number' && row.on >= start && row.on <= to)) &&
              (!tree.within || row.project === '甲'),
          );
          expect(folded.seen).toBe(inScope.length);
          if (!tree.where && tree.take.kind === 'sum' && tree.behaviour === 'cumulative') {
            const known = inScope.filter((row) => row.amount !== null);
            expect(folded.value).toBe(known.length ? known.reduce((sum, row) => sum + Number(row.amount), 0) : null);
          }
          if (!tree.where && tree.take.kind === 'distinct' && tree.behaviour === 'cumulative')
            expect(folded.value ?? 0).toBe(new Set(inScope.flatMap((row) => (row.kind === null ? [] : [row.kind]))).size);
        }
      },
    ),
    { numRuns: 120 },
  );
  expect(withValue).toBeGreaterThan(100);
});
