import { dayOfDate } from '@hengjian/domain';
import { expect, test } from 'vitest';
import { readCatalogue } from './read-catalogue.ts';

const read = (text: string) => readCatalogue(new TextEncoder().encode(text), '目录.csv');

test('codes with names and days; a bad date is told with its row, the others come in', async () => {
  expect(await read('编码,名称,生效日期,失效日期\nX1,甲片,2025-01-01,\nX2,乙片,2025年2月30日,\n,空,,\nX3,,,2025/06/30\n')).toEqual({
    rows: [
      { code: 'X1', name: '甲片', validFrom: dayOfDate(2025, 1, 1), validTo: null },
      { code: 'X3', name: null, validFrom: null, validTo: dayOfDate(2025, 6, 30) },
    ],
    issues: [{ code: 'knowledge.catalogueBadDate', severity: 'error', file: '目录.csv', row: 3, facts: { text: '2025年2月30日' } }],
  });
});

test('a file without a column of codes', async () => {
  expect((await read('名称\n甲片\n')).issues).toEqual([
    { code: 'knowledge.catalogueEmpty', severity: 'error', file: '目录.csv', facts: {} },
  ]);
});
