import { deepFreeze } from '@hengjian/language';
import { diagnosisRule } from '../../families.ts';

export default deepFreeze(
  diagnosisRule({
    id: 'treatment-without-indication',
    code: 'GZ10000302002000',
    title: { zh: '无指征治疗', en: 'Treatment without indication' },
    category: '医疗类/医疗服务项目合理使用类',
    explain: {
      zh: '「{subject}」有治疗指征[：{constraint}]（诊断编码以 {diagnoses} 开头），{day} 的就诊没有这样的诊断。',
      en: '"{subject}" treats diagnoses {diagnoses}; the encounter of {day} has none of them.',
    },
  }),
);
