import { deepFreeze } from '@hengjian/language';
import { levelRule } from '../../families.ts';

export default deepFreeze(
  levelRule({
    id: 'drug-provider-level',
    code: 'GZ10000101012000',
    title: { zh: '药品限医疗机构级别', en: 'Drug restricted to a class of institution' },
    category: '政策类/药品政策限定类',
  }),
);
