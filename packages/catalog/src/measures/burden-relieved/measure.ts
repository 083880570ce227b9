import { amount, entries, measure, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'burden-relieved',
  title: { zh: '为群众降低医疗负担', en: 'Burden relieved' },
  about: '本年带量采购的降价节约金额合计，按带量采购台账计',
  unit: '万元',

  shape: amount(entries('procurement-volumes', '降价节约金额', '万元', sumOf('savedFen'), { divide: WAN })),
  answers: { names: ['*降低医疗负担', '*减轻医疗负担', '*降低*医疗负担', '*集采*节约*金额'] },
});
