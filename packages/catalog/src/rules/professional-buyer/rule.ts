import {
  add,
  and,
  choose,
  coalesce,
  countDistinctKnown,
  deepFreeze,
  field,
  ge,
  monthStart,
  ne,
  param,
  subtract,
  sumExceeds,
  sumKnown,
  yearStart,
} from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

const year = yearStart(field('day'));
/** 1 January or (182 or, in a leap year, 183 days later) 1 July: the day count 181 is never in June's second half-year and always before July's. */
const halfYear = choose(ge(subtract(monthStart(field('day')), year), 181), add(year, 181), year);

export default deepFreeze(
  rule({
    id: 'professional-buyer',
    code: 'DF-21',
    title: { zh: '职业开药人', en: 'Drug collected from many institutions' },
    category: '扩展/行为主体监管类',
    certainty: 'suspect',
    grain: 'person',
    basis: [
      regulation('第三十八条第（五）项、第四十一条第（三）项'),
      { document: '医疗保障基金使用监督管理条例实施细则（国家医保局令第7号）', article: '第二十九条至第三十二条' },
    ],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    knowledgeParams: ['max'],
    parameters: {
      minProviders: { type: 'int', title: { zh: '机构数达到', en: 'Institutions at least' }, unit: '家', standard: 3 },
    },
    where: ne(field('setting'), 'inpatient'),
    key: [field('person'), halfYear],
    shape: {
      kind: 'group',
      when: and(ge(countDistinctKnown(field('provider')), param('minProviders')), sumExceeds(field('quantity'), param('max'))),
    },
    money: { kind: 'excess', quantity: field('quantity'), limit: param('max') },
    facts: {
      half: { value: coalesce(halfYear, 0), form: 'day' },
      quantity: { value: sumKnown(field('quantity')), form: 'quantity' },
      max: { value: param('max'), form: 'quantity' },
      providers: { value: countDistinctKnown(field('provider')), form: 'int' },
    },
    explain: {
      zh: '自 {half} 起的半年内在 {providers} 家机构配取「{subject}」{quantity}，超过合理用量 {max}。',
      en: 'In the half-year from {half} {quantity} of "{subject}" were collected at {providers} institutions, more than the {max} that can be used.',
    },
  }),
);
