import { deepFreeze, field, isNull, not, param, right, startsWithAny } from '@hengjian/language';
import { rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'second-line-indication',
    code: 'GZ10000101005000',
    title: { zh: '药品限二线使用(限定疾病)', en: 'Second-line drug outside its disease' },
    category: '政策类/药品政策限定类',
    certainty: 'suspect',
    basis: [{ document: '医疗保障基金智能监管规则库(2025年版)', article: '药品限二线使用' }],
    knowledge: { by: 'item', role: 'code', mode: 'alternatives' },
    knowledgeParams: ['diagnoses'],
    // A row that names first-line drugs and no disease is a matter of the rule second-line-drug.
    where: not(isNull(param('diagnoses'))),
    shape: {
      kind: 'pair',
      want: 'absent',
      right: { reads: 'diagnosis', none: 'unknown' },
      link: [[field('encounter'), field('encounter')]],
      on: startsWithAny(right('code'), param('diagnoses')),
    },
    facts: { day: { value: field('day'), form: 'day' }, diagnoses: { value: param('diagnoses'), form: 'texts' } },
    explain: {
      zh: '「{subject}」限二线用于诊断编码为 {diagnoses} 等的疾病,{day} 的就诊没有其中任何一个诊断。',
      en: '"{subject}" is a second-line drug for diagnoses {diagnoses}; the encounter of {day} has none of them.',
    },
  }),
);
