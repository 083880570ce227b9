// A local notice as data: what it changes is taken, what it cannot mean is refused by name.
import { expect, test } from 'vitest';
import { type RuleSetChanges, readRuleSet } from './read-rule-set.ts';
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
  ['bounds turned round', { qualitative: { partly: { from: 0.8, to: 0.5 } } }, 'qualitative'],
])('%s is refused by its key', (_, change, key) =>
  expect(readRuleSet({ ...local, ...change }, 'x.json')).toMatchObject({
    ok: false,
    issues: [{ code: 'plan.bad-rules', facts: { keys: key } }],
  }),
);
