import { and, choose, coalesce, deepFreeze, field, gt, isNull, lt, not, or, param, subtract } from '@hengjian/language';
import { dischargedStay, nationalBasis, rule } from '../../fragments.ts';

const nights = subtract(field('endedDay'), field('begunDay'));
/** Admitted and discharged on one day is a stay of one day. */
const days = choose(lt(nights, 1), 1, nights);

export default deepFreeze(
  rule({
    id: 'stay-days-mismatch',
    code: 'GZ10000201001000',
    title: { zh: '结算清单住院天数不符', en: 'Stated days of stay at odds with its dates' },
    category: '管理类/信息数据监管类',
    certainty: 'quality',
    grain: 'encounter',
    basis: [nationalBasis('医保结算清单信息异常')],
    reads: 'encounter',
    on: coalesce(field('begunDay'), field('settledDay')),
    parameters: {
      toleranceDays: { type: 'int', title: { zh: '允许相差的天数', en: 'Days allowed' }, unit: '天', standard: 0 },
    },
    where: and(dischargedStay, not(isNull(field('statedStayDays')))),
    key: [field('encounter')],
    shape: {
      kind: 'row',
      when: or(
        gt(subtract(field('statedStayDays'), days), param('toleranceDays')),
        gt(subtract(days, field('statedStayDays')), param('toleranceDays')),
      ),
    },
    money: { kind: 'none' },
    facts: {
      stated: { value: field('statedStayDays'), form: 'int' },
      days: { value: days, form: 'int' },
      begun: { value: field('begunDay'), form: 'day' },
      ended: { value: field('endedDay'), form: 'day' },
    },
    explain: {
      zh: '{begun} 入院、{ended} 出院应为 {days} 天，填报的实际住院天数为 {stated} 天，应退回更正。',
      en: 'Admitted {begun} and discharged {ended} makes {days} days; {stated} are stated; to be corrected.',
    },
  }),
);
