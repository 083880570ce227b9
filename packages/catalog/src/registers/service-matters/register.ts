import type { Register } from '@hengjian/domain';

export default {
  id: 'service-matters',
  title: '政务服务办件台账',
  about: '经办和审批事项的办件汇总，一期一事项一条',
  dateField: 'countedOn',
  fields: [
    { name: 'countedOn', title: '统计日期', type: 'day', required: true },
    {
      name: 'matter',
      title: '事项',
      type: 'code',
      required: true,
      codes: {
        priceItem: '新增医疗服务价格项目申报',
        reimbursement: '手工报销',
        enrolment: '参保登记',
        remote: '异地就医备案',
        transfer: '关系转移接续',
        other: '其他',
      },
    },
    { name: 'receivedCount', title: '受理件数', type: 'count', unit: '件', required: true },
    { name: 'onTimeCount', title: '按时办结件数', type: 'count', unit: '件', required: true },
    { name: 'qualifiedCount', title: '达标件数', type: 'count', unit: '件', note: '按时办结且无差错' },
    { name: 'errorCount', title: '差错件数', type: 'count', unit: '件' },
    { name: 'handlingHours', title: '办理总时长', type: 'quantity', unit: '小时', note: '本期各件办理时长之和' },
    { name: 'ratedCount', title: '评价件数', type: 'count', unit: '件' },
    { name: 'goodCount', title: '好评件数', type: 'count', unit: '件' },
    { name: 'note', title: '备注', type: 'text' },
  ],
} as const satisfies Register;
