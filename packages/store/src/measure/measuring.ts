// Opens everything a plan is measured on: the lake's snapshot, findings, review runs, registers and budgets, as DuckDB tables.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { allRegisters, type MeasureTable, measureTables } from '@hengjian/catalog';
import { calendarDate, currentEntries, type Day, dayOfDate, isComplete, lakeTables, type Plan, type RegisterEntry } from '@hengjian/domain';
import type { Asked, PartTree } from '@hengjian/language';
import { isOverall, type MeasureReader, type Measuring, type MeasuringPort } from '@hengjian/workflows';
import { sql } from 'kysely';
import { recoveryEntries } from '../finding/money.ts';
import { recheckEntries } from '../finding/recheck.ts';
import type { Home } from '../home.ts';
import { literal, quoted } from '../lake/duck.ts';
import type { LakeConnection } from '../lake/lake.ts';
import { sqlTypeOf } from '../lake/layout.ts';
import { registerStoreOf } from '../register/register-store.ts';
import { moneyOnceRows } from '../review/finding-store.ts';
import { duckMeasureReader, type RecordPage, recordsBehind } from './duck-reader.ts';
import { keptMonthsOf } from './kept-months.ts';
import { rowsOfTable, withSmallTables } from './small-tables.ts';

/** Measuring with the records behind a number at hand. */
export interface OpenMeasuring extends Measuring {
  records(part: PartTree, asked: Asked, page: { offset: number; limit: number }): Promise<RecordPage['records']>;
}

type Row = Record<string, unknown>;

/** Rows as a table of the schema `measuring`. They go through a file: DuckDB reads it quicker than it takes values. */
async function project(duck: LakeConnection, folder: string, name: string, rows: readonly Row[]): Promise<void> {
  const { columns } = measureTables[name] as MeasureTable;
  const typed = Object.entries(columns).map(([column, type]) => [quoted(column), sqlTypeOf(column, type)] as const);
  await duck.run(`CREATE TABLE measuring.${quoted(name)} (${typed.map((column) => column.join(' ')).join(', ')})`);
  if (rows.length === 0) return;
  const file = path.join(folder, `${name.replace(/\W/g, '-')}.json`);
  const cells = Object.keys(columns);
  writeFileSync(file, rows.map((row) => JSON.stringify(Object.fromEntries(cells.map((c) => [c, row[c] ?? null])))).join('\n'));
  const told = typed.map(([column, type]) => `${column}: ${literal(type)}`).join(', ');
  await duck.run(
    `INSERT INTO measuring.${quoted(name)} BY NAME SELECT * FROM read_json(${literal(file)}, format='newline_delimited', columns={${told}})`,
  );
}

/** Finished reviews; `finished_at` as a day of the wall clock. */
async function reviewRuns(home: Home): Promise<Row[]> {
  const { rows } = await sql<Row>`select run_id as "runId", from_day as "fromDay", to_day as "toDay", lake_version as "lakeVersion",
    floor(extract(epoch from finished_at at time zone 'Asia/Shanghai') / 86400)::integer as "finishedDay"
    from review_run where state = 'done' order by run_id`.execute(home.db);
  return rows;
}

/** Live findings that are pursued, one row per encounter they touch. */
async function findings(home: Home): Promise<Row[]> {
  const { rows } = await sql<Row>`select f.finding_id as "findingId", f.rule_id as "ruleId", f.certainty, e.encounter_no as "encounterNo",
    f.person_nos[1] as "personNo", f.provider_nos[1] as "providerNo", f.period_day as "day", f.amount_fen as "amountFen", f.fund_fen as "fundFen"
    from finding f cross join lateral unnest(f.encounter_nos) as e(encounter_no)
    where f.state = 'live' and f.exempted_by is null order by f.finding_id, e.encounter_no`.execute(home.db);
  return rows;
}

/** Money of live findings that are pursued, once per line, one row an encounter. */
async function inQuestion(home: Home): Promise<Row[]> {
  const { rows } = await sql<Row>`select encounter_no as "encounterNo", day, amount as "amountFen", fund as "fundFen"
    from (${moneyOnceRows(sql`f.state = 'live' and f.exempted_by is null`)}) once order by encounter_no`.execute(home.db);
  return rows;
}

function budgets(plan: Plan, entries: readonly RegisterEntry[], asOf: Day): Row[] {
  const from = dayOfDate(calendarDate(asOf).year, 1, 1);
  const changes = entries.filter((e) => e.registerId === 'budget-adjustments' && e.occurredOn >= from && e.occurredOn <= asOf);
  return plan.projects.map((project) => {
    const own = changes.filter((entry) => isOverall(project) || entry.values.project === project.name);
    const change = own.reduce((sum, entry) => sum + Number(entry.values.amountFen ?? 0), 0);
    return {
      project: project.name,
      budgetFen: project.budgetFen,
      adjustedFen: project.budgetFen === null ? null : project.budgetFen + change,
    };
  });
}

/** Every day of the period on which claims were settled lies in a finished review, and nothing was settled on them that came later. */
async function reviewedThroughout(
  duck: LakeConnection,
  runs: readonly Row[],
  claims: { fromDay: Day; toDay: Day } | null,
  from: Day,
  to: Day,
): Promise<boolean> {
  if (!claims) return false;
  const [first, last] = [Math.max(from, claims.fromDay), Math.min(to, claims.toDay)];
  if (first > last || !isComplete(runs as { fromDay: Day; toDay: Day }[], first, last)) return false;
  const open = await duck.rows(
    `SELECT 1 FROM measuring.settlement WHERE settledDay BETWEEN ${first} AND ${last} AND reviewedDay IS NULL LIMIT 1`,
  );
  return open.length === 0;
}

/**
 * The settlement table of measures: the net settlements with the first day on which a review covered each as it is now. A run covers
 * the days of its period in the version of the lake that it read: what came or changed later waits for the next one.
 */
const settlementView = (runs: readonly Row[]): string[] => [
  `CREATE TABLE measuring.reviewed AS
  WITH run(fromDay, toDay, lakeVersion, finishedDay) AS (${
    runs.length > 0
      ? `VALUES ${runs.map((r) => `(${r.fromDay}, ${r.toDay}, ${r.lakeVersion}, ${r.finishedDay})`).join(', ')}`
      : 'SELECT 0, 0, 0, 0 WHERE false'
  })
  SELECT k.day, k.recordedIn, min(r.finishedDay) AS reviewedDay
    FROM (SELECT DISTINCT settledDay AS day, recordedIn FROM main.original_settlement WHERE setAside IS NULL) k
    JOIN run r ON k.day BETWEEN r.fromDay AND r.toDay AND r.lakeVersion >= k.recordedIn GROUP BY k.day, k.recordedIn`,
  `CREATE VIEW measuring.settlement AS SELECT ${Object.keys(lakeTables.settlement)
    .map((column) => `s.${quoted(column)}`)
    .join(', ')}, r.reviewedDay
    FROM main.original_settlement s LEFT JOIN measuring.reviewed r ON r.day = s.settledDay AND r.recordedIn = s.recordedIn
    WHERE s.setAside IS NULL`,
];

/** Every register with what the ledgers add to two of them, and the tables given. */
async function smallTables(
  home: Home,
  entries: readonly RegisterEntry[],
  others: Readonly<Record<string, readonly Row[]>>,
): Promise<Map<string, ReturnType<typeof rowsOfTable>>> {
  const [recovered, rechecked] = [await recoveryEntries(home.db), await recheckEntries(home.db)];
  const byRegister = Map.groupBy(entries, ({ registerId }) => registerId);
  const registers = allRegisters.map(({ id }): [string, readonly Row[]] => [
    `register:${id}`,
    [
      ...(byRegister.get(id) ?? []).map((entry) => ({ ...entry.values, entryId: entry.entryId })),
      ...((id === 'recoveries' ? recovered : id === 'bill-reviews' ? rechecked : []) as readonly Row[]),
    ],
  ]);
  return new Map([...registers, ...Object.entries(others)].map(([name, rows]) => [name, rowsOfTable(name, rows)]));
}

/** Registers, findings, review runs and budgets of one moment beside a snapshot of the lake. Close it: temporary files go with it. */
export async function openMeasuring(home: Home, plan: Plan, asOf: Day): Promise<OpenMeasuring> {
  const registers = registerStoreOf(home.db);
  const folder = mkdtempSync(path.join(tmpdir(), 'hengjian-measure-'));
  const snapshot = await home.lake.snapshot();
  const registerSerial = await registers.lastSerial();
  const entries = currentEntries(await registers.entries());
  const declared = await registers.completeness();
  const runs = await reviewRuns(home);
  const duck = await snapshot.connect();
  await duck.run('CREATE SCHEMA measuring');
  const small = await smallTables(home, entries, { review_run: runs, plan_project: budgets(plan, entries, asOf) });
  const written = new Map<string, Promise<void>>();
  /** A small table is there for SQL once somebody asks for its records. */
  const write = (name: string): Promise<void> => {
    const done = written.get(name) ?? project(duck, folder, name, small.get(name) ?? []);
    written.set(name, done);
    return done;
  };
  await project(duck, folder, 'finding', await findings(home));
  await project(duck, folder, 'in_question', await inQuestion(home));
  for (const statement of settlementView(runs)) await duck.run(statement);
  for (const name of ['encounter', 'provider']) await duck.run(`CREATE VIEW measuring.${name} AS SELECT * FROM main.${name}`);
  await duck.run(`SET search_path = 'measuring'`);
  const claims = snapshot.range();
  const reviewed = new Map<string, Promise<boolean>>();
  const reviewedIn = (from: Day, to: Day) => {
    const known = reviewed.get(`${from} ${to}`) ?? reviewedThroughout(duck, runs, claims, from, to);
    reviewed.set(`${from} ${to}`, known);
    return known;
  };
  const extra: Pick<MeasureReader, 'complete' | 'baseline'> = {
    complete: async (table, from, to) =>
      table.startsWith('register:')
        ? isComplete(
            declared.filter((one) => one.registerId === table.slice('register:'.length)),
            from,
            to,
          )
        : (table === 'finding' || table === 'in_question') && (await reviewedIn(from, to)),
    baseline: async (measureId, from, to) => {
      const figures = entries.filter(
        (e) => e.registerId === 'baseline-figures' && e.values.measure === measureId && e.occurredOn >= from && e.occurredOn <= to,
      );
      const last = figures[figures.length - 1];
      return last ? { entryId: last.entryId, value: Number(last.values.value) / 10_000 } : null;
    },
  };
  const ofClaims = duckMeasureReader(duck, extra, keptMonthsOf(home.db, duck, snapshot, JSON.stringify(runs)));
  return {
    reader: withSmallTables(small, ofClaims),
    lakeVersion: snapshot.version,
    registerSerial,
    records: async (part, asked, page) => {
      if (small.has(part.from)) await write(part.from);
      return recordsBehind(duck, part, asked, page);
    },
    close: async () => {
      duck.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same as the port that `measurePlan` asks for. */
export const measuringOf = (home: Home): MeasuringPort => ({ open: (plan, asOf) => openMeasuring(home, plan, asOf) });
