import { deepFreeze } from '@hengjian/language';
import { diagnosisRule } from '../../families.ts';

export default deepFreeze(
  diagnosisRule({
    id: 'drug-indication',
    code: 'GZ10000101008000',
    title: { zh: '药品限适应症', en: 'Drug restricted to certain diagnoses' },
    category: '政策类/药品政策限定类',
    explain: {
      zh: '「{subject}」有支付限定[：{constraint}]（诊断编码以 {diagnoses} 开头），{day} 的就诊没有这样的诊断。',
      en: '"{subject}" is payable for diagnoses {diagnoses} only; the encounter of {day} has none of them.',
    },
  }),
);
