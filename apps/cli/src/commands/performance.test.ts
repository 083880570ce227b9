// plan → register → measure → evaluate as typed, over a small city's claims: what a bureau does in a year.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { samplePlanText } from '@hengjian/city';
import { readDocument, readWorkbook } from '@hengjian/documents';
import { type Home, openHome } from '@hengjian/store';
import { afterAll, beforeAll, expect, test } from 'vitest';

const here = path.dirname(fileURLToPath(import.meta.url));
let folder: string;
/** Held open, so that not every command starts and stops the records. */
let held: Home;
const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(here, '../../hengjian.mjs'), '--home', path.join(folder, 'home'), ...args],
    {
      encoding: 'utf8',
      cwd: folder,
    },
  );
  return { status, stdout, stderr };
};
const json = (...args: string[]) => {
  const { status, stdout, stderr } = run(...args, '--json');
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout);
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'hengjian-cli-plan-'));
  held = await openHome(path.join(folder, 'home'));
  writeFileSync(path.join(folder, '目标表.txt'), samplePlanText(2025));
  expect(
    run('city', 'generate', '--out', 'city', '--persons', '400', '--months', '12', '--seed', '3', '--start', '2025-01-01').status,
  ).toBe(0);
  expect(run('claims', 'import', 'city').status).toBe(0);
});
afterAll(async () => {
  await held.close();
  rmSync(folder, { recursive: true, force: true });
});

type Measured = {
  indicatorId: string;
  name: string;
  value: number | null;
  unknown: string | null;
  recordCount: number;
  numerator: number | null;
  denominator: number | null;
};

test('from a published table to the self-evaluation', async () => {
  const adopted = json('plan', 'adopt', '目标表.txt', '--year', '2025');
  expect(adopted).toMatchObject({
    year: 2025,
    org: '云溪市医疗保障局',
    isNew: true,
    indicators: 42,
    quantitative: 41,
    quantitativeWithMeasure: 41,
  });
  expect(adopted.projects[0].indicators[0].measure).toMatchObject({ id: 'basic-enrolment-rate', state: 'suggested' });
  const { planId } = adopted;
  expect(json('plan', 'adopt', '目标表.txt', '--year', '2025')).toMatchObject({ planId, isNew: false });

  // Before anything is entered or reviewed: unknown, not zero.
  const before = json('measure', 'run', '--plan', planId).indicators as Measured[];
  const of = (rows: Measured[], name: string) => rows.find((row) => row.name.includes(name)) as Measured;
  expect(of(before, '培训人次')).toMatchObject({ value: null, unknown: 'no-records' });
  expect(of(before, '重大责任事故')).toMatchObject({ value: null, unknown: 'no-records' });
  expect(of(before, '合理使用医保基金')).toMatchObject({ value: null, unknown: 'not-reviewed' });
  expect(of(before, '智能审核完成率')).toMatchObject({ value: 0, numerator: 0 });
  expect(
    before
      .filter((row) => row.value !== null)
      .map((row) => row.name)
      .sort(),
  ).toEqual(
    ['本市定点医药机构结算数据智能审核完成率', '到定点救治医疗机构就诊率'].filter((name) => of(before, name).value !== null).sort(),
  );

  expect(run('review', 'run', '--from', '2025-01-01', '--to', '2025-12-31').status).toBe(0);
  expect(json('plan', 'confirm', planId)).toEqual({ planId, confirmed: 41 });
  expect(json('register', 'sample', '--plan', planId).added).toBeGreaterThan(300);
  expect(json('register', 'sample', '--plan', planId)).toMatchObject({ added: 0 });
  const after = json('measure', 'run', '--plan', planId, '--as-of', '2025-12-31').indicators as Measured[];
  expect(of(after, '智能审核完成率')).toMatchObject({ value: 100 });
  expect(of(after, '培训人次').recordCount).toBeGreaterThan(10);
  expect(of(after, '重大责任事故')).toMatchObject({ value: 0, unknown: null });
  // A first year of claims has no year before it.
  expect(of(after, '次均住院费用增长率')).toMatchObject({ value: null, unknown: 'no-base-year' });
  const known = after.filter((row) => row.value !== null).length;
  expect(known / after.length).toBeGreaterThan(2 / 3);

  // The records behind a number add up to it.
  const attendance = of(after, '培训人次');
  const behind = json('measure', 'records', '--indicator', attendance.indicatorId, '--limit', '1000');
  const entries = json('register', 'show', 'training') as { entryId: string; values: { attendeeCount: number } }[];
  const listed = new Set(behind.records.map((row: { record: string }) => row.record));
  expect(listed.size).toBe(attendance.recordCount);
  expect(entries.filter((entry) => listed.has(entry.entryId)).reduce((sum, entry) => sum + entry.values.attendeeCount, 0)).toBe(
    attendance.value,
  );

  const evaluated = json('evaluate', '--plan', planId, '--out', '报告/自评.docx', '--xlsx', '报告/自评.xlsx');
  const score = (row: { score: number | null }) => row.score ?? 0;
  for (const project of evaluated.projects) {
    const sum =
      project.indicators.reduce((total: number, row: { score: number | null }) => total + score(row), 0) +
      (project.execution.weight ? project.execution.score : 0);
    expect(project.total.known).toBeCloseTo(sum, 9);
    expect(project.total.full).toBe(100);
  }
  const reading = await readDocument(readFileSync(path.join(folder, '报告/自评.docx')), '自评.docx');
  expect(reading.ok && reading.value.document.projects.map((project) => project.name)).toEqual(
    evaluated.projects.map((project: { name: string }) => project.name),
  );
  expect((await readWorkbook(readFileSync(path.join(folder, '报告/自评.xlsx')))).map((sheet) => sheet.name)[0]).toBe('总览');
}, 300_000);

test('a person states and judges; wrong input is refused with its sentence', () => {
  const planId = json('plan', 'list')[0].planId as string;
  const judged = (json('plan', 'show', planId).projects as { indicators: { indicatorId: string; operator: string }[] }[])
    .flatMap((project) => project.indicators)
    .find((one) => one.operator === 'qualitative')?.indicatorId as string;
  expect(run('plan', 'state', judged, '--grade', 'partly', '--part', '0.95')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('应在 60%～80% 之间'),
  });
  expect(run('plan', 'state', judged, '--grade', 'partly', '--part', '0.7', '--reason', '预警规则上线较晚').status).toBe(0);
  const evaluated = json('evaluate', '--plan', planId, '--out', '二.docx');
  const row = evaluated.projects
    .flatMap((project: { indicators: { indicatorId: string }[] }) => project.indicators)
    .find((one: { indicatorId: string }) => one.indicatorId === judged);
  expect(row).toMatchObject({ origin: 'judged', met: false, score: 7, weight: 10 });
  expect(run('evaluate', '--plan', 'P2025-00000000', '--out', 'x.docx')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('没有编号为'),
  });
  expect(existsSync(path.join(folder, 'x.docx'))).toBe(false);
  expect(run('measure', 'run', '--plan', planId, '--as-of', '2024-12-31')).toMatchObject({ status: 1 });
  expect(run('plan', 'adopt', '没有.docx', '--year', '2025').status).toBe(1);
  expect(run('plan', 'adopt', '目标表.txt').status).toBe(2);
  expect(run('register', 'import', 'training', '目标表.txt')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('打不开这个工作簿'),
  });
});

test('a template is filled and taken in, a second time nothing is added', () => {
  expect(run('register', 'template', '培训台账', '--out', '模板.xlsx').status).toBe(0);
  expect(run('register', 'import', 'training', '模板.xlsx')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('没有“培训台账”的记录'),
  });
  expect(run('register', 'export', 'training', '--out', '导出.xlsx').status).toBe(0);
  const { read, added, known } = json('register', 'import', 'training', '导出.xlsx');
  expect([added, known]).toEqual([0, read]);
  expect(json('register', 'complete', 'training', '--from', '2025-01-01', '--to', '2025-12-31')).toMatchObject({ registerId: 'training' });

  const { entryId, values } = json('register', 'show', 'training')[0] as { entryId: string; values: { attendeeCount: number } };
  expect(run('register', 'correct', entryId, '--set', '参训人次=很多', '--reason', '更正')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('应为不小于 0 的整数：很多'),
  });
  const corrected = json('register', 'correct', entryId, '--set', `参训人次=${values.attendeeCount + 5}`, '--reason', '补记参训人员');
  expect(corrected).toMatchObject({ corrects: entryId, values: { attendeeCount: values.attendeeCount + 5 } });
  expect(run('register', 'correct', entryId, '--withdraw', '--reason', '重复')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('已经被更正或撤销'),
  });
});

test('the steps of the year as typed: who submits does not review, July is watched, the form is written', async () => {
  const [{ planId }] = json('plan', 'list') as [{ planId: string }];
  const step = (...args: string[]) => run('plan', 'step', planId, ...args);
  expect(step('submit', '--by', '甲').stdout).toContain('现在是“部门审核”');
  expect(step('pass', '--by', '甲')).toMatchObject({ status: 1, stderr: expect.stringContaining('甲') });
  expect(step('pass', '--by', '乙').status).toBe(0);
  expect(step('pass', '--by', '丙', '--grade', '优秀').status).toBe(2);
  expect(step('pass', '--by', '丙', '--grade', '优').status).toBe(0);
  expect(json('plan', 'step', planId, 'approve', '--by', '丙', '--document', '云财〔2025〕1号')).toMatchObject({
    from: 'reviewed',
    to: 'approved',
  });
  expect(step('publish', '--by', '甲').status).toBe(0);
  expect(run('measure', 'run', '--plan', planId, '--as-of', '2025-07-31').status).toBe(0);
  const watched = json('plan', 'monitor', planId, '--out', '监控表.docx', '--xlsx', '监控表.xlsx');
  expect(watched).toMatchObject({ monthTo: 7, yearShare: expect.closeTo(7 / 12, 6) });
  const form = await readDocument(readFileSync(path.join(folder, '监控表.docx')), '监控表.docx');
  expect(form.ok && form.value.document.projects.reduce((sum, { indicators }) => sum + indicators.length, 0)).toBe(42);
}, 400_000);
