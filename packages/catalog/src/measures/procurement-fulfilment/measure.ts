import { entries, measure, percent, QUANTITY, sumOf } from '../fragments.ts';

export default measure({
  id: 'procurement-fulfilment',
  title: { zh: '带量采购履约率', en: 'Volume procurement fulfilled' },
  about: '本年实际采购量 ÷ 约定采购量，各品种各期相加，按带量采购台账计',
  unit: '%',

  shape: percent(
    entries('procurement-volumes', '实际采购量', '单位', sumOf('purchasedQuantity'), { divide: QUANTITY }),
    entries('procurement-volumes', '约定采购量', '单位', sumOf('contractedQuantity'), { divide: QUANTITY }),
  ),
  answers: { names: ['带量采购履约率', '*采购履约率', '*合同采购量完成率', '*约定采购量完成率'], wordings: ['*带量采购*；*合同采购量*'] },
});
