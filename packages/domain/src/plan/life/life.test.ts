// Every state × action of a plan's year, and every condition by itself.
import { describe, expect, test } from 'vitest';
import { may } from '../../account/permissions.ts';
import type { Plan } from '../plan.ts';
import { planChanges } from './changes.ts';
import type { PlanEvent } from './events.ts';
import { type PlanScene, planStateOf, planStepProblems } from './guards.ts';
import { planProblemsOf } from './problems.ts';
import { lockedStates, type PlanAction, type PlanStep, planActions, planConditions, planStates, planStepOf, planSteps } from './steps.ts';

const plan = (planId = 'P2024-1', target: number | null = 100, weight: number | null = 90): Plan => ({
  planId,
  year: 2024,
  org: '云溪市医疗保障局',
  kind: 'project',
  source: '',
  totalFen: null,
  basicFen: null,
  projectFen: null,
  findings: [],
  projects: [
    {
      projectNo: 1,
      name: '监管经费',
      kind: 'project',
      budgetFen: 100_000_000,
      goals: [],
      indicators: [
        {
          indicatorId: `${planId}-1-1`,
          position: 1,
          level1: null,
          level2: null,
          name: '检查家数',
          operator: '≥',
          target,
          unit: '家',
          weight,
          group: null,
          wording: null,
        },
      ],
    },
  ],
});
const event = (action: PlanAction, by: string): PlanEvent => ({
  serial: 1,
  planId: 'P2024-1',
  action,
  from: 'draft',
  to: 'departmentReview',
  by,
  at: 0,
  why: '',
  grade: null,
  documentNo: null,
  remarks: [],
  successorId: null,
  detail: {},
});
/** Everything given as it should be; a test takes one thing away. */
const raised: PlanEvent = {
  ...event('rectify', '丙'),
  serial: 2,
  remarks: [{ projectNo: 1, indicatorId: 'P2024-1-1-1', field: 'target', text: '完成偏低' }],
};
const assigned: PlanEvent = { ...event('assign', '甲'), serial: 3, detail: { problemId: '2-1', person: '丁', dueOn: 20_030 } };
const applied: PlanEvent = { ...event('apply', '丙'), serial: 4, detail: { use: 'keep' } };
const mended: PlanEvent = {
  ...event('mend', '丁'),
  serial: 5,
  detail: { problemId: '2-1', doneOn: 20_010, measure: '补检 20 家', evidence: '检查台账' },
};
const scene = (action: PlanAction, more: Omit<Partial<PlanScene>, 'given'> & { given?: Partial<PlanScene['given']> } = {}): PlanScene => ({
  plan: plan(),
  events: [event('submit', '甲'), event('adjust', '甲'), event('selfEvaluate', '甲'), raised, assigned, applied],
  by: '乙',
  at: 20_000 * 86_400,
  measured: true,
  successor: plan('P2024-2', 80),
  ...more,
  given: {
    action,
    why: '任务调整',
    grade: '优',
    documentNo: '云财〔2024〕5号',
    remarks: [{ projectNo: 1, indicatorId: 'P2024-1-1-1', field: 'target', text: '偏低' }],
    successorId: 'P2024-2',
    detail: { problemId: '2-1', doneOn: 20_000, use: 'cut', beforeFen: 100, nextFen: 90 },
    ...more.given,
  },
});
const step = (needs: PlanStep['needs']): PlanStep => ({ from: 'draft', action: 'pass', to: 'draft', who: 'head', needs });
const codes = (needs: PlanStep['needs'], given: PlanScene) => planStepProblems(step(needs), given).map(({ code }) => code);

describe('the table', () => {
  test('a step has one row a state and action; every other pair is refused', () => {
    const rows = new Set(planSteps.map(({ from, action }) => `${from} ${action}`));
    expect(rows.size).toBe(planSteps.length);
    for (const state of planStates)
      for (const action of planActions) expect(planStepOf(state, action) !== undefined).toBe(rows.has(`${state} ${action}`));
  });
  test('every state is reached from the first, the last ones have no way on', () => {
    const reached = new Set(['draft']);
    for (let round = 0; round < planStates.length; round += 1) for (const { from, to } of planSteps) if (reached.has(from)) reached.add(to);
    expect([...reached].sort()).toEqual([...planStates].sort());
    for (const end of ['closed', 'replaced', 'rejected']) expect(planSteps.some(({ from }) => from === end)).toBe(false);
  });
  test('what is locked is left only by the finance department’s steps or by asking it', () => {
    for (const one of planSteps.filter(({ from, to }) => lockedStates.includes(from) && !lockedStates.includes(to)))
      expect(one.who).toBe('finance');
  });
  test('who may: the finance department passes its own review and nobody else does', () => {
    const actor = (role: 'financeDepartment' | 'financeOfficer' | 'sectionHead') => ({
      kind: 'account' as const,
      name: '甲',
      account: {
        accountId: 'a',
        name: '甲',
        roles: [role],
        providerNos: [],
        practitionerNo: null,
        personNo: null,
        verified: null,
        state: 'active' as const,
        mustChange: false,
        createdAt: 0,
      },
    });
    expect(may(actor('financeDepartment'), 'plan.step.pass', { state: 'financeReview' })).toEqual({ ok: true });
    expect(may(actor('sectionHead'), 'plan.step.pass', { state: 'financeReview' })).toMatchObject({ ok: false });
    expect(may(actor('sectionHead'), 'plan.step.pass', { state: 'departmentReview' })).toEqual({ ok: true });
    expect(may(actor('financeOfficer'), 'plan.step.approve', { state: 'reviewed' })).toMatchObject({ ok: false });
  });
});

const without: Record<(typeof planConditions)[number], [code: string, PlanScene]> = {
  reasonGiven: ['plan.no-reason', scene('adjust', { given: { why: ' ' } })],
  remarksGiven: ['plan.no-remarks', scene('return', { given: { remarks: [] } })],
  anotherPerson: ['plan.same-person', scene('pass', { by: '甲' })],
  gradePasses: ['plan.grade-does-not-pass', scene('pass', { given: { grade: '中' } })],
  gradeFails: ['plan.grade-does-not-fail', scene('reject', { given: { grade: '良' } })],
  gradeGiven: ['plan.no-grade', scene('evaluate', { given: { grade: null } })],
  documentGiven: ['plan.no-document', scene('approve', { given: { documentNo: '' } })],
  targetsWhole: ['plan.targets-lost', scene('submit', { plan: plan('P2024-1', null) })],
  measured: ['plan.not-measured', scene('monitor', { measured: false })],
  notOpposed: [
    'plan.opposed',
    scene('submit', { events: [{ ...event('appraise', '甲'), detail: { conclusion: 'oppose', subject: '新项目' } }] }),
  ],
  openProblem: ['plan.no-problem', scene('mend', { given: { detail: { problemId: '9-9' } } })],
  assigned: ['plan.problem-nobody', scene('mend', { events: [raised] })],
  done: ['plan.mended-ahead', scene('mend', { given: { detail: { problemId: '2-1', doneOn: 20_001 } } })],
  cutTold: ['plan.cut-how-much', scene('apply', { given: { detail: { use: 'cut', beforeFen: 90, nextFen: 90 } } })],
  nothingOpen: ['plan.problems-open', scene('close')],
  applied: ['plan.not-applied', scene('close', { events: [raised] })],
  successorGiven: ['plan.same-content', scene('replace', { successor: plan() })],
};
describe('conditions', () => {
  test.each(planConditions)('%s', (condition) => {
    const [code, missing] = without[condition];
    const whole =
      condition === 'gradeFails'
        ? scene('reject', { given: { grade: '差' } })
        : condition === 'nothingOpen'
          ? scene('close', { events: [raised, assigned, mended] })
          : scene(missing.given.action);
    expect(codes([condition], whole)).toEqual([]);
    expect(codes([condition], missing)).toContain(code);
  });
  test('a remark names a cell of the plan', () => {
    const stray = scene('return', { given: { remarks: [{ projectNo: 7, indicatorId: null, field: 'budget', text: '核对' }] } });
    expect(codes(['remarksGiven'], stray)).toEqual(['plan.remark-nowhere']);
  });
});

test('the state is that of the last step, a plan without one is a draft', () => {
  expect(planStateOf([])).toBe('draft');
  expect(planStateOf([event('submit', '甲')])).toBe('departmentReview');
});
test('an adjustment is told row by row', () => {
  expect(planChanges(plan(), plan('P2024-2', 80))).toEqual([
    { project: '监管经费', indicator: '检查家数', field: 'target', before: '100', after: '80' },
  ]);
  expect(planChanges(plan(), plan())).toEqual([]);
});

test('a problem is named, given to somebody, mended; what is left is counted', () => {
  const [open] = planProblemsOf([raised]);
  expect(open).toMatchObject({ problemId: '2-1', person: null, mended: null, remark: { text: '完成偏低' } });
  expect(planProblemsOf([raised, assigned])[0]).toMatchObject({ person: '丁', dueOn: 20_030, mended: null });
  expect(planProblemsOf([raised, assigned, mended])[0]?.mended).toEqual({
    on: 20_010,
    by: '丁',
    measure: '补检 20 家',
    evidence: '检查台账',
  });
});
