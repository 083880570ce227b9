import { deepFreeze } from '@hengjian/language';
import { diagnosisRule } from '../../families.ts';

export default deepFreeze(
  diagnosisRule({
    id: 'exam-without-indication',
    code: 'GZ10000302001000',
    title: { zh: '无指征检验检查', en: 'Examination without indication' },
    category: '医疗类/医疗服务项目合理使用类',
    explain: {
      zh: '「{subject}」有检查指征[：{constraint}]（诊断编码以 {diagnoses} 开头），{day} 的就诊没有这样的诊断。',
      en: '"{subject}" is called for by diagnoses {diagnoses}; the encounter of {day} has none of them.',
    },
  }),
);
