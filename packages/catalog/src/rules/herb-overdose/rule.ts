import { deepFreeze, eq, field, maximum, multiply, param, sumExceeds, sumKnown } from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

/** A prescription is taken one dose a day: what may be uploaded is the largest daily amount times the days. */
const most = multiply(param('maxDaily'), maximum(field('supplyDays')));

export default deepFreeze(
  rule({
    id: 'herb-overdose',
    code: 'NC-中药饮片超量上传',
    title: { zh: '中药饮片超量上传', en: 'More of a herb than its largest dose' },
    category: '医疗类/药品合理使用类',
    certainty: 'suspect',
    grain: 'prescription',
    basis: [nationalBasis('中药饮片超量上传'), { document: '中华人民共和国药典（2020年版）一部', article: '各饮片【用法与用量】' }],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    knowledgeParams: ['maxDaily'],
    where: eq(field('kind'), 'herb'),
    key: [field('encounter'), field('prescriptionNo')],
    shape: { kind: 'group', when: sumExceeds(field('quantity'), most) },
    money: { kind: 'excess', quantity: field('quantity'), limit: most },
    facts: {
      prescription: { value: field('prescriptionNo'), form: 'text' },
      total: { value: sumKnown(field('quantity')), form: 'quantity' },
      days: { value: maximum(field('supplyDays')), form: 'int' },
      max: { value: param('maxDaily'), form: 'quantity' },
    },
    explain: {
      zh: '处方 {prescription} 的「{subject}」共 {total} 克、{days} 天（剂），超过每日最大用量 {max} 克。',
      en: 'Prescription {prescription} has {total} g of "{subject}" for {days} days, above {max} g a day.',
    },
  }),
);
