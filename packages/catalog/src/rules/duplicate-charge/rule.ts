import { deepFreeze } from '@hengjian/language';
import { containedRule } from '../../window-families.ts';

export default deepFreeze(
  containedRule({
    id: 'duplicate-charge',
    code: 'GZ10000102012000',
    title: { zh: '医疗服务项目重复收费', en: 'Service charged that another one contains' },
    category: '政策类/医疗服务项目政策限定类',
  }),
);
