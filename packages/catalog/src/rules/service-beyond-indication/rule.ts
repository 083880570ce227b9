import { deepFreeze } from '@hengjian/language';
import { diagnosisRule } from '../../families.ts';

export default deepFreeze(
  diagnosisRule({
    id: 'service-beyond-indication',
    code: 'GZ10000302006000',
    title: { zh: '医疗服务项目超适应症使用', en: 'Service used beyond its indications' },
    category: '医疗类/医疗服务项目合理使用类',
    explain: {
      zh: '「{subject}」的适应症对应诊断编码 {diagnoses} 等，{day} 的就诊没有其中任何一个诊断。',
      en: '"{subject}" is meant for diagnoses {diagnoses}; the encounter of {day} has none of them.',
    },
  }),
);
