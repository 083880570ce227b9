import { and, deepFreeze, eq, field, fold, ge, gt, literal, param } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'swipes-in-minutes',
    code: 'DF-14',
    title: { zh: '套刷（几分钟内多卡同额）', en: 'Many cards, one amount, within minutes' },
    category: '扩展/行为主体监管类',
    certainty: 'suspect',
    grain: 'settlement',
    basis: [regulation('第四十条、第四十一条')],
    reads: 'settlement',
    on: field('settledDay'),
    parameters: {
      minCards: { type: 'int', title: { zh: '最少笔数', en: 'Least number of settlements' }, unit: '笔', standard: 5 },
      windowSeconds: { type: 'int', title: { zh: '时间范围', en: 'Within' }, unit: '秒', standard: 600 },
    },
    where: and(eq(field('setting'), 'pharmacy'), gt(field('totalFen'), 0)),
    key: [field('settlement')],
    shape: {
      kind: 'sequence',
      stream: {
        key: [field('provider'), field('totalFen')],
        order: field('settledAt'),
        folds: { cards: { fold: 'slidingSum', args: [literal(1), field('settledAt'), param('windowSeconds')] } },
      },
      when: ge(fold('cards'), param('minCards')),
    },
    facts: {
      at: { value: field('settledAt'), form: 'instant' },
      total: { value: field('totalFen'), form: 'fen' },
      least: { value: param('minCards'), form: 'int' },
      seconds: { value: param('windowSeconds'), form: 'seconds' },
    },
    explain: {
      zh: '{at} 结算 {total} 元，同一药店 {seconds}内同额结算已达 {least} 笔。',
      en: '{total} yuan settled at {at}: with it the pharmacy has {least} settlements of that amount within {seconds}.',
    },
  }),
);
