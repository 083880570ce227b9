// Day by day: an extract of each day, a review of what changed after each, and in the end the findings of one full run.
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
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
  judgeEditions,
  knowledgeMet,
  loadStarterKnowledge,
  numbered,
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
  usePrescriptionsAgain(whole);
  days = splitIntoDays(whole, path.join(scratch, 'days'), 22);
});
afterAll(async () => {
  for (const home of homes) await home.close();
  rmSync(scratch, { recursive: true, force: true });
});

const becomeStricter = new Set(['large-purchase', 'ct-cost-share', 'practitioner-overload']);
/** So that they find something in so small a city: the least volume and peers, and as few cards. */
const asSmall: { readonly [ruleId: string]: { readonly [parameter: string]: number } } = {
  ...Object.fromEntries(
    ['consumable', 'drug', 'examination', 'treatment', 'ct'].map((part) => [
      `${part}-cost-share`,
      { minVolume: 1, minPeers: 1, limitPercent: 10, scoreTenths: 2, leastSpread: 1 },
    ]),
  ),
  'swipes-in-minutes': { minCards: 2, windowSeconds: 432_000 },
  'cost-outlier': { minPeers: 1, scoreTenths: 2, leastSpreadPercent: 1 },
};

/** A bureau's home: `stricter` are the editions of the day of some rules, which may change between two days. */
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
        (await book.live()).map((shipped) => {
          const small = asSmall[shipped.rule.id] ?? {};
          const live = { ...shipped, parameters: shipped.parameters.map((p) => ({ ...p, value: small[p.name] ?? p.value })) };
          if (!place.stricter || !becomeStricter.has(live.rule.id)) return live;
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
    lake: reviewLakeOf(home.lake, { threads: 1, memoryLimitMb: 500, manyLines: 1 }),
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
    /** What the rules that look beyond one person come to when everything is read, as `said` and `counted` tell it; nothing is stored. */
    async whole() {
      const editions = (await ports.rules.live()).filter(({ rule }) => beyond.has(rule.id));
      const { knowledge: met } = await knowledgeMet(ports, editions);
      const { results, findings } = await judgeEditions(ports.lake, numbered(editions, met), await changedPeriod(ports));
      return {
        said: findings.map(({ findingId, evidenceHash }) => `${findingId} ${evidenceHash}`).sort(),
        counted: results.map(({ result }) => countsOf(result)).sort(),
      };
    },
    async said() {
      const { rows } = await sql<{ findingId: string; evidenceHash: string }>`
        select finding_id, evidence_hash from finding where state = 'live' and rule_id in (${sql.join([...beyond])})`.execute(home.db);
      return rows.map(({ findingId, evidenceHash }) => `${findingId} ${evidenceHash}`).sort();
    },
    /** What is kept beside the lake, and in which folder. */
    kept() {
      const folder = path.join(home.lake.folder, 'kept', 'line');
      const list = path.join(folder, 'kept.json');
      const kept = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : undefined;
      return { folder, kept: kept as { base: { few: string }; recent: { of: string[] } | null; rules: object } | undefined };
    },
  };
}

const beyond = new Set(
  Object.values(rules)
    .filter((rule) => reachesBeyondPerson(rule, ruleSchema))
    .map(({ id }) => id),
);
const countsOf = ({ ruleId, partitions, hit, clear, notEvaluated, exempted, amountFen }: ReviewReport['rules'][number]): string =>
  JSON.stringify([ruleId, partitions, hit, clear, notEvaluated, exempted, amountFen]);

test('days one by one, each reviewed for what changed, end in the findings of one full run', async () => {
  const daily = await bureau('daily');
  expect(days.length).toBeGreaterThan(10);
  // the fee code of a frequent item of the city: a bureau's own point on it comes, and is narrowed later
  const items = await frequentItems(whole);
  const item = items[0] as string;
  const point = { id: 'LOCAL1', ruleName: '医疗服务项目限定频次', codes: [item], params: { max: 1, window: 'encounter' } };
  // and a rarer one counts as a scan from some day on
  const scan = { id: 'LOCAL2', ruleName: 'CT检查占比', codes: [items[items.length >> 1] as string], params: {} };
  const kinds = { added: 0, changed: 0, withdrawn: 0 };
  /** Days on which what was kept had to follow so many deltas. */
  const follows: number[] = [];
  const hits = new Set<string>();
  /** Days on which the operator was told that nothing could be kept. */
  const told = new Set<number>();
  let today = 0;
  const hear = (warning: Error & { code?: string }) => warning.code === 'HENGJIAN_KEPT' && told.add(today);
  process.on('warning', hear);
  for (const [at, folder] of days.entries()) {
    today = at;
    await daily.take(folder);
    if (at === 3) await daily.learn([point]);
    if (at === 6) await daily.learn([{ ...point, params: { max: 2, window: 'encounter' } }]);
    if (at === 7) await daily.learn([scan]);
    if (at === 8) daily.place.stricter = true;
    const { folder: keptIn, kept } = daily.kept();
    // it is in the way, gone, cut off: whatever becomes of it, the findings are the same
    if (at === 9 || at === 10) rmSync(path.dirname(keptIn), { recursive: true });
    if (at === 9) writeFileSync(path.dirname(keptIn), '');
    if (at === 12 && kept) truncateSync(path.join(keptIn, kept.base.few), 100);
    const { stored, rules: results } = await daily.review(true);
    const whole = await daily.whole();
    for (const { ruleId, hit } of results) if (hit > 0) hits.add(ruleId);
    expect(await daily.said()).toEqual(whole.said);
    expect(
      results
        .filter(({ ruleId }) => beyond.has(ruleId))
        .map(countsOf)
        .sort(),
    ).toEqual(whole.counted);
    const { recent } = daily.kept().kept ?? {};
    if (recent) follows.push(recent.of.length);
    if (at === 0) continue; // everything is new
    for (const kind of ['added', 'changed', 'withdrawn'] as const) kinds[kind] += stored[kind];
  }
  process.off('warning', hear);
  expect([...told]).toEqual([9]);
  // the days were worth the trouble: findings came, changed and went
  expect(kinds.added).toBeGreaterThan(20);
  expect(kinds.changed).toBeGreaterThan(0);
  expect(kinds.withdrawn).toBeGreaterThan(0);
  expect([...Object.keys(asSmall), 'checkup-stay', 'prescription-reused'].filter((id) => !hits.has(id))).toEqual([]);
  expect(Math.max(...follows)).toBeGreaterThan(2);

  // nothing has come since: whatever looks at all people has seen them as they are, and nothing is said otherwise
  const [before, again] = [await daily.findings(), await daily.review(true)];
  const read = (report: ReviewReport) => report.rules.filter(({ ruleId, partitions }) => beyond.has(ruleId) && partitions > 0).length;
  expect(again.rules.length).toBe(Object.keys(rules).length);
  expect(read(again)).toBe(0);
  expect(again.stored).toMatchObject({ added: 0, changed: 0, withdrawn: 0 });
  expect(await daily.findings()).toEqual(before);

  const once = await bureau('once');
  await once.take(whole);
  await once.learn([{ ...point, params: { max: 2, window: 'encounter' } }]);
  await once.learn([scan]);
  once.place.stricter = true;
  const full = await once.review(false);
  expect(read(full)).toBeGreaterThan(5);
  expect(await daily.findings()).toEqual(await once.findings());
  expect(await daily.money()).toEqual(full.stored.money);
  // and a full run over the lake of days has nothing to say either
  expect((await daily.review(false)).stored).toMatchObject({ added: 0, changed: 0, withdrawn: 0, unchanged: full.findings });
  expect(await daily.said()).toEqual((await daily.whole()).said);
}, 900_000);

async function frequentItems(folder: string): Promise<string[]> {
  const { readFileSync } = await import('node:fs');
  const count = new Map<string, number>();
  for (const row of readFileSync(path.join(folder, 'feedetl.csv'), 'utf8').split('\n').slice(1)) {
    const [, , , , code, list] = row.split(',');
    if (list === '201') count.set(code as string, (count.get(code as string) ?? 0) + 1);
  }
  return [...count].toSorted((a, b) => b[1] - a[1]).map(([code]) => code);
}

/** Two purchases each at pharmacies are made with one prescription. */
function usePrescriptionsAgain(folder: string): void {
  const rowsOf = (table: string) => readFileSync(path.join(folder, `${table}.csv`), 'utf8').split('\n');
  const [header = '', ...rows] = rowsOf('feedetl');
  const [encounter, prescription] = ['mdtrt_id', 'rx_no'].map((name) => header.split(',').indexOf(name)) as [number, number];
  const pharmacy = new Set(rowsOf('mdtrt').flatMap((row) => (row.split(',')[3] === '41' ? [row.split(',')[0] as string] : [])));
  const number = new Map([...pharmacy].map((no, i) => [no, `RX${i >> 1}`]));
  const changed = rows.map((row) => {
    const cells = row.split(',');
    const given = number.get(cells[encounter] as string);
    return given ? cells.with(prescription, given).join(',') : row;
  });
  writeFileSync(path.join(folder, 'feedetl.csv'), [header, ...changed].join('\n'));
}
