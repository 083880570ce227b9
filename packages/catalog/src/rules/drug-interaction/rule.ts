import { add, and, choose, coalesce, deepFreeze, type Expression, eq, field, lt, ne, or, right } from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

type Side = (name: string) => Expression;
/** Days in use from the fee day on: one at least; outside a stay an unknown supply is unknown. */
const atLeast = (side: Side): Expression => coalesce(choose(lt(side('supplyDays'), 1), 1, side('supplyDays')), 1);
const supplied = (side: Side): Expression =>
  choose(eq(side('setting'), 'inpatient'), atLeast(side), choose(lt(side('supplyDays'), 1), 1, side('supplyDays')));
const overlap = (days: (side: Side) => Expression): Expression =>
  and(lt(right('day'), add(field('day'), days(field))), lt(field('day'), add(right('day'), days(right))));

export default deepFreeze(
  rule({
    id: 'drug-interaction',
    code: 'GZ10000301011000',
    title: { zh: '药品相互作用', en: 'Drugs that must not be used together' },
    category: '医疗类/药品合理使用类',
    certainty: 'suspect',
    basis: [nationalBasis('药品相互作用')],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    shape: {
      kind: 'pair',
      want: 'present',
      right: { reads: 'line', role: 'counter' },
      link: [[field('person'), field('person')]],
      on: and(ne(field('item'), right('item')), or(overlap(atLeast), overlap(supplied))),
    },
    facts: {
      day: { value: field('day'), form: 'day' },
      other: { value: right('lineNo'), form: 'line' },
      otherDay: { value: right('day'), form: 'day' },
    },
    explain: {
      zh: '「{subject}」{day} 使用时，与之禁止合用的药品（{other}，{otherDay} 开具）尚在使用期内[（{constraint}）]。',
      en: 'When "{subject}" was used on {day}, a drug that must not go with it ({other} of {otherDay}) was still in use[ ({constraint})].',
    },
  }),
);
