// Control totals over a real lake: the bureau's statements are added up from the institutions' own rows, never from the lake.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { plants } from '@hengjian/catalog/plants.gen.ts';
import { type ClearingStatement, clearingEntries, clearingSink, folderSink, generateCity } from '@hengjian/city';
import { dayOfDate } from '@hengjian/domain';
import { arrivalPortsOf } from '@hengjian/server/arrival-ports.ts';
import { lakeReaderOf } from '@hengjian/server/lake-reader.ts';
import { claimsImporter, type Home, openHome, registerStoreOf } from '@hengjian/store';
import { type ArrivalReport, arrivalReport, fillRegisters, importClaims } from '@hengjian/workflows';
import { afterAll, beforeAll, expect, test } from 'vitest';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-arrivals-'));
const SEED = 11;
const period = { from: dayOfDate(2025, 1, 1), to: dayOfDate(2025, 6, 30) };
let home: Home;
let statements: ClearingStatement[];
let report: ArrivalReport;
const keyOf = ({ month, providerNo }: { month: string; providerNo: string }) => `${month} ${providerNo}`;

beforeAll(async () => {
  home = await openHome(path.join(scratch, 'home'));
  const folder = path.join(scratch, 'city');
  const sink = clearingSink(folderSink(folder));
  generateCity({ persons: 1000, months: 6, seed: SEED, from: period.from }, plants, sink, () => {});
  sink.close();
  statements = sink.statements().filter(({ month }) => month <= '2025-06');
  const imported = await importClaims(claimsImporter(home), { folder, acceptRejects: false, progress: () => {} });
  if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
  const filled = await fillRegisters(registerStoreOf(home.db), {
    entries: clearingEntries(statements, SEED),
    complete: [],
    year: 2025,
    source: '测试',
    by: '测试',
    now: 0,
  });
  if (!filled.ok) throw new Error(JSON.stringify(filled.issues));
  const lake = lakeReaderOf(home.lake);
  report = await arrivalReport(arrivalPortsOf(home, lake), period);
  await lake.close();
}, 300_000);
afterAll(async () => {
  await home?.close();
  rmSync(scratch, { recursive: true, force: true });
});

test('what the desk left out or stated too much is found, and nothing else', () => {
  const entered = new Map(
    clearingEntries(statements, SEED).map(({ values }) => [
      `${new Date(Number(values.monthEnd) * 86_400_000).toISOString().slice(0, 7)} ${values.providerNo}`,
      values,
    ]),
  );
  const odd = statements.flatMap((one) => {
    const values = entered.get(keyOf(one));
    if (!values) return [`${keyOf(one)} notStated`];
    return values.totalFen === one.totalFen ? [] : [`${keyOf(one)} differs`];
  });
  expect(odd).toHaveLength(3);
  const open = report.ties.filter(({ state }) => state !== 'tied').map((one) => `${keyOf(one)} ${one.state}`);
  expect(open.sort()).toEqual(odd.sort());
  expect(report.ties.length).toBe(statements.length);
});

test('a lost settlement shows as one settlement and its money', () => {
  const differing = report.ties.filter(({ state }) => state === 'differs');
  expect(differing.map(({ gap }) => gap)).toEqual([
    { settlementCount: -1, personCount: 0, totalFen: -18_650, fundFen: -9_820 },
    { settlementCount: -1, personCount: 0, totalFen: -18_650, fundFen: -9_820 },
  ]);
});
