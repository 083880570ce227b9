import type { Register } from '@hengjian/domain';

export default {
  id: 'field-visits',
  title: '调研走访台账',
  about: '对医药机构和企业的调研走访，一家一次一条',
  dateField: 'visitedOn',
  fields: [
    { name: 'visitedOn', title: '走访日期', type: 'day', required: true },
    {
      name: 'kind',
      title: '对象',
      type: 'code',
      required: true,
      codes: { primary: '基层医疗机构', hospital: '二级以上医疗机构', enterprise: '企业', other: '其他' },
    },
    { name: 'name', title: '单位名称', type: 'text', required: true },
    { name: 'subject', title: '内容', type: 'text', required: true },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    调研走访台账: 'Field visits',
    '对医药机构和企业的调研走访，一家一次一条': 'Visits to institutions and companies, one entry each',
    走访日期: 'Visited on',
    对象: 'Kind',
    基层医疗机构: 'Primary care institution',
    二级以上医疗机构: 'Hospital of class 2 or 3',
    企业: 'Company',
    单位名称: 'Name',
  },
} as const satisfies Register;
