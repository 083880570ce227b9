// A review that is stopped half way, or runs out of disk: the stores as before, and the next run finds what it would have found.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { plants } from '@hengjian/catalog/plants.gen.ts';
import { folderSink, generateCity } from '@hengjian/city';
import { parseDay } from '@hengjian/domain';
import { orDiskFull } from '@hengjian/server';
import {
  claimsImporter,
  findingStoreOf,
  type Home,
  knowledgeShelfOf,
  knowledgeStoreOf,
  openDuck,
  openHome,
  type ReviewLakeOptions,
  reviewLakeOf,
  ruleBookOf,
} from '@hengjian/store';
import { importClaims, loadStarterKnowledge, type ReviewLake, type ReviewReport, runReview, shippedStarters } from '@hengjian/workflows';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

const script = fileURLToPath(new URL('./killed-review.ts', import.meta.url));
const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-stop-'));
const [from, to] = [parseDay('2025-01-01') as number, parseDay('2025-12-31') as number];
let home: Home;
beforeAll(async () => {
  const city = path.join(scratch, 'city');
  const sink = folderSink(city);
  generateCity({ persons: 400, months: 1, seed: 5, from }, plants, sink, () => {});
  sink.close();
  home = await openHome(path.join(scratch, 'home'));
  await loadStarterKnowledge(knowledgeStoreOf(home.db), shippedStarters(), { by: '系统', now: 0 });
  const done = await importClaims(claimsImporter(home), { folder: city, acceptRejects: true, progress: () => {} });
  expect(done.ok).toBe(true);
}, 300_000);
afterAll(async () => {
  await home.close();
  rmSync(scratch, { recursive: true, force: true });
});

async function review(options: ReviewLakeOptions): Promise<ReviewReport> {
  const lake = reviewLakeOf(home.lake, { threads: 1, memoryLimitMb: 500, ...options });
  const outcome = await runReview(
    { rules: ruleBookOf(home.db), knowledge: knowledgeShelfOf(knowledgeStoreOf(home.db)), lake, findings: findingStoreOf(home.db) },
    { period: { from, to } },
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

/** Everything the stores hold of reviews, but when and by which run. */
async function held() {
  const findings =
    await sql`select finding_id, version, state, edition, evidence_hash, amount_fen, fund_fen from finding order by finding_id`.execute(
      home.db,
    );
  const records =
    await sql`select finding_id, role, encounter_no, line_no, settlement_no, amount_fen from finding_record order by 1, 2, 3, 4, 5`.execute(
      home.db,
    );
  const others =
    await sql`select (select count(*) from finding_version) + (select count(*) from review_rule) + (select count(*) from review_mark) as n`.execute(
      home.db,
    );
  return { findings: findings.rows, records: records.rows, others: others.rows };
}

const killed = (moment: string, pass = 0): Promise<string | null> => {
  const child = spawn(process.execPath, [script, home.folder, String(from), String(to), moment, String(pass)], { stdio: 'inherit' });
  return new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
};

test('kill -9 at any moment: nothing of it stays, and the next run finds the same, nothing twice', async () => {
  const before = await held();
  for (const [moment, pass] of [
    ['begun', 0],
    ['read', 4],
    ['storing', 0],
  ] as const) {
    expect(await killed(moment, pass), moment).toBe('SIGKILL');
    for (let wait = 0; wait < 100; wait += 1) {
      // until PostgreSQL has noticed the death of the writer and undone what it did
      const lock = await home.takeWriterLock('look');
      if (lock.ok) {
        await lock.release();
        break;
      }
      await sleep(100);
    }
    expect(await held(), moment).toEqual(before);
  }
  const first = await review({ linesAPass: 800 });
  expect(first.findings).toBeGreaterThan(20);
  expect(first.stored).toMatchObject({ added: first.findings, changed: 0, unchanged: 0, withdrawn: 0 });
  const after = await held();
  expect(after.findings).toHaveLength(first.findings);
  // the runs that were cut off are closed, and a run that is not is not
  const runs = await home.db.selectFrom('reviewRun').select(['state']).orderBy('startedAt').execute();
  expect(runs.map(({ state }) => state)).toEqual(['failed', 'failed', 'failed', 'done']);
  // in one pass or many, once or again: the same
  expect((await review({})).stored).toMatchObject({ added: 0, changed: 0, unchanged: first.findings, withdrawn: 0 });
  expect((await held()).findings).toEqual(after.findings);
}, 600_000);

/** A review whose third pass has to spill more than the disk holds: the lake is small here, so the pass is given more to do. */
async function reviewShortOfDisk(spillFolder: string, spillLimitMb: number): Promise<unknown> {
  const lake = reviewLakeOf(home.lake, { threads: 1, memoryLimitMb: 500, linesAPass: 800 });
  const heavy = async () => {
    const duck = await openDuck({ threads: 1, memoryLimitMb: 60, spillFolder, spillLimitMb });
    try {
      await duck.run('CREATE TABLE sorted AS SELECT hash(i) AS h, hash(i + 1)::VARCHAR AS t FROM range(8_000_000) r(i) ORDER BY h');
    } finally {
      duck.close();
    }
  };
  const short: ReviewLake = {
    ...lake,
    open: async (...given) => {
      const reader = await lake.open(...given);
      return {
        ...reader,
        readBucket: async (bucket) => {
          if (bucket === 2) await heavy();
          return reader.readBucket(bucket);
        },
      };
    },
  };
  return orDiskFull(home, 'review.diskFull', () =>
    runReview(
      {
        rules: ruleBookOf(home.db),
        knowledge: knowledgeShelfOf(knowledgeStoreOf(home.db)),
        lake: short,
        findings: findingStoreOf(home.db),
      },
      { period: { from, to } },
    ),
  );
}

const refused = { ok: false, issues: [{ code: 'review.diskFull', severity: 'error', facts: { folder: expect.any(String) } }] };

test('what may be spilled is used up in the middle of a review: refused, the stores as before, and it can be run again', async () => {
  const before = await held();
  expect(await reviewShortOfDisk(path.join(scratch, 'spill'), 1)).toMatchObject(refused);
  expect(await held()).toEqual(before);
  expect((await review({})).stored).toMatchObject({ changed: 0, withdrawn: 0 });
}, 300_000);

/** A small disk of its own where the machine allows it. */
function smallDisk(folder: string): boolean {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

test('the disk is full in the middle of a review', async (context) => {
  const disk = path.join(scratch, 'small');
  if (!smallDisk(disk)) return context.skip('a small disk cannot be mounted here (not root)');
  try {
    const before = await held();
    // allowed more than the disk has: DuckDB meets its end, not a limit of its own
    expect(await reviewShortOfDisk(path.join(disk, 'spill'), 1000)).toMatchObject(refused);
    expect(await held()).toEqual(before);
  } finally {
    execFileSync('umount', ['-l', disk]);
  }
}, 300_000);
