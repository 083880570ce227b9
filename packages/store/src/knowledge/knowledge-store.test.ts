// Knowledge in a real embedded PostgreSQL: imported twice, changed, superseded, read back as rules see it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { diagnosisTable } from '@hengjian/catalog/knowledge/index.ts';
import { dayOfDate } from '@hengjian/domain';
import { importKnowledge, type KnowledgeImport, loadStarterKnowledge, waitingTable } from '@hengjian/workflows';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Home, openHome } from '../home.ts';
import { knowledgeStoreOf } from './knowledge-store.ts';

let home: Home;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'hengjian-knowledge-'));
  home = await openHome(folder);
});
afterAll(async () => {
  await home.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await sql`truncate knowledge_place, knowledge_code, knowledge_point, knowledge_import`.execute(home.db);
});

const store = () => knowledgeStoreOf(home.db);
const sex = { ruleCode: 'GZ10000301004000', ruleName: '药品区分性别使用' };
const take = (rows: Record<string, unknown>[], more: Partial<KnowledgeImport> = {}) =>
  importKnowledge(store(), {
    files: [{ file: '表.jsonl', rows: rows.map((fields, i) => ({ row: i + 1, fields })), issues: [], damaged: false }],
    by: '经办',
    now: 1_700_000_000,
    ...more,
  });
const versions = async () =>
  (
    await sql<{ at: string }>`select point_id || ' v' || version as at from knowledge_point order by point_id, version`.execute(home.db)
  ).rows.map(({ at }) => at);

describe('knowledge', () => {
  test('the same file twice changes nothing; other content is a new version and the old one stays', async () => {
    const rows = [{ id: 'A', ...sex, codes: ['X1', 'X2'], constraint: '限女性' }];
    expect(await take(rows)).toMatchObject({ ok: true, value: { points: 1, structured: 1, added: 1, known: 0 } });
    expect(await take(rows)).toMatchObject({ ok: true, value: { points: 1, structured: 1, added: 0, known: 1 } });
    expect(await versions()).toEqual(['A v1']);
    expect(await take([{ ...rows[0], constraint: '限男性' }])).toMatchObject({ ok: true, value: { changed: 1 } });
    expect(await versions()).toEqual(['A v1', 'A v2']);
    expect(await store().active([sex.ruleCode])).toMatchObject([
      {
        pointId: 'A',
        version: 2,
        ruleKey: sex.ruleCode,
        codes: { code: ['X1', 'X2'] },
        params: { sex: 1 },
        validFromDay: null,
        validToDay: null,
      },
    ]);
  });

  test('parameters come in the scales of the lake, pairs with their roles, rules without a code by name', async () => {
    await take([
      { id: 'F', ruleName: '医疗服务项目限定频次', codes: 'S1;S2', params: { max: 2.5, window: 'day' } },
      { id: 'P', ruleName: '医疗服务项目重复收费', codes: ['A', 'B'] },
      { id: 'G', ruleName: '医疗服务项目周期超频次', codes: ['C'], constraint: '间隔时间不短于7天' },
      { id: 'X', ruleName: '本地规则', codes: ['D'], params: '{"maxPrice":{"3":20}}' },
    ]);
    expect((await store().active()).map(({ pointId, ruleKey, codes, params }) => ({ pointId, ruleKey, codes, params }))).toEqual([
      { pointId: 'F', ruleKey: 'GZ10000102014000', codes: { code: ['S1', 'S2'] }, params: { max: 25_000, window: 'day' } },
      { pointId: 'G', ruleKey: 'NC-医疗服务项目周期超频次', codes: { code: ['C'] }, params: { minGapDays: 7 } },
      { pointId: 'P', ruleKey: 'GZ10000102012000', codes: { including: ['A'], included: ['B'] }, params: {} },
      { pointId: 'X', ruleKey: 'NC-本地规则', codes: { code: ['D'] }, params: { maxPrice3: 20_000_000 } },
    ]);
    expect((await store().active(['NC-医疗服务项目周期超频次'])).map(({ pointId }) => pointId)).toEqual(['G']);
    expect(await store().active(['NC-没有的规则'])).toEqual([]);
  });

  test('a successor imported later ends its predecessor; both are one lineage', async () => {
    await take([{ id: 'A', ...sex, codes: ['X'], constraint: '限女性' }]);
    const imported = await take([{ id: 'B', ...sex, codes: ['X', 'Y'], constraint: '限女性', supersedes: 'A', publishedOn: '2026-01-28' }]);
    expect(imported).toMatchObject({ ok: true, value: { structured: 1, superseded: 0 } });
    const day = dayOfDate(2026, 1, 28);
    expect(await store().active()).toMatchObject([
      { pointId: 'A', lineage: 'A', validFromDay: null, validToDay: day - 1 },
      { pointId: 'B', lineage: 'A', validFromDay: day, validToDay: null },
    ]);
    expect(await take([{ id: 'A', ...sex, codes: ['X'], constraint: '限女性' }])).toMatchObject({ value: { superseded: 1, known: 1 } });
  });

  test('what cannot be read takes no part, and comes back when a person has filled in its parameters', async () => {
    const point = { id: 'W', ...sex, codes: ['X'], constraint: '用于晚期乳腺癌' };
    expect(await take([point])).toMatchObject({
      ok: true,
      value: { waiting: 1, rules: [{ reasons: [{ code: 'sexNeither', count: 1 }] }] },
    });
    expect(await store().active()).toEqual([]);
    const table = waitingTable(await store().waiting(), 'zh');
    expect(table).toContain('W,GZ10000301004000,药品区分性别使用,X,,,用于晚期乳腺癌');
    expect(await take([{ ...point, params: { sex: 2 } }])).toMatchObject({ value: { structured: 1, changed: 1 } });
    expect(await store().active()).toMatchObject([{ pointId: 'W', params: { sex: 2 } }]);
    expect(await store().waiting()).toEqual([]);
  });

  test('a table of diagnoses reads what waited; importing again without it does not lose the reading', async () => {
    const rows = [{ id: 'I', ruleName: '药品限适应症', codes: ['X'], constraint: '限弥漫性食管痉挛。' }];
    const aids = { diagnoses: diagnosisTable([{ code: 'K22.400', name: '弥漫性食管痉挛' }]) };
    expect(await take(rows)).toMatchObject({ value: { waiting: 1 } });
    expect(await take(rows, { aids })).toMatchObject({ value: { structured: 1, changed: 1 } });
    expect(await take(rows)).toMatchObject({ value: { structured: 1, known: 1 } });
    expect(await store().active()).toMatchObject([{ params: { diagnoses: ['K22'] } }]);
  });

  test('broken rows are told with their place, all others come in', async () => {
    const imported = await take([
      { ruleName: '药品区分性别使用', codes: ['X'] },
      { id: 'B', codes: ['X'] },
      { id: 'C', ...sex, codes: [] },
      { id: 'D', ...sex, codes: ['X'], publishedOn: '2026-02-30' },
      { id: 'E', ...sex, codes: ['X'], validFrom: '2026-02-01', validTo: '2026-01-01' },
      { id: 'F', ...sex, codes: ['X'], params: '[1]' },
      { id: 'G', ...sex, codes: ['X'], constraint: '限男性' },
      { id: 'H', ...sex, codes: ['X'], params: { sexe: 1 } },
    ]);
    expect(imported).toMatchObject({ ok: true, value: { points: 2, structured: 1, waiting: 1, rejected: 6 } });
    expect(imported.issues.map(({ code, row, column }) => `${row} ${column} ${code}`)).toEqual([
      '1 id knowledge.noId',
      '2 ruleCode knowledge.noRule',
      '3 codes knowledge.noCodes',
      '4 publishedOn knowledge.badDate',
      '5 validTo knowledge.datesReversed',
      '6 params knowledge.badParams',
    ]);
  });

  test('a damaged file, or one without a single sound row, writes nothing', async () => {
    const good = {
      file: '好.jsonl',
      rows: [{ row: 1, fields: { id: 'A', ...sex, codes: ['X'], constraint: '限女性' } }],
      issues: [],
      damaged: false,
    };
    const issues = [{ code: 'knowledge.encoding', severity: 'error' as const, file: '坏.csv', facts: {} }];
    const files = [good, { file: '坏.csv', rows: [], issues, damaged: true }];
    expect(await importKnowledge(store(), { files, by: '经办', now: 0 })).toMatchObject({ ok: false, issues });
    expect(await take([{ id: 'C', ...sex, codes: [] }])).toMatchObject({ ok: false });
    expect(await versions()).toEqual([]);
  });

  test('of rows with one id the last counts; the same again changes nothing', async () => {
    const rows = ['2019-12-31', null].map((validTo) => ({ id: 'A', ...sex, codes: ['X'], constraint: '限女性', validTo }));
    expect(await take(rows)).toMatchObject({
      value: { points: 2, structured: 1, superseded: 1 },
      issues: [{ code: 'knowledge.repeatedId', row: 2 }],
    });
    expect(await take(rows)).toMatchObject({ value: { known: 2 } });
    expect(await versions()).toEqual(['A v1', 'A v2']);
    expect(await store().active()).toMatchObject([{ version: 2, validToDay: null }]);
  });

  test('starter knowledge comes in once and does not undo what a bureau changed', async () => {
    const starters = [
      { ruleId: 'drug-sex', ruleCode: sex.ruleCode, ruleName: sex.ruleName, csv: 'id,codes,params\nS1,X;Y,"{""sex"":1}"\n' },
    ];
    const given = { by: '系统', now: 0 };
    expect(await loadStarterKnowledge(store(), starters, given)).toMatchObject({ ok: true, value: { added: 1, structured: 1 } });
    await take([{ id: 'S1', ...sex, codes: ['X'], params: { sex: 2 } }]);
    expect(await loadStarterKnowledge(store(), starters, given)).toMatchObject({ ok: true, value: { known: 1 } });
    expect(await store().active()).toMatchObject([{ codes: { code: ['X'] }, params: { sex: 2 } }]);
    const broken = [{ ...(starters[0] as (typeof starters)[0]), csv: 'id,codes\nS2,\n' }];
    expect(await loadStarterKnowledge(store(), broken, given)).toMatchObject({
      ok: false,
      issues: [{ code: 'knowledge.noCodes', row: 2 }],
    });
  });

  test("starter knowledge steps back from codes that the bureau's own rows of the rule speak of", async () => {
    const csv = 'id,codes,params\nS1,X;Y,"{""sex"":1}"\nS2,Z,"{""sex"":1}"\n';
    const pairs = 'id,codes\nQ1,A;B\nQ2,A;C\n';
    const starters = [
      { ruleId: 'drug-sex', ruleCode: sex.ruleCode, ruleName: sex.ruleName, csv },
      { ruleId: 'pair', ruleCode: 'GZ10000102012000', ruleName: '医疗服务项目重复收费', csv: pairs },
    ];
    await loadStarterKnowledge(store(), starters, { by: '系统', now: 0 });
    await take([
      { id: 'N1', ...sex, codes: ['X'], params: { sex: 2 } },
      { id: 'N2', ...sex, codes: ['Z'], constraint: '不清楚' },
      { id: 'N3', ruleName: '医疗服务项目重复收费', codes: ['A', 'C'] },
      { id: 'N4', ruleName: '医疗服务项目重复收费', codes: ['B', 'A'] },
    ]);
    const seen = (await store().active()).map(({ pointId, codes }) => `${pointId} ${Object.values(codes).flat().join(' ')}`);
    expect(seen).toEqual(['N1 X', 'N3 C A', 'N4 A B', 'Q1 B A', 'S1 Y', 'S2 Z']);
  });

  test('the database refuses to change a version', async () => {
    await take([{ id: 'A', ...sex, codes: ['X'], constraint: '限女性' }]);
    await expect(sql`update knowledge_point set batch = 'x'`.execute(home.db)).rejects.toThrow('append-only');
    await expect(sql`delete from knowledge_code`.execute(home.db)).rejects.toThrow('append-only');
  });
});
