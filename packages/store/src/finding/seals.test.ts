// What was found, decided, claimed, drawn and handed in: changed or added behind the application’s back, checking the journal names it.
import { verifyJournal } from '@hengjian/workflows';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { journalOf } from '../journal/journal.ts';
import { sealedTables } from '../journal/sealed-tables.ts';
import { wrongAttachments } from '../journal/wrong-attachments.ts';
import { keepAttachment } from './attachments.ts';
import { drawRecheck, judgeRecheck } from './recheck.ts';
import { Life, line } from './testing/life.ts';

let life: Life;
let attachmentId: string;
beforeAll(async () => {
  life = await Life.open();
  await life.begin(['F1', 'F2', 'F3'].map((findingId) => ({ findingId, records: [line(`M-${findingId}`, '1', 900, 700)] })));
  await life.step(['F1', 'F2'], 'uphold', '甲');
  const sheet = { name: '证明.pdf', kind: 'pdf' } as const;
  const kept = { by: '甲', at: life.now, providerNo: null };
  for (let twice = 0; twice < 2; twice += 1) attachmentId = await keepAttachment(life.home.db, sheet, Buffer.from('%PDF-1.7'), kept);
  await life.step('F1', 'appeal', '医院', { attachmentIds: [attachmentId] });
  await life.step('F2', 'accept', '医院');
  await life.step('F2', 'confirm', '财');
  const day = Math.floor(life.now / 86_400);
  const wish = { recheckId: 'R1', from: day, to: day, seed: 5, size: 2 };
  expect(await drawRecheck(life.home.db, null, wish, { by: '丙', why: '', at: ++life.now })).toMatchObject({ ok: true });
  expect(await judgeRecheck(life.home.db, 'R1', 1, true, { by: '丁', why: '', at: ++life.now })).toMatchObject({ ok: true });
  expect(await judgeRecheck(life.home.db, 'R1', 2, false, { by: '丁', why: '误判', at: ++life.now })).toMatchObject({ ok: true });
});
afterAll(() => life?.close());

const fault = async () => (await verifyJournal(journalOf(life.home.db))).fault;
/** Past the triggers that keep the application from it. */
const behind = async (table: string, ...statements: string[]) => {
  for (const one of [`alter table ${table} disable trigger all`, ...statements, `alter table ${table} enable trigger all`])
    await sql.raw(one).execute(life.home.db);
};

test('each act is a step of the journal, a file kept twice is one', async () => {
  const { rows } = await sql<{
    act: string;
  }>`select noun || ' ' || action as act from journal where noun in ('recheck', 'findingAttachment') order by serial`.execute(life.home.db);
  expect(rows.map(({ act }) => act)).toEqual(['findingAttachment keep', 'recheck draw', 'recheck judge', 'recheck judge']);
  expect(await fault()).toBeNull();
});

test.each([
  ['review_run_findings', 'finding', 'facts = \'{"limit": 3}\'', "facts = '{}'"],
  ['review_run_findings', 'finding_record', "encounter_no = 'M-F9'", "encounter_no = 'M-F3'", "finding_id = 'F3'"],
  ['finding_event', 'finding_event', "by = '乙'", "by = '甲'", "action = 'uphold'"],
  ['finding_case', 'finding_case', 'due_day = due_day + 1', 'due_day = due_day - 1', "finding_id = 'F1'"],
  [
    'finding_case',
    'finding_case',
    `body = jsonb_set(body, '{firstBy}', '"乙"')`,
    `body = jsonb_set(body, '{firstBy}', '"甲"')`,
    "finding_id = 'F1'",
  ],
  ['finding_claim_of', 'finding_claim', 'fund_fen = 699', 'fund_fen = 700'],
  ['finding_ledger', 'finding_ledger', 'fund_fen = fund_fen + 1', 'fund_fen = fund_fen - 1', 'event_serial > 0'],
  ['finding_decision', 'finding_decision', "verdict = 'other ' || verdict", 'verdict = substr(verdict, 7)'],
  ['finding_rests_on', 'finding_attachment_of', "finding_id = 'F2'", "finding_id = 'F1'"],
  ['finding_attachment', 'finding_attachment', "file = '另一份.pdf'", "file = '证明.pdf'"],
  ['recheck', 'recheck', 'seed = 6', 'seed = 5'],
  ['recheck_sample', 'recheck_item', "stratum = 'x ' || stratum", 'stratum = substr(stratum, 3)'],
  ['recheck_judgement', 'recheck_judgement', 'agrees = not agrees', 'agrees = not agrees'],
])('changed: %s by %s', async (sealed, table, changed, back, which = 'true') => {
  await behind(table, `update ${table} set ${changed} where ${which}`);
  expect(await fault()).toMatchObject({ kind: 'row-changed', table: sealed });
  await behind(table, `update ${table} set ${back} where ${which}`);
  expect(await fault()).toBeNull();
});

const FINDING = `select 'F9', version, state, cause, rule_id, rule_code, edition, certainty, grain, subject_id, point_id, lineage, period_day, person_nos, encounter_nos,
  settlement_nos, provider_nos, amount_fen, fund_fen, explanation_zh, explanation_en, facts, basis, constraint_text, exempted_by, evidence_hash, 'R9' from finding where finding_id = 'F1'`;
test.each([
  [
    'review_run_findings',
    'finding',
    `insert into finding (finding_id, version, state, cause, rule_id, rule_code, edition, certainty, grain, subject_id, point_id, lineage, period_day, person_nos, encounter_nos,
      settlement_nos, provider_nos, amount_fen, fund_fen, explanation_zh, explanation_en, facts, basis, constraint_text, exempted_by, evidence_hash, run_id) ${FINDING}`,
    "delete from finding where finding_id = 'F9'",
  ],
  [
    'finding_event',
    'finding_event',
    "insert into finding_event (finding_id, action, state_before, state_after, by, why, at) values ('F3', 'note', 'suspect', 'suspect', '甲', '', 1)",
    "delete from finding_event where finding_id = 'F3'",
  ],
  [
    'finding_case',
    'finding_case',
    "update finding_case set body = '{}' where finding_id = 'F3'",
    "update finding_case set body = null where finding_id = 'F3'",
  ],
  [
    'finding_claim_of',
    'finding_claim',
    "insert into finding_claim (finding_id, encounter_no, gross_fen, in_scope_fen, fund_fen) values ('F3', 'M-F3', 1, 1, 1)",
    "delete from finding_claim where finding_id = 'F3'",
  ],
  [
    'finding_ledger',
    'finding_ledger',
    "insert into finding_ledger (finding_id, account, gross_fen, in_scope_fen, fund_fen, at, event_serial) values ('F3', 'open', 1, 1, 1, 1, null)",
    "delete from finding_ledger where finding_id = 'F3' and event_serial is null",
  ],
  [
    'finding_ledger_opening',
    'finding_ledger',
    "insert into finding_ledger (finding_id, account, gross_fen, in_scope_fen, fund_fen, at, event_serial) values ('F3', 'open', 1, 1, 1, 1, 0)",
    "delete from finding_ledger where finding_id = 'F3' and at = 1",
  ],
  [
    'finding_decision',
    'finding_decision',
    "insert into finding_decision (finding_id, version, rule_id, edition, verdict, by, why, at) values ('F3', 1, 'drug-sex', 1, 'upheld', '甲', '', 1)",
    "delete from finding_decision where finding_id = 'F3'",
  ],
  [
    'finding_rests_on',
    'finding_attachment_of',
    "insert into finding_attachment_of select 'F3', attachment_id from finding_attachment",
    "delete from finding_attachment_of where finding_id = 'F3'",
  ],
])('added: %s', async (sealed, table, added, away) => {
  await behind(table, added);
  expect(await fault()).toMatchObject({ kind: 'row-added', table: sealed });
  await behind(table, away);
  expect(await fault()).toBeNull();
});

test('every column that is sealed is there', async () => {
  const { rows } = await sql<{ name: string }>`select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public'`.execute(life.home.db);
  const there = new Set(rows.map(({ name }) => name));
  const sealed = Object.values(sealedTables).flatMap(({ table, columns }) =>
    columns.flatMap((column) => (column ? `${table}.${column}` : [])),
  );
  expect(sealed.filter((name) => !there.has(name))).toEqual([]);
});

test('a file whose bytes are not those of its sealed hash', async () => {
  expect(await wrongAttachments(life.home.db)).toEqual([]);
  await behind('finding_attachment', "update finding_attachment set bytes = 'another'");
  expect([await fault(), await wrongAttachments(life.home.db)]).toEqual([null, [{ table: 'finding_attachment', key: attachmentId }]]);
  await behind('finding_attachment', "update finding_attachment set bytes = '%PDF-1.7'");
});
