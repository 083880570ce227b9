import { deepFreeze } from '@hengjian/language';
import { withoutServiceRule } from '../../window-families.ts';

export default deepFreeze(
  withoutServiceRule({
    id: 'consumable-without-service',
    code: 'GZ10000303001000',
    title: { zh: '医用耗材与医疗服务项目不符', en: 'Consumable without its service' },
    category: '医疗类/医用耗材合理使用类',
  }),
);
