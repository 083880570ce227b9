import { copyFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { claimsIssueText } from '@hengjian/domain';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDuck } from '../lake/duck.ts';
import { base, csv, line, openWorkplace, type Row, type Workplace, writeExtract } from './testing/extract.ts';

// One home for all: what is refused must leave it as it was, which every test demands.
let place: Workplace;
let state: unknown;
const stateNow = async () => ({
  version: (await place.home.lake.snapshot()).version,
  lines: await place.rows('SELECT * FROM original_line ORDER BY line'),
  people: await place.rows('SELECT * FROM person ORDER BY person'),
});
beforeAll(async () => {
  place = await openWorkplace();
  await place.import(base());
  state = await stateNow();
});
afterAll(() => place.close());

let count = 0;
/** An extract of many good lines, so that one bad row stays under the limit. */
function folderWith(change: (extract: ReturnType<typeof base>) => void = () => {}): string {
  const extract = base();
  for (let at = 100; at < 140; at += 1)
    extract.feedetl.push(line('M1', String(at), 'S1', '2024-03-01 10:00:00', 'XC09CAA00001', '1', '20.00', '15.00'));
  change(extract);
  count += 1;
  return writeExtract(path.join(place.folder, `bad-${count}`), extract);
}
const file = (folder: string, table: string) => path.join(folder, `${table}.csv`);
const edit = (name: string, change: (text: string) => string) => writeFileSync(name, change(readFileSync(name, 'utf8')));

/** Refused, with this sentence, and nothing changed. */
async function refused(folder: string, sentence: string | RegExp): Promise<void> {
  const outcome = await place.import(folder);
  expect(outcome.ok, 'accepted').toBe(false);
  const said = outcome.issues.map((issue) => claimsIssueText(issue, 'zh')).join('\n');
  if (typeof sentence === 'string') expect(said).toBe(sentence);
  else expect(said).toMatch(sentence);
  expect(await stateNow()).toEqual(state);
}

describe('damage refuses the folder', () => {
  test('no folder, no tables', async () => {
    await refused('/no/such/folder', '没有这个数据目录：/no/such/folder');
    await refused(writeExtract(path.join(place.folder, 'empty'), {}), /没有可导入的表/);
  });
  test('a missing column', async () => {
    await refused(
      folderWith((e) => {
        e.feedetl = e.feedetl.map(({ pric, ...row }) => row as Row);
      }),
      'feedetl.csv，第 1 行，列 pric：缺少必需的列',
    );
  });
  test('a column twice (as its synonym)', async () => {
    await refused(
      folderWith((e) => {
        e.feedetl = e.feedetl.map((row) => ({ ...row, inscp_scp_amt: '1' }));
      }),
      'feedetl.csv，第 1 行，列 inscp_scp_amt：同一列出现两次',
    );
  });
  test('an empty file', async () => {
    const folder = folderWith();
    writeFileSync(file(folder, 'setl'), '');
    await refused(folder, 'setl.csv：文件是空的，连表头也没有');
  });
  test('bytes that are no text, in a file that was UTF-8 until there', async () => {
    const folder = folderWith((e) => {
      for (const row of e.psn) (row as Row).addr = '示例省示例市示例区';
    });
    const bytes = readFileSync(file(folder, 'psn'));
    const at = bytes.lastIndexOf('P2');
    writeFileSync(file(folder, 'psn'), Buffer.concat([bytes.subarray(0, at + 3), Buffer.from([0xff, 0xff]), bytes.subarray(at + 3)]));
    await refused(folder, /^psn\.csv，第 3 行：文字无法解码/);
  });
  test('bytes that are no GB18030 either', async () => {
    const folder = folderWith();
    const bytes = iconv.encode(csv(base().fixmedins), 'gb18030');
    const at = bytes.lastIndexOf('H2');
    writeFileSync(file(folder, 'fixmedins'), Buffer.concat([bytes.subarray(0, at + 3), Buffer.from([0xff, 0xff]), bytes.subarray(at + 3)]));
    await refused(folder, /^fixmedins\.csv，第 3 行：文字无法解码/);
  });
  test('a file cut short in its last row', async () => {
    const folder = folderWith();
    const text = readFileSync(file(folder, 'feedetl'), 'utf8');
    writeFileSync(file(folder, 'feedetl'), text.slice(0, text.lastIndexOf(',09,')));
    await refused(folder, 'feedetl.csv，第 44 行：文件在这一行中断，没有写完整');
    writeFileSync(file(folder, 'feedetl'), text);
    const stays = readFileSync(file(folder, 'mdtrt'), 'utf8');
    writeFileSync(file(folder, 'mdtrt'), stays.slice(0, stays.lastIndexOf(',41')));
    await refused(folder, 'mdtrt.csv，第 3 行：文件在这一行中断，没有写完整');
  });
  test('a file cut short within quotes', async () => {
    const folder = folderWith();
    edit(file(folder, 'fixmedins'), (text) => text.replace('示例药店', '"示例药店\n').replace(/\n$/, ''));
    await refused(folder, 'fixmedins.csv，第 3 行：文件在这一行中断，没有写完整');
  });
  test('a Parquet file cut short, and one that is none', async () => {
    const folder = folderWith();
    const duck = await openDuck();
    const parquet = path.join(folder, 'trac.parquet');
    await duck.run(`COPY (SELECT 'M1' AS mdtrt_id, '1' AS feedetl_sn, i::VARCHAR AS drug_trac_codg FROM range(1000) t(i)) TO '${parquet}'`);
    duck.close();
    truncateSync(parquet, 500);
    await refused(folder, /^trac\.parquet：不是完整的 Parquet 文件/);
    writeFileSync(parquet, 'no parquet');
    await refused(folder, /^trac\.parquet：不是完整的 Parquet 文件/);
  });
  test('the same table twice', async () => {
    const folder = folderWith();
    copyFileSync(file(folder, 'psn'), path.join(folder, 'PSN.CSV'));
    await refused(folder, 'psn.csv：同一张表有两个文件，另一个是 PSN.CSV');
  });
  test('more than 5 % bad rows, unless accepted', async () => {
    const folder = folderWith((e) => {
      for (const row of e.feedetl.slice(10, 13)) (row as Row).cnt = 'x';
    });
    await refused(folder, /^feedetl\.csv：43 行中有 3 行不合格，超过 5%/);
    expect(existsSync(path.join(place.home.folder, 'rejected.csv'))).toBe(true);
  });
});

/** Rejected rows as listed: [row, column, code]. */
function listedIn(at: Workplace): [number, string, string][] {
  const lines = readFileSync(path.join(at.home.folder, 'rejected.csv'), 'utf8').trimEnd().split('\n').slice(1);
  return lines.map((text) => {
    const cells = text.split(',');
    return [Number(cells[1]), cells[2] as string, cells[4] as string];
  });
}

describe('a bad row is rejected, the rest is taken', () => {
  const bad: [string, Partial<Row>, [string, string]][] = [
    ['amount is not price × quantity', { det_item_fee_sumamt: '20.02' }, ['det_item_fee_sumamt', 'amount']],
    ['negative amount of a positive quantity', { pric: '-20.00', det_item_fee_sumamt: '-20.00' }, ['pric', 'negative']],
    ['sign of the in-scope amount', { inscp_amt: '-1.00' }, ['inscp_amt', 'sign']],
    ['three decimals of a yuan', { det_item_fee_sumamt: '20.001' }, ['det_item_fee_sumamt', 'money']],
    ['no number', { cnt: '一' }, ['cnt', 'quantity']],
    ['not a number', { pric: 'NaN' }, ['pric', 'price']],
    ['no value', { med_list_codg: ' ' }, ['med_list_codg', 'missing']],
    ['no such day', { fee_ocur_time: '2023-02-29 10:00:00' }, ['fee_ocur_time', 'time']],
    ['no such encounter', { mdtrt_id: 'M77' }, ['mdtrt_id', 'reference']],
    ['no such settlement', { setl_id: 'S77' }, ['setl_id', 'reference']],
    ['settlement of another encounter', { setl_id: 'S2' }, ['setl_id', 'mismatch']],
  ];
  test('each with its row, column and reason; within one fen is right', async () => {
    const other = await openWorkplace();
    const folder = folderWith((e) => {
      for (let at = 200; at < 500; at += 1)
        e.feedetl.push(line('M1', String(at), 'S1', '2024-03-01 10:00:00', 'XC09CAA00001', '1', '20.00', '15.00'));
      e.feedetl[20] = { ...e.feedetl[20], det_item_fee_sumamt: '20.01' } as Row;
      for (const [at, [, change]] of bad.entries()) e.feedetl[30 + at] = { ...e.feedetl[30 + at], ...change } as Row;
    });
    const outcome = await other.import(folder);
    expect(outcome.ok && outcome.value.tables.feedetl).toMatchObject({ read: 343, added: 343 - bad.length, rejected: bad.length });
    expect(listedIn(other)).toEqual(bad.map(([, , [column, code]], at) => [32 + at, column, code]));
    await other.close();
  });

  test('rows that hang on a rejected row go with it; records between are numbered as in the file', async () => {
    const other = await openWorkplace();
    const folder = folderWith((e) => {
      e.mdtrt[1] = { ...e.mdtrt[1], endtime: '2024-03-01 00:00:00' } as Row; // before its begin
      e.feedetl.splice(5, 0, line('M2', '7', '', '2024-03-02 09:00:00', 'X', '1', '1', '1'));
    });
    // Two records that are no rows, before it.
    edit(file(folder, 'feedetl'), (text) =>
      text
        .split('\n')
        .toSpliced(2, 0, 'only,three,fields')
        .toSpliced(5, 0, `${text.split('\n')[1]},one,more`)
        .join('\n'),
    );
    const outcome = await other.import(folder, { acceptRejects: true });
    expect(outcome.ok && outcome.value.tables).toMatchObject({
      mdtrt: { read: 2, added: 1, rejected: 1 },
      setl: { read: 2, added: 1, rejected: 1 },
      feedetl: { read: 46, rejected: 4 },
    });
    const rows = readFileSync(path.join(other.home.folder, 'rejected.csv'), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((text) => text.split(','));
    expect(rows.map(([name, row, column, , code, subject]) => [name, row, column, code, subject])).toEqual([
      ['feedetl.csv', '3', '', 'tooFewFields', ''],
      ['feedetl.csv', '5', 'mdtrt_id', 'reference', 'M2/1'],
      ['feedetl.csv', '6', '', 'tooManyFields', ''],
      ['feedetl.csv', '9', 'mdtrt_id', 'reference', 'M2/7'],
      ['mdtrt.csv', '3', 'endtime', 'order', 'M2'],
      ['setl.csv', '3', 'mdtrt_id', 'reference', 'S2'],
    ]);
    await other.close();
  });

  test('a key twice: the same content is skipped, other content rejected, the first stands', async () => {
    const other = await openWorkplace();
    const folder = folderWith((e) => {
      e.feedetl.push(
        { ...(e.feedetl[20] as Row) },
        { ...line('M1', '100', 'S1', '2024-03-01 10:00:00', 'XC09CAA00001', '2', '20.00', '15.00') },
      );
      e.psn.push({ ...(e.psn[0] as Row) });
    });
    const outcome = await other.import(folder);
    expect(outcome.ok && outcome.value.tables).toMatchObject({
      feedetl: { read: 45, added: 43, skipped: 1, rejected: 1 },
      psn: { read: 3, added: 2, skipped: 1, rejected: 0 },
    });
    const cells = readFileSync(path.join(other.home.folder, 'rejected.csv'), 'utf8').split('\n')[1]?.split(',') ?? [];
    expect(cells).toEqual(['feedetl.csv', '46', 'mdtrt_id', '主键与第 5 行重复而内容不同（保留第 5 行）', 'duplicate', 'M1/100']);
    expect(await other.rows(`SELECT quantity FROM line WHERE "lineNo" = '100'`)).toEqual([{ quantity: 10_000 }]);
    await other.close();
  });

  test('9999-12-31 is open, not missing and not a death; a negative settlement is no settlement', async () => {
    const other = await openWorkplace();
    const folder = folderWith((e) => {
      e.psn[0] = { ...e.psn[0], death_date: '9999-12-31' } as Row;
      for (let at = 0; at < 40; at += 1)
        e.setl.push({ ...e.setl[0], setl_id: `T${at}`, medfee_sumamt: '0.00', fund_pay_sumamt: '0.00' } as Row);
      e.setl.push({ ...e.setl[0], setl_id: 'S8', medfee_sumamt: '-5.00', fund_pay_sumamt: '-1.00' } as Row);
    });
    const outcome = await other.import(folder);
    expect(outcome.ok && outcome.value.tables.setl).toMatchObject({ rejected: 1 });
    expect(await other.rows(`SELECT "deathDay" FROM person WHERE "personNo" = 'P1'`)).toEqual([{ deathDay: null }]);
    expect(readFileSync(path.join(other.home.folder, 'rejected.csv'), 'utf8')).toContain(
      'setl.csv,44,medfee_sumamt,medfee_sumamt 为负且不是退费',
    );
    await other.close();
  });

  test('an encounter does not pass to another person', async () => {
    const folder = folderWith((e) => {
      e.mdtrt[0] = { ...e.mdtrt[0], psn_no: 'P2' } as Row;
    });
    const outcome = await place.import(folder);
    expect(outcome.ok).toBe(false); // one of two encounters: over the limit
    expect(listedIn(place)).toContainEqual([2, 'psn_no', 'otherPerson']);
    expect(await stateNow()).toEqual(state);
  });
});
