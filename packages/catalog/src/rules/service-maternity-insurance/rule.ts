import { deepFreeze } from '@hengjian/language';
import { maternityRule } from '../../families.ts';

export default deepFreeze(
  maternityRule({
    id: 'service-maternity-insurance',
    code: 'GZ10000102004000',
    title: { zh: '医疗服务项目限生育保险', en: 'Service payable by maternity insurance only' },
    category: '政策类/医疗服务项目政策限定类',
  }),
);
