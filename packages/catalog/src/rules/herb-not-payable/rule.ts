import { choose, coalesce, deepFreeze, field, gt, isNull, or } from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

const charged = gt(field('inScopeFen'), 0);
/** An undetermined fund share cannot make a line payable that is known to be out of scope altogether. */
const paid = choose(isNull(field('inScopeFen')), gt(field('fundFen'), 0), or(charged, gt(coalesce(field('fundFen'), 0), 0)));

export default deepFreeze(
  rule({
    id: 'herb-not-payable',
    code: 'GZ10000101003000',
    title: { zh: '中药饮片单复方均不予支付', en: 'Herb that is never payable' },
    category: '政策类/药品政策限定类',
    certainty: 'clear',
    basis: [nationalBasis('中药饮片单复方均不予支付')],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    shape: { kind: 'row', when: paid },
    facts: { inScope: { value: field('inScopeFen'), form: 'fen' }, fund: { value: field('fundFen'), form: 'fen' } },
    explain: {
      zh: '「{subject}」单方、复方均不得由基金支付[，本行列入政策范围 {inScope} 元][，基金支付 {fund} 元]。',
      en: '"{subject}" is not payable alone or in a compound[; in scope {inScope} yuan][; paid by the fund {fund} yuan].',
    },
  }),
);
