import { type Check, cellOf, hit, mend } from '../check-type.ts';
import { onlyNumber } from '../lib/numbers.ts';
import { isBoundedShare, isChange, isPercent, isRate, unitInName } from '../lib/words.ts';

const check: Check = {
  code: 'SHARE_OVER_100',
  severity: 'error',
  title: { zh: '占比不超过100%', en: 'A share is at most 100 %' },
  basis: { document: '财预〔2015〕88号', article: '绩效指标值应当合理可行；部分占整体的比率以100%为限' },
  explainedBy: /(户籍|常住|流动|外来|异地|口径)/,
  find: (view) =>
    view.rows.flatMap((row) => {
      const { value, unit, operator, actual } = row.indicator;
      const percent = isPercent(unit) || isPercent(unitInName(row.indicator.name));
      const all = value === 100 && (operator === '≥' || operator === '>');
      // Not a share by its name, but in per cent: growth and completion may pass 100, anything else is asked about.
      if (!isBoundedShare(row.name))
        return all && isPercent(unit) && !isRate(row.name) && !isChange(row.name)
          ? [
              {
                ...hit('SHARE_OVER_100.doubt', row.lines, { name: row.name, found: 100 }, 'info'),
                mends: [mend('possible', cellOf(row, 'operator'), [operator, '='], 'cell.perhaps', { what: '指标性质' })],
              },
            ]
          : [];
      if (!percent) return [];
      const reached = typeof actual === 'number' ? actual : actual === null ? null : onlyNumber(actual);
      const over = [typeof value === 'number' ? value : null, reached].find((number) => number !== null && number > 100);
      if (over !== undefined && over !== null && !(over === value && (operator === '≤' || operator === '<')))
        return [hit('SHARE_OVER_100.over', row.lines, { name: row.name, found: over })];
      if (all)
        return [
          {
            ...hit('SHARE_OVER_100.least', row.lines, { name: row.name, found: value }, operator === '>' ? 'error' : 'warning'),
            mends: [mend('certain', cellOf(row, 'operator'), [operator, '='], 'cell.replace', { what: '指标性质' })],
          },
        ];
      return [];
    }),
};
export default check;
