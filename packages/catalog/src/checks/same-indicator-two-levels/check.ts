import { type Check, hit } from '../check-type.ts';
import { isSpecific, sameNames } from '../lib/same.ts';

const check: Check = {
  code: 'SAME_INDICATOR_TWO_LEVELS',
  severity: 'warning',
  title: { zh: '同一指标归属同一级次', en: 'One indicator, one level' },
  basis: { document: '财预〔2021〕101号', article: '指标体系：每项三级指标归属一个二级指标' },
  find: (view) =>
    sameNames(view).flatMap((family) => {
      const placed = family.filter((row) => row.branch !== null && isSpecific(row));
      const branches = new Set(placed.map((row) => row.branch));
      const [first] = placed;
      if (!first || branches.size < 2) return [];
      const levels = [...new Set(placed.map((row) => row.indicator.level2 ?? ''))];
      return [
        hit(
          'SAME_INDICATOR_TWO_LEVELS',
          placed.flatMap((row) => row.lines),
          { name: first.name, levels },
        ),
      ];
    }),
};
export default check;
