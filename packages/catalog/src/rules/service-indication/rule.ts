import { deepFreeze, field, param, right, startsWithAny } from '@hengjian/language';
import { rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'service-indication',
    code: 'GZ10000102007000',
    title: { zh: '医疗服务项目限适应症', en: 'Service restricted to certain diagnoses' },
    category: '政策类/医疗服务项目政策限定类',
    certainty: 'suspect',
    basis: [{ document: '医疗保障基金智能监管规则库(2025年版)', article: '医疗服务项目限适应症' }],
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
