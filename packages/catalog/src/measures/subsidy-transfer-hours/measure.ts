import { field, isNull, not } from '@hengjian/language';
import { count, entries, mean, measure, ofProject, QUANTITY, sumOf } from '../fragments.ts';

export default measure({
  id: 'subsidy-transfer-hours',
  title: { zh: '补助平均拨付时长', en: 'Mean transfer time' },
  about: '本年本项目各批补助的拨付时长平均值，按补助待遇支付台账计',
  unit: '小时',
  direction: 'less',
  decimals: 2,
  shape: mean(
    entries('subsidy-payments', '拨付时长合计', '小时', sumOf('transferHours'), { divide: QUANTITY, within: ofProject }),
    entries('subsidy-payments', '批数', '批', count, { where: not(isNull(field('transferHours'))), within: ofProject }),
  ),
  answers: { names: ['实时拨付', '及时拨付', '拨付时长', '平均拨付时长'], unitRequired: true },
});
