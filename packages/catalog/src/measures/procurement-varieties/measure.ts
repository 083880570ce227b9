import { amount, distinct, entries, measure } from '../fragments.ts';

export default measure({
  id: 'procurement-varieties',
  title: { zh: '带量采购品种数量', en: 'Varieties in volume procurement' },
  about: '本年开展带量采购的品种个数，同一品种只计一次，按带量采购台账计',
  unit: '种',

  shape: amount(entries('procurement-volumes', '采购品种', '种', distinct('product'))),
  answers: { names: ['带量采购品种数量', '带量采购品种', '集采品种数量', '*带量采购*品种数', '*集中采购品种数*'] },
});
