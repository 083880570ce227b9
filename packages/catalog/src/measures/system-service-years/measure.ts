import { count, entries, mean, measure, QUANTITY, sumOf } from '../fragments.ts';

export default measure({
  id: 'system-service-years',
  title: { zh: '系统平均正常使用年限', en: 'Years a system served' },
  about: '最近一个统计日在用系统的已正常使用年限平均值，按信息系统台账计',
  unit: '年',
  decimals: 1,
  shape: mean(
    entries('information-systems', '使用年限合计', '年', sumOf('yearsUsed'), { divide: QUANTITY, latest: true }),
    entries('information-systems', '系统数', '个', count, { latest: true }),
  ),
  answers: { names: ['系统正常使用年限', '系统使用年限'], unitRequired: true },
});
