import type { Register } from '@hengjian/domain';

export default {
  id: 'baseline-figures',
  title: '基期数台账',
  about: '上年及以前的口径数值，供增长率作基数，一口径一年一条',
  dateField: 'periodEndOn',
  fields: [
    { name: 'periodEndOn', title: '期末日期', type: 'day', required: true },
    { name: 'measure', title: '口径编号', type: 'text', required: true, note: '增长或下降类口径的编号，见 hengjian measure list' },
    { name: 'value', title: '数值', type: 'quantity', required: true, note: '上年同一算式的数值（如上年次均住院费用），不是增长率' },
    { name: 'unit', title: '单位', type: 'text', required: true },
    { name: 'source', title: '数据来源', type: 'text', required: true },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    基期数台账: 'Figures of the base period',
    '上年及以前的口径数值，供增长率作基数，一口径一年一条':
      'Values of measures in earlier years, from which growth is counted, one entry a measure and year',
    期末日期: 'End of the period',
    口径编号: 'Measure',
    '增长或下降类口径的编号，见 hengjian measure list': 'The id of a measure of growth or fall, see hengjian measure list',
    数值: 'Value',
    '上年同一算式的数值（如上年次均住院费用），不是增长率':
      'The value of the same formula the year before (such as the cost of a stay), not a rate of growth',
    数据来源: 'Source',
  },
} as const satisfies Register;
