import { expect, test } from 'vitest';
import { valuesAround } from './values-around.ts';

test.each([
  [35, [18, 25, 30, 35, 42, 53, 70]],
  [2, [0, 1, 2, 3, 4, 5]],
  [0, [0, 1, 2, 3]],
  [100, [50, 70, 85, 100, 120, 150, 200]],
])('beside %d', (standing, values) => expect(valuesAround(standing)).toEqual(values));
