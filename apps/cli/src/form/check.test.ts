// `hengjian form check` as it is typed: what it prints, the JSON of contracts §2, exit codes.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hengjian-cli-check-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) =>
  spawnSync(process.execPath, [path.join(import.meta.dirname, '../../hengjian.mjs'), 'form', 'check', ...args], {
    encoding: 'utf8',
    cwd: folder,
  });

const form = (project: string, knowledge: string) =>
  [
    '2023年部门整体支出绩效目标申报表',
    '单位：万元',
    '部门名称\t云溪市医疗保障局\t\t\t',
    '年度预算申请\t资金总额：300\t\t\t',
    '\t一般公共预算\t300\t基本支出\t100',
    `\t政府性基金\t0\t项目支出\t${project}`,
    '绩效指标\t一级指标\t二级指标\t三级指标\t指标值',
    '\t产出指标\t数量指标\t检查定点医药机构\t≥200家',
    `\t效益指标\t社会效益指标\t政策知晓率\t${knowledge}`,
    '\t满意度指标\t服务对象满意度指标\t群众满意度\t≥90%',
  ].join('\n');
const file = (name: string, text: string) => {
  writeFileSync(path.join(folder, name), text);
  return name;
};

test('an error ends with 1, its JSON has code, severity, lines, sentence and facts', () => {
  const name = file('有误.txt', form('190', '有所提高'));
  const { status, stdout } = run(name, '--json');
  expect(status).toBe(1);
  const [result] = JSON.parse(stdout) as { file: string; findings: Record<string, unknown>[] }[];
  expect(result?.file).toBe(name);
  const sum = result?.findings.find((finding) => finding.code === 'SUM_PARTS');
  // 100 + 190 = 290, the form says 300.
  expect(sum).toMatchObject({ severity: 'error', lines: [4, 5, 6], facts: { expected: 300, found: 290, gap: 10 } });
  expect(sum?.message).toContain('290万元');
  for (const finding of result?.findings ?? [])
    expect(Object.keys(finding).sort()).toEqual(['code', 'facts', 'lines', 'message', 'severity']);
  expect(result?.findings.some(({ facts }) => 'suggestions' in (facts as object))).toBe(true);
  const printed = run(name);
  expect(printed.status).toBe(1);
  expect(printed.stdout).toContain('第 4、5、6 行  错误  ');
});

test('warnings alone end with 0, a form in order says so', () => {
  const warned = run(file('警告.txt', form('200', '有所提高')), '--json');
  expect(warned.status).toBe(0);
  expect(JSON.parse(warned.stdout)).toMatchObject([{ findings: [{ code: 'RATE_WITH_TEXT', severity: 'warning' }] }]);
  const clean = run(file('无误.txt', form('200', '≥90%')));
  expect(clean.status).toBe(0);
  expect(clean.stdout).toContain('没有发现问题');
});

test('several files are one array; a file that cannot be read is told and ends with 1', () => {
  const { status, stdout, stderr } = run('无误.txt', '没有.txt', '警告.txt', '--json');
  expect(status).toBe(1);
  expect((JSON.parse(stdout) as { file: string }[]).map((one) => one.file)).toEqual(['无误.txt', '警告.txt']);
  expect(stderr).toContain('没有.txt');
  expect(run().status).toBe(2);
});

test('--lang en speaks English', () => {
  const { stdout } = run('有误.txt', '--lang', 'en');
  expect(stdout).toContain('Basic plus project expenditure is 290');
});
