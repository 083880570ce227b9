import {
  add,
  and,
  choose,
  coalesce,
  count,
  countDistinct,
  countDistinctKnown,
  countKnown,
  deepFreeze,
  type Expression,
  field,
  ge,
  multiply,
  or,
  param,
  prefix,
  sum,
  sumKnown,
  yearStart,
} from '@hengjian/language';
import { outpatientVisit, plannedVisit, plannedVisits, regulation, rule } from '../../fragments.ts';

const category = prefix(field('mainDiagnosis'), 3);
const point = (when: Expression): Expression => choose(when, 1, 0);
const score = (distinct: typeof countDistinct, total: typeof sum): Expression =>
  add(
    add(point(ge(distinct(field('provider')), param('minProviders'))), point(ge(distinct(category), param('minCategories')))),
    point(ge(multiply(total(field('fundFen')), 100), multiply(total(field('totalFen')), param('minFundPercent')))),
  );
const known = score(countDistinctKnown, sumKnown);

export default deepFreeze(
  rule({
    id: 'busy-outpatient',
    code: 'DF-11',
    title: { zh: '门诊高频人群', en: 'People of very many outpatient visits' },
    category: '扩展/行为主体监管类',
    certainty: 'suspect',
    grain: 'person',
    basis: [regulation('第十七条、第四十一条')],
    reads: 'encounter',
    on: coalesce(field('begunDay'), field('settledDay')),
    parameters: {
      minVisits: { type: 'int', title: { zh: '一年门诊次数达到', en: 'Visits in a year' }, unit: '次', standard: 40 },
      minProviders: { type: 'int', title: { zh: '就诊机构数达到（1 分）', en: 'Institutions (one point)' }, unit: '家', standard: 4 },
      minCategories: {
        type: 'int',
        title: { zh: '主要诊断类目数达到（1 分）', en: 'Categories of diagnoses (one point)' },
        unit: '个',
        standard: 6,
      },
      minFundPercent: {
        type: 'int',
        title: { zh: '基金支付占比达到（1 分）', en: 'Share of the fund (one point)' },
        unit: '%',
        standard: 80,
      },
      minScore: { type: 'int', title: { zh: '得分达到', en: 'Least score' }, unit: '分', standard: 2 },
      plannedDiagnoses: plannedVisits,
    },
    where: outpatientVisit,
    exemptions: [plannedVisit],
    key: [field('person'), yearStart(field('begunDay'))],
    shape: {
      kind: 'group',
      when: or(
        and(ge(countKnown(), param('minVisits')), ge(known, param('minScore'))),
        and(ge(count(), param('minVisits')), ge(score(countDistinct, sum), param('minScore'))),
      ),
    },
    facts: {
      times: { value: countKnown(), form: 'int' },
      year: { value: yearStart(field('begunDay')), form: 'year' },
      providers: { value: countDistinctKnown(field('provider')), form: 'int' },
      categories: { value: countDistinctKnown(category), form: 'int' },
      fund: { value: sumKnown(field('fundFen')), form: 'fen' },
      score: { value: known, form: 'int' },
      minScore: { value: param('minScore'), form: 'int' },
    },
    explain: {
      zh: '{year} 年门急诊 {times} 次，涉及 {providers} 家机构、{categories} 个诊断类目，基金支付 {fund} 元，得 {score} 分（达到 {minScore} 分）。',
      en: '{times} outpatient visits in {year} at {providers} institutions for {categories} categories of diagnoses, the fund paid {fund} yuan; score {score} (at least {minScore}).',
    },
  }),
);
