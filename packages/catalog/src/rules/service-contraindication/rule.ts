import { deepFreeze, field, param, right, startsWithAny } from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'service-contraindication',
    code: 'GZ10000302005000',
    title: { zh: '医疗服务项目禁忌症', en: 'Service contraindicated by a diagnosis' },
    category: '医疗类/医疗服务项目合理使用类',
    certainty: 'suspect',
    basis: [nationalBasis('医疗服务项目禁忌症')],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    knowledgeParams: ['diagnoses'],
    shape: {
      kind: 'pair',
      want: 'present',
      right: { reads: 'diagnosis', none: 'unknown' },
      link: [[field('encounter'), field('encounter')]],
      on: startsWithAny(right('code'), param('diagnoses')),
    },
    facts: { day: { value: field('day'), form: 'day' }, diagnosis: { value: right('code'), form: 'text' } },
    explain: {
      zh: '「{subject}」对诊断 {diagnosis} 属禁忌，{day} 的就诊有这一诊断。',
      en: '"{subject}" is contraindicated with diagnosis {diagnosis}, which the encounter of {day} has.',
    },
  }),
);
