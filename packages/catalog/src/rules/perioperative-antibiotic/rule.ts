import {
  and,
  choose,
  coalesce,
  dayOf,
  deepFreeze,
  type Expression,
  eq,
  field,
  le,
  literal,
  lt,
  multiply,
  not,
  or,
  param,
  right,
  startsWithAny,
  subtract,
} from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

/** The day on which the operation ended; where no end is told, the day it was. */
const ended = coalesce(dayOf(right('finishedAt')), right('day'));
/** Charges tell days, not hours: a day counts as within the hours when it may be. */
const within: Expression = choose(
  eq(param('prophylaxisHours'), 0),
  literal(false),
  le(multiply(subtract(field('day'), ended), 24), param('prophylaxisHours')),
);
/** What speaks for the line: another kind of operation, a day before it, a day within its hours, an infection that is treated. */
const justified = or(
  not(startsWithAny(right('code'), param('operations'))),
  lt(field('day'), right('day')),
  within,
  coalesce(startsWithAny(right('mainDiagnosis'), param('infections')), literal(false)),
);

export default deepFreeze(
  rule({
    id: 'perioperative-antibiotic',
    code: 'GZ10000202002000',
    title: { zh: '围手术期抗菌药物预防性应用监管', en: 'Antibacterial prophylaxis around clean operations' },
    category: '管理类/药品监管类',
    certainty: 'suspect',
    basis: [
      nationalBasis('围手术期抗菌药物预防性应用监管'),
      { document: '抗菌药物临床应用指导原则（2015年版）（国卫办医发〔2015〕43号）', article: '第一部分 抗菌药物预防性应用' },
    ],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    knowledgeParams: ['operations', 'prophylaxisHours'],
    parameters: {
      infections: {
        type: 'texts',
        title: { zh: '按感染治疗的主要诊断前缀', en: 'Main diagnoses that are infections' },
        standard: [
          ...[
            'A',
            'B',
            'G00',
            'G06',
            'H66',
            'I33',
            'J0',
            'J1',
            'J20',
            'J21',
            'J22',
            'J36',
            'J39.0',
            'J85',
            'J86',
            'K35',
            'K57',
            'K61',
            'K63.1',
          ],
          ...[
            'K65',
            'K75.0',
            'K81',
            'K83.0',
            'L0',
            'M00',
            'M46.2',
            'M46.3',
            'M46.4',
            'M86',
            'N10',
            'N13.6',
            'N15.1',
            'N30',
            'N39.0',
            'N70',
          ],
          ...['N71', 'N73', 'O85', 'O86', 'T79.3', 'T81.4', 'T82.6', 'T82.7', 'T84.5', 'T84.6', 'T84.7'],
        ],
      },
    },
    where: and(eq(field('setting'), 'inpatient'), eq(field('kind'), 'drug')),
    shape: {
      kind: 'pair',
      want: 'absent',
      right: { reads: 'operation', none: 'clear' },
      link: [[field('encounter'), field('encounter')]],
      on: justified,
    },
    facts: {
      day: { value: field('day'), form: 'day' },
      operations: { value: param('operations'), form: 'texts' },
      hours: { value: choose(eq(param('prophylaxisHours'), 0), literal(null), param('prophylaxisHours')), form: 'int' },
      noHours: { value: choose(eq(param('prophylaxisHours'), 0), 0, literal(null)), form: 'int' },
    },
    explain: {
      zh: '{day} 的抗菌药物[「{item}」]用于Ⅰ类切口手术「{subject}」（编码以 {operations} 开头）[，超过预防用药 {hours} 小时的限度][，这类手术原则上不预防用药（限 {noHours} 小时）]，且主要诊断不是感染。',
      en: 'The antibacterial of {day} belongs to a clean operation, "{subject}" ({operations})[, beyond {hours} hours of prophylaxis][, for which none is indicated ({noHours} hours)], and the main diagnosis is no infection.',
    },
  }),
);
