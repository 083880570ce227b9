// `hengjian knowledge import` as it is typed: exit codes, places of what is broken, the account.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Home, openHome } from '@hengjian/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const here = path.dirname(fileURLToPath(import.meta.url));
const shared = process.env.HENGJIAN_SHARED ?? path.resolve(here, '../../../../../shared');
let folder: string;
/** Held open, so that not every command starts and stops the records. */
let held: Home;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'hengjian-cli-knowledge-'));
  held = await openHome(path.join(folder, 'home'));
});
afterAll(async () => {
  await held.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(here, '../../hengjian.mjs'), '--home', path.join(folder, 'home'), 'knowledge', ...args],
    { encoding: 'utf8', cwd: folder },
  );
  return { status, stdout, stderr };
};
const file = (name: string, text: string) => {
  writeFileSync(path.join(folder, name), text);
  return name;
};

test('a broken row is told, the rest comes in; what waits goes out as a table and comes back', () => {
  const name = file(
    '知识点.jsonl',
    '{"id":"A","ruleName":"药品限医疗机构级别","codes":["X"],"constraint":"限二级及以上医疗机构。"}\n{"id":"B","ruleName":"药品区分性别使用","codes":["Y"],"constraint":"用于乳腺癌。"}\n{"id":"C",',
  );
  const { status, stdout } = run('import', name);
  expect(status).toBe(0);
  expect(stdout).toContain('知识点.jsonl 第 3 行：这一行不是完整的 JSON 对象，未导入');
  expect(JSON.parse(run('import', name, '--json').stdout)).toMatchObject({
    points: 2,
    structured: 1,
    waiting: 1,
    known: 2,
    rejected: 1,
    rules: [{ ruleName: '药品限医疗机构级别' }, { reasons: [{ code: 'sexNeither', count: 1, message: '文字没有写明只用于哪一性别' }] }],
  });
  expect(run('waiting', '--out', '待处理.csv').stdout).toContain('1 条待人工处理');
  const table = readFileSync(path.join(folder, '待处理.csv'), 'utf8');
  file('已处理.csv', table.replace('用于乳腺癌。,,,', '用于乳腺癌。,,"{""sex"":2}",'));
  expect(JSON.parse(run('import', '已处理.csv', '--json').stdout)).toMatchObject({ structured: 1, waiting: 0, changed: 1 });
});

test('a damaged or missing file refuses with exit code 1; no file is wrong usage', () => {
  const damaged = run('import', file('坏.csv', 'id,ruleName,codes\nA,药品区分性别使用,"X\n'));
  expect(damaged).toMatchObject({ status: 1, stdout: '', stderr: '坏.csv 第 2 行：引号没有闭合，文件可能被截断\n' });
  expect(run('import', '没有.csv')).toMatchObject({ status: 1, stderr: '没有.csv：找不到文件\n' });
  expect(run('import').status).toBe(2);
});

const national = path.join(shared, 'data/knowledge/national-knowledge-points.jsonl');
if (!existsSync(national)) console.log(`skipped: ${national} is not here`);
describe.skipIf(!existsSync(national))('published sets', () => {
  test('of the national points those that can be counted are structured, the rest waits with its reason', () => {
    const account = JSON.parse(run('import', national, '--json').stdout);
    // 3,899 rows, of which one is a remark without codes; 397 name a row that they supersede.
    expect(account).toMatchObject({ points: 3898, rejected: 1, superseded: 397, lineageIssues: 0 });
    expect(account.rules).toHaveLength(21);
    const open = account.rules.filter((rule: { waiting: number }) => rule.waiting > 0).map((rule: { ruleName: string }) => rule.ruleName);
    expect(open.sort()).toEqual(['药品儿童专用', '药品限二线使用', '药品限医疗机构级别', '药品限适应症', '医疗服务项目周期超频次'].sort());
  });
  test('the foreign set comes in whole', () => {
    const account = JSON.parse(run('import', national.replace('national-knowledge-points', 'us-ncci-level2'), '--json').stdout);
    // 332 ids come twice: the last row counts, the first is kept as its older version.
    expect(account).toMatchObject({ points: 6016, structured: 6016 - 332, superseded: 332, waiting: 0, rejected: 0 });
  });
});
