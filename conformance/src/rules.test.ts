// Every case of every rule on both readers: which partitions hit, are clear, are not evaluated; what is in question and what it is worth.
import { existsSync, readFileSync } from 'node:fs';
import { ruleSchema, rules } from '@hengjian/catalog';
import { formatYuan, parseYuan } from '@hengjian/domain';
import { checkRule, compileRule, type RuleTree } from '@hengjian/language';
import { findingOf } from '@hengjian/workflows';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type CaseFile, pointsOf, worldOf } from './cases.ts';
import { openWorld } from './duck-world.ts';
import { byClosures, bySql } from './engines.ts';

type Duck = Awaited<ReturnType<typeof openWorld>>;
let duck: Duck;
beforeAll(async () => {
  duck = await openWorld();
});
afterAll(() => duck.close());

const folder = (id: string) => new URL(`../../packages/catalog/src/rules/${id}/`, import.meta.url);

describe.each(Object.entries(rules) as [string, RuleTree][])('rule %s', (id, rule) => {
  const file = parse(readFileSync(new URL('cases.yaml', folder(id)), 'utf8')) as CaseFile;
  const compiled = compileRule(rule, ruleSchema);

  test('is well-formed: id, types, basis, page, cases of every kind', () => {
    expect(rule.id).toBe(id);
    expect(checkRule(rule, ruleSchema)).toEqual([]);
    expect(JSON.parse(JSON.stringify(rule))).toEqual(rule);
    expect(rule.basis.length).toBeGreaterThan(0);
    expect(existsSync(new URL('basis.md', folder(id)))).toBe(true);
    const page = readFileSync(new URL('basis.md', folder(id)), 'utf8');
    for (const heading of ['查什么', '依据', '怎么判', '需要的数据', '不适用的情形', '已知局限']) expect(page).toContain(`## ${heading}`);
    for (const kind of ['clean', 'violating', 'edge'])
      expect(
        file.cases.some((c) => c.kind === kind),
        kind,
      ).toBe(true);
  });

  test.each(file.cases.map((c) => [c.name, c] as const))('%s', async (_, one) => {
    const world = worldOf(one);
    const points = pointsOf(rule, file, one);
    const closures = byClosures(compiled, points, world);
    const [sql] = await bySql(duck, [{ rule, points }], world);
    const findings = closures.answers.filter((a) => a.answer === 'hit').map((a) => findingOf(compiled, a));
    const found = findings.map((f) => {
      const own = f.records.filter((r) => r.role === 'inQuestion');
      const lines = own.flatMap((r) => (r.lineNo === null ? [] : [r.lineNo])).sort();
      const settlements = [...new Set(own.flatMap((r) => r.settlementNo?.split(';') ?? []))].sort();
      return {
        lines,
        encounters: [...new Set(own.map((r) => r.encounterNo))].sort(),
        settlements,
        amount: formatYuan(f.amountFen),
        related: f.records
          .filter((r) => r.role === 'related')
          .map((r) => r.lineNo ?? r.encounterNo)
          .sort(),
        says: f.explanation.zh,
      };
    });
    const expected = one.expect.hits ?? [];
    // only what the case speaks of is compared; the findings themselves must be as many
    const wanted = expected.map((hit) => ({
      ...(hit.lines && { lines: hit.lines.map(String).sort() }),
      ...(hit.encounters && { encounters: hit.encounters.map(String).sort() }),
      ...(hit.settlements && { settlements: hit.settlements.map(String).sort() }),
      ...(hit.amount !== undefined && { amount: formatYuan(parseYuan(String(hit.amount)) as number) }),
      ...(hit.related && { related: hit.related.map(String).sort() }),
    }));
    const order = (list: { lines?: string[]; encounters?: string[]; settlements?: string[] }[]) =>
      [...list].sort((a, b) =>
        JSON.stringify([a.lines, a.encounters, a.settlements]).localeCompare(JSON.stringify([b.lines, b.encounters, b.settlements])),
      );
    expect(found.length, JSON.stringify(found)).toBe(wanted.length);
    const sorted = order(found);
    for (const [i, hit] of order(wanted).entries()) expect(sorted[i]).toMatchObject(hit);
    for (const f of found) expect(f.says, 'an explanation has no unknown left').not.toMatch(/未知|[{}[\]]/);
    expect({ notEvaluated: closures.notEvaluated.length }).toEqual({ notEvaluated: one.expect.notEvaluated ?? 0 });
    if (one.expect.clear !== undefined) expect({ clear: closures.clear }).toEqual({ clear: one.expect.clear });
    expect({ hit: sql?.hit, notEvaluated: sql?.notEvaluated, clear: sql?.clear }).toEqual({
      hit: closures.hit,
      notEvaluated: closures.notEvaluated,
      clear: closures.clear,
    });
    const again = sql?.answers.filter((a) => a.answer === 'hit').map((a) => findingOf(compiled, a)) ?? [];
    const essence = (list: typeof findings) =>
      list
        .map((f) => ({
          id: f.findingId,
          says: f.explanation.zh,
          amount: f.amountFen,
          fund: f.fundFen,
          lines: f.records.map((r) => `${r.role} ${r.encounterNo}:${r.lineNo} ${r.amountFen}`).sort(),
        }))
        .sort((a, b) => a.id.localeCompare(b.id));
    expect(essence(again)).toEqual(essence(findings));
  });
});
