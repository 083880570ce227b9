// A command that must write while the server runs hands its job to the server; real processes, real stores.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const main = fileURLToPath(new URL('../../hengjian.mjs', import.meta.url));
const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-serve-'));
const home = path.join(scratch, 'home');
const city = path.join(scratch, 'city');
const env = { ...process.env, DATABASE_URL: '' };
const hengjian = (...args: string[]) => promisify(execFile)(process.execPath, [main, '--home', home, ...args], { env, maxBuffer: 1 << 26 });

let server: ChildProcess;
let url: string;
let said: string;
/** Starts the server as a bureau does, and waits for what it says of who may connect. */
async function serve(...more: string[]): Promise<void> {
  said = '';
  server = spawn(process.execPath, [main, '--home', home, 'serve', '--port', '0', ...more], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  url = await new Promise<string>((resolve, reject) => {
    server.stdout?.on('data', (text) => {
      said += text;
      const found = /(http:\/\/[\d.]+:\d+\/).*\n.+\n/.exec(said)?.[1];
      if (found) resolve(found);
    });
    server.once('exit', (code) => reject(new Error(`serve ended with ${code}`)));
  });
}
const stop = async () => {
  server.kill('SIGKILL');
  await new Promise((resolve) => server.once('exit', resolve));
};
let served: { lines: number; findings: number; stored: Record<string, number> };
const jobs = async () => (await (await fetch(`${url}api/jobs`)).json()) as { name: string; state: string }[];

/** The latest first. */
const told = async (latest = 20) => (await jobs()).slice(0, latest).map(({ name, state }) => `${name}: ${state}`);

beforeAll(async () => {
  await hengjian('city', 'generate', '--out', city, '--persons', '120', '--months', '3', '--seed', '7');
  await serve();
});
afterAll(async () => {
  server?.kill('SIGKILL');
  for (let wait = 0; wait < 150 && globSync('*/records/data-*/postmaster.pid', { cwd: scratch }).length > 0; wait += 1) await sleep(100);
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

describe('while the server runs', () => {
  test('claims import, knowledge import and review run are done by it, and say the same as alone', async () => {
    const imported = JSON.parse((await hengjian('claims', 'import', city, '--json')).stdout);
    expect(imported).toMatchObject({ ok: true, version: 1 });
    const run = JSON.parse((await hengjian('review', 'run', '--from', '2025-01-01', '--to', '2025-12-31', '--json')).stdout);
    expect(run.ok).toBe(true);
    expect(run.findings).toBeGreaterThan(0);
    served = run;
    // what came in was reviewed and watched by itself: the run that was asked for finds nothing new
    expect(run.stored).toMatchObject({ added: 0, changed: 0, unchanged: run.findings, withdrawn: 0 });
    expect(await told()).toEqual(['review run: done', 'alert run: done', 'review run: done', 'claims import: done']);
  });

  test('nothing follows an import that brings nothing, nor where the bureau wants none', async () => {
    await hengjian('claims', 'import', city);
    expect(await told(2)).toEqual(['claims import: done', 'review run: done']);
    await hengjian('parameter', 'set', 'import.alertsFollow', '0', '--by', '管理员', '--why', '由人启动');
    const more = path.join(scratch, 'more');
    await hengjian('city', 'generate', '--out', more, '--persons', '120', '--months', '4', '--seed', '7');
    await hengjian('claims', 'import', more, '--accept-rejects');
    await expect.poll(() => told(2), { timeout: 60_000 }).toEqual(['review run: done', 'claims import: done']);
    served = JSON.parse((await hengjian('review', 'run', '--from', '2025-01-01', '--to', '2025-12-31', '--json')).stdout);
    expect(served.stored).toMatchObject({ added: 0, changed: 0, withdrawn: 0 });
  }, 300_000);

  test('jobs handed in at once are done one after the other, none refused', async () => {
    const period = (month: string) => ['review', 'run', '--from', `2025-${month}-01`, '--to', `2025-${month}-28`, '--json'];
    const ended = await Promise.all(['01', '02', '03'].map((month) => hengjian(...period(month))));
    expect(ended.map(({ stdout }) => JSON.parse(stdout).ok)).toEqual([true, true, true]);
  });

  test('a refusal comes back with its sentence and exit code 1', async () => {
    const refused = await hengjian('claims', 'import', path.join(scratch, 'nowhere')).catch((error) => error);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('nowhere');
    expect((await jobs())[0]).toMatchObject({ name: 'claims import', state: 'refused' });
  });

  test('nobody without the word of the records may hand in work', async () => {
    const response = await fetch(`${url}api/jobs/review%20run`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ period: { from: 0, to: 1 } }),
    });
    expect(response.status).toBe(403);
  });

  test('after a killed server the command does its work itself', async () => {
    await stop();
    const run = JSON.parse((await hengjian('review', 'run', '--from', '2025-01-01', '--to', '2025-12-31', '--json')).stdout);
    expect(run).toMatchObject({ ok: true, lines: served.lines, findings: served.findings });
    expect(run.stored).toMatchObject({ added: 0, changed: 0, unchanged: served.findings, withdrawn: 0 });
  });
});

describe('who may connect is said', () => {
  test('only this machine; whoever reaches it, until there is an administrator; those with an account', async () => {
    expect(said).toContain('只对本机开放');
    await serve('--host', '0.0.0.0');
    expect(said).toContain('能连到 0.0.0.0 的人在建立第一个管理员以前都可以查看和修改数据');
    await stop();
    await hengjian('account', 'add', 'head', '--name', '管理员', '--role', 'administrator');
    await serve('--host', '0.0.0.0');
    expect(said).toContain('对 0.0.0.0 开放，须用账号登录');
    expect(said).not.toContain('都可以查看和修改');
  });
});
