import { deepFreeze, field, isNull, multiply, not, param, sumExceeds, sumKnown } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

/** Minutes in ten-thousandths, as quantities are. */
const minutes = multiply(field('quantity'), param('minutes'));
const most = multiply(param('maxMinutes'), 10_000);

export default deepFreeze(
  rule({
    id: 'practitioner-overload',
    code: 'DF-38',
    title: { zh: '医师超负荷', en: 'More service than a day has hours' },
    category: '扩展/行为主体监管类',
    certainty: 'suspect',
    grain: 'practitioner',
    basis: [regulation('第四十条第（三）项')],
    knowledge: { by: 'item', role: 'code', mode: 'together' },
    knowledgeParams: ['minutes'],
    parameters: {
      maxMinutes: { type: 'int', title: { zh: '一天最多服务分钟数', en: 'Minutes of service in a day' }, unit: '分钟', standard: 960 },
    },
    where: not(isNull(field('practitioner'))),
    key: [field('practitioner'), field('day')],
    shape: { kind: 'group', when: sumExceeds(minutes, most) },
    money: { kind: 'excess', quantity: minutes, limit: most },
    facts: {
      day: { value: field('day'), form: 'day' },
      minutes: { value: sumKnown(minutes), form: 'quantity' },
      most: { value: param('maxMinutes'), form: 'int' },
    },
    explain: {
      zh: '一名医师 {day} 收费的服务合计最少 {minutes} 分钟，超过一天 {most} 分钟。',
      en: 'What one practitioner billed on {day} takes {minutes} minutes at least, more than {most} in a day.',
    },
  }),
);
