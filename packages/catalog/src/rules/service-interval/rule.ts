import { choose, coalesce, deepFreeze, field, fold, gt, isNull, literal, lt, or, param, subtract } from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

const limit = (name: string, violates: Parameters<typeof choose>[2]) => choose(isNull(param(name)), literal(false), violates);

export default deepFreeze(
  rule({
    id: 'service-interval',
    code: 'NC-医疗服务项目周期超频次',
    title: { zh: '医疗服务项目周期超频次', en: 'Service repeated too soon' },
    category: '政策类/医疗服务项目政策限定类',
    certainty: 'clear',
    basis: [nationalBasis('医疗服务项目周期超频次')],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    knowledgeParams: ['minGapDays', 'max', 'everyDays'],
    shape: {
      kind: 'sequence',
      stream: {
        key: [field('person')],
        order: field('occurredAt'),
        folds: {
          last: { fold: 'lastPaid', args: [field('day'), literal(-1_000_000)] },
          recent: { fold: 'slidingSum', args: [field('quantity'), field('day'), coalesce(param('everyDays'), 1)] },
          known: { fold: 'slidingSumKnown', args: [field('quantity'), field('day'), coalesce(param('everyDays'), 1)] },
        },
      },
      when: or(
        limit('minGapDays', lt(subtract(field('day'), fold('last')), param('minGapDays'))),
        limit('everyDays', or(gt(fold('known'), param('max')), gt(fold('recent'), param('max')))),
      ),
    },
    facts: {
      day: { value: field('day'), form: 'day' },
      last: { value: fold('last'), form: 'day' },
      minGapDays: { value: param('minGapDays'), form: 'int' },
      everyDays: { value: param('everyDays'), form: 'int' },
      max: { value: param('max'), form: 'quantity' },
      recent: { value: fold('known'), form: 'quantity' },
    },
    explain: {
      zh: '「{subject}」{day} 收费过早[：上次支付日 {last}，最短间隔 {minGapDays} 天][:{everyDays} 天内累计 {recent}，上限 {max}]。',
      en: '"{subject}" on {day} came too soon[: last paid on {last}, shortest interval {minGapDays} days][: {recent} within {everyDays} days, limit {max}].',
    },
  }),
);
