import { deepFreeze } from '@hengjian/language';
import { insuranceRule } from '../../families.ts';

export default deepFreeze(
  insuranceRule({
    id: 'service-injury-insurance',
    code: 'GZ10000102003000',
    title: { zh: '医疗服务项目限工伤保险', en: 'Service payable by work injury insurance only' },
    category: '政策类/医疗服务项目政策限定类',
  }),
);
