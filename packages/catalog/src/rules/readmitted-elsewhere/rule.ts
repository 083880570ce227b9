import {
  and,
  coalesce,
  deepFreeze,
  type Expression,
  eq,
  field,
  fold,
  ge,
  le,
  literal,
  ne,
  not,
  param,
  prefix,
  subtract,
} from '@hengjian/language';
import { regulation } from '../../fragments.ts';
import { percentParameter, standing } from '../../peer-fragments.ts';
import { sentOnOrDied, stayShareRule } from '../../stays.ts';

const gap = subtract(fold('nextBegun'), field('endedDay'));
const stay = subtract(field('endedDay'), field('begunDay'));
/** A short stay, and soon after it one elsewhere for the same disease; not one that was sent on. */
const pushed: Expression = and(
  le(stay, param('shortDays')),
  ge(gap, 0),
  le(gap, param('maxGapDays')),
  ne(fold('nextProvider'), field('provider')),
  eq(fold('nextDiagnosis'), prefix(field('mainDiagnosis'), 3)),
  not(sentOnOrDied(coalesce(field('dischargeWay'), ''))),
);

export default deepFreeze(
  stayShareRule(
    {
      id: 'readmitted-elsewhere',
      code: 'DF-32',
      title: { zh: '推诿/服务不足', en: 'Patients turned away' },
      category: '扩展/行为主体监管类',
      basis: [regulation('第十五条')],
      parameters: {
        shortDays: { type: 'int', title: { zh: '短住院不超过', en: 'Longest short stay' }, unit: '天', standard: 3 },
        maxGapDays: {
          type: 'int',
          title: { zh: '出院后多少天内在别处再住院', en: 'Days to the stay elsewhere' },
          unit: '天',
          standard: 15,
        },
      },
      facts: {
        shortDays: { value: param('shortDays'), form: 'int' },
        maxGapDays: { value: param('maxGapDays'), form: 'int' },
      },
      explain: {
        zh: `{year} 年{level}医院住院 {denominator} 次，其中 {numerator} 次住了不超过 {shortDays} 天、出院后 {maxGapDays} 天内因同类诊断住进别家，占 {value}，超过参考值 {limit}；${standing.zh}`,
        en: `{numerator} of {denominator} stays in {year} lasted {shortDays} days at most and were followed within {maxGapDays} days by a stay elsewhere for the same disease, {value}, above {limit}; ${standing.en}`,
      },
    },
    {
      counted: pushed,
      limit: percentParameter('占比参考值', 'Share that is taken as usual', 5),
      // walked from the last stay to the first, so that the one before is the one that follows
      stream: {
        key: [field('person')],
        order: subtract(0, field('begunAt')),
        folds: {
          nextBegun: { fold: 'previous', args: [field('begunDay'), literal(9_000_000)] },
          nextProvider: { fold: 'previous', args: [field('provider'), literal(0)] },
          nextDiagnosis: { fold: 'previous', args: [prefix(field('mainDiagnosis'), 3), literal('')] },
        },
      },
    },
  ),
);
