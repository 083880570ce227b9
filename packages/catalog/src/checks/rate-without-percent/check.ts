import { type Check, hit } from '../check-type.ts';
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
      return [hit('RATE_WITHOUT_PERCENT', row.lines, { name: row.name, found: value as number })];
    }),
};
export default check;
