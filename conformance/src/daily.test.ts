// Day by day: an extract of each day, a review of what changed after each, and in the end the findings of one full run.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ruleSchema, rules } from '@hengjian/catalog';
import { plants } from '@hengjian/catalog/plants.gen.ts';
import { folderSink, generateCity } from '@hengjian/city';
import { parseDay } from '@hengjian/domain';
import { type RuleTree, reachesBeyondPerson } from '@hengjian/language';
import {
  claimsImporter,
  findingStoreOf,
  type Home,
  knowledgeShelfOf,
  knowledgeStoreOf,
  moneyOnce,
  openHome,
  reviewLakeOf,
  ruleBookOf,
} from '@hengjian/store';
import {
  changedPeriod,
  importClaims,
  importKnowledge,
  loadStarterKnowledge,
  type ReviewPorts,
  type ReviewReport,
  runReview,
  shippedStarters,
} from '@hengjian/workflows';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { splitIntoDays } from './days.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-daily-'));
const [from, to] = [parseDay('2025-01-01') as number, parseDay('2025-12-31') as number];
let whole: string;
let days: string[];
const homes: Home[] = [];
beforeAll(() => {
  whole = path.join(scratch, 'city');
  const sink = folderSink(whole);
  generateCity({ persons: 240, months: 1, seed: 11, from }, plants, sink, () => {});
  sink.close();
  days = splitIntoDays(whole, path.join(scratch, 'days'), 22);
});
afterAll(async () => {
  for (const home of homes) await home.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** A bureau's home: `stricter` is the edition of the day of one rule, which may change between two days. */
async function bureau(name: string) {
  const home = await openHome(path.join(scratch, name));
  homes.push(home);
  const knowledge = knowledgeStoreOf(home.db);
  await loadStarterKnowledge(knowledge, shippedStarters(), { by: '系统', now: 0 });
  const place = { home, stricter: false };
  const book = ruleBookOf(home.db);
  const ports: ReviewPorts = {
    rules: {
      ...book,
      live: async () =>
        (await book.live()).map((live) => {
          if (!place.stricter || live.rule.id !== 'large-purchase') return live;
          const { title } = live.rule;
          const tree: RuleTree = { ...live.rule, title: { ...title, zh: `${title.zh}（新版）` } };
          return {
            ...live,
            rule: tree,
            edition: live.edition + 1,
            parameters: live.parameters.map((p) => (typeof p.value === 'number' ? { ...p, value: Math.floor(p.value / 4) } : p)),
          };
        }),
    },
    knowledge: knowledgeShelfOf(knowledge),
    lake: reviewLakeOf(home.lake, { threads: 1, memoryLimitMb: 500 }),
    findings: findingStoreOf(home.db),
  };
  return {
    place,
    async take(folder: string) {
      const done = await importClaims(claimsImporter(home, { memoryLimitMb: 400, deltaShare: 0.4 }), {
        folder,
        acceptRejects: true,
        progress: () => {},
      });
      expect(done.issues.filter((i) => i.severity === 'error')).toEqual([]);
      expect(done.ok && Object.values(done.value.tables).map((t) => t.rejected)).toEqual(
        done.ok && Object.values(done.value.tables).map(() => 0),
      );
    },
    async learn(rows: Record<string, unknown>[]) {
      const files = [{ file: '表.jsonl', rows: rows.map((fields, i) => ({ row: i + 1, fields })), issues: [], damaged: false }];
      expect((await importKnowledge(knowledge, { files, by: '经办', now: 0 })).ok).toBe(true);
    },
    async review(changed: boolean): Promise<ReviewReport> {
      const outcome = await runReview(ports, { period: changed ? await changedPeriod(ports) : { from, to }, changed });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
      return outcome.value;
    },
    async findings() {
      const { rows } = await sql<Record<string, unknown>>`
        select f.finding_id, f.rule_id, f.edition, f.evidence_hash, f.subject_id, f.period_day, f.amount_fen, f.fund_fen, f.explanation_zh, f.exempted_by,
          (select string_agg(concat_ws('/', r.role, r.encounter_no, r.line_no, r.settlement_no, r.amount_fen), ' ' order by r.role, r.encounter_no, r.line_no, r.settlement_no)
             from finding_record r where r.finding_id = f.finding_id) as records
        from finding f where f.state = 'live' order by f.finding_id`.execute(home.db);
      return rows;
    },
    money: () => moneyOnce(home.db, { from, to }),
  };
}

test('days one by one, each reviewed for what changed, end in the findings of one full run', async () => {
  const daily = await bureau('daily');
  expect(days.length).toBeGreaterThan(10);
  // the fee code of a frequent item of the city: a bureau's own point on it comes, and is narrowed later
  const [item] = (await frequentItems(whole)) as [string];
  const point = { id: 'LOCAL1', ruleName: '医疗服务项目限定频次', codes: [item], params: { max: 1, window: 'encounter' } };
  const kinds = { added: 0, changed: 0, withdrawn: 0 };
  for (const [at, folder] of days.entries()) {
    await daily.take(folder);
    if (at === 3) await daily.learn([point]);
    if (at === 6) await daily.learn([{ ...point, params: { max: 2, window: 'encounter' } }]);
    if (at === 8) daily.place.stricter = true;
    const { stored } = await daily.review(true);
    if (at === 0) continue; // everything is new
    for (const kind of ['added', 'changed', 'withdrawn'] as const) kinds[kind] += stored[kind];
  }
  // the days were worth the trouble: findings came, changed and went
  expect(kinds.added).toBeGreaterThan(20);
  expect(kinds.changed).toBeGreaterThan(0);
  expect(kinds.withdrawn).toBeGreaterThan(0);

  // nothing has come since: whatever looks at all people has seen them as they are, and nothing is said otherwise
  const [before, again] = [await daily.findings(), await daily.review(true)];
  const beyond = new Set(
    Object.values(rules)
      .filter((rule) => reachesBeyondPerson(rule, ruleSchema))
      .map(({ id }) => id),
  );
  const read = (report: ReviewReport) => report.rules.filter(({ ruleId, partitions }) => beyond.has(ruleId) && partitions > 0).length;
  expect(again.rules.length).toBe(Object.keys(rules).length);
  expect(read(again)).toBe(0);
  expect(again.stored).toMatchObject({ added: 0, changed: 0, withdrawn: 0 });
  expect(await daily.findings()).toEqual(before);

  const once = await bureau('once');
  await once.take(whole);
  await once.learn([{ ...point, params: { max: 2, window: 'encounter' } }]);
  once.place.stricter = true;
  const full = await once.review(false);
  expect(read(full)).toBeGreaterThan(5);
  expect(await daily.findings()).toEqual(await once.findings());
  expect(await daily.money()).toEqual(full.stored.money);
  // and a full run over the lake of days has nothing to say either
  expect((await daily.review(false)).stored).toMatchObject({ added: 0, changed: 0, withdrawn: 0, unchanged: full.findings });
}, 600_000);

async function frequentItems(folder: string): Promise<string[]> {
  const { readFileSync } = await import('node:fs');
  const count = new Map<string, number>();
  for (const row of readFileSync(path.join(folder, 'feedetl.csv'), 'utf8').split('\n').slice(1)) {
    const [, , , , code, list] = row.split(',');
    if (list === '201') count.set(code as string, (count.get(code as string) ?? 0) + 1);
  }
  return [...count].toSorted((a, b) => b[1] - a[1]).map(([code]) => code);
}
