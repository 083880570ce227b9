import { type Check, hit, mend, textAt } from '../check-type.ts';

/** Parts of a cell that each give a target: number with a unit. Dates, ranges, ordinals and 7*24 are one value or none. */
const targetsIn = (text: string): string[] =>
  text
    .replace(/\d+\s*[*×xX]\s*\d+\s*小时/g, '全天')
    .replace(/\d{4}年(?:\d+月)?(?:\d+日)?|\d+月(?:\d+日)?|\d+日前?/g, '')
    .replace(/(\d+(?:\.\d+)?)\s*[%％]?\s*[-—~～至到]\s*\d+(?:\.\d+)?/g, '$1')
    .replace(/第[一二三四五六七八九十\d]+/g, '')
    .replace(/[（(][^（()）]*[)）]/g, '')
    .split(/[，,；;、。\s]+/)
    .filter((part) => /\d+(?:\.\d+)?\s*(?:[%％‰]|[万亿]?[一-龥])/.test(part) && !/^\d+[.、]?$/.test(part));

const check: Check = {
  code: 'SEVERAL_NUMBERS_IN_CELL',
  severity: 'warning',
  title: { zh: '一格一个指标值', en: 'One target a cell' },
  basis: { document: '财预〔2021〕101号', article: '指标要素：每项三级指标对应一个指标值' },
  find: (view) =>
    view.rows.flatMap((row) => {
      const { value } = row.indicator;
      if (typeof value !== 'string') return [];
      const found = targetsIn(value);
      if (found.length < 2) return [];
      const split = mend('certain', textAt(row.valueLine), [value, null], 'row.split', { rows: found.length, values: found });
      return [{ ...hit('SEVERAL_NUMBERS_IN_CELL', row.lines, { name: row.name, found }), mends: [split] }];
    }),
};
export default check;
