import { coalesce, dayOf, deepFreeze, eq, field, gt, lt, or } from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'operation-outside-stay',
    code: 'GZ10000201001000',
    title: { zh: '结算清单手术日期不符', en: 'Operation dated outside the stay' },
    category: '管理类/信息数据监管类',
    certainty: 'quality',
    grain: 'encounter',
    basis: [nationalBasis('医保结算清单信息异常')],
    reads: 'operation',
    on: coalesce(field('day'), field('settledDay')),
    where: eq(field('setting'), 'inpatient'),
    key: [field('encounter')],
    shape: { kind: 'row', when: or(lt(field('day'), dayOf(field('begunAt'))), gt(field('day'), dayOf(field('endedAt')))) },
    money: { kind: 'none' },
    facts: {
      code: { value: field('code'), form: 'text' },
      day: { value: field('day'), form: 'day' },
      begun: { value: dayOf(field('begunAt')), form: 'day' },
      ended: { value: field('endedAt'), form: 'instant' },
    },
    explain: {
      zh: '手术操作 {code} 填报日期 {day}，不在住院期间：{begun} 入院[，{ended} 出院]，应退回更正。',
      en: 'Operation {code} is dated {day}, outside the stay: admitted {begun}[, discharged {ended}]; to be corrected.',
    },
  }),
);
