// A plan's year in a real embedded PostgreSQL: reviewed, approved, locked, adjusted, each step kept.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type PlanAction, type PlanStepGiven, planProblemsOf, planStateOf, type ReadDocument } from '@hengjian/domain';
import { adoptPlan, planStep, problemsOfYearBefore, takePlanStep } from '@hengjian/workflows';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Home, openHome } from '../home.ts';
import { planStoreOf } from './plan-store.ts';

let home: Home;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'hengjian-plan-life-'));
  home = await openHome(folder);
});
afterAll(async () => {
  await home.close();
  rmSync(folder, { recursive: true, force: true });
});

const document = (target: number): ReadDocument => ({
  file: '目标表.docx',
  org: '云溪市医疗保障局',
  year: 2024,
  kind: 'overall',
  totals: { totalWan: 100, basicWan: null, projectWan: null },
  projects: [
    {
      name: '部门整体支出',
      kind: 'overall',
      budgetWan: 100,
      goals: ['一、查处违规。'],
      indicators: [
        {
          level1: '产出指标',
          level2: '数量指标',
          name: '检查家数',
          operator: '≥',
          value: target,
          unit: '家',
          weight: 90,
          actual: null,
          score: null,
          group: null,
          line: 1,
          repairs: [],
        },
      ],
    },
  ],
  warnings: [],
});

test('draft to public, locked, adjusted by another plan, every step with who and why', async () => {
  const store = planStoreOf(home.db);
  const adopt = (target: number) =>
    adoptPlan(store, { document: document(target), year: 2024, by: '经办', now: 1, confirm: false, suggest: () => [] });
  const first = await adopt(100);
  if (!first.ok) throw new Error('refused');
  const { planId, projects } = first.value.plan;
  const indicatorId = projects[0]?.indicators[0]?.indicatorId as string;
  let at = 1_700_000_000;
  const take = (by: string, action: PlanAction, given: Partial<PlanStepGiven> = {}) =>
    takePlanStep(store, { planId, given: planStep(action, given), by, at: at++ });
  const state = async (id = planId) => planStateOf(await store.eventsOf(id));

  expect(await take('甲', 'approve', { documentNo: '1' })).toMatchObject({ ok: false, issues: [{ code: 'plan.no-such-step' }] });
  expect(await take('甲', 'submit')).toMatchObject({ ok: true });
  expect(await take('甲', 'pass')).toMatchObject({ ok: false, issues: [{ code: 'plan.same-person' }] });
  const remarks = [{ projectNo: 1, indicatorId, field: 'target' as const, text: '低于上年实际，请提高' }];
  expect(await take('乙', 'return', { remarks })).toMatchObject({ ok: true });
  expect((await store.eventsOf(planId)).at(-1)).toMatchObject({ remarks, by: '乙', from: 'departmentReview', to: 'draft' });
  for (const [by, action, given] of [
    ['甲', 'submit', {}],
    ['乙', 'pass', {}],
    ['丙', 'pass', { grade: '良' }],
    ['丙', 'approve', { documentNo: '云财〔2024〕5号' }],
  ] as const)
    expect(await take(by, action, given)).toMatchObject({ ok: true });
  expect(await state()).toBe('approved');

  // 谁批复预算,谁批复目标: other targets are refused until an adjustment is asked for, then they wait.
  expect(await adopt(80)).toMatchObject({ ok: false, issues: [{ code: 'plan.locked', facts: { id: planId, state: 'approved' } }] });
  expect((await store.plans()).map(({ plan }) => plan.planId)).toEqual([planId]);
  expect(await take('甲', 'publish')).toMatchObject({ ok: true });
  expect(await take('甲', 'adjust')).toMatchObject({ ok: false, issues: [{ code: 'plan.no-reason' }] });
  expect(await take('甲', 'adjust', { why: '机构减少' })).toMatchObject({ ok: true });
  const second = await adopt(80);
  if (!second.ok) throw new Error('refused');
  const successorId = second.value.plan.planId;
  expect((await store.plan(successorId))?.inForce).toBe(false);
  expect(await take('丙', 'replace', { why: '同意', documentNo: '云财〔2024〕9号', successorId })).toMatchObject({ ok: true });
  expect([await state(), await state(successorId)]).toEqual(['replaced', 'approved']);
  expect([(await store.plan(planId))?.inForce, (await store.plan(successorId))?.inForce]).toEqual([false, true]);
  expect((await store.eventsOf(successorId)).at(-1)).toMatchObject({ documentNo: '云财〔2024〕9号', why: '同意', by: '丙' });
});

test('appraised, evaluated, mended, applied; the next year answers for what is open', async () => {
  const store = planStoreOf(home.db);
  const org = '青溪市医疗保障局';
  const wish = { by: '经办', now: 1, confirm: false, suggest: () => [] };
  const adopted = await adoptPlan(store, { document: { ...document(20), org }, year: 2024, ...wish });
  const next = await adoptPlan(store, { document: { ...document(30), org, year: 2025 }, year: 2025, ...wish });
  if (!adopted.ok || !next.ok) throw new Error('refused');
  const { planId, projects } = adopted.value.plan;
  let at = 1_735_700_000;
  const take = (by: string, action: PlanAction, given: Parameters<typeof planStep>[1] = {}) =>
    takePlanStep(store, { planId, given: planStep(action, given), by, at: at++ });
  const must = async (...step: Parameters<typeof take>) => expect(await take(...step)).toMatchObject({ ok: true });
  const texts = { necessity: '有', economy: '有', goals: '有', feasibility: '有', funding: '有', subject: '检查经费' };
  expect(await take('甲', 'appraise', { form: { ...texts, funding: '', conclusion: '予以支持' } })).toMatchObject({
    ok: false,
    issues: [{ code: 'register.required' }],
  });
  await must('甲', 'appraise', { form: { ...texts, conclusion: '不予支持' } });
  expect(await take('甲', 'submit')).toMatchObject({ ok: false, issues: [{ code: 'plan.opposed' }] });
  await must('甲', 'appraise', { form: { ...texts, conclusion: '予以支持' } });
  await must('甲', 'submit');
  await must('乙', 'pass');
  await must('丙', 'pass', { grade: '良' });
  await must('丙', 'approve', { documentNo: '云财〔2024〕7号' });
  await must('甲', 'publish');
  await store.saveRun({ runId: 'R1', planId, asOf: 20_000, measuredAt: at, lakeVersion: 0, registerSerial: 0, rows: [], executions: [] });
  await must('甲', 'selfEvaluate');
  await must('丙', 'evaluate', { grade: '中' });
  const indicatorId = projects[0]?.indicators[0]?.indicatorId as string;
  const remarks = ['完成偏低', '佐证不全'].map((text) => ({ projectNo: 1, indicatorId, field: 'other' as const, text }));
  await must('丙', 'rectify', { remarks });
  const [first, second] = planProblemsOf(await store.eventsOf(planId)).map(({ problemId }) => problemId);
  const mend = { problemId: first ?? '', doneOn: '2025-01-01', measure: '补检', evidence: '检查台账' };
  expect(await take('甲', 'mend', { form: mend })).toMatchObject({ ok: false, issues: [{ code: 'plan.problem-nobody' }] });
  await must('甲', 'assign', { form: { problemId: first ?? '', person: '丁', dueOn: '2025-03-31' } });
  await must('丁', 'mend', { form: mend });
  expect(await take('丁', 'mend', { form: mend })).toMatchObject({ ok: false, issues: [{ code: 'plan.no-problem' }] });
  await must('甲', 'report', { why: '一项完成' });
  const cut = { use: '核减预算', subject: '2025年检查经费', beforeFen: '1000000', nextFen: '1000000' };
  expect(await take('丙', 'apply', { form: cut })).toMatchObject({ ok: false, issues: [{ code: 'plan.cut-how-much' }] });
  await must('丙', 'apply', { form: { ...cut, nextFen: '900000', publishedOn: '2025-06-30', publishedAt: '门户网站' } });
  expect((await store.eventsOf(planId)).at(-1)?.detail).toMatchObject({ use: 'cut', beforeFen: 100_000_000, nextFen: 90_000_000 });
  expect(await take('丙', 'close')).toMatchObject({ ok: false, issues: [{ code: 'plan.problems-open', facts: { count: 1 } }] });
  expect(await problemsOfYearBefore(store, next.value.plan)).toMatchObject([
    { problemId: first, place: '部门整体支出：检查家数', mended: { measure: '补检' } },
    { problemId: second, remark: { text: '佐证不全' }, mended: null },
  ]);
});

test('two people at once: one step is taken, the other is told', async () => {
  const store = planStoreOf(home.db);
  const adopted = await adoptPlan(store, {
    document: { ...document(5), org: '白沙市医疗保障局' },
    year: 2024,
    by: '经办',
    now: 1,
    confirm: false,
    suggest: () => [],
  });
  if (!adopted.ok) throw new Error('refused');
  const { planId } = adopted.value.plan;
  const taken = await Promise.all(['甲', '乙'].map((by) => takePlanStep(store, { planId, given: planStep('submit'), by, at: 5 })));
  expect(taken.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await store.eventsOf(planId)).toHaveLength(1);
});
