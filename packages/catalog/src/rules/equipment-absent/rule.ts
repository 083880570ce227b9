import { coalesce, deepFreeze, field, gt, isNull, lt, not, or } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'equipment-absent',
    code: 'DF-39',
    title: { zh: '无设备开展项目', en: 'Billed without the device for it' },
    category: '扩展/医疗服务项目监管类',
    certainty: 'suspect',
    basis: [regulation('第三十八条、第四十条第（三）项'), { document: '大型医用设备配置与使用管理办法（试行）（国卫规划发〔2018〕12号）' }],
    reads: 'equippedLine',
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    where: not(isNull(field('equipmentReportedProvider'))),
    shape: {
      kind: 'row',
      when: or(
        isNull(field('equippedProvider')),
        coalesce(lt(field('day'), field('licensedFrom')), false),
        coalesce(gt(field('day'), field('licensedTo')), false),
      ),
    },
    facts: {
      day: { value: field('day'), form: 'day' },
      licence: { value: field('licence'), form: 'text' },
      from: { value: field('licensedFrom'), form: 'day' },
      to: { value: field('licensedTo'), form: 'day' },
    },
    explain: {
      zh: '「{subject}」{day} 收费，机构没有登记当日可用的设备[（许可 {licence}）][，许可自 {from} 起][，至 {to} 止]。',
      en: '"{subject}" was billed on {day}; the institution has no device for it on that day[ (licence {licence})][, licensed from {from}][, until {to}].',
    },
  }),
);
