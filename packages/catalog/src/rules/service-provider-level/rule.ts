import { deepFreeze } from '@hengjian/language';
import { levelRule } from '../../families.ts';

export default deepFreeze(
  levelRule({
    id: 'service-provider-level',
    code: 'GZ10000102011000',
    title: { zh: '医疗服务项目限医疗机构级别', en: 'Service restricted to a class of institution' },
    category: '政策类/医疗服务项目政策限定类',
  }),
);
