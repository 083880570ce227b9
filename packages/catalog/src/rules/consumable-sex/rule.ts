import { deepFreeze, field, ne, param } from '@hengjian/language';
import { rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'consumable-sex',
    code: 'NC-医用耗材与性别不符',
    title: { zh: '医用耗材与性别不符', en: 'Consumable at odds with sex' },
    category: '医疗类/医用耗材合理使用类',
    certainty: 'clear',
    basis: [{ document: '医疗保障基金智能监管规则库(2025年版)', article: '医用耗材与性别不符' }],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    knowledgeParams: ['sex'],
    shape: { kind: 'row', when: ne(field('sex'), param('sex')) },
    facts: { sex: { value: field('sex'), form: 'sex' }, required: { value: param('sex'), form: 'sex' } },
    explain: {
      zh: '「{subject}」限{required}性使用,参保人性别为{sex}。',
      en: '"{subject}" is for {required} patients only; the insured person is {sex}.',
    },
  }),
);
