// A wrong suggestion is worse than none: names that mean another thing get nothing.
import { type Indicator, type IndicatorOperator, plainName } from '@hengjian/domain';
import { describe, expect, test } from 'vitest';
import { measures } from '../measures.gen.ts';
import { suggestMeasure } from './suggest.ts';

type Row = [
  name: string,
  operator: IndicatorOperator,
  target: number | string | null,
  unit: string | null,
  measure: string | null,
  more?: { project?: string; wording?: string },
];
/** Projects are named in a row that is not department-wide. */
const projectOf = (row: Row) =>
  row[5]?.project ? { name: row[5].project, kind: 'project' as const } : { name: '部门整体支出', kind: 'overall' as const };
const indicator = ([name, operator, target, unit, , more]: Row): Indicator => ({
  indicatorId: 'i',
  position: 1,
  level1: null,
  level2: null,
  name,
  operator,
  target,
  unit,
  weight: null,
  group: null,
  wording: more?.wording ?? null,
});

const rows: Row[] = [
  ['培训人次', '≥', 1000, '人次', 'training-attendance'],
  ['组织业务培训', '≥', 6, '场', 'training-sessions'],
  ['开展监管条例培训', '≥', 4, '次', 'training-sessions-regulation'],
  ['处理举报投诉案件', '=', 100, '%', 'complaints-handled-rate'],
  ['处理举报投诉案件', '≥', 60, '件', 'complaints-handled'],
  ['发送医保政策宣传短信', '≥', 40, '万条', 'sms-sent'],
  ['追回医保基金', '≥', 30, '万元', 'fund-recovered'],
  ['追回、拒付医保基金金额', '≥', 600, '万元', 'recovered-and-refused'],
  ['追回医保基金及罚没款', '≥', 100, '万元', 'recovered-and-fined'],
  ['城乡居民医疗保险参保率', '≥', 95, '%', 'resident-enrolment-rate'],
  ['参保率', '≥', 95, '%', 'basic-enrolment-rate'],
  ['参保率', '≥', 95, '%', 'resident-enrolment-rate', { project: '城乡居民医保补助' }],
  ['参保率', '≥', 95, '%', 'employee-enrolment-rate', { project: '困难企业职工医保补助' }],
  ['次均住院费用增长率', '≤', 8, '%', 'inpatient-cost-growth'],
  ['定点医药机构结算违规率下降', '≥', 10, '%', 'violation-rate-fall'],
  ['参保群众满意度', '≥', 0.9, null, 'satisfaction-public'],
  ['两定机构满意度', '≥', 80, '%', 'satisfaction-providers'],
  ['网络安全系统建设', '=', 100, '%', 'key-task-progress'],
  ['无重大责任事故发生', '≤', 0, '次', 'system-incidents-major'],
  // another question under a like name
  ['处理举报投诉案件', '≥', 90, '%', 'complaints-satisfied-rate', { wording: '满意率≥90%' }],
  ['处理举报投诉案件', '≥', 90, '%', null, { wording: '满意度调查合格率' }],
  ['开展业务培训', '≥', 90, '%', null],
  ['培训人次', '≥', 50, '万元', null],
  ['政策宣传', 'qualitative', '常态化', null, null],
  ['系统接入', '=', '12月底前完成', null, null],
  ['次均住院费用增长率', '≥', 8, '%', null],
  ['培训人次', '≤', 8, '人次', null],
  ['网络安全系统建设', '≥', 80, '%', null],
  ['以常住人口为基数的参保率', '≥', 95, '%', 'resident-population-enrolment-rate'],
  ['以户籍人口为基数的参保率', '≥', 95, '%', null],
  ['覆盖范围', '≥', 90, '%', null],
  ['办公楼维修面积', '≥', 90, '平方米', null],
];

describe('suggestions', () => {
  test.each(rows)('%s %s%s %s → %s', (...row) =>
    expect(suggestMeasure(indicator(row as Row), projectOf(row as Row)).measureId).toBe(row[4]),
  );
  test('a measure answers its own first name, in its own unit', () => {
    const wrong = Object.values(measures).flatMap((measure) => {
      const name = (measure.answers.names[0] as string).replaceAll('*', '甲');
      const target = measure.answers.target ?? 10;
      const operator = measure.direction === 'less' ? '≤' : '≥';
      const asked = { ...indicator([name, operator, target, measure.unit, null]), group: '目标1' };
      const { measureId } = suggestMeasure(asked, { name: '甲项目', kind: 'project' });
      return measureId === measure.id ? [] : [`${measure.id}: ${name} → ${measureId}`];
    });
    expect(wrong).toEqual([]);
  });
  test('names are compared without our own places, quotes, brackets', () =>
    expect(plainName('开展 本市“两定”机构（含药店）检查')).toBe('开展两定机构检查'));
});
