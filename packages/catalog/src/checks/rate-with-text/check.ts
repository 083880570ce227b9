import { type Check, hit } from '../check-type.ts';
import { hasDeadline, isRate } from '../lib/words.ts';

const check: Check = {
  code: 'RATE_WITH_TEXT',
  severity: 'warning',
  title: { zh: '比率的指标值是数字', en: 'The target of a rate is a number' },
  basis: { document: '财预〔2015〕88号', article: '绩效指标应当细化、量化' },
  find: (view) =>
    view.rows.flatMap((row) => {
      const { value } = row.indicator;
      if (
        typeof value !== 'string' ||
        !isRate(row.name) ||
        /\d|[一二三四五六七八九十百]分之|全部|零|规定标准|国家标准/.test(value) ||
        hasDeadline(value)
      )
        return [];
      return [hit('RATE_WITH_TEXT', row.lines, { name: row.name, found: value })];
    }),
};
export default check;
