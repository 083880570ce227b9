import { type Check, cellOf, hit, mend } from '../check-type.ts';
import { rounded } from '../lib/numbers.ts';
import { isRate, unitInName } from '../lib/words.ts';

const check: Check = {
  code: 'RATIO_AS_FRACTION',
  severity: 'error',
  title: { zh: '比率用百分数填写', en: 'Rates are written in per cent' },
  basis: { document: '财预〔2021〕101号', article: '指标要素：指标值、计量单位' },
  find: (view) =>
    view.rows.flatMap((row) => {
      const { value, unit } = row.indicator;
      if (typeof value !== 'number' || value <= 0 || value > 1 || !isRate(row.name)) return [];
      // 1 (once) and 0.5 % are values of their own; a fraction of a rate without any unit is a share.
      if (unit !== null || unitInName(row.indicator.name) !== null || Number.isInteger(value) || /[‰%％]/.test(row.valueText)) return [];
      const percent = rounded(value * 100, 4);
      return [
        {
          ...hit('RATIO_AS_FRACTION', row.lines, { name: row.name, found: value, expected: `${percent}%` }),
          mends: [
            mend('certain', cellOf(row, 'value'), [value, percent], 'cell.replace', { what: '指标值' }),
            mend('certain', cellOf(row, 'unit'), [null, '%'], 'cell.replace', { what: '度量单位' }),
          ],
        },
      ];
    }),
};
export default check;
