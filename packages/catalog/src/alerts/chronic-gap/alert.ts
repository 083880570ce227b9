import { and, countKnown, eq, field, isNull, not, param, sumKnown } from '@hengjian/language';
import { regulation } from '../../fragments.ts';
import { cellsAlert } from '../fragments.ts';

export default cellsAlert({
  id: 'chronic-gap',
  title: { zh: '慢病用药中断', en: 'A chronic patient who stopped' },
  monitor: 'pharmacy',
  subject: 'person',
  basis: [regulation('第十五条')],
  reads: 'line',
  where: and(
    eq(field('kind'), 'drug'),
    eq(field('setting'), 'chronic'),
    not(isNull(field('diseaseCode'))),
    not(isNull(field('supplyDays'))),
  ),
  key: [field('person'), field('diseaseCode')],
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
  },
  value: { numerator: sumKnown(field('supplyDays')), form: 'int' },
  against: { kind: 'growth', step: 1, percent: param('percent'), base: param('base') },
  direction: 'below',
  facts: { purchases: { value: countKnown(), form: 'int' }, total: { value: sumKnown(field('amountFen')), form: 'fen' } },
  contributes: field('supplyDays'),
  explain: {
    zh: '病种 {part}：{window} 只取了 {value} 天的药（{purchases} 次），上季 {expected} 天。',
    en: 'Disease {part}: drugs for {value} days in {window} ({purchases} purchases), {expected} the quarter before.',
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
