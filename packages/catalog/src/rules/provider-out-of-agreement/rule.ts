import { and, choose, coalesce, deepFreeze, eq, field, gt, isNull, literal, lt, or, right } from '@hengjian/language';
import { rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'provider-out-of-agreement',
    code: 'DF-36',
    title: { zh: '机构协议外结算', en: 'Settled by an institution outside its agreement' },
    category: '扩展/行为主体监管类',
    certainty: 'clear',
    grain: 'encounter',
    basis: [
      { document: '医疗机构医疗保障定点管理暂行办法（国家医保局令第2号）' },
      { document: '零售药店医疗保障定点管理暂行办法（国家医保局令第3号）' },
      { document: '医疗保障基金使用监督管理条例实施细则（国家医保局令第7号）', article: '第二十七条' },
    ],
    reads: 'encounter',
    on: coalesce(field('begunDay'), field('settledDay')),
    exemptions: [
      {
        id: 'emergency',
        title: { zh: '急诊抢救', en: 'Emergency care' },
        acts: 'population',
        when: eq(field('setting'), 'emergency'),
      },
    ],
    key: [field('encounter')],
    shape: {
      kind: 'pair',
      want: 'present',
      right: { reads: 'provider', none: 'unknown' },
      link: [[field('provider'), field('provider')]],
      on: choose(
        and(isNull(right('agreementFrom')), isNull(right('agreementTo'))),
        literal(null),
        or(
          lt(field('begunDay'), coalesce(right('agreementFrom'), -1_000_000)),
          gt(field('begunDay'), coalesce(right('agreementTo'), 2_932_896)),
        ),
      ),
    },
    facts: {
      begun: { value: field('begunDay'), form: 'day' },
      provider: { value: right('providerNo'), form: 'text' },
      from: { value: right('agreementFrom'), form: 'day' },
      to: { value: right('agreementTo'), form: 'day' },
    },
    explain: {
      zh: '{begun} 的就诊不在机构 {provider} 的医保协议期内[，协议自 {from}][，至 {to}]。',
      en: 'The encounter of {begun} lies outside the agreement of institution {provider}[, in force from {from}][, to {to}].',
    },
  }),
);
