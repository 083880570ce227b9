import { and, coalesce, dayOf, deepFreeze, field, fold, ge, literal, ne } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'organ-removed-twice',
    code: 'DF-06',
    title: { zh: '身份冒用信号：单一器官再次切除', en: 'A single organ removed a second time' },
    category: '扩展/行为主体监管类',
    certainty: 'suspect',
    grain: 'encounter',
    basis: [regulation('第十七条、第四十条第（一）项、第四十一条第（一）项')],
    reads: 'operation',
    on: coalesce(field('day'), dayOf(field('begunAt')), field('settledDay')),
    knowledge: { by: 'prefix', role: 'code', mode: 'each' },
    key: [field('encounter')],
    shape: {
      kind: 'sequence',
      stream: {
        key: [field('person')],
        order: field('occurredAt'),
        folds: {
          before: { fold: 'previous', args: [field('encounter'), literal(-1)] },
          beforeDay: { fold: 'previous', args: [field('day'), literal(-1_000_000)] },
        },
      },
      when: and(ge(fold('before'), 0), ne(fold('before'), field('encounter'))),
    },
    facts: {
      code: { value: field('code'), form: 'text' },
      day: { value: field('day'), form: 'day' },
      previous: { value: fold('beforeDay'), form: 'day' },
    },
    explain: {
      zh: '{day} 填报「{subject}」（{code}），而同一参保人已于 {previous} 在另一次就诊中切除，应核对身份或编码。',
      en: '"{subject}" ({code}) on {day}, but the organ was removed in another encounter on {previous}: check identity or code.',
    },
  }),
);
