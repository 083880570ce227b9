// `hengjian serve` as people start it: says where, answers, refuses a taken port, ends on a signal and leaves nothing behind.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const main = fileURLToPath(new URL('../../apps/cli/hengjian.mjs', import.meta.url));
const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-serve-'));
const home = path.join(scratch, 'home');
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Starts it and waits for its address. */
async function start(...more: string[]): Promise<{ child: ChildProcess; url: string; said: () => string }> {
  const child = spawn(process.execPath, [main, 'serve', '--home', home, '--port', '0', ...more], { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  child.stdout?.on('data', (piece: Buffer) => {
    text += piece.toString();
  });
  child.stderr?.on('data', (piece: Buffer) => {
    text += piece.toString();
  });
  for (let wait = 0; wait < 600 && !/http:\/\/\S+/.test(text) && child.exitCode === null; wait += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  const url = /http:\/\/[^\s（(]+/.exec(text)?.[0];
  if (!url) throw new Error(`it did not start: ${text}`);
  return { child, url, said: () => text };
}

/** Processes whose command line names the home (Linux). */
const left = (): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && existsSync(`/proc/${name}/cmdline`))
    .flatMap((name) => {
      try {
        const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return words.includes(home) ? [words] : [];
      } catch {
        return [];
      }
    });

test.skipIf(process.platform !== 'linux')('it serves, keeps a taken port for whoever has it, and ends on SIGTERM', async () => {
  const { child, url, said } = await start();
  expect(said()).toContain('只对本机开放');
  expect(await (await fetch(new URL('/api/health', url))).json()).toEqual({ ok: true, lakeVersion: 0, mostBytes: 64 * 2 ** 20 });
  const page = await fetch(url);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
  expect(await page.text()).toContain('<div id="root">');
  const { port } = new URL(url);
  const second = spawnSync(process.execPath, [main, 'serve', '--home', home, '--port', port], { encoding: 'utf8', timeout: 110_000 });
  expect(second.status).toBe(1);
  expect(second.stderr).toContain(`端口 ${port} 已被占用`);
  expect((await fetch(new URL('/api/rules', url))).status).toBe(200);
  child.kill('SIGTERM');
  const [code, signal] = await once(child, 'exit');
  expect([code, signal]).toEqual([0, null]);
  for (let wait = 0; wait < 100 && left().length > 0; wait += 1) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(left()).toEqual([]);
});

test('opening it to a network is said', async () => {
  const { child, said } = await start('--host', '0.0.0.0');
  for (let wait = 0; wait < 50 && !said().includes('注意'); wait += 1) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(said()).toContain('0.0.0.0');
  child.kill('SIGINT');
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
});
