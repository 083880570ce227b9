import { deepFreeze, field, param, right, startsWithAny } from '@hengjian/language';
import { rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'consumable-indication',
    code: 'NC-医用耗材限疾病使用',
    title: { zh: '医用耗材限疾病使用', en: 'Consumable restricted to certain diagnoses' },
    category: '医疗类/医用耗材合理使用类',
    certainty: 'suspect',
    basis: [{ document: '医疗保障基金智能监管规则库(2025年版)', article: '医用耗材限疾病使用' }],
    knowledge: { by: 'item', role: 'code', mode: 'alternatives' },
    knowledgeParams: ['diagnoses'],
    shape: {
      kind: 'pair',
      want: 'absent',
      right: { reads: 'diagnosis', none: 'unknown' },
      link: [[field('encounter'), field('encounter')]],
      on: startsWithAny(right('code'), param('diagnoses')),
    },
    facts: { day: { value: field('day'), form: 'day' }, diagnoses: { value: param('diagnoses'), form: 'texts' } },
    explain: {
      zh: '「{subject}」限定支付适应症的诊断编码为 {diagnoses} 等,{day} 的就诊没有其中任何一个诊断。',
      en: '"{subject}" is payable for diagnoses {diagnoses} only; the encounter of {day} has none of them.',
    },
  }),
);
