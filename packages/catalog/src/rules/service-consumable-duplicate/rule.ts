import { deepFreeze } from '@hengjian/language';
import { containedRule } from '../../window-families.ts';

export default deepFreeze(
  containedRule({
    id: 'service-consumable-duplicate',
    code: 'NC-医疗服务项目与医用耗材重复收费',
    title: { zh: '医疗服务项目与医用耗材重复收费', en: 'Consumable charged that the service contains' },
    category: '政策类/医疗服务项目政策限定类',
  }),
);
