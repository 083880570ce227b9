// Charlson's index against the published weights.
import { describe, expect, test } from 'vitest';
import { comorbidityIndex } from './comorbidity.ts';

describe('comorbidity', () => {
  test.each([
    [[], 0],
    [['J18.900'], 0],
    // chronic lung disease 1, congestive heart failure 1
    [['J44.900', 'I50.900'], 2],
    // the same disease twice counts once; with complications 2 instead of 1
    [['E11.900', 'E11.200'], 2],
    // cirrhosis 1, with varices 3: one disease
    [['K74.600', 'I85.000'], 3],
    // a tumour 2, its metastasis 6
    [['C34.900', 'C78.000'], 6],
    [['C34.900', 'N18.900', 'I21.900'], 5],
    // C44, other skin cancers, takes no part
    [['C44.900'], 0],
  ])('%j weighs %i', (codes, points) => expect(comorbidityIndex(codes)).toBe(points));
});
