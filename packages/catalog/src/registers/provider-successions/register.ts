import type { Register } from '@hengjian/domain';

/** Institutions that were merged, split or given another number: what they do afterwards is not to be held against what they did before. */
export default {
  id: 'provider-successions',
  title: '机构更名合并台账',
  about: '定点医药机构更名、换编号、合并、分立，一机构一次一条',
  dateField: 'occurredOn',
  fields: [
    { name: 'occurredOn', title: '生效日期', type: 'day', required: true },
    { name: 'providerNo', title: '机构编号', type: 'text', required: true, note: '变更后继续使用的编号' },
    { name: 'formerNo', title: '原机构编号', type: 'text', note: '被并入、被取代的编号；只更名不换编号的不填' },
    {
      name: 'kind',
      title: '类别',
      type: 'code',
      required: true,
      codes: { renamed: '更名', renumbered: '换编号', merged: '合并', split: '分立' },
    },
    { name: 'documentNo', title: '依据文号', type: 'text' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    机构更名合并台账: 'Institutions renamed and merged',
    '定点医药机构更名、换编号、合并、分立，一机构一次一条': 'A new name or number, a merger, a split, one entry each',
    生效日期: 'In force from',
    机构编号: 'Institution number',
    变更后继续使用的编号: 'The number that goes on',
    原机构编号: 'Former number',
    '被并入、被取代的编号；只更名不换编号的不填': 'The number that was merged or replaced; empty where only the name changed',
    更名: 'Renamed',
    换编号: 'New number',
    合并: 'Merged',
    分立: 'Split',
    依据文号: 'Number of the document it rests on',
  },
} as const satisfies Register;
