import { describe, expect, it } from 'vitest';
import { readTarget } from './target.ts';

// Expectations follow contracts §2 read by eye: sign, value, unit.
const cells: [string, string, number | string | null, string | null][] = [
  ['≥1100家', '≥', 1100, '家'],
  ['不少于1100家', '≥', 1100, '家'],
  ['>=1,100 家', '≥', 1100, '家'],
  ['≧1100家', '≥', 1100, '家'],
  ['大于等于1100家', '≥', 1100, '家'],
  ['1100家以上', '≥', 1100, '家'],
  ['1100家及以上', '≥', 1100, '家'],
  ['９５％', '=', 95, '%'],
  ['＝100%', '=', 100, '%'],
  ['95%以上', '≥', 95, '%'],
  ['不超过10万元', '≤', 10, '万元'],
  ['10万元以内', '≤', 10, '万元'],
  ['≤24小时', '≤', 24, '小时'],
  ['5个工作日内办结', '≤', 5, '个工作日'],
  ['<10%', '<', 10, '%'],
  ['低于10%', '<', 10, '%'],
  ['不低于10%', '≥', 10, '%'],
  ['超过3次', '>', 3, '次'],
  ['6个', '=', 6, '个'],
  ['1', '=', 1, null],
  ['0.95', '=', 0.95, null],
  ['≤0次', '≤', 0, '次'],
  ['-5%', '=', -5, '%'],
  ['50.25元/人/年', '=', 50.25, '元/人/年'],
  ['年30万条以上', '≥', 30, '万条'],
  ['1600万', '=', 1600, '万'],
  ['一年8家卫生院', '=', 8, '家'],
  ['至少调整一次价格', '≥', 1, '次'],
  ['覆盖率达到100%', '=', 100, '%'],
  ['29814.8', '=', 29814.8, null],
  ['2021.5', '=', 2021.5, null],
  ['2021-06-30前', 'qualitative', '2021-06-30前', null],
  ['2021年12月底前', 'qualitative', '2021年12月底前', null],
  ['12月底前', 'qualitative', '12月底前', null],
  ['2021年全年', 'qualitative', '2021年全年', null],
  ['今年内完成一次增补', 'qualitative', '今年内完成一次增补', null],
  ['960-2100元/人', 'qualitative', '960-2100元/人', null],
  ['90%~95%', 'qualitative', '90%~95%', null],
  ['省外不少于8次,省内不少于7次', '≥', '省外不少于8次,省内不少于7次', null],
  ['在职85%,退休90%', 'qualitative', '在职85%,退休90%', null],
  ['7*24小时', 'qualitative', '7*24小时', null],
  ['市级以上媒体', 'qualitative', '市级以上媒体', null],
  ['≥ 国家规定标准', '≥', '国家规定标准', null],
  ['第一批、第二批采购', 'qualitative', '第一批、第二批采购', null],
  ['显著提升', 'qualitative', '显著提升', null],
  ['5G网络', 'qualitative', '5G网络', null],
  ['', 'qualitative', null, null],
];

describe('a target cell', () => {
  it.each(cells)('%s', (cell, operator, value, unit) => {
    expect(readTarget(cell)).toEqual({ operator, value, unit });
  });
  it('takes sign and unit from their own columns', () => {
    expect(readTarget('1000', '≥', '人次')).toEqual({ operator: '≥', value: 1000, unit: '人次' });
    expect(readTarget('95%', '不低于')).toEqual({ operator: '≥', value: 95, unit: '%' });
    expect(readTarget('好', '定性')).toEqual({ operator: 'qualitative', value: '好', unit: null });
    expect(readTarget('', '≥')).toEqual({ operator: '≥', value: null, unit: null });
  });
});
