import { and, coalesce, deepFreeze, field, ge, isNull, le, not, right } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

const FAR = 2_932_896; // 9999-12-31

export default deepFreeze(
  rule({
    id: 'chronic-approval',
    code: 'DF-35',
    title: { zh: '慢特病备案期外结算', en: 'Settled under a chronic disease whose approval had ended' },
    category: '扩展/行为主体监管类',
    certainty: 'clear',
    grain: 'encounter',
    basis: [{ document: '中华人民共和国社会保险法', article: '第三章' }, regulation('第四十一条')],
    reads: 'approvedEncounter',
    on: field('begunDay'),
    where: not(isNull(field('approvedPerson'))),
    key: [field('encounter')],
    shape: {
      kind: 'pair',
      want: 'absent',
      right: { reads: 'chronicApproval' },
      link: [
        [field('person'), field('person')],
        [field('diseaseCode'), field('diseaseCode')],
      ],
      on: and(le(right('validFrom'), field('begunDay')), ge(coalesce(right('validTo'), FAR), field('begunDay'))),
    },
    facts: {
      begun: { value: field('begunDay'), form: 'day' },
      disease: { value: field('diseaseCode'), form: 'text' },
      total: { value: field('totalFen'), form: 'fen' },
    },
    explain: {
      zh: '{begun} 的就诊按门诊慢特病 {disease} 结算，当天不在参保人该病种的备案有效期内，费用 {total} 元。',
      en: 'The encounter of {begun} was settled under chronic disease {disease}, for which the person was not approved that day, {total} yuan.',
    },
  }),
);
