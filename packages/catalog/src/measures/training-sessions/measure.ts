import { amount, count, entries, measure } from '../fragments.ts';

export default measure({
  id: 'training-sessions',
  title: { zh: '培训场次', en: 'Training sessions' },
  about: '本年举办的培训场次，按培训台账计',
  unit: '次',

  shape: amount(entries('training', '培训场次', '次', count)),
  answers: {
    names: ['培训次数', '培训场次', '开展*培训*', '举办*培训*', '*业务培训', '组织*培训*'],
    not: [
      '信息化',
      'DRG',
      'DIP',
      '支付方式',
      '长护',
      '失能',
      '条例',
      '扶贫',
      '经办',
      '执法',
      '人次',
      '人数',
      '评估',
      '舆情',
      '满意',
      '覆盖',
    ],
  },
});
