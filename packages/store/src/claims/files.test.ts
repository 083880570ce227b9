import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDuck } from '../lake/duck.ts';
import { base, csv, line, openWorkplace, type Workplace, writeExtract } from './testing/extract.ts';

let place: Workplace;
beforeEach(async () => {
  place = await openWorkplace();
});
afterEach(() => place.close());

const report = async (...args: Parameters<Workplace['import']>) => {
  const outcome = await place.import(...args);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
};

describe('files as they come', () => {
  const same = async () => place.rows('SELECT * FROM original_line ORDER BY line');

  test('UTF-8 with mark, GB18030, tabs, quoted fields and Parquet give the same', async () => {
    await report(base());
    const expected = await same();
    const names = await place.rows('SELECT name FROM provider ORDER BY provider');
    const variants: Record<string, (text: string) => Buffer> = {
      mark: (text) => Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`),
      gb18030: (text) => iconv.encode(text, 'gb18030'),
      utf16: (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
      quoted: (text) => Buffer.from(text.replace(/[^,\n]+/g, '"$&"')),
      tabs: (text) => Buffer.from(text.replaceAll(',', '\t')),
    };
    for (const [name, encode] of Object.entries(variants)) {
      const other = await openWorkplace();
      const folder = path.join(other.folder, name);
      mkdirSync(folder);
      for (const [table, rows] of Object.entries(base())) writeFileSync(path.join(folder, `${table}.csv`), encode(csv(rows)));
      const outcome = await other.import(folder);
      expect(outcome.ok, `${name}: ${JSON.stringify(outcome.issues)}`).toBe(true);
      expect(await other.rows('SELECT * FROM original_line ORDER BY line'), name).toEqual(expected);
      expect(await other.rows('SELECT name FROM provider ORDER BY provider'), name).toEqual(names);
      await other.close();
    }
  });

  test('Parquet with typed columns gives the same as CSV', async () => {
    const from = writeExtract(path.join(place.folder, 'csv'), base());
    const to = path.join(place.folder, 'parquet');
    mkdirSync(to);
    const duck = await openDuck();
    for (const table of Object.keys(base()))
      await duck.run(`COPY (FROM read_csv('${from}/${table}.csv', all_varchar = ${table !== 'feedetl'})) TO '${to}/${table}.parquet'`);
    duck.close();
    await report(to);
    const parquet = await same();
    const other = await openWorkplace();
    await other.import(from);
    expect(parquet).toEqual(await other.rows('SELECT * FROM original_line ORDER BY line'));
    await other.close();
  });

  test('synonyms are known, unknown columns kept aside, unknown tables ignored with a notice', async () => {
    const extract = base();
    extract.feedetl = extract.feedetl.map(({ inscp_amt, ...row }) => ({
      ...row,
      inscp_scp_amt: inscp_amt ?? '',
      rxno: 'R1',
      local_note: '备注,一',
    }));
    const folder = writeExtract(path.join(place.folder, 'x'), extract);
    writeFileSync(path.join(folder, 'truth.csv'), 'a\n1\n');
    const outcome = await place.import(folder);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
    expect(outcome.issues).toMatchObject([{ code: 'claims.ignoredFile', severity: 'info', file: 'truth.csv' }]);
    expect(outcome.value.tables.feedetl?.unknownColumns).toEqual(['local_note']);
    expect(await place.rows('SELECT DISTINCT "prescriptionNo" FROM line')).toEqual([{ prescriptionNo: 'R1' }]);
    const [kept] = (await place.home.lake.snapshot()).filesOf('extra/feedetl');
    expect(await place.rows(`SELECT key_mdtrt_id, local_note FROM read_parquet('${kept?.path}') LIMIT 1`)).toEqual([
      { key_mdtrt_id: 'M1', local_note: '备注,一' },
    ]);
  });

  test('codes that no regional row maps are unknown and counted', async () => {
    const extract = base();
    (extract.mdtrt[0] as Record<string, string>).med_type = '777';
    (extract.psn[1] as Record<string, string>).gend = '9';
    const done = await report(extract);
    expect(done.unknownCodes).toEqual([{ field: 'mdtrt.med_type', code: '777', rows: 1 }]);
    expect(await place.rows(`SELECT setting FROM encounter WHERE "encounterNo" = 'M1'`)).toEqual([{ setting: null }]);
    expect(await place.rows(`SELECT sex FROM person WHERE "personNo" = 'P2'`)).toEqual([{ sex: null }]);
  });

  test('the rejected rows are listed with file, row, column and reason', async () => {
    const extract = base();
    extract.feedetl.push(line('M9', '1', '', '2024-03-01 10:00:00', 'X', '1', '1', '1'));
    const done = await report(extract, { acceptRejects: true });
    expect(done.tables.feedetl).toMatchObject({ read: 4, added: 3, rejected: 1 });
    expect(readFileSync(done.rejectedFile as string, 'utf8')).toBe(
      '\uFEFFfile,row,column,reason,code,subject\nfeedetl.csv,5,mdtrt_id,mdtrt_id 所指的记录不存在或已被拒绝,reference,M9/1\n',
    );
  });
});
