import { and, deepFreeze, fold, ge, le, not, param } from '@hengjian/language';
import { nationalBasis } from '../../fragments.ts';
import { percentParameter, standing } from '../../peer-fragments.ts';
import { daysSinceDischarge, readmittedWithin, sentOnOrDied, stayShareRule, staysInOrder } from '../../stays.ts';

export default deepFreeze(
  stayShareRule(
    {
      id: 'unplanned-readmission',
      code: 'ZB10000205008000',
      title: { zh: '非计划再入院率', en: 'Unplanned readmission' },
      category: '管理类/统计指标监测类',
      basis: [nationalBasis('非计划再入院率')],
      parameters: { maxGapDays: readmittedWithin(31) },
      facts: { maxGapDays: { value: param('maxGapDays'), form: 'int' } },
      explain: {
        zh: `{year} 年{level}医院住院 {denominator} 次（不含计划性放化疗、透析），其中 {numerator} 次是本院出院 {maxGapDays} 天内再入院，占 {value}，超过参考值 {limit}；${standing.zh}`,
        en: `{numerator} of {denominator} stays in {year} within {maxGapDays} days of a discharge from the same institution, {value}, above {limit}; ${standing.en}`,
      },
    },
    {
      counted: and(ge(daysSinceDischarge, 0), le(daysSinceDischarge, param('maxGapDays')), not(sentOnOrDied(fold('way')))),
      limit: percentParameter('再入院率参考值', 'Rate that is taken as usual', 8),
      stream: staysInOrder(),
    },
  ),
);
