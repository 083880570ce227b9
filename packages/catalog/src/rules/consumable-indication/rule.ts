import { deepFreeze } from '@hengjian/language';
import { diagnosisRule } from '../../families.ts';

export default deepFreeze(
  diagnosisRule({
    id: 'consumable-indication',
    code: 'NC-医用耗材限疾病使用',
    title: { zh: '医用耗材限疾病使用', en: 'Consumable restricted to certain diagnoses' },
    category: '医疗类/医用耗材合理使用类',
    explain: {
      zh: '「{subject}」限定支付适应症的诊断编码为 {diagnoses} 等，{day} 的就诊没有其中任何一个诊断。',
      en: '"{subject}" is payable for diagnoses {diagnoses} only; the encounter of {day} has none of them.',
    },
  }),
);
