import { deepFreeze, field, gt, param } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'enlarged-unit',
    code: 'DF-24',
    title: { zh: '超标准收费（一次多计）', en: 'Several units billed for one' },
    category: '扩展/医疗服务项目监管类',
    certainty: 'suspect',
    basis: [regulation('第三十八条第（三）项')],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    knowledgeParams: ['max'],
    shape: { kind: 'row', when: gt(field('quantity'), param('max')) },
    money: { kind: 'excess', quantity: field('quantity'), limit: param('max') },
    facts: {
      day: { value: field('day'), form: 'day' },
      quantity: { value: field('quantity'), form: 'quantity' },
      max: { value: param('max'), form: 'quantity' },
    },
    explain: {
      zh: '「{subject}」{day} 一次收费记 {quantity}，按次计价最多 {max}。',
      en: '{quantity} units of "{subject}" were billed at once on {day}; it is priced by the time, {max} at most.',
    },
  }),
);
