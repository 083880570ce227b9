import { type Check, cellOf, hit, mend } from '../check-type.ts';
import { isRate, unitInName } from '../lib/words.ts';

const check: Check = {
  code: 'RATE_WITHOUT_PERCENT',
  severity: 'warning',
  title: { zh: '比率写明百分号', en: 'Rates carry their %' },
  basis: { document: '财预〔2021〕101号', article: '指标要素：计量单位' },
  find: (view) =>
    view.rows.flatMap((row) => {
      const { value, unit } = row.indicator;
      const whole = typeof value === 'number' && (value > 1 || Number.isInteger(value));
      if (
        !whole ||
        value === 0 ||
        unit !== null ||
        !isRate(row.name) ||
        unitInName(row.indicator.name) !== null ||
        /[%％‰]/.test(row.valueText)
      )
        return [];
      // A share of at most a hundred is one in per cent; 300 may be per mille or a count with a wrong name.
      const certain = (value as number) <= 100;
      return [
        {
          ...hit('RATE_WITHOUT_PERCENT', row.lines, { name: row.name, found: value as number }),
          mends: certain ? [mend('certain', cellOf(row, 'unit'), [null, '%'], 'cell.replace', { what: '度量单位' })] : [],
        },
      ];
    }),
};
export default check;
