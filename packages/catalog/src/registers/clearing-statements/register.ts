import type { Register } from '@hengjian/domain';

/** What 3201 states of an institution's month (医药机构费用结算对总账): settled and refunded together. */
export default {
  id: 'clearing-statements',
  title: '清算对账台账',
  about: '经办机构与定点医药机构的月度清算（对总账），一机构一月一条',
  dateField: 'monthEnd',
  fields: [
    { name: 'monthEnd', title: '所属月份的月末', type: 'day', required: true },
    { name: 'providerNo', title: '机构编号', type: 'text', required: true },
    { name: 'settlementCount', title: '结算笔数', type: 'count', unit: '笔', required: true, note: '不含退费结算' },
    { name: 'personCount', title: '结算人数', type: 'count', unit: '人' },
    { name: 'totalFen', title: '医疗费总额', type: 'money', unit: '元', required: true, signed: true, note: '已扣除退费' },
    { name: 'fundFen', title: '基金支付总额', type: 'money', unit: '元', required: true, signed: true, note: '已扣除退费' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    清算对账台账: 'Clearing statements',
    '经办机构与定点医药机构的月度清算（对总账），一机构一月一条':
      'Monthly clearing between the agency and a contracted institution (totals), one entry an institution and month',
    所属月份的月末: 'End of the month',
    机构编号: 'Institution number',
    结算笔数: 'Settlements',
    笔: 'settlements',
    不含退费结算: 'Without refunds',
    结算人数: 'People settled',
    医疗费总额: 'Total cost',
    已扣除退费: 'Refunds taken off',
    基金支付总额: 'Paid by the fund',
  },
} as const satisfies Register;
