import { deepFreeze, field, isNull, maximum, multiply, not, param, sumExceeds, sumKnown } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

const capacity = multiply(maximum(field('unitCount')), param('dailyCapacity'));

export default deepFreeze(
  rule({
    id: 'equipment-capacity',
    code: 'DF-39',
    title: { zh: '设备超产能', en: 'More than the devices can do in a day' },
    category: '扩展/医疗服务项目监管类',
    certainty: 'suspect',
    grain: 'provider',
    basis: [regulation('第三十八条、第四十条第（三）项')],
    reads: 'equippedLine',
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    knowledgeParams: ['dailyCapacity'],
    where: { op: 'and', args: [not(isNull(field('equippedProvider'))), not(isNull(param('dailyCapacity')))] },
    key: [field('provider'), field('item'), field('day')],
    shape: { kind: 'group', when: sumExceeds(field('quantity'), capacity) },
    money: { kind: 'excess', quantity: field('quantity'), limit: capacity },
    facts: {
      day: { value: field('day'), form: 'day' },
      total: { value: sumKnown(field('quantity')), form: 'quantity' },
      units: { value: maximum(field('unitCount')), form: 'int' },
      each: { value: param('dailyCapacity'), form: 'quantity' },
      capacity: { value: capacity, form: 'quantity' },
    },
    explain: {
      zh: '「{subject}」{day} 共收费 {total}，登记设备 {units} 台，每台每天最多 {each}，合计 {capacity}。',
      en: '{total} of "{subject}" were billed on {day}; {units} devices at {each} a day make {capacity}.',
    },
  }),
);
