import { entries, measure, percent, sumOf } from '../fragments.ts';

export default measure({
  id: 'staff-control-rate',
  title: { zh: '在职人员控制率', en: 'Staff against the quota' },
  about: '最近一个统计日的在职人数 ÷ 编制数，均不含离退休人员，按编制人员台账计（财预〔2013〕53号）',
  unit: '%',
  direction: 'less',
  shape: percent(
    entries('staffing', '在职人数', '人', sumOf('onDutyCount'), { latest: true }),
    entries('staffing', '编制数', '人', sumOf('quotaCount'), { latest: true }),
  ),
  answers: { names: ['在职人员控制率', '财政供养控制率', '财政供养人员控制率'] },
});
