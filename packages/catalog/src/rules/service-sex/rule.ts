import { deepFreeze, field, ne, param } from '@hengjian/language';
import { rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'service-sex',
    code: 'GZ10000302004000',
    title: { zh: '医疗服务项目区分性别使用', en: 'Service restricted to one sex' },
    category: '医疗类/医疗服务项目合理使用类',
    certainty: 'clear',
    basis: [{ document: '医疗保障基金智能监管规则库(2025年版)', article: '医疗服务项目区分性别使用' }],
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
