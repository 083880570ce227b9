import { amount, count, entries, measure } from '../fragments.ts';

export default measure({
  id: 'price-adjustments',
  title: { zh: '医疗服务价格调整次数', en: 'Price adjustments' },
  about: '本年执行的医疗服务项目价格调整批数，按医疗服务价格调整台账计',
  unit: '次',
  shape: amount(entries('price-adjustments', '调整批数', '次', count)),
  answers: {
    names: ['*医疗服务*价格调整次数', '调整医疗服务项目价格*'],
    wordings: ['*医疗服务价格*；*调整*医疗服务项目价格*'],
    unitRequired: true,
  },
});
