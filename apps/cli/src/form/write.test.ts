// `hengjian form write` as it is typed: the forms come out, are read back, and a missing wish is wrong usage.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hengjian-cli-write-'));
  writeFileSync(
    path.join(folder, '目标.txt'),
    [
      '2024年项目支出绩效目标申报表',
      '单位：万元',
      '项目名称\t基金监管经费',
      '主管部门\t云溪市医疗保障局',
      '年度资金总额\t96.5',
      '年度目标\t查处违规，追回基金。',
      '一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位\t权重',
      '产出指标\t数量指标\t检查机构家数\t≥\t80\t家\t50',
      '效益指标\t经济效益指标\t追回医保基金\t≥\t30\t万元\t40',
    ].join('\n'),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const run = (...args: string[]) =>
  spawnSync(process.execPath, [path.join(import.meta.dirname, '../../hengjian.mjs'), 'form', ...args], { encoding: 'utf8', cwd: folder });

test('docx and xlsx hold what the source says', () => {
  const { status, stdout } = run('write', '目标.txt', '--out', 'a/表.docx', '--xlsx', 'a/表.xlsx', '--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual({ forms: 1, indicators: 2, out: 'a/表.docx', xlsx: 'a/表.xlsx' });
  const read = JSON.parse(run('read', 'a/表.docx', 'a/表.xlsx', '--json').stdout) as { org: string; projects: unknown[] }[];
  for (const document of read)
    expect(document).toMatchObject({
      org: '云溪市医疗保障局',
      year: 2024,
      projects: [
        {
          name: '基金监管经费',
          kind: 'project',
          budgetWan: 96.5,
          indicators: [
            { name: '检查机构家数', operator: '≥', value: 80, unit: '家', weight: 50 },
            { name: '追回医保基金', operator: '≥', value: 30, unit: '万元', weight: 40 },
          ],
        },
      ],
    });
});

test('as a monitoring form; nothing is written for wrong usage or an unreadable file', () => {
  expect(run('write', '目标.txt', '--as', 'monitoring', '--out', '监控.docx').status).toBe(0);
  const [monitored] = JSON.parse(run('read', '监控.docx', '--json').stdout) as { kind: string }[];
  expect(monitored?.kind).toBe('monitoring');
  expect(run('write', '目标.txt').status).toBe(2);
  expect(run('write', '--out', '无.docx').status).toBe(2);
  expect(run('write', '没有.txt', '--out', '无.docx').status).toBe(1);
  expect(existsSync(path.join(folder, '无.docx'))).toBe(false);
});
