// A local notice as data: what it changes is taken, what it cannot mean is refused by name.
import { expect, test } from 'vitest';
import { dayOfDate } from '../../time.ts';
import { spreadWeights } from '../draft.ts';
import { type RuleSetChanges, readRuleSet } from './read-rule-set.ts';
import { variantRuleSets } from './regional-rule-sets.ts';
import { type RuleSet, ruleSets } from './rule-set.ts';
import { ruleSetOf } from './rule-set-choice.ts';
import { scoreIndicator } from './score-indicator.ts';
import { executionWeight, gradeOf, scoreExecution } from './score-plan.ts';

const local: RuleSetChanges = {
  id: 'local',
  title: '某省办法',
  executionWeight: 20,
  qualitative: { partly: { from: 0.5, to: 0.8 }, missed: { from: 0, to: 0.5 } },
  farAboveRatio: 1.2,
  grades: [
    { grade: '优秀', from: 85 },
    { grade: '合格', from: 60 },
    { grade: '不合格', from: 0 },
  ],
};

test('execution of 20 beside weights of 80, own grades, own bounds, the rest as 10号 has it', () => {
  const outcome = readRuleSet(local, 'x.json');
  if (!outcome.ok) throw new Error('refused');
  const rules = outcome.value;
  expect(executionWeight([50, 30], rules)).toBe(20);
  expect(executionWeight([60, 30], rules)).toBe(0);
  expect(scoreExecution({ budgetFen: 200, paidFen: 150 }, 20, rules).score).toBe(15);
  expect([gradeOf(85, rules), gradeOf(84.99, rules), gradeOf(10, rules)]).toEqual(['优秀', '合格', '不合格']);
  const row = { operator: 'qualitative' as const, target: '提高', targetUnit: null, weight: 10, satisfaction: false };
  expect(scoreIndicator(row, { value: null, unit: null, judgement: { grade: 'partly', part: 0.55 } }, rules).score).toBe(5.5);
  const measured = { operator: '≥' as const, target: 100, targetUnit: '次', weight: 10, satisfaction: false };
  expect(scoreIndicator(measured, { value: 80, unit: '次' }, rules).score).toBe(8);
  expect(scoreIndicator(measured, { value: 125, unit: '次' }, rules).notes).toEqual(['far-above-target']);
});

test.each<[string, Partial<RuleSetChanges>, string]>([
  ['no title', { title: '' }, 'title'],
  ['an unknown base', { base: '别的' }, 'base'],
  ['more than all for execution', { executionWeight: 120 }, 'executionWeight'],
  ['a negative pass mark', { passMark: -0.1 }, 'passMark'],
  [
    'grades that rise',
    {
      grades: [
        { grade: '差', from: 0 },
        { grade: '优', from: 90 },
      ],
    },
    'grades',
  ],
  ['grades that do not reach 0', { grades: [{ grade: '优', from: 90 }] }, 'grades'],
  ['steps above the whole', { executionSteps: [{ from: 0, part: 1.5 }] }, 'executionSteps'],
  ['a division of four digits', { region: '4201' }, 'region'],
  ['days turned round', { fromDay: 20_000, toDay: 19_000 }, 'toDay'],
  ['marks that are not what execution of 20 leaves', { tiers: [{ output: 50, effect: 40 }] }, 'tiers'],
  ['bounds turned round', { qualitative: { partly: { from: 0.8, to: 0.5 } } }, 'qualitative'],
])('%s is refused by its key', (_, change, key) =>
  expect(readRuleSet({ ...local, ...change }, 'x.json')).toMatchObject({
    ok: false,
    issues: [{ code: 'plan.bad-rules', facts: { keys: key } }],
  }),
);

const setOf = (changes: RuleSetChanges): RuleSet => {
  const read = readRuleSet(changes, changes.title);
  if (!read.ok) throw new Error(`${changes.id}: ${JSON.stringify(read.issues)}`);
  return read.value;
};
const shipped = [...Object.values(ruleSets), ...variantRuleSets.map(setOf)];
const city = setOf({ id: 'city', title: '某市办法', region: '420600', fromDay: dayOfDate(2023, 1, 1), executionWeight: 15 });
const cityLater = setOf({ id: 'city-2025', title: '某市新办法', region: '420600', fromDay: dayOfDate(2025, 1, 1) });

test.each<[number, string, string]>([
  [2022, '*', 'cy-2020-10'],
  [2022, '330200', 'cy-2020-10'],
  // Forms of 2016 to 2019 gave partly reached words 80 to 50 per cent; 10号 is of February 2020.
  [2018, '330200', 'forms-2016'],
  [2022, '420106', 'hubei'],
  [2022, '450400', 'wuzhou'],
  // A county of the city; another city of the province does not follow it.
  [2022, '450421', 'wuzhou'],
  [2022, '450300', 'cy-2020-10'],
  // The nearest division goes before the wider one, the edition that began last before the one it replaced.
  [2022, '420600', 'hubei'],
  [2023, '420600', 'city'],
  [2025, '420684', 'city-2025'],
])('the year %i in %s is scored by %s', (year, region, id) =>
  expect(ruleSetOf([...shipped, city, cityLater], { year, region }).id).toBe(id),
);

test('execution of 20 leaves 80 to spread as 50, 30, 10: 44, 27, 9', () => {
  const rows = ['产出指标', '效益指标', '满意度指标'].map((level1) => ({
    ...{ level1, level2: null, name: '', operator: '≥' as const, target: 1, unit: null, weight: null, group: null },
  }));
  const hubei = shipped.find(({ id }) => id === 'hubei') as RuleSet;
  expect(spreadWeights(rows, hubei)).toEqual([44, 27, 9]);
  // 重庆's forms of pay, without anybody to be satisfied.
  expect(spreadWeights(rows.slice(0, 2), shipped.find(({ id }) => id === 'chongqing') as RuleSet)).toEqual([60, 30]);
});
