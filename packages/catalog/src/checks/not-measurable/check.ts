import { type Check, type Hit, hit } from '../check-type.ts';
import type { Row } from '../lib/view.ts';
import { hasDeadline, isPercent, isRate, VAGUE } from '../lib/words.ts';

// Nouns of which 100 % means nothing.
const NO_SHARE = /(能力|水平|建设|试点|治理|管理|作用|意识|形象|氛围|情况|影响|调整|推进|服务|机制|制度|体系|质量)$/;

function find(row: Row): Hit[] {
  const { value, unit, level2 } = row.indicator;
  const found = typeof value === 'number' ? `${value}${unit ?? ''}` : (value ?? '');
  if (typeof value === 'number') {
    const all = value === 100 && isPercent(unit);
    // The cell may name the rate itself (覆盖率100%).
    const named = /(率|比例|占比|度)\s*(达到?|为|[≥=＝])?\s*100/.test(row.valueText) || /办结|报送|完成率/.test(row.name);
    if (all && !named && !isRate(row.name) && NO_SHARE.test(row.name))
      return [hit('NOT_MEASURABLE.percent', row.lines, { name: row.name, found })];
    return [];
  }
  // ≥ before words promises a number that is not there; 国家规定标准 can be looked up, so it is only told as a warning of form.
  if (value !== null && /^[≥≤＞＜><]/.test(row.valueText) && !/\d/.test(row.valueText))
    return [hit('NOT_MEASURABLE.sign', row.lines, { name: row.name, found: row.valueText })];
  if (value === null || /\d|[零〇]|[一二三四五六七八九十]+[次个家项份场]/.test(value)) return [];
  // A rate with words has a finding of its own.
  if (isRate(row.name) && !/满意/.test(row.name)) return [];
  if (/^(无|零|未|不)(?!断)(发生|出现|重大|责任|违)?/.test(value) && value.length > 1) return [];
  if (hasDeadline(value)) return [];
  const satisfaction = row.branch === '满意度' || /满意/.test(level2 ?? '');
  // 定性 is allowed for effects (10号 gives it three classes): a remark there, a warning for outputs and satisfaction.
  if (VAGUE.test(value))
    return [
      hit('NOT_MEASURABLE.words', row.lines, { name: row.name, found: value }, row.tier === '效益' && !satisfaction ? 'info' : 'warning'),
    ];
  return satisfaction ? [hit('NOT_MEASURABLE.words', row.lines, { name: row.name, found: value })] : [];
}

const check: Check = {
  code: 'NOT_MEASURABLE',
  severity: 'warning',
  title: { zh: '指标值可衡量', en: 'Targets can be measured' },
  basis: { document: '财预〔2015〕88号', article: '绩效目标应当细化量化；不能以量化形式表述的，可采用定性表述，但应具有可衡量性' },
  find: (view) => view.rows.flatMap(find),
};
export default check;
