import { deepFreeze } from '@hengjian/language';
import { diagnosisRule } from '../../families.ts';

export default deepFreeze(
  diagnosisRule({
    id: 'drug-label-indication',
    code: 'GZ10000301007000',
    title: { zh: '超说明书适应症用药', en: 'Drug used beyond the indications of its label' },
    category: '医疗类/药品合理使用类',
    explain: {
      zh: '「{subject}」有说明书适应症[：{constraint}]（诊断编码以 {diagnoses} 开头），{day} 的就诊没有这样的诊断。',
      en: '"{subject}" is labelled for diagnoses {diagnoses}; the encounter of {day} has none of them.',
    },
  }),
);
