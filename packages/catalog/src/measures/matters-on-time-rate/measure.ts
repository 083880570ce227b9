import { entries, measure, percent, sumOf } from '../fragments.ts';

export default measure({
  id: 'matters-on-time-rate',
  title: { zh: '政务服务按时办结率', en: 'Matters handled on time' },
  about: '本年按时办结件数 ÷ 受理件数，按政务服务办件台账计',
  unit: '%',

  shape: percent(
    entries('service-matters', '按时办结件数', '件', sumOf('onTimeCount')),
    entries('service-matters', '受理件数', '件', sumOf('receivedCount')),
  ),
  answers: { names: ['*政务服务*办结率', '*按时办结率', '*及时办结率', '*服务事项办结率'], not: ['举报', '信访', '投诉', '价格项目'] },
});
