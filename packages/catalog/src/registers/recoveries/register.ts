import type { Register } from '@hengjian/domain';

export default {
  id: 'recoveries',
  title: '追回与处理台账',
  about: '违规资金的追回、拒付、违约金和罚款，一笔一条',
  dateField: 'settledOn',
  projectField: 'project',
  fields: [
    { name: 'settledOn', title: '到账或扣减日期', type: 'day', required: true },
    {
      name: 'kind',
      title: '类别',
      type: 'code',
      required: true,
      codes: { recovery: '追回医保基金', refusal: '拒付', liquidated: '违约金', fine: '行政罚款', selfRefund: '自查自纠退回' },
    },
    { name: 'providerNo', title: '机构编码', type: 'text' },
    { name: 'providerName', title: '机构名称', type: 'text' },
    { name: 'caseNo', title: '案件或处理文号', type: 'text' },
    { name: 'amountFen', title: '金额', type: 'money', unit: '元', required: true },
    { name: 'project', title: '所属项目', type: 'text', note: '与绩效目标表的项目名称一致；不分项目的留空' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    追回与处理台账: 'Money recovered',
    '违规资金的追回、拒付、违约金和罚款，一笔一条': 'Recovered, refused, penalties by contract and fines, one entry each',
    到账或扣减日期: 'Received or deducted on',
    追回医保基金: 'Recovered to the fund',
    拒付: 'Payment refused',
    违约金: 'Penalty by contract',
    行政罚款: 'Fine',
    自查自纠退回: 'Returned after self-inspection',
    机构编码: 'Institution number',
    机构名称: 'Institution',
    案件或处理文号: 'Number of the case or decision',
  },
} as const satisfies Register;
