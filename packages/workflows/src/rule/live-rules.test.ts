import { rules } from '@hengjian/catalog';
import { ruleVocabulary } from '@hengjian/domain';
import { contains, type RuleTree } from '@hengjian/language';
import { expect, test } from 'vitest';
import { treeAsSet } from './live-rules.ts';

const shipped = rules['split-stay'] as RuleTree;
const gap = (value: number, region = '*') => ({ name: 'maxGapDays', region, from: null, to: null, value });

// a readmission within ten days is one within fifteen; of one within twenty that is not said
test.each([
  ['as shipped', [], true],
  ['set to twelve days', [gap(12)], true],
  ['set to seven days', [gap(7)], false],
  ['seven days in one region only: not known', [gap(15), gap(7, '610100')], false],
  ['the same in two rows', [gap(15), gap(15, '610100')], true],
])('what is in force counts as it is set: %s', (_, rows, inside) => {
  const own = treeAsSet({ ...shipped, id: 'local-readmission' }, [gap(10)]);
  expect(contains(own, treeAsSet(shipped, rows), ruleVocabulary)).toBe(inside);
});
