// Every case of every rule on both readers: which partitions hit, are clear, are not evaluated; what is in question and what it is
// worth. The same runner decides whether an officer's draft may leave *draft*.
import { existsSync, readFileSync } from 'node:fs';
import { ruleSchema, rules } from '@hengjian/catalog';
import { checkRule, type RuleTree } from '@hengjian/language';
import { openCaseEngine } from '@hengjian/store/rule/case-readers.ts';
import { type CaseEngine, type CaseFile, runCases } from '@hengjian/workflows';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

let engine: CaseEngine;
beforeAll(async () => {
  engine = await openCaseEngine();
});
afterAll(() => engine.close());

const folder = (id: string) => new URL(`../../packages/catalog/src/rules/${id}/`, import.meta.url);

describe.each(Object.entries(rules) as [string, RuleTree][])('rule %s', (id, rule) => {
  const file = parse(readFileSync(new URL('cases.yaml', folder(id)), 'utf8')) as CaseFile;

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
    const [result] = await runCases(rule, { ...file, cases: [one] }, engine);
    expect(result?.issues).toEqual([]);
    expect(result?.passed).toBe(true);
  });
});
