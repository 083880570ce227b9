// The laws that no rule's text repeats (docs/architecture.md), each with a test of its own on real embedded stores.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { rule as makeRule, rules } from '@hengjian/catalog';
import { parseDay } from '@hengjian/domain';
import { countDistinct, deepFreeze, eq, field, gt, literal, type Point, type RuleTree, right } from '@hengjian/language';
import { claimsImporter, findingExportOf, findingStoreOf, type Home, journalOf, moneyOnce, openHome, reviewLakeOf } from '@hengjian/store';
import { type FindingRow, importClaims, type ReviewReport, runReview, verifyJournal } from '@hengjian/workflows';
import { sql } from 'kysely';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { type Extract, writeExtract } from './extract.ts';

const day = (text: string) => parseDay(text) as number;
const EVER = 2_000_000;
const year = { from: day('2025-01-01'), to: day('2025-12-31') };
const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-laws-'));
let serial = 0;
let home: Home;
const homes: Home[] = [];
const newHome = async () => {
  const opened = await openHome(path.join(scratch, `home-${serial++}`));
  homes.push(opened);
  return opened;
};
beforeEach(async () => {
  home = await newHome();
});
afterAll(async () => {
  for (const one of homes) await one.close();
  rmSync(scratch, { recursive: true, force: true });
});

type Knowledge = { [ruleCode: string]: Partial<Point>[] };
const point = (given: Partial<Point>, i: number): Omit<Point, 'index'> => ({
  pointId: `K${i}`,
  lineage: given.pointId ?? `K${i}`,
  subject: `K${i}`,
  constraint: '',
  basis: '',
  from: -EVER,
  to: EVER,
  codes: {},
  params: {},
  ...given,
});

async function bring(extract: Extract, to: Home = home): Promise<void> {
  const folder = writeExtract(path.join(scratch, `extract-${serial++}`), extract);
  const done = await importClaims(claimsImporter(to), { folder, acceptRejects: true, progress: () => {} });
  expect(done.issues.filter((i) => i.severity === 'error')).toEqual([]);
  expect(done.ok).toBe(true);
}

async function review(trees: RuleTree[], knowledge: Knowledge, on: Home = home, period = year): Promise<ReviewReport> {
  const outcome = await runReview(
    {
      rules: { live: async () => trees.map((rule) => ({ rule, edition: 1, parameters: [] })) },
      knowledge: {
        points: async () => new Map(Object.entries(knowledge).map(([code, rows]) => [code, rows.map(point)])),
        states: async () => new Map(),
      },
      lake: reviewLakeOf(on.lake, { threads: 1, memoryLimitMb: 500 }),
      findings: findingStoreOf(on.db),
    },
    { period },
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

async function found(on: Home = home): Promise<FindingRow[]> {
  const rows: FindingRow[] = [];
  for await (const row of findingExportOf(on.db).rows()) rows.push(row);
  return rows;
}
const said = (report: ReviewReport) => report.rules.map(({ ruleId, hit, clear, notEvaluated }) => ({ ruleId, hit, clear, notEvaluated }));

const drugSex = rules['drug-sex'] as RuleTree;
const frequency = rules['service-frequency'] as RuleTree;
const womenOnly = { [drugSex.code]: [{ codes: { code: ['A'] }, params: { sex: 2 } }] };
const oncePerDay = { [frequency.code]: [{ codes: { code: ['B'] }, params: { max: 10_000, window: 'day' } }] };
const visit = (person: string, n = 1) => ({
  mdtrt: { mdtrt_id: `M${n}`, psn_no: person },
  setl: { setl_id: `S${n}`, mdtrt_id: `M${n}`, psn_no: person },
});

test('three answers: hit, clear, not evaluated; what no knowledge names is out of scope', async () => {
  const people = [
    { psn_no: 'P1', gend: 1 },
    { psn_no: 'P2', gend: 2 },
    { psn_no: 'P3', gend: 9 },
  ];
  const visits = people.map((p, i) => visit(p.psn_no, i + 1));
  await bring({
    psn: people,
    mdtrt: visits.map((v) => v.mdtrt),
    setl: visits.map((v) => ({ ...v.setl, medfee_sumamt: 20 })),
    feedetl: visits.flatMap((_, i) => [
      { feedetl_sn: '1', mdtrt_id: `M${i + 1}`, setl_id: `S${i + 1}` },
      { feedetl_sn: '2', mdtrt_id: `M${i + 1}`, setl_id: `S${i + 1}`, med_list_codg: 'X' },
    ]),
  });
  expect(said(await review([drugSex], womenOnly))).toEqual([{ ruleId: 'drug-sex', hit: 1, clear: 1, notEvaluated: 1 }]);
});

const oneLine = (quantity: number, price = 10): Extract => ({
  psn: [{ psn_no: 'P1' }],
  mdtrt: [visit('P1').mdtrt],
  setl: [{ ...visit('P1').setl, medfee_sumamt: quantity * price, fund_pay_sumamt: quantity * price }],
  feedetl: [{ feedetl_sn: '1', mdtrt_id: 'M1', setl_id: 'S1', cnt: quantity, pric: price }],
});

test('identity: the same again adds nothing, other evidence is a version, gone is withdrawn, back is live again', async () => {
  await bring(oneLine(1));
  const first = await review([drugSex], womenOnly);
  expect(first.stored).toMatchObject({ added: 1, changed: 0, unchanged: 0, withdrawn: 0 });
  expect((await review([drugSex], womenOnly)).stored).toMatchObject({ added: 0, changed: 0, unchanged: 1, withdrawn: 0 });
  const [before] = await found();
  await bring(oneLine(3));
  expect((await review([drugSex], womenOnly)).stored).toMatchObject({ added: 0, changed: 1, unchanged: 0, withdrawn: 0 });
  const [after] = await found();
  expect(after?.finding_id).toBe(before?.finding_id);
  expect([before?.amount_in_question, after?.amount_in_question]).toEqual(['10.00', '30.00']);
  const versions = await home.db.selectFrom('findingVersion').select(['version', 'content']).execute();
  expect(versions).toHaveLength(1);
  expect((versions[0] as unknown as { content: { amount_fen: number } }).content.amount_fen).toBe(1000);
  expect((await review([drugSex], { [drugSex.code]: [] })).stored).toMatchObject({ withdrawn: 1 });
  expect(await found()).toEqual([]);
  const gone = await home.db.selectFrom('finding').select(['state', 'cause', 'version']).executeTakeFirst();
  expect(gone).toEqual({ state: 'withdrawn', cause: 'notFoundAgain', version: 3 });
  expect((await review([drugSex], womenOnly)).stored).toMatchObject({ added: 0, changed: 1 });
  expect(await found()).toHaveLength(1);
  // every version is sealed by the run that stored it, the replaced ones too
  const fault = async () => (await verifyJournal(journalOf(home.db))).fault;
  expect(await fault()).toBeNull();
  const worth = (fen: number) =>
    sql`update finding_version set content = jsonb_set(content, '{records,0,fund_fen}', to_jsonb(${fen}::bigint)) where version = 2`;
  await worth(2999).execute(home.db);
  expect(await fault()).toMatchObject({ kind: 'row-changed', table: 'review_run_findings' });
  await worth(3000).execute(home.db);
  expect(await fault()).toBeNull();
});

test('identity does not hang on the lake: the same records imported in another order give the same ids', async () => {
  const extract: Extract = {
    psn: [{ psn_no: 'P1' }, { psn_no: 'P2' }],
    mdtrt: [visit('P1', 1).mdtrt, visit('P2', 2).mdtrt],
    setl: [
      { ...visit('P1', 1).setl, medfee_sumamt: 30 },
      { ...visit('P2', 2).setl, medfee_sumamt: 20 },
    ],
    feedetl: [1, 2, 1, 2, 1].map((n, i) => ({
      feedetl_sn: String(i),
      mdtrt_id: `M${n}`,
      setl_id: `S${n}`,
      med_list_codg: 'B',
      list_type: '201',
    })),
  };
  await bring(extract);
  await review([frequency], oncePerDay);
  const other = await newHome();
  const reversed = Object.fromEntries(Object.entries(extract).map(([table, rows]) => [table, [...rows].reverse()])) as unknown as Extract;
  await bring(reversed, other);
  await review([frequency], oncePerDay, other);
  const essence = (rows: FindingRow[]) => rows.map(({ run_id, ...rest }) => rest);
  expect(await found()).toHaveLength(2);
  expect(essence(await found(other))).toEqual(essence(await found()));
});

test('order: at equal instants the published key decides, by bytes', async () => {
  await bring({
    psn: [{ psn_no: 'P1' }],
    mdtrt: [visit('P1').mdtrt],
    setl: [{ ...visit('P1').setl, medfee_sumamt: 60 }],
    feedetl: [
      { feedetl_sn: 'b', mdtrt_id: 'M1', setl_id: 'S1', med_list_codg: 'B', list_type: '201', pric: 10 },
      { feedetl_sn: 'B', mdtrt_id: 'M1', setl_id: 'S1', med_list_codg: 'B', list_type: '201', pric: 20 },
      { feedetl_sn: '龘', mdtrt_id: 'M1', setl_id: 'S1', med_list_codg: 'B', list_type: '201', pric: 30 },
    ],
  });
  await review([frequency], oncePerDay);
  // 'B' < 'b' < '龘': the first is paid, the other two are the excess
  expect((await found()).map((f) => f.amount_in_question)).toEqual(['40.00']);
});

test('netting: rules see net values, a reversed settlement takes no part, evidence keeps the originals', async () => {
  await bring({
    psn: [{ psn_no: 'P1' }],
    mdtrt: [visit('P1').mdtrt],
    setl: [
      { setl_id: 'S0', mdtrt_id: 'M1', medfee_sumamt: 10 },
      { setl_id: 'S0R', mdtrt_id: 'M1', medfee_sumamt: -10, refd_setl_flag: '1', init_setl_id: 'S0' },
      { setl_id: 'S1', mdtrt_id: 'M1', medfee_sumamt: 20 },
    ],
    feedetl: [
      { feedetl_sn: '0', mdtrt_id: 'M1', setl_id: 'S0' },
      { feedetl_sn: '0', mdtrt_id: 'M1', setl_id: 'S0R', cnt: -1 },
      { feedetl_sn: '1', mdtrt_id: 'M1', setl_id: 'S1', cnt: 3 },
      { feedetl_sn: '2', mdtrt_id: 'M1', setl_id: 'S1', cnt: -1, init_feedetl_sn: '1' },
    ],
  });
  expect(said(await review([drugSex], womenOnly))).toEqual([{ ruleId: 'drug-sex', hit: 1, clear: 0, notEvaluated: 0 }]);
  expect((await found()).map((f) => [f.feedetl_sns, f.amount_in_question])).toEqual([['M1:1', '20.00']]);
  const duck = await (await home.lake.snapshot()).connect({ threads: 1 });
  const [line] = await duck.rows('SELECT "quantity", "originalQuantity" FROM "line"');
  expect(line).toEqual({ quantity: 20_000, originalQuantity: 30_000 });
  duck.close();
});

test('lineage: one requirement spans product codes and successors; the row of the day counts', async () => {
  await bring({
    psn: [{ psn_no: 'P1' }],
    mdtrt: [visit('P1').mdtrt],
    setl: [{ ...visit('P1').setl, medfee_sumamt: 40 }],
    feedetl: [
      { feedetl_sn: '1', med_list_codg: 'B1', fee_ocur_time: '2025-03-02 08:00:00' },
      { feedetl_sn: '2', med_list_codg: 'B2', fee_ocur_time: '2025-03-02 09:00:00' },
      { feedetl_sn: '3', med_list_codg: 'B1', fee_ocur_time: '2025-03-05 08:00:00' },
      { feedetl_sn: '4', med_list_codg: 'B2', fee_ocur_time: '2025-03-05 09:00:00' },
    ].map((line) => ({ ...line, mdtrt_id: 'M1', setl_id: 'S1', list_type: '201' })),
  });
  const rows = [
    { pointId: 'K1', lineage: 'K1', codes: { code: ['B1', 'B2'] }, params: { max: 10_000, window: 'day' }, to: day('2025-03-04') },
    { pointId: 'K2', lineage: 'K1', codes: { code: ['B1', 'B2'] }, params: { max: 20_000, window: 'day' }, from: day('2025-03-05') },
  ];
  expect(said(await review([frequency], { [frequency.code]: rows }))).toEqual([
    { ruleId: 'service-frequency', hit: 1, clear: 1, notEvaluated: 0 },
  ]);
  expect((await found()).map((f) => f.feedetl_sns)).toEqual(['M1:1;M1:2']);
});

test('exemptions: population, link and finding, each counted where it acts', async () => {
  const people = ['P1', 'P2', 'P3'];
  await bring({
    psn: people.map((psn_no) => ({ psn_no })),
    mdtrt: people.map((p, i) => ({ ...visit(p, i + 1).mdtrt, med_type: p === 'P2' ? '13' : '21' })),
    setl: people.map((p, i) => ({ ...visit(p, i + 1).setl, medfee_sumamt: 20 })),
    feedetl: people.flatMap((_, i) => [
      { feedetl_sn: '1', mdtrt_id: `M${i + 1}`, setl_id: `S${i + 1}`, med_list_codg: 'A' },
      { feedetl_sn: '2', mdtrt_id: `M${i + 1}`, setl_id: `S${i + 1}`, med_list_codg: 'A', pric: i === 0 ? 99 : 10 },
    ]),
  });
  const base = {
    code: 'T-1',
    title: { zh: '试', en: 'trial' },
    category: '',
    certainty: 'clear',
    basis: [{ document: '试' }],
    facts: {},
    explain: { zh: '试', en: 'trial' },
  } as const;
  const words = { zh: '急诊', en: 'emergency' };
  const row = (id: string, acts: 'population' | 'finding') =>
    deepFreeze(
      makeRule({
        ...base,
        id,
        shape: { kind: 'row', when: eq(field('level'), 3) },
        exemptions: [{ id: 'emergency', title: words, acts, when: eq(field('setting'), 'emergency') }],
      }),
    );
  const pair = deepFreeze(
    makeRule({
      ...base,
      id: 'trial-link',
      shape: {
        kind: 'pair',
        want: 'present',
        right: { reads: 'line' },
        link: [[field('encounter'), right('encounter')]],
        on: gt(right('line'), field('line')),
      },
      exemptions: [{ id: 'dear', title: words, acts: 'link', when: gt(right('unitPrice'), literal(50_000_000)) }],
    }),
  );
  const report = await review([row('trial-population', 'population'), row('trial-finding', 'finding'), pair], {});
  expect(report.rules.map((r) => ({ id: r.ruleId, hit: r.hit, exempted: r.exempted }))).toEqual([
    { id: 'trial-population', hit: 4, exempted: { emergency: 2 } },
    { id: 'trial-finding', hit: 6, exempted: { emergency: 2 } },
    { id: 'trial-link', hit: 2, exempted: { dear: 1 } },
  ]);
  // said, but not pursued: an exempted finding carries no money
  const marked = await home.db
    .selectFrom('finding')
    .select('exemptedBy')
    .where('ruleId', '=', 'trial-finding')
    .where('exemptedBy', 'is not', null)
    .execute();
  expect(marked).toHaveLength(2);
});

test('money once: per line the largest amount, per settlement the larger of its own and the sum of its lines', async () => {
  await bring({
    psn: [{ psn_no: 'P1' }],
    mdtrt: [visit('P1').mdtrt],
    setl: [{ ...visit('P1').setl, medfee_sumamt: 50, fund_pay_sumamt: 25 }],
    feedetl: [
      { feedetl_sn: '1', mdtrt_id: 'M1', setl_id: 'S1', med_list_codg: 'A', pric: 10 },
      { feedetl_sn: '2', mdtrt_id: 'M1', setl_id: 'S1', med_list_codg: 'A', pric: 40 },
    ],
  });
  const base = {
    code: 'T-2',
    title: { zh: '试', en: 'trial' },
    category: '',
    certainty: 'clear',
    basis: [{ document: '试' }],
    facts: {},
    explain: { zh: '试', en: 'trial' },
  } as const;
  const whole = deepFreeze(
    makeRule({
      ...base,
      id: 'trial-settlement',
      reads: 'settlement',
      on: field('settledDay'),
      key: [field('settlement')],
      grain: 'settlement',
      shape: { kind: 'row', when: gt(field('totalFen'), 0) },
    }),
  );
  const twice = deepFreeze(
    makeRule({ ...base, id: 'trial-second', shape: { kind: 'row', when: gt(field('unitPrice'), literal(20_000_000)) } }),
  );
  await review([drugSex, twice], womenOnly);
  // two rules hit line 2: it counts once
  expect(await moneyOnce(home.db, year)).toEqual({ amountFen: 5000, fundFen: 2500 });
  await review([drugSex, twice, whole], womenOnly);
  expect(await moneyOnce(home.db, year)).toEqual({ amountFen: 5000, fundFen: 2500 });
  expect((await found()).reduce((sum, f) => sum + Number(f.amount_in_question), 0)).toBe(140);
});

test('money once: a finding on an encounter of two settlements is never added to a finding on one of them', async () => {
  await bring({
    psn: [{ psn_no: 'P1' }],
    mdtrt: [visit('P1').mdtrt],
    setl: [
      { ...visit('P1').setl, medfee_sumamt: 10, fund_pay_sumamt: 5 },
      { ...visit('P1').setl, setl_id: 'S2', medfee_sumamt: 30, fund_pay_sumamt: 15 },
    ],
    feedetl: [
      { feedetl_sn: '1', mdtrt_id: 'M1', setl_id: 'S1', pric: 10 },
      { feedetl_sn: '2', mdtrt_id: 'M1', setl_id: 'S2', pric: 30 },
    ],
  });
  const base = {
    code: 'T-3',
    title: { zh: '试', en: 'trial' },
    category: '',
    certainty: 'clear',
    basis: [{ document: '试' }],
    facts: {},
    explain: { zh: '试', en: 'trial' },
  } as const;
  const stay = deepFreeze(
    makeRule({
      ...base,
      id: 'trial-stay',
      grain: 'encounter',
      reads: 'encounter',
      on: field('begunDay'),
      key: [field('encounter')],
      shape: { kind: 'row', when: gt(field('totalFen'), 0) },
    }),
  );
  const dear = deepFreeze(
    makeRule({
      ...base,
      id: 'trial-dear',
      grain: 'settlement',
      reads: 'settlement',
      on: field('settledDay'),
      key: [field('settlement')],
      shape: { kind: 'row', when: gt(field('totalFen'), 2000) },
    }),
  );
  await review([stay, dear], {});
  expect(await found()).toHaveLength(2);
  expect(await moneyOnce(home.db, year)).toEqual({ amountFen: 4000, fundFen: 2000 });
});

test('period: a record belongs to the period of its settlement; a finding to that of its latest violating record', async () => {
  await bring({
    psn: [{ psn_no: 'P1' }],
    mdtrt: [visit('P1', 1).mdtrt, { ...visit('P1', 2).mdtrt, begntime: '2025-04-01 08:00:00', endtime: '2025-04-02 08:00:00' }],
    setl: [
      { ...visit('P1', 1).setl, medfee_sumamt: 10, setl_time: '2025-03-31 10:00:00' },
      { ...visit('P1', 2).setl, medfee_sumamt: 10, setl_time: '2025-04-02 10:00:00' },
    ],
    feedetl: [
      { feedetl_sn: '1', mdtrt_id: 'M1', setl_id: 'S1', med_list_codg: 'B', list_type: '201', fee_ocur_time: '2025-03-10 08:00:00' },
      { feedetl_sn: '1', mdtrt_id: 'M2', setl_id: 'S2', med_list_codg: 'B', list_type: '201', fee_ocur_time: '2025-04-01 08:00:00' },
    ],
  });
  const yearly = { [frequency.code]: [{ codes: { code: ['B'] }, params: { max: 10_000, window: 'year' } }] };
  const march = await review([frequency], yearly, home, { from: day('2025-03-01'), to: day('2025-03-31') });
  expect(said(march)).toEqual([{ ruleId: 'service-frequency', hit: 0, clear: 0, notEvaluated: 0 }]);
  const april = await review([frequency], yearly, home, { from: day('2025-04-01'), to: day('2025-04-30') });
  expect(said(april)).toEqual([{ ruleId: 'service-frequency', hit: 1, clear: 0, notEvaluated: 0 }]);
  expect((await found()).map((f) => f.feedetl_sns)).toEqual(['M1:1;M2:1']);
});

test('beyond one person: what several people did in one institution is found over all buckets', async () => {
  const crowd = deepFreeze({
    ...makeRule({
      id: 'crowd',
      code: 'NC-crowd',
      title: { zh: '人多', en: 'crowd' },
      category: 'test',
      certainty: 'suspect',
      basis: [{ document: 'test' }],
      grain: 'provider',
      key: [field('provider'), field('day')],
      shape: { kind: 'group', when: gt(countDistinct(field('person')), 20) },
      facts: { people: { value: countDistinct(field('person')), form: 'int' } },
      explain: { zh: '{people}人', en: '{people} people' },
    }),
  });
  const people = Array.from({ length: 21 }, (_, i) => `P${i + 1}`);
  const extract = (n: number): Extract => ({
    psn: people.slice(0, n).map((psn_no) => ({ psn_no })),
    mdtrt: people.slice(0, n).map((psn_no, i) => ({ mdtrt_id: `M${i}`, psn_no })),
    feedetl: people.slice(0, n).map((_, i) => ({
      feedetl_sn: `${i}`,
      mdtrt_id: `M${i}`,
      setl_id: `S${i}`,
      fee_ocur_time: '2025-03-01 09:00:00',
      med_list_codg: 'A',
    })),
    setl: people.slice(0, n).map((psn_no, i) => ({ setl_id: `S${i}`, mdtrt_id: `M${i}`, psn_no, medfee_sumamt: 10 })),
  });
  await bring(extract(20));
  expect(said(await review([crowd], {}))).toEqual([{ ruleId: 'crowd', hit: 0, clear: 1, notEvaluated: 0 }]);
  await bring(extract(21));
  const report = await review([crowd, drugSex], womenOnly);
  expect(said(report)).toEqual([
    { ruleId: 'crowd', hit: 1, clear: 0, notEvaluated: 0 },
    { ruleId: 'drug-sex', hit: expect.any(Number), clear: expect.any(Number), notEvaluated: 0 },
  ]);
  const [finding] = (await found()).filter((f) => f.rule_id === 'crowd');
  expect(finding).toMatchObject({ grain: 'provider', subject_id: finding?.fixmedins_code, explanation: '21人' });
  expect(finding?.psn_no.split(';')).toHaveLength(21);
  const again = await review([crowd], {});
  expect(again.stored).toMatchObject({ added: 0, changed: 0, unchanged: 1, withdrawn: 0 });
});
