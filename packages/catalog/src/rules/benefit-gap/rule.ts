import { and, coalesce, deepFreeze, eq, field, ge, isNull, le, memberOf, not, param, right } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

const FAR = 2_932_896; // 9999-12-31

export default deepFreeze(
  rule({
    id: 'benefit-gap',
    code: 'DF-35',
    title: { zh: '待遇期外结算', en: 'Settled outside the period of benefits' },
    category: '扩展/行为主体监管类',
    certainty: 'clear',
    grain: 'encounter',
    basis: [{ document: '中华人民共和国社会保险法', article: '第三章' }, regulation('第四十一条')],
    reads: 'insuredEncounter',
    on: field('begunDay'),
    parameters: {
      activeStates: { type: 'texts', title: { zh: '待遇正常的状态编码', en: 'States in which benefits are paid' }, standard: ['1'] },
    },
    where: not(isNull(field('insuredPerson'))),
    exemptions: [
      { id: 'emergency', title: { zh: '急诊抢救', en: 'Emergency care' }, acts: 'finding', when: eq(field('setting'), 'emergency') },
    ],
    key: [field('encounter')],
    shape: {
      kind: 'pair',
      want: 'absent',
      right: { reads: 'benefit' },
      link: [[field('person'), field('person')]],
      on: and(
        le(right('validFrom'), field('begunDay')),
        ge(coalesce(right('validTo'), FAR), field('begunDay')),
        memberOf(right('state'), param('activeStates')),
      ),
    },
    facts: {
      begun: { value: field('begunDay'), form: 'day' },
      insurance: { value: field('insurance'), form: 'insurance' },
      total: { value: field('totalFen'), form: 'fen' },
    },
    explain: {
      zh: '{begun} 的就诊[（按{insurance}结算）]不在参保人任何一段有效的待遇期内，费用 {total} 元。',
      en: 'The encounter of {begun}[ (settled under {insurance})] lies in no period in which the person has benefits, {total} yuan.',
    },
  }),
);
