import { add, and, countKnown, eq, field, inList, isNull, lt, maximum, not, param, subtract, sumKnown } from '@hengjian/language';
import { regulation } from '../../fragments.ts';
import { cellsAlert, quarterAfter } from '../fragments.ts';

/** The quarter that the cell stands in is over on this day. Asked once a cell: its purchases all lie in one quarter. */
const over = quarterAfter(maximum(field('day')));
/** What was bought lasts until this day. */
const lasts = maximum(add(field('day'), field('supplyDays')));

export default cellsAlert({
  id: 'chronic-gap',
  title: { zh: '慢病用药中断', en: 'A chronic patient who stopped' },
  monitor: 'pharmacy',
  subject: 'person',
  basis: [regulation('第十五条')],
  reads: 'line',
  // whoever buys the drug elsewhere has not stopped: a pharmacy's sale names no disease, so it is the drug that is followed
  where: and(eq(field('kind'), 'drug'), inList(field('setting'), 'chronic', 'outpatient', 'pharmacy'), not(isNull(field('supplyDays')))),
  key: [field('person'), field('item')],
  window: { unit: 'quarter', at: field('day') },
  parameters: {
    percent: {
      type: 'int',
      title: { zh: '用药天数比上季减少', en: 'Fewer days than the quarter before' },
      unit: '%',
      standard: 60,
      minimum: 20,
      maximum: 100,
    },
    base: {
      type: 'int',
      title: { zh: '上季至少用药', en: 'Least days of the quarter before' },
      unit: '天',
      standard: 75,
      minimum: 14,
      maximum: 1000,
    },
    gap: {
      type: 'int',
      title: { zh: '到季末断药达到', en: 'Days without the drug at the end' },
      unit: '天',
      standard: 30,
      minimum: 7,
      maximum: 80,
    },
  },
  value: { numerator: sumKnown(field('supplyDays')), form: 'int' },
  against: { kind: 'growth', step: 1, percent: param('percent'), base: param('base') },
  direction: 'below',
  // who fetched much shortly before the quarter and comes back at its end was never without the drug
  also: lt(lasts, subtract(over, param('gap'))),
  facts: { purchases: { value: countKnown(), form: 'int' }, total: { value: sumKnown(field('amountFen')), form: 'fen' } },
  contributes: field('supplyDays'),
  explain: {
    zh: '药品 {part}：{window} 只取了 {value} 天的量（{purchases} 次），到季末已断药 {gap} 天以上；上季 {expected} 天。',
    en: 'Drug {part}: for {value} days in {window} ({purchases} purchases), none left for the last {gap} days or more; {expected} the quarter before.',
  },
  next: [
    {
      zh: '请签约家庭医生或慢病门诊回访：停药、换药、住院还是外出',
      en: 'Ask the family doctor to call: stopped, changed, in hospital or away?',
    },
    { zh: '取药的机构断货、暂停协议的，改到就近机构', en: 'Where the place ran out of the drug or was suspended, name another one' },
    {
      zh: '上季取药明显超过用量的，与“购药天数远超日历天数”对照',
      en: 'Where far more was taken the quarter before, compare with the alert on oversupply',
    },
  ],
});
