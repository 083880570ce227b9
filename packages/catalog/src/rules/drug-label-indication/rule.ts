import { deepFreeze } from '@hengjian/language';
import { diagnosisRule } from '../../families.ts';

export default deepFreeze(
  diagnosisRule({
    id: 'drug-label-indication',
    code: 'GZ10000301007000',
    title: { zh: '超说明书适应症用药', en: 'Drug used beyond the indications of its label' },
    category: '医疗类/药品合理使用类',
    explain: {
      zh: '「{subject}」说明书适应症的诊断编码为 {diagnoses} 等，{day} 的就诊没有其中任何一个诊断。',
      en: '"{subject}" is labelled for diagnoses {diagnoses}; the encounter of {day} has none of them.',
    },
  }),
);
