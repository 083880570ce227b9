import { and, count, countDistinct, deepFreeze, field, ge, maximum, multiply, param, yearStart } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'doctor-shop',
    code: 'DF-23',
    title: { zh: '医师-药店-高价药聚集', en: 'One doctor, one pharmacy, dear drugs' },
    category: '扩展/行为主体监管类',
    certainty: 'suspect',
    grain: 'practitioner',
    basis: [regulation('第三十八条第（五）项、第四十条第（一）项')],
    reads: 'prescribedLine',
    knowledge: { by: 'item', role: 'code', mode: 'together' },
    parameters: {
      minPeople: { type: 'int', title: { zh: '最少参保人数', en: 'Least number of people' }, unit: '人', standard: 10 },
      minSharePercent: {
        type: 'int',
        title: { zh: '占医师药店明细的比例', en: "Share of the practitioner's lines" },
        unit: '%',
        standard: 80,
      },
    },
    key: [field('practitioner'), field('provider'), yearStart(field('day'))],
    shape: {
      kind: 'group',
      when: and(
        ge(countDistinct(field('person')), param('minPeople')),
        ge(multiply(count(), 100), multiply(maximum(field('practitionerLineCount')), param('minSharePercent'))),
      ),
    },
    facts: {
      year: { value: yearStart(field('day')), form: 'year' },
      people: { value: countDistinct(field('person')), form: 'int' },
      lines: { value: count(), form: 'int' },
      all: { value: maximum(field('practitionerLineCount')), form: 'int' },
      total: { value: { op: 'sum', args: [field('amountFen')] }, form: 'fen' },
    },
    explain: {
      zh: '{year} 年一名医师的 {all} 行药店处方中，有 {lines} 行高价药集中在同一家药店，{people} 人购买，共 {total} 元。',
      en: "Of one practitioner's {all} lines at pharmacies in {year}, {lines} are dear drugs at one of them, bought by {people} persons for {total} yuan.",
    },
  }),
);
