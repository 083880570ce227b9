// What people add to the published words: decisions that outlast a repetition, previews, catalogues. A real embedded PostgreSQL.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decidePoint, importKnowledge, type KnowledgeImport } from '@hengjian/workflows';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Home, openHome } from '../home.ts';
import { importCatalogue } from './catalogue.ts';
import { diagnosisNames, importDiagnosisNames } from './diagnosis-names.ts';
import { knowledgeStoreOf } from './knowledge-store.ts';

let home: Home;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'hengjian-decisions-'));
  home = await openHome(folder);
});
afterAll(async () => {
  await home.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await sql`truncate knowledge_place, knowledge_code, knowledge_point, knowledge_import, catalogue_item, catalogue_edition`.execute(
    home.db,
  );
});

const store = () => knowledgeStoreOf(home.db);
const take = (rows: Record<string, unknown>[], more: Partial<KnowledgeImport> = {}) =>
  importKnowledge(store(), {
    files: [{ file: '表.jsonl', rows: rows.map((fields, i) => ({ row: i + 1, fields })), issues: [], damaged: false }],
    by: '经办',
    now: 1_700_000_000,
    ...more,
  });
const params = async () => (await store().active()).map((point) => point.params);
// first prescription only: no sentence reader may decide that
const level = { id: 'L', ruleName: '药品限医疗机构级别', codes: ['XA1'], constraint: '首次处方限三级医院' };

describe('a decision', () => {
  test('makes the point take part, and stands when the publisher repeats his words', async () => {
    expect(await take([level])).toMatchObject({ value: { waiting: 1 } });
    expect(await decidePoint(store(), { pointId: 'L', params: { minLevel: 3 }, by: '审核员', now: 1 })).toMatchObject({ ok: true });
    expect(await params()).toEqual([{ minLevel: 3 }]);
    expect(await take([level])).toMatchObject({ value: { structured: 1, known: 1, changed: 0 } });
    expect(await params()).toEqual([{ minLevel: 3 }]);
    const { rows } = await sql<{ by: string; source: string }>`
      select i.imported_by as by, p.source from knowledge_point p join knowledge_import i using (import_id) order by p.version`.execute(
      home.db,
    );
    expect(rows).toEqual([
      { by: '经办', source: 'text' },
      { by: '审核员', source: 'person' },
    ]);
  });

  test('filled into the table of what waits and imported is the same decision', async () => {
    await take([level]);
    expect(await take([{ ...level, params: { minLevel: 2 } }])).toMatchObject({ value: { structured: 1, changed: 1 } });
    expect(await take([level])).toMatchObject({ value: { known: 1 } });
    expect(await take([{ ...level, params: { minLevel: 2 } }])).toMatchObject({ value: { known: 1 } });
    expect(await take([{ ...level, params: { minLevel: 3 } }])).toMatchObject({ value: { changed: 1 } });
    expect(await params()).toEqual([{ minLevel: 3 }]);
  });

  test('ends with the words it was about', async () => {
    await take([level]);
    await decidePoint(store(), { pointId: 'L', params: { minLevel: 3 }, by: '审核员', now: 1 });
    expect(await take([{ ...level, constraint: '限二级及以上医疗机构' }])).toMatchObject({ value: { changed: 1 } });
    expect(await params()).toEqual([{ minLevel: 2 }]);
  });

  test('is refused where the parameters say nothing of the rule, or the point is not there', async () => {
    await take([level]);
    const decided = (pointId: string, given: Record<string, unknown>) => decidePoint(store(), { pointId, params: given, by: 'x', now: 1 });
    expect(await decided('L', { sex: 1 })).toMatchObject({ ok: false, issues: [{ code: 'knowledge.undecided' }] });
    expect(await decided('L', { minLevel: 9 })).toMatchObject({ ok: false, issues: [{ code: 'knowledge.undecided' }] });
    expect(await decided('N', { minLevel: 2 })).toMatchObject({ ok: false, issues: [{ code: 'knowledge.noPoint' }] });
    expect(await params()).toEqual([]);
  });
});

describe('a preview', () => {
  test('says what is new, what changes and what it would replace, and writes nothing', async () => {
    await take([{ id: 'A', ruleName: '药品区分性别使用', codes: ['X1', 'X2'], constraint: '限女性' }]);
    const previewed = await take(
      [
        { id: 'A', ruleName: '药品区分性别使用', codes: ['X1', 'X3'], constraint: '限男性' },
        { id: 'B', ruleName: '药品区分性别使用', codes: ['X1'], constraint: '限男性', supersedes: 'A' },
      ],
      { preview: true },
    );
    expect(previewed).toMatchObject({
      value: {
        added: 1,
        changed: 1,
        changes: [
          {
            id: 'A',
            change: 'changed',
            before: { constraint: '限女性', params: { sex: 2 } },
            params: { sex: 1 },
            codesAdded: ['X3'],
            codesGone: ['X2'],
          },
          { id: 'B', change: 'added', before: null, supersedes: 'A', codesAdded: ['X1'] },
        ],
      },
    });
    const { rows } = await sql<{ at: string }>`select point_id || ' v' || version as at from knowledge_point`.execute(home.db);
    expect(rows).toEqual([{ at: 'A v1' }]);
  });
});

describe('a catalogue', () => {
  const sex = (id: string, codes: string[]) => ({ id, ruleName: '药品区分性别使用', codes, constraint: '限女性' });
  const item = (code: string) => ({ code, name: null, validFrom: null, validTo: null });

  test('sets aside what it has no code of; a point with one known code counts; other kinds are not judged', async () => {
    await importCatalogue(home.db, [item('X1'), item('X2')], '经办', '目录.csv');
    expect(await take([sex('A', ['X1', 'X9']), sex('B', ['X8']), sex('C', ['331'])])).toMatchObject({
      value: { structured: 2, waiting: 1, rules: [{ reasons: [{ code: 'codesUnknown', count: 1, example: { codes: 'X8' } }] }] },
    });
  });

  test('the next edition replaces the one before, kind by kind; then the point may come in', async () => {
    await importCatalogue(home.db, [item('X1'), item('331')], '经办', '一.csv');
    expect(await take([sex('B', ['X8'])])).toMatchObject({ value: { waiting: 1 } });
    await importCatalogue(home.db, [item('X8')], '经办', '二.csv');
    expect(await take([sex('B', ['X8'])])).toMatchObject({ value: { structured: 1, changed: 1 } });
    expect([...(await store().codesMissing(['X1', 'X8', '331', '332']))].sort()).toEqual(['332', 'X1']);
  });
});

test('a diagnosis is called by its own name, else by that of its subcategory or category, as last imported', async () => {
  const named = (code: string, name: string | null) => ({ code, name });
  expect(await importDiagnosisNames(home.db, [named('J18', '肺炎类'), named('J18.0', '支气管肺炎'), named('J18.1', null)], '经办')).toBe(2);
  await importDiagnosisNames(home.db, [named('J18', '肺炎'), named('j18.000x002', '毛细支气管肺炎')], '经办');
  expect(await diagnosisNames(home.db, ['J18.000x002', 'J18.000', 'J18.100', 'Q99.900', ''])).toEqual(
    new Map([
      ['J18.000x002', '毛细支气管肺炎'],
      ['J18.000', '支气管肺炎'],
      ['J18.100', '肺炎'],
    ]),
  );
});
