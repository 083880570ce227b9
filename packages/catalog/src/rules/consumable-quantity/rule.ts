import { deepFreeze } from '@hengjian/language';
import { frequencyRule } from '../../window-families.ts';

export default deepFreeze(
  frequencyRule({
    id: 'consumable-quantity',
    code: 'GZ10000303003000',
    title: { zh: '医用耗材数量超标', en: 'More of a consumable than can be used' },
    category: '医疗类/医用耗材合理使用类',
    certainty: 'suspect',
  }),
);
