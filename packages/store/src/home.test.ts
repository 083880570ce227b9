import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { claimsIssueText } from '@hengjian/domain';
import { importClaims } from '@hengjian/workflows';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { claimsImporter } from './claims/import.ts';
import { base, writeExtract } from './claims/testing/extract.ts';
import { openHome } from './home.ts';

const holder = fileURLToPath(new URL('./testing/holder.ts', import.meta.url));
let folder: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'hengjian-home-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
  // PostgreSQL goes when its last user has gone; until then it writes.
  for (let wait = 0; wait < 150 && globSync('*/records/data-*/postmaster.pid', { cwd: folder }).length > 0; wait += 1) await sleep(100);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

/** Starts a holder; resolves when it is ready, rejects with its words when it fails. */
function start(home: string, what: string, options: { uid?: number; gid?: number } = {}): Promise<ChildProcess> {
  const child = spawn(process.execPath, [holder, home, what], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOME: folder, DATABASE_URL: '' },
    ...options,
  });
  children.push(child);
  let said = '';
  child.stderr?.on('data', (text) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (text) => String(text).startsWith('ready') && resolve(child));
    child.once('exit', (code) => code !== 0 && reject(new Error(said)));
  });
}
const ended = (child: ChildProcess) =>
  child.exitCode !== null ? Promise.resolve() : new Promise((resolve) => child.once('exit', resolve));

describe('a home', () => {
  test('is made by several processes at once, and none loses a row', async () => {
    const home = path.join(folder, 'home');
    const processes = await Promise.all([1, 2, 3, 4].map(() => start(home, 'write')));
    await Promise.all(processes.map(ended));
    const opened = await openHome(home);
    const { rows } = await sql<{ n: string; who: string }>`select count(*) as n, count(distinct who) as who from noted`.execute(opened.db);
    expect(rows).toEqual([{ n: '100', who: '4' }]);
    await opened.close();
  });

  test('has one writer; the refusal names who it is; a killed writer leaves no lock; readers never wait', async () => {
    const home = path.join(folder, 'home');
    const writer = await start(home, 'lock');
    const opened = await openHome(home);
    const extract = writeExtract(path.join(folder, 'extract'), base());
    const request = { folder: extract, acceptRejects: false, progress: () => {} };
    const refused = await importClaims(claimsImporter(opened, { memoryLimitMb: 300 }), request);
    expect(refused.ok).toBe(false);
    expect(claimsIssueText(refused.issues[0] as never, 'zh')).toMatch(
      new RegExp(`^另一个进程正在写入这个数据目录：claims import（进程 ${writer.pid}，自 .+）；请等它结束再试$`),
    );
    expect((await opened.lake.snapshot()).version).toBe(0);
    writer.kill('SIGKILL');
    await ended(writer);
    let outcome = await importClaims(claimsImporter(opened, { memoryLimitMb: 300 }), request);
    for (let wait = 0; !outcome.ok && wait < 50; wait += 1) {
      await sleep(100); // PostgreSQL notices the lost connection
      outcome = await importClaims(claimsImporter(opened, { memoryLimitMb: 300 }), request);
    }
    expect(outcome.ok).toBe(true);
    await opened.close();
  });

  test('refuses files that belong to another database, instead of sweeping them', async () => {
    const [mine, other] = [await openHome(path.join(folder, 'mine')), await openHome(path.join(folder, 'other'))];
    const extract = writeExtract(path.join(folder, 'extract'), base());
    const request = { folder: extract, acceptRejects: false, progress: () => {} };
    expect((await importClaims(claimsImporter(mine, { memoryLimitMb: 300 }), request)).ok).toBe(true);
    const crossed = { ...other, lake: { ...other.lake, folder: mine.lake.folder } };
    const outcome = await importClaims(claimsImporter(crossed, { memoryLimitMb: 300 }), request);
    expect(outcome.issues.map((issue) => issue.code)).toEqual(['claims.otherLake']);
    const connection = await (await mine.lake.snapshot()).connect();
    expect(await connection.rows('SELECT count(*) AS n FROM line')).toEqual([{ n: 3 }]);
    connection.close();
    await mine.close();
    await other.close();
  });

  test('belongs to a normal user too', async ({ skip }) => {
    if (process.getuid?.() !== 0) skip('run as a normal user already: the other tests show it');
    const nobody = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((line) => line.startsWith('nobody:'))
      ?.split(':');
    if (!nobody) return skip('no user nobody');
    const who = { uid: Number(nobody[2]), gid: Number(nobody[3]) };
    chownSync(folder, who.uid, who.gid);
    try {
      await ended(await start(path.join(folder, 'home'), 'write', who));
    } catch (error) {
      if (/EACCES|MODULE_NOT_FOUND/.test(String(error))) return skip('this checkout cannot be read by another user');
      throw error;
    }
  });
});
