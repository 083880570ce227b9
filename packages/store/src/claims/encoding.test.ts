import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseHeader, readableText } from './encoding.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'hengjian-encoding-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (bytes: Buffer | string) => {
  const file = path.join(folder, 'in.csv');
  writeFileSync(file, bytes);
  return readableText(file, path.join(folder, 'copy.csv'));
};
// Three- and four-byte characters at every offset modulo the chunk: rows of 7, 10 and 13 bytes.
const long = `名称,值\n${'药,1\n药𠮷,2\n一二三,3\n'.repeat(600_000)}`;

test('characters cut by the reading chunks are whole', async () => {
  expect(await read(long)).toMatchObject({ ok: true, firstRecord: '名称,值' });
});

test('the row of a fault in a file of several chunks', async () => {
  const bytes = Buffer.from(long);
  const at = bytes.indexOf(0x0a, 12_000_000) + 1;
  const row = 1 + bytes.subarray(0, at).toString().split('\n').length - 1;
  const broken = Buffer.concat([bytes.subarray(0, at), Buffer.from([0xc3, 0x28]), bytes.subarray(at)]);
  expect(await read(broken)).toEqual({ ok: false, issue: { code: 'claims.undecodable', row } });
});

test('GB18030 with characters cut by the chunks becomes the same text', async () => {
  const answer = await read(iconv.encode(long, 'gb18030'));
  expect(answer.ok && readFileSync(answer.path, 'utf8') === long).toBe(true);
});

test('text whose GB18030 bytes look like UTF-8 for a while', async () => {
  // 联通 and 浜 are the well-known ones: their first bytes are well-formed UTF-8.
  const text = '名,值\n联通,1\n中国,2\n';
  const answer = await read(iconv.encode(text, 'gb18030'));
  expect(answer.ok && readFileSync(answer.path, 'utf8')).toBe(text);
});

test('a file cut within a character is undecodable in its last row', async () => {
  const bytes = Buffer.from('甲,乙\n丙丁戊己,1\n庚');
  expect(await read(bytes.subarray(0, bytes.length - 1))).toEqual({ ok: false, issue: { code: 'claims.undecodable', row: 3 } });
});

test('headers: quotes, tabs, a byte order mark, line ends within a name', async () => {
  expect(parseHeader('a,"b,""c""",d')).toEqual({ header: ['a', 'b,"c"', 'd'], delimiter: ',' });
  expect(parseHeader('a\tb')).toEqual({ header: ['a', 'b'], delimiter: '\t' });
  expect(await read('\uFEFF"a\nb",c\n1,2\n')).toMatchObject({ firstRecord: '"a\nb",c' });
});
