import type { Register } from '@hengjian/domain';

/** What a year's clearing by disease group takes off: paid ahead, deducted for violations or by the assessment. */
export default {
  id: 'clearing-adjustments',
  title: '清算预付与扣款台账',
  about: '按病组、病种分值清算时已经预付和应当扣除的基金，一机构一笔一条',
  dateField: 'occurredOn',
  fields: [
    { name: 'occurredOn', title: '日期', type: 'day', required: true, note: '归入这一天所在的清算年度' },
    { name: 'providerNo', title: '机构编号', type: 'text', required: true },
    {
      name: 'kind',
      title: '类别',
      type: 'code',
      required: true,
      codes: { prepaid: '预付（含按月拨付）', penalty: '违规扣款', other: '其他扣减' },
    },
    { name: 'amountFen', title: '金额', type: 'money', unit: '元', required: true },
    { name: 'documentNo', title: '依据文号', type: 'text' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    清算预付与扣款台账: 'Prepayments and deductions of clearing',
    '按病组、病种分值清算时已经预付和应当扣除的基金，一机构一笔一条':
      'What was prepaid and what has to be deducted when disease groups or points are cleared, one entry an institution and amount',
    日期: 'Day',
    归入这一天所在的清算年度: 'Belongs to the clearing year of this day',
    机构编号: 'Institution number',
    '预付（含按月拨付）': 'Prepaid (with monthly payments)',
    违规扣款: 'Deducted for violations',
    其他扣减: 'Other deductions',
    依据文号: 'Number of the document it rests on',
  },
} as const satisfies Register;
