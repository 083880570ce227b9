import { coalesce, dayOf, deepFreeze, field, inList, param, startsWithAny } from '@hengjian/language';
import { rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'third-party-injury',
    code: 'DF-34',
    title: { zh: '工伤/第三方责任', en: 'Injury that somebody else may have to pay' },
    category: '扩展/行为主体监管类',
    certainty: 'suspect',
    grain: 'encounter',
    basis: [
      { document: '中华人民共和国社会保险法', article: '第三十条' },
      { document: '医疗保障基金使用监督管理条例实施细则（国家医保局令第7号）', article: '第二十九条' },
    ],
    reads: 'diagnosis',
    on: coalesce(dayOf(field('begunAt')), field('settledDay')),
    parameters: {
      causes: {
        type: 'texts',
        title: { zh: '应查责任的外因编码前缀', en: 'External causes to be inquired into' },
        // V: traffic; X85–X99, Y00–Y09: assault; Y96: at work
        standard: ['V', 'X85', 'X86', 'X87', 'X88', 'X89', 'X9', 'Y0', 'Y96'],
      },
    },
    where: inList(field('insurance'), 'employee', 'resident'),
    key: [field('encounter')],
    shape: { kind: 'row', when: startsWithAny(field('code'), param('causes')) },
    facts: { code: { value: field('code'), form: 'text' }, insurance: { value: field('insurance'), form: 'insurance' } },
    explain: {
      zh: '本次就诊按{insurance}结算，外因编码 {code} 提示可能由工伤保险或第三人负担，付款前应查明责任。',
      en: 'Settled under {insurance}; the external cause {code} suggests that work-injury insurance or a third party is liable.',
    },
  }),
);
