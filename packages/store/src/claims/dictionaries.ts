// Surrogates: every published number gets a whole number once and keeps it. `dict_<noun>(id, no, …)` holds old and new ones.
import type { RegionCodes } from '@hengjian/catalog';
import { type DimensionTable, OPEN_DAY } from '@hengjian/domain';
import { literal, quoted } from '../lake/duck.ts';
import { filesFrom } from '../lake/file-columns.ts';
import { layered, replacedTable } from '../lake/layers.ts';
import { dimensionColumnsOf, dimensionSource } from '../lake/layout.ts';
import type { Counters, ImportContext } from './context.ts';
import { sameValues } from './wire-sql.ts';

/** Values of a text→value table as CASE; codes without leading zeros. */
export function mapped(code: string, table: Record<string, string | number | null>): string {
  return `CASE coalesce(nullif(ltrim(${code}, '0'), ''), CASE WHEN ${code} IS NOT NULL THEN '0' END) ${branches(table)} END`;
}
/** The same for a column of very many rows: codes as they mostly come are not trimmed first. */
export const mappedOften = (code: string, table: Record<string, string | number | null>): string =>
  `CASE ${code} ${branches(table)} ELSE ${mapped(code, table)} END`;

const branches = (table: Record<string, string | number | null>) =>
  Object.entries(table)
    .map(([from, to]) => `WHEN ${literal(from)} THEN ${to === null ? 'NULL' : typeof to === 'number' ? to : literal(to)}`)
    .join(' ');

/** Adds the numbers of `incoming` (SELECT no, extra…) that the dictionary lacks; new ones in byte order of the number. */
export async function extend(context: ImportContext, noun: keyof Counters, incoming: string, extra: readonly string[] = []): Promise<void> {
  const { duck, counters } = context;
  const columns = ['no', ...extra].map(quoted).join(', ');
  await duck.run(
    `INSERT INTO dict_${noun} BY NAME SELECT CAST(${counters[noun] - 1} + row_number() OVER (ORDER BY no) AS INTEGER) AS id, ${columns}
       FROM (${incoming}) i WHERE no IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dict_${noun} d WHERE d.no = i.no)`,
  );
  const [last] = await duck.rows<{ id: number | null }>(`SELECT max(id) AS id FROM dict_${noun}`);
  counters[noun] = Math.max(counters[noun], (last?.id ?? 0) + 1);
}

/** Loads what earlier imports numbered. */
export async function loadDictionaries(context: ImportContext): Promise<void> {
  const { duck, snapshot } = context;
  await duck.run(replacedTable(snapshot));
  const from = (noun: string, no: string, rows: string, extra: readonly string[] = []) => {
    const more = extra.map((name) => `, ${quoted(name)}`).join('');
    return duck.run(
      rows === ''
        ? `CREATE TABLE dict_${noun} AS SELECT 0::INTEGER AS id, ''::VARCHAR AS no${extra.map((name) => `, 0::INTEGER AS ${quoted(name)}`).join('')} LIMIT 0`
        : `CREATE TABLE dict_${noun} AS SELECT ${noun} AS id, ${quoted(no)} AS no${more} FROM (${rows})`,
    );
  };
  const dimension = (noun: DimensionTable, no: string) => {
    const files = snapshot.filesOf(`dimension/${noun}`);
    return from(noun, no, files.length > 0 ? `FROM ${filesFrom(files)}` : '');
  };
  const records = (noun: 'encounter' | 'settlement', no: string, extra: readonly string[]) =>
    from(
      noun,
      no,
      [noun, `aside/${noun}`].flatMap((kind) => layered(snapshot, kind, [noun, no, ...extra]) ?? []).join(' UNION ALL '),
      extra,
    );
  await dimension('person', 'personNo');
  await dimension('provider', 'providerNo');
  await dimension('practitioner', 'practitionerNo');
  await dimension('item', 'code');
  await records('encounter', 'encounterNo', ['person', 'provider']);
  await records('settlement', 'settlementNo', ['encounter']);
}

/** 9999-12-31 as a date of death is none. */
const mortal = (column: string) => `CASE WHEN ${column} < ${OPEN_DAY} THEN ${column} END`;

/** Rows of a dimension as the extract gives them: declared columns and the codes they were mapped from. */
const incomingDimension: Record<Exclude<DimensionTable, 'item'>, (region: RegionCodes) => string> = {
  person: (
    region,
  ) => `SELECT d.id AS person, psn_no AS "personNo", CAST(${mapped('gend', region.sex)} AS INTEGER) AS sex, brdy AS "birthDay",
    ${mortal('death_date')} AS "deathDay", CAST(${mapped('insutype', region.insurance)} AS VARCHAR) AS insurance, psn_type AS "personType",
    insu_admdvs AS area, addr AS address, gend AS "sexCode", insutype AS "insuranceCode"
    FROM s_psn s JOIN dict_person d ON d.no = s.psn_no`,
  provider: (region) => `SELECT d.id AS provider, fixmedins_code AS "providerNo", fixmedins_name AS name,
    CAST(${mapped('fixmedins_type', region.providerKind)} AS VARCHAR) AS kind, CAST(${mapped('hosp_lv', region.level)} AS INTEGER) AS level,
    hosp_lv AS "levelCode", admdvs AS area, aprv_bed_cnt AS beds, agrm_begndate AS "agreementFrom", agrm_enddate AS "agreementTo",
    lon AS longitude, lat AS latitude, fixmedins_type AS "kindCode"
    FROM s_fixmedins s JOIN dict_provider d ON d.no = s.fixmedins_code`,
  practitioner: () => `SELECT d.id AS practitioner, prac_code AS "practitionerNo", prac_name AS name, v.id AS provider, profttl AS title,
    pracr_type AS kind, stas AS state, stas_begndate AS "stateFrom", stas_enddate AS "stateTo", prac_scp AS scope
    FROM s_prac s JOIN dict_practitioner d ON d.no = s.prac_code LEFT JOIN dict_provider v ON v.no = s.fixmedins_code`,
};

export interface DimensionChange {
  added: number;
  changed: number;
  skipped: number;
}

/**
 * `dim_<table>`: the present content of a dimension, `changed_<table>(id)` what differs from before. Old content of changed rows
 * stays in `superseded_<table>`.
 */
export async function mergeDimension(context: ImportContext, table: Exclude<DimensionTable, 'item'>): Promise<DimensionChange> {
  const { duck, snapshot, region, version } = context;
  const columns = [...dimensionColumnsOf(table), ...dimensionSource[table]].map(([name]) => name);
  const list = columns.map(quoted).join(', ');
  await duck.run(`CREATE TABLE i_${table} AS SELECT ${list}, ${version} AS "recordedIn" FROM (${incomingDimension[table](region)})`);
  const files = snapshot.filesOf(`dimension/${table}`);
  await duck.run(
    files.length === 0
      ? `CREATE TABLE o_${table} AS FROM i_${table} LIMIT 0`
      : `CREATE TABLE o_${table} AS SELECT ${list}, "recordedIn" FROM ${filesFrom(files)}`,
  );
  const same = sameValues(columns, 'i', 'o');
  await duck.run(`CREATE TABLE changed_${table} AS SELECT i.${table} AS id, o.${table} IS NULL AS fresh FROM i_${table} i LEFT JOIN o_${table} o USING (${table})
    WHERE o.${table} IS NULL OR NOT (${same})`);
  await duck.run(
    `CREATE TABLE superseded_${table} AS SELECT *, ${version} AS "replacedIn" FROM o_${table} WHERE ${table} IN (SELECT id FROM changed_${table})`,
  );
  await duck.run(`CREATE TABLE dim_${table} AS SELECT * FROM o_${table} WHERE ${table} NOT IN (SELECT id FROM changed_${table})
    UNION ALL SELECT * FROM i_${table} WHERE ${table} IN (SELECT id FROM changed_${table})`);
  const [count] = await duck.rows<{ added: number; changed: number; all: number }>(
    `SELECT count(*) FILTER (fresh) AS added, count(*) FILTER (NOT fresh) AS changed, (SELECT count(*) FROM i_${table}) AS "all" FROM changed_${table}`,
  );
  await duck.run(`DROP TABLE i_${table}; DROP TABLE o_${table}`);
  const { added = 0, changed = 0, all = 0 } = count ?? {};
  return { added, changed, skipped: all - added - changed };
}
