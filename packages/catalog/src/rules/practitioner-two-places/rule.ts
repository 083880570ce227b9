import { and, deepFreeze, field, fold, isNull, lt, multiply, ne, not, param, subtract } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'practitioner-two-places',
    code: 'DF-38',
    title: { zh: '医师同时在两处', en: 'One practitioner in two places' },
    category: '扩展/行为主体监管类',
    certainty: 'suspect',
    basis: [regulation('第四十条第（三）项')],
    knowledge: { by: 'item', role: 'code', mode: 'together' },
    parameters: {
      minGapMinutes: {
        type: 'int',
        title: { zh: '两家机构之间至少相隔', en: 'Least time between two institutions' },
        unit: '分钟',
        standard: 30,
      },
    },
    where: not(isNull(field('practitioner'))),
    shape: {
      kind: 'sequence',
      stream: {
        key: [field('practitioner')],
        order: field('occurredAt'),
        folds: {
          place: { fold: 'previous', args: [field('provider'), field('provider')] },
          before: { fold: 'previous', args: [field('occurredAt'), field('occurredAt')] },
        },
      },
      when: and(
        ne(fold('place'), field('provider')),
        lt(subtract(field('occurredAt'), fold('before')), multiply(param('minGapMinutes'), 60)),
      ),
    },
    facts: {
      at: { value: field('occurredAt'), form: 'instant' },
      before: { value: fold('before'), form: 'instant' },
      gap: { value: param('minGapMinutes'), form: 'int' },
    },
    explain: {
      zh: '「{subject}」{at} 由同一医师开单，而他 {before} 还在另一家机构开单，相隔不到 {gap} 分钟。',
      en: '"{subject}" was ordered at {at} by a practitioner who ordered in another institution at {before}, less than {gap} minutes before.',
    },
  }),
);
