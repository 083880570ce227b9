import type { Register } from '@hengjian/domain';

/** What the codes of areas (admdvs) are called; pages and papers show the name beside the code. */
export default {
  id: 'areas',
  title: '行政区划台账',
  about: '参保区划、机构所在区划的代码与名称，一代码一条；更名再加一条，按启用日期取最新',
  dateField: 'fromOn',
  fields: [
    { name: 'fromOn', title: '启用日期', type: 'day', required: true },
    { name: 'code', title: '区划代码', type: 'text', required: true, note: '与结算数据里的区划代码一致，一般六位' },
    { name: 'name', title: '名称', type: 'text', required: true },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    行政区划台账: 'Administrative areas',
    '参保区划、机构所在区划的代码与名称，一代码一条；更名再加一条，按启用日期取最新':
      'Codes and names of the areas of insurance and of institutions, one entry a code; a new name is one more entry, the latest in use counts',
    启用日期: 'In use from',
    区划代码: 'Code of the area',
    '与结算数据里的区划代码一致，一般六位': 'As in the settlements, usually six digits',
    名称: 'Name',
  },
} as const satisfies Register;
