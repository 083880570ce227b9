import { expect, test } from 'vitest';
import { parameterShown, parameterUnit } from './parameter-unit.ts';

test.each([
  ['15', '天', 'maxGapDays', '15天', '15 days', '天', 'days'],
  ['35', '0.1', 'scoreTenths', '3.5', '3.5', '× 0.1', '× 0.1'],
  ['5', '个', 'minPeers', '5个', '5', '个', ''],
  ['8', '%', 'limitPercent', '8%', '8%', '%', '%'],
  ['50000', '分', 'maxMeanFen', '50000分', '50000 fen', '分', 'fen'],
  ['70', '分', 'minScore', '70分', '70 points', '分', 'points'],
  ['2、3', undefined, 'levels', '2、3', '2、3', '', ''],
  ['7', '筐', 'own', '7筐', '7筐', '筐', '筐'],
] as const)('%s %s of %s', (value, unit, name, zh, en, zhUnit, enUnit) => {
  expect(parameterShown(value, unit, name)).toEqual({ zh, en });
  expect(parameterUnit(unit, name)).toEqual({ zh: zhUnit, en: enUnit });
});
