// A table larger than memory: in pieces it says what it says in one, ten bad rows are set aside, and damage at its end leaves nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { streamKnowledge } from '@hengjian/documents/knowledge/stream-knowledge.ts';
import { type Home, knowledgeStoreOf, openHome } from '@hengjian/store';
import { importKnowledge } from '@hengjian/workflows';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

let home: Home;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'hengjian-pieces-'));
  home = await openHome(folder);
});
afterAll(async () => {
  await home.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => sql`truncate knowledge_place, knowledge_code, knowledge_point, knowledge_import, knowledge_state`.execute(home.db));

const store = () => knowledgeStoreOf(home.db);
/** Bytes of a text in pieces of some length, cut within letters too. */
const stream = (file: string, text: string, length: number) => {
  const bytes = Buffer.from(text);
  return streamKnowledge(file, async function* () {
    for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
  });
};
const take = (...files: ReturnType<typeof stream>[]) => importKnowledge(store(), { files, by: '经办', now: 0 });

const pair = (i: number, more: object = {}) =>
  JSON.stringify({ id: `P${i}`, ruleName: '医疗服务项目重复收费', codes: [`A${i}`, `B${i}`], params: { window: 'day' }, ...more });
const bad = (i: number) => i % 2500 === 7;
const rows = Array.from({ length: 25_000 }, (_, i) => (bad(i) ? pair(i, { codes: [] }) : pair(i)));

test('ten bad rows are told with their place, all others come in; again they are known', async () => {
  const taken = await take(stream('对.jsonl', rows.join('\n'), 65_537));
  expect(taken).toMatchObject({ ok: true, value: { points: 24_990, structured: 24_990, added: 24_990, rejected: 10 } });
  expect(taken.issues.map(({ code, file, row, column }) => `${file} ${row} ${column} ${code}`)).toEqual(
    rows.flatMap((_, i) => (bad(i) ? [`对.jsonl ${i + 1} codes knowledge.noCodes`] : [])),
  );
  expect(await take(stream('对.jsonl', rows.join('\n'), 65_537))).toMatchObject({ value: { added: 0, changed: 0, known: 24_990 } });
  const met = await store().active(undefined, ['A5', 'B9', 'C1']);
  expect(met.map(({ pointId, codes }) => [pointId, codes])).toEqual([
    ['P5', { including: ['A5'], included: ['B5'] }],
    ['P9', { including: ['A9'], included: ['B9'] }],
  ]);
});

test('one id in far pieces is one point, a successor in a later piece ends its predecessor, and what rules read has another state', async () => {
  const before = await store().states(['GZ10000102012000']);
  const first = pair(1, { publishedOn: '2025-01-01' });
  const table = [
    first,
    ...rows.slice(10),
    pair(1, { publishedOn: '2025-02-01' }),
    pair(3, { supersedes: 'P10', publishedOn: '2025-03-01' }),
  ];
  const taken = await take(stream('对.jsonl', table.join('\n'), 1_000_003));
  expect(taken).toMatchObject({ ok: true, value: { superseded: 2, rejected: 9 } });
  expect(taken.issues).toContainEqual(expect.objectContaining({ code: 'knowledge.repeatedId', row: 24_992 }));
  const [one, ten, three] = ['P1', 'P10', 'P3'].map((id) => ({ id }));
  const points = new Map((await store().active(undefined, ['A1', 'A10', 'A3'])).map((point) => [point.pointId, point]));
  const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
  expect(points.get(one?.id ?? '')).toMatchObject({ version: 2, validFromDay: day('2025-02-01') });
  expect(points.get(ten?.id ?? '')).toMatchObject({ lineage: 'P10', validToDay: day('2025-02-28') });
  expect(points.get(three?.id ?? '')).toMatchObject({ lineage: 'P10' });
  const after = await store().states(['GZ10000102012000']);
  expect(after).not.toEqual(before);
  // the same again: nothing new, and rules read what they read
  expect(await take(stream('对.jsonl', table.join('\n'), 1_000_003))).toMatchObject({ value: { added: 0, changed: 0 } });
  expect(await store().states(['GZ10000102012000'])).toEqual(after);
});

test('a table that is cut off at its end, or undecodable there, leaves nothing', async () => {
  const csv = `编号,规则名称,编码\n${rows.map((_, i) => `P${i},医疗服务项目重复收费,A${i};B${i}`).join('\n')}`;
  const sound = stream('表.csv', csv, 100_000);
  const open = stream('断.csv', `${csv}\nP,"医疗`, 100_000);
  const foreign = streamKnowledge('码.csv', async function* () {
    yield Buffer.from(csv);
    yield Buffer.from([0x0a, 0xff, 0xff, 0xff]);
  });
  expect(await take(open)).toMatchObject({ ok: false, issues: [{ code: 'knowledge.cutOff', row: 25_002 }] });
  expect(await take(foreign)).toMatchObject({ ok: false, issues: [{ code: 'knowledge.encoding' }] });
  expect(await take(sound, open)).toMatchObject({ ok: false });
  const { rows: left } = await sql<{ n: number }>`select count(*)::int as n from knowledge_point`.execute(home.db);
  expect(left).toEqual([{ n: 0 }]);
  expect(await take(sound)).toMatchObject({ ok: true, value: { structured: 25_000 } });
});
