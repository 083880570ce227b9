import { deepFreeze } from '@hengjian/language';
import { contraindicationRule } from '../../families.ts';

export default deepFreeze(
  contraindicationRule({
    id: 'drug-contraindication',
    code: 'GZ10000301008000',
    title: { zh: '药品禁忌症', en: 'Drug contraindicated by a diagnosis' },
    category: '医疗类/药品合理使用类',
  }),
);
