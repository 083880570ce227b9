import { deepFreeze, field, inList, ne, param } from '@hengjian/language';
import { rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'drug-sex',
    code: 'GZ10000301004000',
    title: { zh: '药品区分性别使用', en: 'Drug restricted to one sex' },
    category: '医疗类/药品合理使用类',
    certainty: 'clear',
    basis: [{ document: '医疗保障基金智能监管规则库(2025年版)', article: '药品区分性别使用' }],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    knowledgeParams: ['sex'],
    where: inList(field('kind'), 'drug', 'herb'),
    shape: { kind: 'row', when: ne(field('sex'), param('sex')) },
    facts: { sex: { value: field('sex'), form: 'sex' }, required: { value: param('sex'), form: 'sex' } },
    explain: {
      zh: '「{subject}」限{required}性使用,参保人性别为{sex}。',
      en: '"{subject}" is for {required} only; the insured person is {sex}.',
    },
  }),
);
