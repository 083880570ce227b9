// `hengjian city generate` as it is typed: what it writes, what it answers, exit codes.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const here = path.dirname(fileURLToPath(import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hengjian-cli-city-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(here, '../../hengjian.mjs'), 'city', 'generate', ...args], {
    encoding: 'utf8',
    cwd: folder,
  });
  return { status, stdout, stderr };
};

test('a city of thirty people: the eleven tables, and the counts are those of the files', () => {
  const { status, stdout } = run('--out', 'city', '--persons', '30', '--months', '3', '--seed', '5', '--json');
  expect(status).toBe(0);
  const told = JSON.parse(stdout);
  const rows = (table: string) =>
    readFileSync(path.join(folder, 'city', `${table}.csv`), 'utf8')
      .trimEnd()
      .split('\n').length - 1;
  expect(readdirSync(path.join(folder, 'city')).sort()).toEqual([...told.tables].map((table: string) => `${table}.csv`).sort());
  expect([rows('psn'), rows('mdtrt'), rows('setl'), rows('feedetl'), rows('truth'), rows('fixmedins')]).toEqual([
    told.persons,
    told.encounters,
    told.settlements,
    told.lines,
    told.violations,
    told.providers,
  ]);
  expect(told.persons).toBe(30);
});

test('another first day moves every date with it', () => {
  expect(run('--out', 'later', '--persons', '30', '--months', '2', '--seed', '5', '--start', '2024-02-15').status).toBe(0);
  const begins = readFileSync(path.join(folder, 'later', 'mdtrt.csv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => (row.split(',')[4] as string).slice(0, 10));
  expect(begins.every((day) => day >= '2024-02-15' && day < '2024-04-15')).toBe(true);
  expect(begins.length).toBeGreaterThan(10);
});

test('wrong usage is 2, a folder that cannot be is 1, and both say why in Chinese', () => {
  const nobody = run('--out', 'x', '--persons', '0', '--months', '1', '--seed', '1');
  expect([nobody.status, nobody.stderr.includes('应为 1 到 5000000 的整数')]).toEqual([2, true]);
  expect(run('--out', 'x', '--persons', '5', '--months', '1', '--seed', '1', '--start', '2025-02-30').status).toBe(2);
  expect(run('--persons', '5', '--months', '1', '--seed', '1').status).toBe(2);
  writeFileSync(path.join(folder, 'file'), '');
  const blocked = run('--out', 'file/x', '--persons', '5', '--months', '1', '--seed', '1');
  expect([blocked.status, blocked.stderr.includes('无法写入')]).toEqual([1, true]);
});
