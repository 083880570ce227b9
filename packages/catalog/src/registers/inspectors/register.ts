import type { Register } from '@hengjian/domain';

export default {
  id: 'inspectors',
  title: '执法检查人员名录',
  about: '持证的执法检查人员，一人一条；双随机从中抽取，证件到期的不抽',
  dateField: 'certifiedOn',
  fields: [
    { name: 'certifiedOn', title: '发证日期', type: 'day', required: true },
    { name: 'name', title: '姓名', type: 'text', required: true },
    { name: 'certificateNo', title: '执法证号', type: 'text', required: true },
    { name: 'unit', title: '单位', type: 'text', required: true },
    { name: 'validTo', title: '有效期至', type: 'day' },
    { name: 'avoids', title: '回避机构编码', type: 'text', note: '多个用顿号分开' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    执法检查人员名录: 'Inspectors',
    '持证的执法检查人员，一人一条；双随机从中抽取，证件到期的不抽':
      'Inspectors with a licence, one entry each; random inspections draw from them, not those whose licence ran out',
    发证日期: 'Licensed on',
    姓名: 'Name',
    执法证号: 'Licence number',
    有效期至: 'Valid until',
    回避机构编码: 'Institutions to stay away from',
    多个用顿号分开: 'Several are separated by 、',
  },
} as const satisfies Register;
