import { add, choose, coalesce, deepFreeze, field, gt, isNull, literal, param } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'after-death',
    code: 'DF-04',
    title: { zh: '死亡后就医/购药/结算', en: 'Care after death' },
    category: '扩展/行为主体监管类',
    certainty: 'clear',
    grain: 'encounter',
    basis: [regulation('第四十条第（一）项、第四十一条'), { document: '医疗保障基金使用监督管理条例实施细则（国家医保局令第7号）' }],
    reads: 'encounter',
    on: coalesce(field('begunDay'), field('settledDay')),
    parameters: {
      graceDays: { type: 'int', title: { zh: '死亡日后宽限天数', en: 'Days of grace after death' }, unit: '天', standard: 1 },
    },
    key: [field('encounter')],
    shape: {
      kind: 'row',
      when: choose(isNull(field('deathDay')), literal(false), gt(field('begunDay'), add(field('deathDay'), param('graceDays')))),
    },
    facts: {
      death: { value: field('deathDay'), form: 'day' },
      begun: { value: field('begunAt'), form: 'instant' },
      setting: { value: field('setting'), form: 'setting' },
    },
    explain: {
      zh: '参保人已于 {death} 死亡，{begun} 仍有[{setting}]就诊记录。',
      en: 'The insured person died on {death}; an encounter[ ({setting})] began at {begun}.',
    },
  }),
);
