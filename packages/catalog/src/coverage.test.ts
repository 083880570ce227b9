import type { RuleTree } from '@hengjian/language';
import { expect, test } from 'vitest';
import { coverageOf } from './coverage.ts';
import { framework } from './framework.ts';
import { rules } from './rules.gen.ts';

test('coverage names all 138 framework rows, every shipped rule, and says why a row has none', () => {
  const all = Object.values(rules) as RuleTree[];
  const rows = coverageOf(all);
  expect(new Set(rows.map((row) => row.code))).toEqual(new Set(framework.map((row) => row.code)));
  expect(rows.flatMap((row) => row.ruleId ?? []).sort()).toEqual(all.map((rule) => rule.id).sort());
  for (const row of rows.filter(({ standing }) => standing === 'cannot')) expect(row.needs, row.code).toBeTruthy();
  expect(rows.filter(({ standing }) => standing === 'watched').map(({ code, alerts }) => [code, alerts])).toEqual([
    ['DF-09', ['团伙住院']],
    ['DF-10', ['卡聚集']],
    ['DF-12', ['药店集中划卡', '药店深夜刷卡']],
    ['DF-13', ['药店套餐']],
  ]);
});

test("a bureau's own rule stands behind the framework, in its own class", () => {
  const [some] = Object.values(rules) as RuleTree[];
  const own = { ...(some as RuleTree), id: 'own', code: 'NC-本局规则', title: { zh: '本局规则', en: 'own' }, category: '本局/试点' };
  expect(coverageOf([own]).at(-1)).toMatchObject({ ruleId: 'own', name: '本局规则', class: '本局/试点', standing: 'implemented' });
});
