// Registers and plans in a real embedded PostgreSQL: appended, corrected, adopted twice.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { registers } from '@hengjian/catalog';
import {
  currentEntries,
  dayOfDate,
  isComplete,
  type MeasurementRun,
  type ReadDocument,
  type ReadIndicator,
  type Register,
} from '@hengjian/domain';
import { adoptPlan, correctEntry, declareComplete, importRegister } from '@hengjian/workflows';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Home, openHome } from '../home.ts';
import { registerStoreOf } from '../register/register-store.ts';
import { planStoreOf } from './plan-store.ts';

let home: Home;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'hengjian-plan-'));
  home = await openHome(folder);
});
afterAll(async () => {
  await home.close();
  rmSync(folder, { recursive: true, force: true });
});

const training = registers.training as Register;
const day = dayOfDate(2024, 3, 5);
const values = (attendeeCount: number) => ({
  heldOn: day,
  topic: '甲',
  kind: 'policy',
  audience: 'mixed',
  attendeeCount,
  hours: null,
  project: null,
  note: null,
});
const given = { register: training, issues: [], file: '培训.xlsx', by: '经办', now: 1_700_000_000 };

describe('register', () => {
  test('import is repeatable; equal rows of one sheet are several entries', async () => {
    const store = registerStoreOf(home.db);
    const rows = [40, 40, 25].map((count, i) => ({ row: i + 4, values: values(count) }));
    expect(await importRegister(store, { ...given, rows })).toMatchObject({ ok: true, value: { read: 3, added: 3, known: 0 } });
    expect(await importRegister(store, { ...given, rows })).toMatchObject({ ok: true, value: { read: 3, added: 0, known: 3 } });
    expect((await store.entries({ registerId: 'training' })).map((entry) => entry.values.attendeeCount)).toEqual([40, 40, 25]);
  });
  test('an error of reading refuses the whole sheet', async () => {
    const store = registerStoreOf(home.db);
    const before = await store.lastSerial();
    const issues = [{ code: 'register.required', severity: 'error' as const, facts: {} }];
    expect(await importRegister(store, { ...given, issues, rows: [{ row: 4, values: values(7) }] })).toMatchObject({ ok: false });
    expect(await store.lastSerial()).toBe(before);
  });
  test('a correction hides the old entry and keeps it; an entry is corrected once; a withdrawal leaves nothing in force', async () => {
    const store = registerStoreOf(home.db);
    const third = (await store.entries({ registerId: 'training' }))[2]?.entryId as string;
    const correction = { register: training, entryId: third, values: values(26), reason: '人数更正', by: '复核', now: 1_700_000_100 };
    const corrected = await correctEntry(store, correction);
    expect(corrected).toMatchObject({ ok: true });
    expect(await correctEntry(store, correction)).toMatchObject({ ok: false, issues: [{ code: 'register.already-replaced' }] });
    const all = await store.entries({ registerId: 'training' });
    expect(all).toHaveLength(4);
    expect(currentEntries(all).map((entry) => entry.values.attendeeCount)).toEqual(expect.arrayContaining([40, 40, 26]));
    const newest = corrected.ok ? corrected.value.entryId : '';
    await correctEntry(store, { ...correction, entryId: newest, values: null, now: 1_700_000_200 });
    expect(currentEntries(await store.entries({ registerId: 'training' })).map((entry) => entry.values.attendeeCount)).toEqual([40, 40]);
  });
  test('the database refuses to change an entry', async () => {
    await expect(sql`update register_entry set recorded_by = 'x'`.execute(home.db)).rejects.toThrow('append-only');
    await expect(sql`delete from register_entry`.execute(home.db)).rejects.toThrow('append-only');
  });
  test('completeness is declared for a period', async () => {
    const store = registerStoreOf(home.db);
    const declaration = { registerId: 'training', fromDay: day, toDay: day + 30, declaredBy: '股长', declaredAt: 1_700_000_000 };
    expect(await declareComplete(store, { ...declaration, toDay: day - 1 })).toMatchObject({ ok: false });
    await declareComplete(store, declaration);
    const declared = await store.completeness();
    expect([isComplete(declared, day, day + 30), isComplete(declared, day, day + 31), isComplete(declared, day - 1, day)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

const row = (name: string, weight: number | null, value: number | string = 90): ReadIndicator => ({
  level1: '产出指标',
  level2: '数量指标',
  name,
  operator: typeof value === 'string' ? 'qualitative' : '≥',
  value,
  unit: typeof value === 'string' ? null : '%',
  weight,
  actual: null,
  score: null,
  group: null,
  line: 7,
  repairs: [],
});
const document = (weights: (number | null)[]): ReadDocument => ({
  file: '/某处/目标表.docx',
  org: '某县医疗保障局',
  year: 2024,
  kind: 'overall',
  totals: { totalWan: 6532.57, basicWan: 564.77, projectWan: 5967.8 },
  projects: [
    {
      name: '部门整体支出',
      kind: 'overall',
      budgetWan: null,
      goals: ['目标一'],
      indicators: weights.map((w, i) => row(`指标${i}`, w)),
      line: 3,
    },
  ],
  warnings: [],
});
const adoption = { year: 2024, by: '办公室', now: 1_700_000_000, confirm: false };

describe('plan', () => {
  const suggest = (measureId: string | null) => (plan: { projects: { indicators: { indicatorId: string }[] }[] }) =>
    plan.projects.flatMap((project) =>
      project.indicators.map(({ indicatorId }) => ({
        indicatorId,
        measureId,
        state: 'suggested' as const,
        confidence: measureId ? 0.9 : null,
        by: '系统',
      })),
    );

  test('adopted twice it is the same plan; another form takes its place and the old one stays', async () => {
    const store = planStoreOf(home.db);
    const first = await adoptPlan(store, { ...adoption, document: document([45, 45]), suggest: suggest('training-attendance') });
    if (!first.ok) throw new Error('refused');
    expect(first.value.isNew).toBe(true);
    expect(first.value.plan).toMatchObject({ totalFen: 653_257_000_0, projects: [{ budgetFen: 653_257_000_0 }] });
    const again = await adoptPlan(store, {
      ...adoption,
      document: { ...document([45, 45]), file: '另存.docx' },
      suggest: suggest('training-attendance'),
    });
    expect(again).toMatchObject({ ok: true, value: { isNew: false, plan: { planId: first.value.plan.planId } } });
    expect(await store.plans()).toHaveLength(1);
    const other = await adoptPlan(store, { ...adoption, document: document([50, 50]), suggest: suggest(null) });
    const otherId = other.ok ? other.value.plan.planId : '';
    expect((await store.plans()).map(({ plan, inForce }) => [plan.planId, inForce])).toEqual([
      [otherId, true],
      [first.value.plan.planId, false],
    ]);
    const { findings, source, ...stored } = (await store.plan(first.value.plan.planId))?.plan ?? ({} as never);
    expect(stored).toEqual((({ findings: _f, source: _s, ...rest }) => rest)(first.value.plan));
    expect([findings, source]).toEqual([[], '目标表.docx']);
    // The earlier form again: in force again, no third plan.
    await adoptPlan(store, { ...adoption, document: document([45, 45]), suggest: suggest('training-attendance') });
    expect((await store.plans()).map(({ plan, inForce }) => [plan.planId, inForce])).toEqual([
      [first.value.plan.planId, true],
      [otherId, false],
    ]);
  });

  test('weights that do not sum warn and do not stop; documents without targets are refused', async () => {
    const store = planStoreOf(home.db);
    const warned = await adoptPlan(store, { ...adoption, document: document([45, 40]), suggest: suggest(null) });
    expect(warned).toMatchObject({ ok: true, issues: [{ code: 'plan.weights', severity: 'warning', lines: [3], facts: { sum: 85 } }] });
    const empty = await adoptPlan(store, { ...adoption, document: document([]), suggest: suggest(null) });
    expect(empty).toMatchObject({ ok: false, issues: [{ code: 'plan.no-indicators', file: '/某处/目标表.docx' }] });
    const report = await adoptPlan(store, {
      ...adoption,
      document: { ...document([90]), kind: 'self-evaluation' },
      suggest: suggest(null),
    });
    expect(report).toMatchObject({ ok: false, issues: [{ code: 'plan.not-a-plan' }] });
  });

  test('what a person decided about a measure is not overwritten by adopting again', async () => {
    const store = planStoreOf(home.db);
    const adopted = await adoptPlan(store, { ...adoption, document: document([60, 30]), suggest: suggest('training-attendance') });
    if (!adopted.ok) throw new Error('refused');
    const [a, b] = adopted.value.suggestions;
    await store.decideMeasures([
      { indicatorId: a?.indicatorId as string, measureId: null, state: 'rejected', confidence: null, by: '科长' },
    ]);
    const again = await adoptPlan(store, {
      ...adoption,
      confirm: true,
      document: document([60, 30]),
      suggest: suggest('training-attendance'),
    });
    expect(again.ok && again.value.suggestions).toMatchObject([
      { indicatorId: a?.indicatorId, state: 'rejected', by: '科长' },
      { indicatorId: b?.indicatorId, state: 'confirmed', by: '办公室' },
    ]);
  });

  test('a measurement is a snapshot; the last one is found', async () => {
    const store = planStoreOf(home.db);
    const planId = (await store.plans())[0]?.plan.planId as string;
    const run: MeasurementRun = {
      runId: 'M1',
      planId,
      asOf: day,
      measuredAt: 1,
      lakeVersion: 0,
      registerSerial: 4,
      rows: [],
      executions: [],
    };
    await store.saveRun(run);
    await store.saveRun({ ...run, runId: 'M2', rows: [{ indicatorId: 'x', measureId: null, state: null, measured: null }] });
    expect(await store.lastRun(planId)).toMatchObject({ runId: 'M2', rows: [{ indicatorId: 'x' }] });
    expect(await store.run('M1')).toEqual(run);
  });
});
