import { deepFreeze, isNull, not, param } from '@hengjian/language';
import { diagnosisRule } from '../../families.ts';
import { nationalBasis } from '../../fragments.ts';

export default deepFreeze(
  diagnosisRule({
    id: 'second-line-indication',
    code: 'GZ10000101005000',
    title: { zh: '药品限二线使用（限定疾病）', en: 'Second-line drug outside its disease' },
    category: '政策类/药品政策限定类',
    basis: [nationalBasis('药品限二线使用')],
    // A row that names first-line drugs and no disease is a matter of the rule second-line-drug.
    where: not(isNull(param('diagnoses'))),
    explain: {
      zh: '「{subject}」限二线使用[：{constraint}]（诊断编码以 {diagnoses} 开头），{day} 的就诊没有这样的诊断。',
      en: '"{subject}" is a second-line drug for diagnoses {diagnoses}; the encounter of {day} has none of them.',
    },
  }),
);
