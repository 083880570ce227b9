// Units as published tables write them.
import { expect, test } from 'vitest';
import { convert, parseUnit, unitsAgree } from './unit.ts';

test.each([
  ['人次', '人', true],
  ['场', '次', true],
  ['万条', '条', true],
  ['家', '所', true],
  ['类执法设备', '类', true],
  ['工作日', '天', true],
  ['人次', '次', false],
  ['万元', '%', false],
  ['小时', '天', false],
  ['个', '份', 'unknown'], // 个 stands for anything that is counted
  ['个', '%', false],
  ['个', '万元', false],
  ['万', '万元', 'unknown'],
  ['万', '%', false],
  [null, '%', 'unknown'],
  ['', '次', 'unknown'],
])('%s and %s: %s', (a, b, agree) => expect([unitsAgree(a, b), unitsAgree(b, a)]).toEqual([agree, agree]));

test.each([
  [40, '万条', '条', 400_000, false],
  [400_000, '条', '万条', 40, false],
  [0.5, '亿元', '万元', 5000, false],
  [1600, '万', '万元', 1600, true],
  [0.95, null, '%', 95, true],
  [95, null, '%', 95, true],
  [0, null, '%', 0, true],
  [6, '个', '份', 6, true],
])('%s %s in %s is %s', (value, from, to, expected, assumed) => {
  const converted = convert(value, from, to);
  expect(converted?.value).toBeCloseTo(expected, 9);
  expect(converted?.assumed).toBe(assumed);
});

test('what cannot be compared is null; a multiple of an unknown thing keeps its factor', () => {
  expect(convert(3, '万元', '人次')).toBeNull();
  expect(parseUnit('万平方米')).toEqual({ family: null, base: '平方米', factor: 10_000 });
  expect(parseUnit(' （ ）')).toBeNull();
});
