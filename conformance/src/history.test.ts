/**
 * The history that 3101 reads is the lake's: net records made from it equal those of the lake, column by column, over a generated city
 * with refunds and reversals. A damaged file is noticed and made again; the feed's entries count once.
 */
import { mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { plants } from '@hengjian/catalog/plants.gen.ts';
import { folderSink, generateCity } from '@hengjian/city';
import { parseDay, parseInstant } from '@hengjian/domain';
import type { Row } from '@hengjian/language';
import { claimsImporter, type Home, openHistory, openHome } from '@hengjian/store';
import { type HistoryCharge, type HistoryEncounter, type HistoryEntry, type HistoryState, importClaims } from '@hengjian/workflows';
import { afterAll, beforeAll, expect, test } from 'vitest';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-history-'));
let home: Home;
beforeAll(async () => {
  const folder = path.join(scratch, 'city');
  const sink = folderSink(folder);
  generateCity({ persons: 600, months: 12, seed: 5, from: parseDay('2025-01-01') as number }, plants, sink, () => {});
  sink.close();
  home = await openHome(path.join(scratch, 'home'));
  const imported = await importClaims(claimsImporter(home), { folder, acceptRejects: false, progress: () => {} });
  if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
}, 200_000);
afterAll(async () => {
  await home?.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** Surrogates stand as published numbers in a history. */
const published: { [table: string]: string } = {
  line: `SELECT l.*, p."personNo", i.code AS "itemCode", v."providerNo", d."practitionerNo", s."settlementNo" FROM line l JOIN person p USING (person)
    LEFT JOIN item i USING (item) LEFT JOIN provider v ON v.provider = l.provider LEFT JOIN practitioner d ON d.practitioner = l.practitioner
    LEFT JOIN settlement s ON s.settlement = l.settlement`,
  encounter: `SELECT e.*, p."personNo", v."providerNo" FROM encounter e JOIN person p USING (person) LEFT JOIN provider v ON v.provider = e.provider`,
  diagnosis: `SELECT g.*, e."encounterNo" FROM diagnosis g JOIN encounter e USING (encounter)`,
  operation: `SELECT g.*, e."encounterNo" FROM operation g JOIN encounter e USING (encounter)`,
};
const surrogates = new Set(['line', 'encounter', 'settlement', 'person', 'provider', 'item', 'practitioner']);
/** What the lake works out from more than a history keeps, and the register of deaths. */
const beyond = new Set([
  'deathDay',
  'uploadDelaySeconds',
  'statedStayDays',
  'sentGroup',
  'birthWeightGrams',
  'idleDays',
  'address',
  'fundFen',
  'finishedAt',
  'incision',
  ...['care', 'drug', 'exam', 'lab', 'treatment', 'consumable'].map((part) => `${part}Fen`),
]);
const serials = new Set(['serial']);

test('net records equal those of the lake', async () => {
  const history = openHistory(home.folder, home.lake);
  await history.catchUp();
  expect(history.state()).toBe('ready');
  const duck = await (await home.lake.snapshot()).connect();
  const people = await duck.rows<{ personNo: string }>('SELECT "personNo" FROM person');
  const told = people.map(({ personNo }) => history.read(personNo, 0) as { [table: string]: readonly Row[] });
  const differences: string[] = [];
  let compared = 0;
  for (const [table, sql] of Object.entries(published)) {
    const keyOf = (row: Row) =>
      table === 'line'
        ? `${row.encounterNo} ${row.lineNo} ${row.settlementNo}`
        : `${row.encounterNo} ${row.code ?? ''} ${row.occurredAt ?? ''}`;
    const own = new Map(told.flatMap((tables) => (tables[table] ?? []).map((row) => [keyOf(row), row] as const)));
    const rows = await duck.rows<Row>(sql);
    expect(rows.length).toBeGreaterThan(table === 'operation' ? 10 : 500);
    for (const row of rows) {
      const other = own.get(keyOf(row));
      if (!other) {
        differences.push(`${table} ${keyOf(row)}: not in the history`);
        continue;
      }
      own.delete(keyOf(row));
      for (const [column, value] of Object.entries(row)) {
        if (surrogates.has(column) || beyond.has(column) || serials.has(column)) continue;
        compared += 1;
        if ((other[column] ?? null) !== value) differences.push(`${table} ${keyOf(row)} ${column}: ${other[column]} ≠ ${value}`);
      }
    }
    for (const key of own.keys()) differences.push(`${table} ${key}: only in the history`);
  }
  duck.close();
  await history.close();
  expect(differences.slice(0, 20)).toEqual([]);
  expect(compared).toBeGreaterThan(100_000);
}, 60_000);

const encounter: HistoryEncounter = {
  kind: 'encounter',
  personNo: 'NEW-1',
  encounterNo: 'F1',
  providerNo: 'H9',
  sex: 1,
  birthDay: 0,
  setting: 'outpatient',
  insurance: 'employee',
  level: 3,
  providerKind: 'medical',
  begunAt: parseInstant('2025-12-20 08:00:00') as number,
  endedAt: parseInstant('2025-12-20 09:00:00') as number,
  maternity: null,
  internet: null,
  outOfArea: null,
  practitionerNo: null,
  department: null,
  bed: null,
  dischargeWay: null,
  medicalKind: '11',
  diseaseCode: null,
  mainDiagnosis: null,
  diagnoses: [{ code: 'I10.x00', main: true, kind: null, serial: 1 }],
};
const charge = (lineNo: string, tens: number, more: Partial<HistoryCharge> = {}): HistoryCharge => ({
  kind: 'charge',
  personNo: 'NEW-1',
  encounterNo: 'F1',
  lineNo,
  batchNo: 'B1',
  settlementNo: null,
  refundOf: null,
  itemCode: 'X1',
  itemKind: 'drug',
  feeCategory: null,
  practitionerNo: null,
  department: null,
  prescriptionNo: null,
  occurredAt: parseInstant('2025-12-20 08:30:00') as number,
  supplyDays: 7,
  singleDose: null,
  frequency: null,
  quantity: tens * 10_000,
  unitPrice: 1_000_000,
  amountFen: tens * 100,
  inScopeFen: tens * 100,
  fundFen: null,
  ...more,
});
const of = { personNo: 'NEW-1', encounterNo: 'F1' } as const;

test('entries of the feed count once, and follow the netting law', async () => {
  const history = openHistory(home.folder, home.lake);
  await history.catchUp();
  const lines = () => history.read('NEW-1', 0)?.line?.map(({ lineNo, quantity, settlementNo }) => [lineNo, quantity, settlementNo]);
  const told: HistoryEntry[] = [encounter, charge('1', 3), charge('2', 2), charge('3', -1, { refundOf: '1' }), charge('9', 5)];
  expect(history.append(told, 4)).toBe(true);
  expect(history.append(told, 4)).toBe(true);
  expect(history.append([{ kind: 'withdrawal', ...of, lineNos: ['9'], batchNo: null }], 5)).toBe(true);
  expect(lines()).toEqual([
    ['1', 20_000, null],
    ['2', 20_000, null],
  ]);
  const settledAt = parseInstant('2025-12-20 10:00:00') as number;
  history.append([{ kind: 'settlement', ...of, settlementNo: 'S1', settledAt, batchNo: 'B1', totalFen: 400, fundFen: 200 }], 6);
  expect(lines()?.map(([, , no]) => no)).toEqual(['S1', 'S1']);
  // what is settled is not withdrawn; a reversal undoes it, and its numbers may come again
  history.append([{ kind: 'withdrawal', ...of, lineNos: null, batchNo: null }], 7);
  expect(lines()).toHaveLength(2);
  history.append([{ kind: 'reversal', ...of, settlementNo: 'S1', withLines: false }, charge('1', 4)], 8);
  expect(lines()).toEqual([['1', 40_000, null]]);
  expect(history.position()).toBe(8);
  history.append([{ kind: 'cancellation', ...of }]);
  expect(history.read('NEW-1', 0)?.encounter).toEqual([]);
  expect(history.read('NEW-1', (parseDay('2025-12-21') as number) + 1)?.line).toEqual([]);
  await history.close();
});

test('a damaged file is noticed, told, and made again from the lake without help', async () => {
  const states: HistoryState[] = [];
  const file = path.join(home.folder, 'history/history.sqlite');
  const size = readFileSync(file).length;
  const descriptor = openSync(file, 'r+');
  for (let at = 8192; at < size; at += 4096) writeSync(descriptor, Buffer.alloc(512, 0x5a), 0, 512, at);
  const history = openHistory(home.folder, home.lake, { onState: (state) => states.push(state) });
  const duck = await (await home.lake.snapshot()).connect();
  const [one] = await duck.rows<{ personNo: string }>('SELECT "personNo" FROM person JOIN line USING (person) ORDER BY 1 LIMIT 1');
  duck.close();
  const personNo = one?.personNo ?? '';
  expect(history.read(personNo, 0)).toBeUndefined();
  expect(states[0]).toBe('damaged');
  expect(history.append([encounter])).toBe(false);
  await history.catchUp();
  expect(history.state()).toBe('ready');
  expect(states).toEqual(['damaged', 'rebuilding', 'ready']);
  expect(history.position()).toBe(0);
  expect(history.read(personNo, 0)?.line?.length).toBeGreaterThan(0);
  await history.close();
});
