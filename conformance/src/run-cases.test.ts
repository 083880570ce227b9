// A runner that finds nothing wrong proves nothing: cases that are wrong on purpose must each be told, with the reason.
import { rules } from '@hengjian/catalog';
import { call, type RuleTree } from '@hengjian/language';
import { openCaseEngine } from '@hengjian/store/rule/case-readers.ts';
import { type CaseEngine, type CaseFile, type RuleCase, runCases } from '@hengjian/workflows';
import { afterAll, beforeAll, expect, test } from 'vitest';

let engine: CaseEngine;
beforeAll(async () => {
  engine = await openCaseEngine();
});
afterAll(() => engine.close());

const rule = rules['split-stay'] as RuleTree;
const stays = {
  E1: { mainDiagnosis: 'I20.000', begunAt: '2025-03-01 08:00', endedAt: '2025-03-10 10:00', dischargeWay: '1', total: '4000.00' },
  E2: { mainDiagnosis: 'I20.800', begunAt: '2025-03-13 08:00', dischargeWay: '1', total: '5000.00' },
};
const one = (expected: RuleCase['expect'], more: Partial<RuleCase> = {}): CaseFile => ({
  cases: [{ name: '三天后再入院', kind: 'violating', encounters: stays, expect: expected, ...more }],
});
const codesOf = async (file: CaseFile, tree = rule) => {
  const [result] = await runCases(tree, file, engine);
  expect(result?.passed).toBe(result?.issues.length === 0);
  return result?.issues.map((issue) => issue.code);
};

test('what holds is not told', async () => {
  expect(await codesOf(one({ hits: [{ encounters: ['E2'], amount: '5000.00' }], clear: 1 }))).toEqual([]);
});

test('a wrong amount, a wrong subject, a missing and an unexpected finding, wrong counts', async () => {
  expect(await codesOf(one({ hits: [{ encounters: ['E2'], amount: '4000.00' }] }))).toEqual(['rule.case.missing', 'rule.case.unexpected']);
  expect(await codesOf(one({ hits: [{ encounters: ['E1'] }] }))).toEqual(['rule.case.missing', 'rule.case.unexpected']);
  expect(await codesOf(one({ hits: [{ encounters: ['E2'] }, { encounters: ['E2'] }] }))).toEqual(['rule.case.missing']);
  expect(await codesOf(one({ clear: 1 }))).toEqual(['rule.case.unexpected']);
  expect(await codesOf(one({ hits: [{ encounters: ['E2'] }], notEvaluated: 1 }))).toEqual(['rule.case.count']);
});

test('a case that speaks of what is not there is broken, and the next one still runs', async () => {
  const file = one({ hits: [{ encounters: ['E2'] }] });
  const results = await runCases(
    rule,
    { cases: [{ name: '坏', kind: 'edge', encounters: { E1: { person: 'P9' } }, expect: {} }, ...file.cases] },
    engine,
  );
  expect(results.map((r) => [r.passed, r.issues.map((i) => i.code)])).toEqual([
    [false, ['rule.case.broken']],
    [true, []],
  ]);
});

test('a sentence with a fact that is unknown is told', async () => {
  const silent: RuleTree = { ...rule, facts: { ...rule.facts, ended: { value: call('add', null, 1), form: 'day' } } };
  expect(await codesOf(one({ hits: [{ encounters: ['E2'] }] }), silent)).toEqual(['rule.case.says']);
});
