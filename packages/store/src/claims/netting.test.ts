import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Duck } from '../lake/duck.ts';
import { netBySql, openNetting } from './testing/net-by-sql.ts';
import { keyOf, type ModelLine, type ModelSettlement, netModel } from './testing/netting-model.ts';

const CASE_PAID = ['40', '50', '5'];
const TEN_THOUSAND = 10_000;

interface Case {
  name: string;
  settlements?: ModelSettlement[];
  /** [no, settlement, item, price in yuan, at, quantity, in-scope fen, refund of] */
  lines: [string, string | null, string, number, number, number, number | null, string?][];
  /** line number → net quantity, or why it takes no part */
  net?: Record<string, number | string>;
  amounts?: Record<string, number>;
  fund?: Record<string, number | null>;
  leftover?: Record<string, number>;
  fates?: Record<string, string | null>;
}

const cases = parse(readFileSync(new URL('./netting.cases.yaml', import.meta.url), 'utf8')) as Case[];

const linesOf = (c: Case): ModelLine[] =>
  c.lines.map(([no, settlement, item, yuan, at, quantity, inScopeFen, refundOf]) => ({
    no: String(no),
    encounter: 'E',
    settlement,
    item,
    price: yuan * 1_000_000,
    at,
    quantity: quantity * TEN_THOUSAND,
    amountFen: Math.round(quantity * yuan * 100),
    inScopeFen,
    refundOf: refundOf === undefined ? null : String(refundOf),
  }));

let duck: Duck;
beforeAll(async () => {
  duck = await openNetting();
});
afterAll(() => duck.close());

describe('netting cases', () => {
  for (const engine of ['sql', 'model'] as const)
    test.for(cases)(`${engine}: $name`, async (c) => {
      const lines = linesOf(c);
      const settlements = (c.settlements ?? []).map((s) => ({ ...s, no: String(s.no) }));
      const result = engine === 'sql' ? await netBySql(duck, settlements, lines, CASE_PAID) : netModel(settlements, lines, CASE_PAID);
      const of = (no: string) => {
        const line = lines.find((l) => l.no === no);
        if (!line) throw new Error(`${c.name}: no line ${no}`);
        return result.lines.get(keyOf(line));
      };
      for (const [no, expected] of Object.entries(c.net ?? {})) {
        const line = of(no);
        if (typeof expected === 'string') expect(line?.setAside, `line ${no}`).toBe(expected);
        else expect([line?.quantity, line?.setAside], `line ${no}`).toEqual([expected * TEN_THOUSAND, null]);
      }
      for (const [no, expected] of Object.entries(c.amounts ?? {})) expect(of(no)?.amountFen, `amount of ${no}`).toBe(expected);
      for (const [no, expected] of Object.entries(c.fund ?? {})) expect(of(no)?.fundFen, `fund of ${no}`).toBe(expected);
      for (const [no, expected] of Object.entries(c.fates ?? {})) expect(result.settlements.get(no), `settlement ${no}`).toBe(expected);
      const left = Object.fromEntries([...result.leftover].map(([key, quantity]) => [key.split(':')[1], quantity / TEN_THOUSAND]));
      expect(left).toEqual(c.leftover ?? {});
    });
});

// Few values of everything, so that ties, empty stacks and exact hits are the rule.
const settlementsArbitrary = fc
  .array(
    fc.record({
      totalFen: fc.constantFrom(0, 1000, 1000, 1000, -1000),
      fundFen: fc.option(fc.integer({ min: 0, max: 999 }), { freq: 5 }),
      clearingWay: fc.constantFrom(null, '1', '01', '40', '050', '5'),
      reversed: fc.constantFrom(null, false, false, false, true),
      of: fc.option(fc.integer({ min: 0, max: 4 }), { freq: 2 }),
    }),
    { maxLength: 4 },
  )
  .map((all): ModelSettlement[] => all.map(({ of, ...s }, at) => ({ ...s, no: `S${at}`, reversalOf: of === null ? null : `S${of}` })));

const linesArbitrary = (settlements: readonly ModelSettlement[]) =>
  fc
    .array(
      fc.record({
        no: fc.integer({ min: 1, max: 12 }).map(String),
        encounter: fc.constantFrom('A', 'A', 'B'),
        settlement: fc.constantFrom<string | null>(null, ...settlements.map((s) => s.no)),
        item: fc.constantFrom('x', 'x', 'x', 'y'),
        price: fc.constantFrom(1_000_000, 1_000_000, 2_500_000),
        at: fc.integer({ min: 0, max: 6 }),
        quantity: fc.constantFrom(10_000, 10_000, 20_000, 30_000, 5_000, 0, -10_000, -10_000, -20_000, -5_000),
        scope: fc.constantFrom(1, 1, 0.5, 0, null),
        refundOf: fc.option(fc.integer({ min: 1, max: 12 }).map(String), { freq: 1 }),
      }),
      { maxLength: 14 },
    )
    .map((all): ModelLine[] => {
      const unique = new Map<string, ModelLine>();
      for (const { scope, ...line } of all) {
        // A settlement belongs to one encounter.
        const encounter = line.settlement === null ? line.encounter : line.settlement < 'S2' ? 'A' : 'B';
        const amountFen = Math.round((line.quantity * line.price) / 1e8);
        const refundOf = line.quantity < 0 ? line.refundOf : null;
        unique.set(keyOf({ ...line, encounter }), {
          ...line,
          encounter,
          refundOf,
          amountFen,
          inScopeFen: scope === null ? null : Math.round(amountFen * scope) + 0,
        });
      }
      return [...unique.values()];
    });

const sorted = <V>(map: Map<string, V>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

test('the SQL nets as the law told step by step does', async () => {
  let refunds = 0;
  await fc.assert(
    fc.asyncProperty(
      settlementsArbitrary.chain((settlements) => linesArbitrary(settlements).map((lines) => ({ settlements, lines }))),
      async ({ settlements, lines }) => {
        const [sql, model] = [await netBySql(duck, settlements, lines, CASE_PAID), netModel(settlements, lines, CASE_PAID)];
        refunds += [...model.lines.values()].filter((line) => line.setAside === 'refund').length;
        expect(sorted(sql.settlements)).toEqual(sorted(model.settlements));
        expect(sorted(sql.leftover)).toEqual(sorted(model.leftover));
        expect(sorted(sql.lines)).toEqual(sorted(model.lines));
      },
    ),
    { numRuns: 150 },
  );
  expect(refunds).toBeGreaterThan(100);
});

test('the fund shares of a settlement sum to what the fund paid', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 3_000_000_000 }), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 0, max: 3_000_000_000 }),
      async (weights, fundFen) => {
        fc.pre(weights.some((w) => w > 0));
        const lines = weights.map(
          (w, at): ModelLine => ({
            no: String(at),
            encounter: 'E',
            settlement: 'S',
            item: 'x',
            price: 1,
            at: 0,
            quantity: 10_000,
            amountFen: w,
            inScopeFen: w,
          }),
        );
        const { lines: net } = await netBySql(duck, [{ no: 'S', totalFen: 1, fundFen }], lines, CASE_PAID);
        expect([...net.values()].reduce((sum, line) => sum + (line.fundFen as number), 0)).toBe(fundFen);
      },
    ),
    { numRuns: 40 },
  );
});
