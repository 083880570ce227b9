import { type Check, hit } from '../check-type.ts';
import { isChange, isPercent, isRate } from '../lib/words.ts';

const BASE = /较|比|同比|环比|上年|去年|上一年|年度增长|每年|年均|基期|以\d{4}年|历史|年初|同期|以来|预算/;

const check: Check = {
  code: 'NO_BASELINE',
  severity: 'info',
  title: { zh: '升降指标写明比较基数', en: 'Changes say from where' },
  basis: { document: '财预〔2015〕88号', article: '绩效指标值的依据：计划标准、行业标准、历史标准' },
  find: (view) =>
    view.rows.flatMap((row) => {
      const { value, unit } = row.indicator;
      const cell = row.valueText || (typeof value === 'string' ? value : '');
      // The change may be named (下降率 ≥10%) or stand in the cell (使用率提高5%).
      const named = typeof value === 'number' && isPercent(unit) && isChange(row.name) && !/(能力|水平|服务|作用)$/.test(row.name);
      const inCell = /(提高|提升|增长|增加|下降|降低|减少)(至|到)?\s*\d+(?:\.\d+)?\s*[%％]/.exec(cell);
      if ((!named && !inCell) || inCell?.[2] || BASE.test(row.name) || BASE.test(cell) || BASE.test(row.indicator.remark ?? '')) return [];
      // 提高…覆盖率 ≥95%, 降低…比例 to a level: the name is a rate of its own, the value is that rate and no change.
      if (named && !inCell && isRate(row.name) && !/(增长|下降|降低|提高|提升|上升|减少)(率|比例|幅度)$/.test(row.name)) return [];
      return [hit('NO_BASELINE', row.lines, { name: row.name, found: cell || `${value}${unit ?? ''}` })];
    }),
};
export default check;
