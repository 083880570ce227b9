import { type Check, hit } from '../check-type.ts';
import { bare, isRate, kindOfUnit, kindsDiffer, type UnitKind, unitInName } from '../lib/words.ts';

/** What a name by its last words is the number of; null where they do not say. */
function kindOfName(printed: string): UnitKind | null {
  const name = bare(printed);
  if (isRate(name) && !/(比例|比)$/.test(name)) return '比率';
  if (/(人数|人次|人员数量?)$/.test(name)) return '人数';
  if (/(次数|场次|期数)$/.test(name)) return '次数';
  if (/(家数|机构数量?|户数)$/.test(name)) return '机构数';
  if (/(天数|时长|时限|工作日)$/.test(name)) return '时间';
  if (/(金额|总额|费用|经费)$/.test(name) && !/(控制|减轻|降低|增长|下降|节约|提高|减少)/.test(name)) return '金额';
  return null;
}

const check: Check = {
  code: 'UNIT_FITS_NAME',
  severity: 'warning',
  title: { zh: '计量单位与指标名称相符', en: 'The unit fits the name' },
  basis: { document: '财预〔2021〕101号', article: '指标要素：指标名称、指标值、计量单位' },
  explainedBy: /口径|折合|换算/,
  find: (view) =>
    view.rows.flatMap((row) => {
      const { value, unit, name } = row.indicator;
      // A unit in the name's brackets has a check of its own.
      if (typeof value !== 'number' || unit === null || unitInName(name) !== null) return [];
      const expected = kindOfName(name);
      const found = kindOfUnit(unit);
      // 金额 in per cent is a share of it, 人次 in per cent a share of a plan: told only where the name itself is a rate or a time.
      if (expected === null || !kindsDiffer(expected, found) || (found === '比率' && expected !== '时间' && expected !== '次数')) return [];
      return [hit('UNIT_FITS_NAME', row.lines, { name: row.name, expected, found: unit })];
    }),
};
export default check;
