import { deepFreeze } from '@hengjian/language';
import { insuranceRule } from '../../families.ts';

export default deepFreeze(
  insuranceRule({
    id: 'drug-injury-insurance',
    code: 'GZ10000101001000',
    title: { zh: '药品限工伤保险', en: 'Drug payable by work injury insurance only' },
    category: '政策类/药品政策限定类',
  }),
);
