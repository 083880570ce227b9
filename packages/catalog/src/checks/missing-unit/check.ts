import { type Check, hit } from '../check-type.ts';
import { isRate, unitInName } from '../lib/words.ts';

// The name counts the thing itself.
const COUNTED = /(人数|人次|次数|家数|户数|件数|天数|个数|份数|条数|场次|台数|面积|数量|金额|万元|小时|项数|期数|种类?数)$/;

const check: Check = {
  code: 'MISSING_UNIT',
  severity: 'warning',
  title: { zh: '指标值有计量单位', en: 'Targets carry a unit' },
  basis: { document: '财预〔2021〕101号', article: '指标要素：计量单位' },
  find: (view) =>
    view.rows.flatMap((row) => {
      const { value, unit, name } = row.indicator;
      if (typeof value !== 'number') {
        const half = typeof value === 'string' ? /^[≥≤＞＜><＝=]?\s*\d+(?:\.\d+)?\s*[万亿千百]$/.test(value) : false;
        return half ? [hit('MISSING_UNIT.half', row.lines, { name: row.name, found: String(value) })] : [];
      }
      if (unit !== null)
        return /^[万亿千百]$/.test(unit) ? [hit('MISSING_UNIT.half', row.lines, { name: row.name, found: `${value}${unit}` })] : [];
      // 万 may be read into the number or lost from the unit: the printed cell decides.
      const half = /^[≥≤＞＜><＝=]?\s*\d+(?:\.\d+)?\s*([万亿])$/.exec(row.valueText);
      if (half) return [hit('MISSING_UNIT.half', row.lines, { name: row.name, found: row.valueText })];
      if (isRate(row.name) || COUNTED.test(row.name) || unitInName(name) !== null || /[（(][^（()）]*[)）]\s*$/.test(name) || value === 0)
        return [];
      if (/[^\d\s.≥≤＞＜><＝=,，]/.test(row.valueText)) return [];
      return [hit('MISSING_UNIT.none', row.lines, { name: row.name, found: value })];
    }),
};
export default check;
