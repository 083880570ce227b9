import { deepFreeze } from '@hengjian/language';
import { frequencyRule } from '../../window-families.ts';

export default deepFreeze(
  frequencyRule({
    id: 'service-frequency',
    code: 'GZ10000102014000',
    title: { zh: '医疗服务项目限定频次', en: 'Service charged more often than allowed' },
    category: '政策类/医疗服务项目政策限定类',
  }),
);
