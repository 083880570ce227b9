import { deepFreeze } from '@hengjian/language';
import { diagnosisRule } from '../../families.ts';

export default deepFreeze(
  diagnosisRule({
    id: 'exam-without-indication',
    code: 'GZ10000302001000',
    title: { zh: '无指征检验检查', en: 'Examination without indication' },
    category: '医疗类/医疗服务项目合理使用类',
    explain: {
      zh: '「{subject}」的检查指征对应诊断编码 {diagnoses} 等，{day} 的就诊没有其中任何一个诊断。',
      en: '"{subject}" is called for by diagnoses {diagnoses}; the encounter of {day} has none of them.',
    },
  }),
);
