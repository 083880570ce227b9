import { type Check, hit } from '../check-type.ts';
import { scoredPhases } from '../lib/phase.ts';
import { unitOf } from '../lib/scores.ts';
import { kindOfUnit, kindsDiffer } from '../lib/words.ts';

const check: Check = {
  code: 'ACTUAL_UNIT',
  severity: 'warning',
  title: { zh: '完成值与指标值同一种计量', en: 'Target and actual are measured alike' },
  basis: { document: '财预〔2020〕10号', article: '单位自评：实际完成值与年度指标值逐项比较' },
  phases: ['monitoring', ...scoredPhases],
  explainedBy: /口径|折合|换算/,
  find: (view) =>
    view.rows.flatMap((row) => {
      const { value, unit, actual } = row.indicator;
      // Only a cell that is one number with its unit: 完成3次培训 is a sentence.
      if (typeof value !== 'number' || typeof actual !== 'string' || !/^[≥≤＞＜><＝=约\s]*\d[\d,，.]*\s*\S{1,5}$/.test(actual.trim()))
        return [];
      const own = unitOf(actual);
      return kindsDiffer(kindOfUnit(unit), kindOfUnit(own))
        ? [hit('ACTUAL_UNIT', row.lines, { name: row.name, expected: unit ?? '', found: own })]
        : [];
    }),
};
export default check;
