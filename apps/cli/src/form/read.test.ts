// The command as people type it: JSON as contracted, refusals in Chinese with exit code 1, wrong usage 2.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const cli = fileURLToPath(new URL('../../hengjian.mjs', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'hengjian-form-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
};
const run = (...args: string[]) => spawnSync(process.execPath, [cli, 'form', 'read', ...args], { encoding: 'utf8' });

const form = file(
  'form.txt',
  '2025年项目支出绩效目标表\n单位：万元\n项目名称\t巡查经费\n主管部门\t云溪市医疗保障局\n年度资金总额\t30\n年度目标\t查遍全市\n一级指标\t二级指标\t三级指标\t指标值\t分值\n产出指标\t数量指标\t巡查家数\t≥40家\t50\n',
);
const fake = file('fake.docx', 'not a document');
const empty = file('empty.txt', '');

describe('form read', () => {
  it('prints one object per file, as contracted', () => {
    const { status, stdout } = run('--json', form, form);
    expect(status).toBe(0);
    const [first, second] = JSON.parse(stdout);
    expect(first).toEqual(second);
    expect(first).toMatchObject({
      file: form,
      org: '云溪市医疗保障局',
      year: 2025,
      kind: 'project',
      totals: { totalWan: null, basicWan: null, projectWan: null },
      projects: [
        {
          name: '巡查经费',
          kind: 'project',
          budgetWan: 30,
          goals: ['查遍全市'],
          indicators: [
            {
              level1: '产出指标',
              level2: '数量指标',
              name: '巡查家数',
              operator: '≥',
              value: 40,
              unit: '家',
              weight: 50,
              actual: null,
              score: null,
              group: null,
              line: 8,
              repairs: [],
            },
          ],
        },
      ],
      warnings: [],
    });
  });
  it('prints a table for people', () => {
    const { status, stdout } = run(form);
    expect(status).toBe(0);
    expect(stdout).toContain('【巡查经费】 预算 30 万元 · 目标 1 条 · 指标 1 条');
    expect(stdout).toMatch(/^8 +产出指标 +数量指标 +巡查家数 +≥40家 +50$/m);
  });
  it('refuses what is no document, names the file, and still reads the others', () => {
    const { status, stdout, stderr } = run('--json', fake, form, empty, path.join(folder, 'missing.txt'));
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toHaveLength(1);
    expect(stderr).toContain(`${fake}：不是有效的 Word 文档`);
    expect(stderr).toContain(`${empty}：文件是空的`);
    expect(stderr).toContain('missing.txt：文件打不开：文件不存在');
  });
  it('speaks English when asked', () => {
    const { status, stderr } = run('--lang', 'en', empty);
    expect(status).toBe(1);
    expect(stderr).toContain('the file is empty');
  });
  it('calls a missing argument wrong usage', () => {
    expect(run().status).toBe(2);
  });
});
