import { add, dayOf, deepFreeze, eq, field, gt, lt, or, param } from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

const admitted = dayOf(field('begunAt'));

export default deepFreeze(
  rule({
    id: 'fee-outside-stay',
    code: 'GZ10000201008000',
    title: { zh: '计费日期与住院时间不符', en: 'Charge dated outside the stay' },
    category: '管理类/信息数据监管类',
    certainty: 'clear',
    basis: [nationalBasis('计费日期与住院时间不符')],
    parameters: {
      graceDays: { type: 'int', title: { zh: '出院后允许补记的天数', en: 'Days allowed for late posting' }, unit: '天', standard: 0 },
    },
    where: eq(field('setting'), 'inpatient'),
    shape: { kind: 'row', when: or(lt(field('day'), admitted), gt(field('day'), add(dayOf(field('endedAt')), param('graceDays')))) },
    facts: {
      day: { value: field('day'), form: 'day' },
      begun: { value: admitted, form: 'day' },
      ended: { value: field('endedAt'), form: 'instant' },
    },
    explain: {
      zh: '「{subject}」计费日期 {day} 不在住院期间：{begun} 入院[，{ended} 出院]。',
      en: '"{subject}" is dated {day}, outside the stay: admitted {begun}[, discharged {ended}].',
    },
  }),
);
