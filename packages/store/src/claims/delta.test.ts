// The same extracts, once as deltas over the buckets and once with buckets rewritten: the lakes say the same after every one.
import { rmSync } from 'node:fs';
import { dayOfDate, type LakeTable, lakeTables } from '@hengjian/domain';
import { type Expression, eq, field, type PartTree, type Take } from '@hengjian/language';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Lake } from '../lake/lake.ts';
import { duckMeasureReader } from '../measure/duck-reader.ts';
import { type KeptMonths, keptMonthsOf } from '../measure/kept-months.ts';
import { originals } from './bucket-merge.ts';
import { claimsImporter } from './import.ts';
import { openLakeAsKnownAt } from './known-at.ts';
import { base, type Extract, line, openWorkplace, type Workplace } from './testing/extract.ts';

let deltas: Workplace;
let buckets: Workplace;
beforeEach(async () => {
  [deltas, buckets] = [await openWorkplace(), await openWorkplace()];
});
afterEach(async () => {
  await deltas.close();
  await buckets.close();
});

/** Everything a lake table shows under published numbers: surrogates hang on the order of work. */
const shown = (table: LakeTable, view: string): string => {
  const numbers: Record<string, string> = {
    encounter: `(SELECT any_value(x."encounterNo") FROM original_encounter x WHERE x.encounter = t.encounter)`,
    settlement: `(SELECT any_value(x."settlementNo") FROM original_settlement x WHERE x.settlement = t.settlement)`,
    person: `(SELECT x."personNo" FROM person x WHERE x.person = t.person)`,
    provider: `(SELECT x."providerNo" FROM provider x WHERE x.provider = t.provider)`,
    practitioner: `(SELECT x."practitionerNo" FROM practitioner x WHERE x.practitioner = t.practitioner)`,
    item: `(SELECT x.code FROM item x WHERE x.item = t.item)`,
  };
  const more = view === table ? [] : ['setAside', 'recordedIn', ...(table === 'line' ? ['refundOfLineNo', 'originalInScopeFen'] : [])];
  const columns = [...Object.keys(lakeTables[table]), ...more]
    .filter((c) => c !== 'line')
    .map((c) => `${numbers[c] ?? `t."${c}"`} AS "${c}"`);
  return `SELECT * FROM (SELECT ${columns.join(', ')} FROM ${view} t) ORDER BY ALL`;
};

/** Everything that a version of the lake says. */
async function state(lake: Pick<Lake, 'snapshot'>) {
  const snapshot = await lake.snapshot();
  const duck = await snapshot.connect({ memoryLimitMb: 300 });
  try {
    const found: Record<string, unknown> = {};
    for (const table of Object.keys(originals) as LakeTable[]) {
      for (const view of [table, `original_${table}`]) found[view] = await duck.rows(shown(table, view));
      found[`count of ${table}`] = snapshot.rowCount(table);
      expect((found[table] as unknown[]).length, table).toBe(snapshot.rowCount(table));
    }
    found.unmatched = await duck.rows(
      `SELECT u.kind, s."settlementNo", l."lineNo", u.quantity FROM unmatched u LEFT JOIN original_settlement s USING (settlement) LEFT JOIN original_line l ON l.line = u.line ORDER BY ALL`,
    );
    for (const table of ['person', 'provider', 'practitioner'])
      found[table] = await duck.rows(
        `SELECT * EXCLUDE (${table === 'practitioner' ? 'practitioner, provider' : table}) FROM ${table} ORDER BY ALL`,
      );
    return found;
  } finally {
    duck.close();
  }
}

const settlement = (no: string, encounter: string, more: Record<string, string> = {}) => ({
  setl_id: no,
  mdtrt_id: encounter,
  psn_no: 'P1',
  fixmedins_code: 'H1',
  setl_time: '2024-03-06 11:00:00',
  medfee_sumamt: '20.00',
  fund_pay_sumamt: '10.00',
  refd_setl_flag: '0',
  init_setl_id: '',
  clr_way: '1',
  ...more,
});
const encounter = (no: string, more: Record<string, string> = {}) => ({
  mdtrt_id: no,
  psn_no: 'P1',
  fixmedins_code: 'H1',
  med_type: '11',
  begntime: '2024-03-06 08:00:00',
  endtime: '2024-03-06 10:00:00',
  dr_codg: 'D1',
  ...more,
});

/** Each changes what stands in a way of its own. */
const days: Extract[] = [
  // a new encounter, not settled yet, and a person nobody knew
  {
    psn: [{ psn_no: 'P3', gend: '2', brdy: '2001-01-01', insutype: '390' }],
    mdtrt: [encounter('M3'), encounter('M4', { psn_no: 'P3' })],
    feedetl: [
      line('M3', '1', '', '2024-03-06 09:00:00', 'XNEW', '3', '10.00', '30.00'),
      line('M4', '1', '', '2024-03-06 09:00:00', 'XNEW', '1', '10.00', '10.00'),
    ],
  },
  // a refund of an old line by its number, one without a number, and one that nothing stands against
  {
    feedetl: [
      { ...line('M1', '8', 'S1', '2024-03-07 10:00:00', 'XC09CAA00001', '-1', '20.00', '-15.00'), init_feedetl_sn: '1' },
      line('M2', '9', 'S2', '2024-03-07 09:00:00', 'XA02BCA00002', '-1', '10.00', '-10.00'),
      line('M2', '10', 'S2', '2024-03-07 09:00:00', 'XNOBODY', '-1', '10.00', '-10.00'),
    ],
  },
  // what was unsettled is settled; diagnoses and an operation come late
  {
    setl: [settlement('S3', 'M3', { medfee_sumamt: '30.00' })],
    feedetl: [line('M3', '1', 'S3', '2024-03-06 09:00:00', 'XNEW', '3', '10.00', '30.00')],
    diag: [{ mdtrt_id: 'M3', diag_code: 'J06.900', maindiag_flag: '1', diag_srt_no: '1', inout_diag_type: '1' }],
    oprn: [{ mdtrt_id: 'M1', oprn_code: '38.9', main_oprn_flag: '1', oprn_time: '2024-03-03 09:00:00' }],
    trac: [{ mdtrt_id: 'M3', feedetl_sn: '1', drug_trac_codg: '800001', trdn_flag: '0' }],
  },
  // a reversal that stands in another encounter of the person, before the settlement it names has come
  { mdtrt: [encounter('M5')], setl: [settlement('S5R', 'M5', { medfee_sumamt: '-20.00', refd_setl_flag: '1', init_setl_id: 'S6' })] },
  {
    mdtrt: [encounter('M6')],
    setl: [settlement('S6', 'M6')],
    feedetl: [line('M6', '1', 'S6', '2024-03-06 09:00:00', 'XNEW', '2', '10.00', '20.00')],
  },
  // … and one of a settlement of the first day, with its lines
  {
    setl: [
      settlement('S2R', 'M2', { psn_no: 'P2', fixmedins_code: 'H2', medfee_sumamt: '-25.00', refd_setl_flag: '1', init_setl_id: 'S2' }),
    ],
  },
  // what is copied into records: the person's sex, the institution's level
  { psn: [{ psn_no: 'P1', gend: '2', brdy: '1950-02-28', insutype: '310', death_date: '2024-04-01' }] },
  { fixmedins: [{ fixmedins_code: 'H1', fixmedins_name: '示例医院', fixmedins_type: '1', hosp_lv: '5', admdvs: '500000' }] },
  // other content of a line and of an encounter
  {
    mdtrt: [encounter('M3', { dept_codg: 'A03' })],
    feedetl: [line('M1', '2', 'S1', '2024-03-02 10:00:00', '001101000010000', '2', '20.00', '40.00', '201')],
  },
];

const take = async (place: Workplace, extract: Extract, deltaShare: number) => {
  const outcome = await place.import(extract, { deltaShare, acceptRejects: true });
  expect(outcome.issues.filter((issue) => issue.severity === 'error')).toEqual([]);
  if (!outcome.ok) throw new Error('refused');
  expect(Object.values(outcome.value.tables).map((t) => t.rejected)).toEqual(Object.values(outcome.value.tables).map(() => 0));
  return outcome.value;
};

const part = (from: string, take: Take, where?: Expression): PartTree => ({
  title: '',
  from,
  day: field('settledDay'),
  take,
  behaviour: 'cumulative',
  unit: '',
  ...(where ? { where } : {}),
});
const parts = [
  part('settlement', { kind: 'count' }),
  part('settlement', { kind: 'sum', of: field('fundFen') }, eq(field('setting'), 'inpatient')),
  part('encounter', { kind: 'sum', of: field('totalFen') }),
];
/** What these parts find in 2024, with the months that were kept and without. */
async function measured({ home }: Workplace): Promise<[unknown, unknown]> {
  const snapshot = await home.lake.snapshot();
  const duck = await snapshot.connect({ memoryLimitMb: 300 });
  const asked = { from: dayOfDate(2024, 1, 1), to: dayOfDate(2024, 12, 31), project: null, indicator: null, goal: null, budget: null };
  const extra = { complete: async () => false, baseline: async () => null };
  const ask = (kept: KeptMonths | null) => {
    const reader = duckMeasureReader(duck, extra, kept);
    return Promise.all(parts.map((one) => reader.points(one, asked)));
  };
  try {
    return [await ask(keptMonthsOf(home.db, duck, snapshot, '')), await ask(null)];
  } finally {
    duck.close();
  }
}

test('deltas and rewritten buckets say the same after every extract, and after compaction', async () => {
  for (const place of [deltas, buckets]) await take(place, base(), 0);
  const states = [await state(deltas.home.lake)];
  for (const [at, extract] of days.entries()) {
    const [a, b] = [await take(deltas, extract, 1e9), await take(buckets, extract, 0)];
    for (const [table, counts] of Object.entries(a.tables)) expect(counts, `day ${at} ${table}`).toEqual(b.tables[table]);
    for (const place of [deltas, buckets]) {
      const [kept, fresh] = await measured(place);
      expect(kept, `measured on day ${at}`).toEqual(fresh);
    }
    states.push(await state(deltas.home.lake));
    expect(states.at(-1), `day ${at}`).toEqual(await state(buckets.home.lake));
    const changes = async (place: Workplace) => {
      const files = (await place.home.lake.snapshot()).changedSince(at + 1) ?? [];
      return place.rows(
        `SELECT DISTINCT p."personNo" FROM read_parquet([${files.map((f) => `'${f}'`).join(', ')}]) c JOIN person p USING (person) ORDER BY 1`,
      );
    };
    expect(await changes(deltas), `day ${at}`).toEqual(await changes(buckets));
  }
  // Months that no import touched were measured once, on the first day.
  const months = await deltas.home.db.selectFrom('measuredMonth').select(['month', 'lakeVersion']).execute();
  expect(new Set(months.filter(({ month }) => month === dayOfDate(2024, 5, 1)).map(({ lakeVersion }) => lakeVersion))).toEqual(
    new Set([2]),
  );
  const before = await deltas.home.lake.snapshot();
  expect(before.filesOf('line').some((file) => file.bucket === null)).toBe(true);
  expect(before.filesOf('replaced').length).toBeGreaterThan(0);
  expect((await buckets.home.lake.snapshot()).filesOf('replaced')).toEqual([]);

  // the same again is no new version
  const again = await take(deltas, days[2] as Extract, 1e9);
  expect({ version: again.version, tables: again.tables }).toMatchObject({
    version: before.version,
    tables: { feedetl: { skipped: 1 }, setl: { skipped: 1 }, diag: { skipped: 1 }, oprn: { skipped: 1 }, trac: { skipped: 1 } },
  });

  const staged = await claimsImporter(deltas.home, { memoryLimitMb: 300 }).compact(() => {});
  if (!staged.ok) throw new Error('refused');
  expect(await staged.value.commit()).toMatchObject({ version: before.version + 1, tables: {} });
  const after = await deltas.home.lake.snapshot();
  expect(after.filesOf('line').every((file) => file.bucket !== null)).toBe(true);
  expect(after.filesOf('replaced')).toEqual([]);
  expect(await state(deltas.home.lake)).toEqual(await state(buckets.home.lake));
  // who held the lake before still reads it
  const held = await before.connect({ memoryLimitMb: 300 });
  expect(await held.rows(shown('line', 'line'))).toEqual(await deltas.rows(shown('line', 'line')));
  held.close();
  // nothing stands in deltas any more
  const idle = await claimsImporter(deltas.home).compact(() => {});
  if (!idle.ok) throw new Error('refused');
  expect((await idle.value.commit()).version).toBe(after.version);

  // asked as known at the end of each day: from the files of then, or made again where they are gone
  const first = dayOfDate(2026, 3, 1);
  for (const [turn, place] of [deltas, buckets].entries()) {
    await sql`update lake_version set recorded_at = timestamptz '2026-03-01 23:00:00+08' + (version - 1) * interval '1 day'`.execute(
      place.home.db,
    );
    for (const [at, then] of states.entries()) {
      if (at % 2 !== turn && at !== states.length - 1) continue; // both lakes said the same each day: every other day of each, the last of both
      const known = await openLakeAsKnownAt(place.home, first + at, { memoryLimitMb: 300 });
      if (!known.ok) throw new Error(JSON.stringify(known.issues));
      expect(known.value.version).toBe(at + 1);
      expect(await state(known.value), `as known on day ${at}`).toEqual(then);
      known.value.close();
    }
    expect(await openLakeAsKnownAt(place.home, first - 1)).toMatchObject({
      ok: false,
      issues: [{ code: 'claims.unknownThen', facts: { day: first - 1 } }],
    });
  }
  // what came later is not made up: without the superseded rows the version cannot be made again
  const [superseded] = (await buckets.home.lake.snapshot()).filesOf('superseded/encounter');
  rmSync((superseded as { path: string }).path);
  expect(await openLakeAsKnownAt(buckets.home, first + 1)).toMatchObject({
    ok: false,
    issues: [{ code: 'claims.inexactThen', facts: { version: 2 } }],
  });
}, 600_000);

test('deltas beyond their share are folded by the import that brings them', async () => {
  await take(deltas, base(), 0);
  await take(deltas, days[0] as Extract, 1e9);
  expect((await deltas.home.lake.snapshot()).filesOf('line').some((file) => file.bucket === null)).toBe(true);
  await take(deltas, days[1] as Extract, 0.2);
  expect((await deltas.home.lake.snapshot()).filesOf('line').every((file) => file.bucket !== null)).toBe(true);
}, 300_000);
