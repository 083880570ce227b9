import { expect, test } from 'vitest';
import { compareWithTruth, type TruthRow } from './export-findings.ts';

const row = (given: Partial<TruthRow>): TruthRow => ({
  rule_id: 'r',
  subject_id: 's',
  mdtrt_id: '',
  setl_id: '',
  feedetl_sns: '',
  ...given,
});

test('every finding and every row counts, also two on the same records; the order within a list does not', () => {
  const findings = [
    row({ mdtrt_id: 'M1' }),
    row({ mdtrt_id: 'M1' }), // another lineage on the same encounter
    row({ mdtrt_id: 'M2' }), // nobody planted it
    row({ feedetl_sns: 'M3:2;M3:1' }),
  ];
  const truth = [row({ mdtrt_id: 'M1' }), row({ feedetl_sns: 'M3:1;M3:2' }), row({ setl_id: 'S9' })];
  expect(compareWithTruth(findings, truth)).toEqual([
    {
      ruleId: 'r',
      planted: 3,
      found: 4,
      matched: 2,
      confirmed: 3,
      precision: 3 / 4,
      recall: 2 / 3,
      missed: ['settlements S9'],
      unplanted: ['encounters M2'],
    },
  ]);
});

test('a rule nobody planted has no recall, one that found nothing no precision', () => {
  const [found, planted] = compareWithTruth([row({ rule_id: 'a' })], [row({ rule_id: 'b' })]);
  expect(found).toMatchObject({ ruleId: 'a', precision: 0, recall: null });
  expect(planted).toMatchObject({ ruleId: 'b', precision: null, recall: 0 });
});
