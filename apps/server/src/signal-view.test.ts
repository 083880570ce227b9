import { alertShelf } from '@hengjian/workflows';
import { expect, it } from 'vitest';
import { unitOf } from './signal-view.ts';

it('says what a signal counts: a share, money, or what its thresholds are in', () => {
  expect(unitOf(alertShelf['beds-full'], 'ratio')).toBe('%');
  expect(unitOf(alertShelf['price-off'], 'mean')).toBe('元');
  const counted = {
    'admissions-surge': '人',
    'settlement-surge': '笔',
    'sales-surge': '笔',
    'several-shops': '家',
    'two-places': '家',
    'chronic-gap': '天',
  };
  for (const [id, unit] of Object.entries(counted)) expect(unitOf(alertShelf[id], 'int'), id).toBe(unit);
});
