import type { Register } from '@hengjian/domain';

export default {
  id: 'equipment',
  title: '装备购置台账',
  about: '购置并验收的设备，一次一类一条',
  dateField: 'acceptedOn',
  projectField: 'project',
  fields: [
    { name: 'acceptedOn', title: '验收日期', type: 'day', required: true },
    {
      name: 'kind',
      title: '设备类别',
      type: 'code',
      required: true,
      codes: { recorder: '执法音像设备', computer: '移动电脑', vehicle: '执法车辆', network: '网络安全设备', office: '办公设备' },
    },
    { name: 'name', title: '设备名称', type: 'text', required: true },
    { name: 'quantityCount', title: '数量', type: 'count', unit: '台', required: true },
    { name: 'amountFen', title: '金额', type: 'money', unit: '元' },
    { name: 'project', title: '所属项目', type: 'text', note: '与绩效目标表的项目名称一致；不分项目的留空' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    装备购置台账: 'Equipment bought',
    '购置并验收的设备，一次一类一条': 'Equipment bought and accepted, one entry a purchase and kind',
    验收日期: 'Accepted on',
    设备类别: 'Kind of equipment',
    执法音像设备: 'Cameras and recorders of inspectors',
    移动电脑: 'Portable computers',
    执法车辆: 'Vehicles of inspectors',
    网络安全设备: 'Network security',
    办公设备: 'Office equipment',
    设备名称: 'Name of the equipment',
    数量: 'Number',
    台: 'pieces',
  },
} as const satisfies Register;
