import { field, isNull, not } from '@hengjian/language';
import { count, entries, mean, measure, ofProject, QUANTITY, sumOf } from '../fragments.ts';

export default measure({
  id: 'subsidy-handling-hours',
  title: { zh: '补助平均办结时长', en: 'Mean handling time' },
  about: '本年本项目各批补助的办结时长平均值，按补助待遇支付台账计',
  unit: '小时',
  direction: 'less',
  decimals: 2,
  shape: mean(
    entries('subsidy-payments', '办结时长合计', '小时', sumOf('handlingHours'), { divide: QUANTITY, within: ofProject }),
    entries('subsidy-payments', '批数', '批', count, { where: not(isNull(field('handlingHours'))), within: ofProject }),
  ),
  answers: { names: ['实时办结', '及时办结', '办结时长', '平均办结时长'], unitRequired: true },
});
