import { entries, mean, measure, sumOf, YUAN } from '../fragments.ts';

export default measure({
  id: 'care-benefit-average',
  title: { zh: '长护待遇月人均支付', en: 'Care benefit per person and month' },
  about: '本年长期护理待遇支付金额 ÷ 各月享受人数之和，按长期护理待遇台账计',
  unit: '元/人',
  shape: mean(
    entries('care-benefits', '支付金额', '元', sumOf('amountFen'), { divide: YUAN }),
    entries('care-benefits', '享受人月', '人月', sumOf('personCount')),
  ),
  answers: { names: ['*减轻*护理费用负担', '*长护*人均*待遇', '*护理*月人均支付'] },
});
