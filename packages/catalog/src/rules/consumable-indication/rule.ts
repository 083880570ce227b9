import { deepFreeze } from '@hengjian/language';
import { diagnosisRule } from '../../families.ts';

export default deepFreeze(
  diagnosisRule({
    id: 'consumable-indication',
    code: 'NC-医用耗材限疾病使用',
    title: { zh: '医用耗材限疾病使用', en: 'Consumable restricted to certain diagnoses' },
    category: '医疗类/医用耗材合理使用类',
    explain: {
      zh: '「{subject}」有支付限定[：{constraint}]（诊断编码以 {diagnoses} 开头），{day} 的就诊没有这样的诊断。',
      en: '"{subject}" is payable for diagnoses {diagnoses} only; the encounter of {day} has none of them.',
    },
  }),
);
