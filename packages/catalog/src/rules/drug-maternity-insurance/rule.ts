import { deepFreeze } from '@hengjian/language';
import { maternityRule } from '../../families.ts';

export default deepFreeze(
  maternityRule({
    id: 'drug-maternity-insurance',
    code: 'GZ10000101002000',
    title: { zh: '药品限生育保险', en: 'Drug payable by maternity insurance only' },
    category: '政策类/药品政策限定类',
  }),
);
