// A command on a disk that fills, and the bureau's region, as people run them: processes of their own.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openHome } from '@hengjian/store';
import { afterAll, expect, test } from 'vitest';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-command-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const main = path.join(import.meta.dirname, '../hengjian.mjs');
const run = (...args: string[]) => spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });

test('the disk fills: one sentence and exit code 1', (context) => {
  const disk = path.join(scratch, 'small');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    return context.skip('a small disk cannot be mounted here (not root)');
  }
  try {
    const { status, stderr } = run(
      'city',
      'generate',
      '--out',
      path.join(disk, 'city'),
      '--persons',
      '400',
      '--months',
      '2',
      '--seed',
      '1',
    );
    expect(status).toBe(1);
    expect(stderr).toContain('磁盘空间不足');
  } finally {
    execFileSync('umount', ['-l', disk]);
  }
}, 120_000);

test('the region is set in the home, and a wrong one is refused', async () => {
  // held open, so that not every command starts and stops the records
  const held = await openHome(path.join(scratch, 'home'));
  const home = ['--home', path.join(scratch, 'home')];
  const signed = ['--by', '甲', '--why', '本局'];
  expect(run('rule', 'region', '61', ...signed, ...home)).toMatchObject({ status: 1, stderr: expect.stringContaining('六位数字') });
  expect(run('rule', 'region', '610100', ...home)).toMatchObject({ status: 1 });
  expect(run('rule', 'region', '610100', ...signed, ...home)).toMatchObject({ status: 0, stdout: '本局的行政区划：610100\n' });
  expect(JSON.parse(run('rule', 'region', '--json', ...home).stdout)).toEqual({ ok: true, region: '610100' });
  await held.close();
}, 240_000);
