// A lake written before columns were added: what it does not know is unknown, and everything else is found as before.
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { plants } from '@hengjian/catalog/plants.gen.ts';
import { folderSink, generateCity } from '@hengjian/city';
import { parseDay } from '@hengjian/domain';
import {
  claimsImporter,
  findingStoreOf,
  type Home,
  knowledgeShelfOf,
  knowledgeStoreOf,
  openHome,
  reviewLakeOf,
  ruleBookOf,
} from '@hengjian/store';
import { openDuck } from '@hengjian/store/lake/duck.ts';
import { importClaims, loadStarterKnowledge, runReview, shippedStarters } from '@hengjian/workflows';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-older-'));
const [from, to] = [parseDay('2025-01-01') as number, parseDay('2025-12-31') as number];
const city = path.join(scratch, 'city');
let home: Home;
beforeAll(async () => {
  const sink = folderSink(city);
  generateCity({ persons: 1500, months: 2, seed: 5, from }, plants, sink, () => {});
  sink.close();
  home = await openHome(path.join(scratch, 'home'));
  await loadStarterKnowledge(knowledgeStoreOf(home.db), shippedStarters(), { by: '系统', now: 0 });
  await take();
});
afterAll(async () => {
  await home.close();
  rmSync(scratch, { recursive: true, force: true });
});

const take = async () => {
  const done = await importClaims(claimsImporter(home, { memoryLimitMb: 400 }), { folder: city, acceptRejects: true, progress: () => {} });
  expect(done.issues.filter((i) => i.severity === 'error')).toEqual([]);
};

async function review() {
  const outcome = await runReview(
    {
      rules: ruleBookOf(home.db),
      knowledge: knowledgeShelfOf(knowledgeStoreOf(home.db)),
      lake: reviewLakeOf(home.lake, { threads: 1, memoryLimitMb: 500 }),
      findings: findingStoreOf(home.db),
    },
    { period: { from, to }, changed: false },
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return new Map(outcome.value.rules.map((rule) => [rule.ruleId, rule]));
}
const findings = async () => {
  const { rows } = await sql<{ rule: string; finding: string; hash: string }>`
    select rule_id as rule, finding_id as finding, evidence_hash as hash from finding where state = 'live' order by finding_id`.execute(
    home.db,
  );
  return rows;
};

/** Writes the files of a table again without a column, and forgets which columns they had: as an earlier program left them. */
async function writtenBefore(table: string, kinds: readonly string[], column: string) {
  const duck = await openDuck({ memoryLimitMb: 300, spillFolder: path.join(scratch, 'spill') });
  const snapshot = await home.lake.snapshot();
  const files = kinds.flatMap((kind) => snapshot.filesOf(kind));
  expect(files.length, table).toBeGreaterThan(0);
  for (const { path: file } of files) {
    await duck.run(`COPY (SELECT * EXCLUDE (${column}) FROM read_parquet('${file}')) TO '${file}.older' (FORMAT parquet)`);
    renameSync(`${file}.older`, file);
  }
  duck.close();
  await sql`update lake_file set layout = null`.execute(home.db);
}

test('a column that is not there yet is unknown, and every other rule finds what it found', async () => {
  const before = await review();
  const found = await findings();
  for (const rule of ['idle-stay', 'practice-scope']) expect(before.get(rule)?.hit, rule).toBeGreaterThan(0);

  await writtenBefore('encounter', ['encounter', 'aside/encounter'], '"idleDays"');
  await writtenBefore('practitioner', ['dimension/practitioner'], 'scope');
  const after = await review();
  const touched = new Set(['idle-stay', 'practice-scope']);
  expect((await findings()).filter(({ rule }) => !touched.has(rule))).toEqual(found.filter(({ rule }) => !touched.has(rule)));
  // unknown, and not clear
  expect(after.get('idle-stay')).toMatchObject({ hit: 0, clear: 0, notEvaluated: before.get('idle-stay')?.partitions });
  expect(after.get('practice-scope')?.hit).toBe(0);

  // the same extract again tells what it says itself; what an import works out from lines comes when an encounter changes
  await take();
  const again = await review();
  expect(again.get('practice-scope')).toMatchObject({ hit: before.get('practice-scope')?.hit });
  expect((await findings()).filter(({ rule }) => rule !== 'idle-stay')).toEqual(found.filter(({ rule }) => rule !== 'idle-stay'));
});
