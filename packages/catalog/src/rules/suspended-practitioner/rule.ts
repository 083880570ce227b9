import { and, coalesce, deepFreeze, eq, field, ge, isNull, le, memberOf, ne, not, or, param, right } from '@hengjian/language';
import { rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'suspended-practitioner',
    code: 'DF-37',
    title: { zh: '暂停/终止支付资格人员开单', en: 'Ordered by a practitioner whose right is suspended' },
    category: '扩展/行为主体监管类',
    certainty: 'clear',
    basis: [
      { document: '关于建立定点医药机构相关人员医保支付资格管理制度的指导意见（医保发〔2024〕23号）' },
      { document: '定点医药机构相关人员医保支付资格管理经办规程（试行）（医保办发〔2024〕34号）' },
    ],
    parameters: {
      stoppedStates: {
        type: 'texts',
        title: { zh: '暂停、终止支付资格的状态编码', en: 'States in which the right is suspended or ended' },
        standard: ['2', '3'],
      },
    },
    // a pharmacy sells without a practitioner's order; where it names one, the order counts
    where: or(ne(field('setting'), 'pharmacy'), not(isNull(field('practitioner')))),
    exemptions: [
      {
        id: 'emergency',
        title: { zh: '急诊抢救', en: 'Emergency care' },
        acts: 'population',
        when: eq(field('setting'), 'emergency'),
      },
    ],
    shape: {
      kind: 'pair',
      want: 'present',
      right: { reads: 'practitionerStanding', none: 'unknown' },
      link: [[field('practitioner'), field('practitioner')]],
      on: and(
        memberOf(right('state'), param('stoppedStates')),
        ge(field('day'), right('stateFrom')),
        le(field('day'), coalesce(right('stateTo'), 2_932_896)),
      ),
    },
    facts: {
      day: { value: field('day'), form: 'day' },
      practitioner: { value: right('practitionerNo'), form: 'text' },
      from: { value: right('stateFrom'), form: 'day' },
      to: { value: right('stateTo'), form: 'day' },
    },
    explain: {
      zh: '「{subject}」{day} 由人员 {practitioner} 开单，其医保支付资格自 {from} 起暂停或终止[，至 {to}]。',
      en: '"{subject}" was ordered on {day} by {practitioner}, whose right is suspended or ended from {from}[ to {to}].',
    },
  }),
);
