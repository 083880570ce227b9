import { deepFreeze } from '@hengjian/language';
import { diagnosisRule } from '../../families.ts';

export default deepFreeze(
  diagnosisRule({
    id: 'service-beyond-indication',
    code: 'GZ10000302006000',
    title: { zh: '医疗服务项目超适应症使用', en: 'Service used beyond its indications' },
    category: '医疗类/医疗服务项目合理使用类',
    explain: {
      zh: '「{subject}」有适应症[：{constraint}]（诊断编码以 {diagnoses} 开头），{day} 的就诊没有这样的诊断。',
      en: '"{subject}" is meant for diagnoses {diagnoses}; the encounter of {day} has none of them.',
    },
  }),
);
