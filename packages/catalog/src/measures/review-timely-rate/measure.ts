import { and, field, isNull, le, not, subtract } from '@hengjian/language';
import { count, measure, percent, settlements } from '../fragments.ts';

export default measure({
  id: 'review-timely-rate',
  title: { zh: '结算数据审核及时率', en: 'Review timeliness' },
  about: '本年结算中自结算之日起六十日内完成智能审核的笔数 ÷ 结算笔数',
  unit: '%',

  shape: percent(
    settlements('六十日内审核的结算', '笔', count, {
      where: and(not(isNull(field('reviewedDay'))), le(subtract(field('reviewedDay'), field('settledDay')), 60)),
    }),
    settlements('结算', '笔', count),
  ),
  answers: { names: ['*智能审核及时率', '审核及时率', '*审核及时率'], not: ['单据'] },
});
