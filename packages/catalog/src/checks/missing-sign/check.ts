import { type Check, cellOf, hit, mend } from '../check-type.ts';
import { targetPhases } from '../lib/phase.ts';
import { hasSign, isPercent, unitInName } from '../lib/words.ts';

// What is wanted the more the better: people taught, bodies inspected, satisfaction.
const MORE = /满意度|知晓率|覆盖率|(培训|宣传|检查|参保|惠及|受益).*(人数|人次|次数|家数|场次|率)$/;

const check: Check = {
  code: 'MISSING_SIGN',
  severity: 'info',
  title: { zh: '指标值写明≥、≤或=', en: 'Targets carry a sign' },
  basis: { document: '财预〔2021〕101号', article: '指标要素：指标性质（＞、＜、＝、≥、≤）' },
  phases: targetPhases,
  find: (view) =>
    view.projects.flatMap((form) => {
      const numeric = form.rows.filter((row) => typeof row.indicator.value === 'number' && row.indicator.operator !== 'qualitative');
      const signed = numeric.filter((row) => hasSign(row.text) || row.indicator.operator !== '=');
      // A form that never prints a sign has another layout; only the odd row out is told.
      if (signed.length === 0) return [];
      return (
        numeric
          .filter((row) => row.indicator.operator === '=' && !hasSign(row.text))
          // 100 % of a share needs no sign: it is both the least and the most.
          .filter((row) => !(row.indicator.value === 100 && (isPercent(row.indicator.unit) || isPercent(unitInName(row.indicator.name)))))
          // A change says its direction; what happens every quarter has its number by itself.
          .filter((row) => !/提高|提升|增长|增加|下降|降低|减少/.test(row.text) && !/每(季度?|月|年|周)/.test(row.name))
          // Prices and standards are what they are.
          .filter((row) => row.tier !== '成本' && !/标准|单价|[*×xX]/.test(`${row.name}${row.valueText}`))
          .map((row) => ({
            ...hit('MISSING_SIGN', row.lines, { name: row.name, found: `${row.indicator.value}${row.indicator.unit ?? ''}` }),
            mends: MORE.test(row.name)
              ? [mend('possible', cellOf(row, 'operator'), [row.indicator.operator, '≥'], 'cell.perhaps', { what: '指标性质' })]
              : [],
          }))
      );
    }),
};
export default check;
