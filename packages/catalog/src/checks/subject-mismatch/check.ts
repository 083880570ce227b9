import { type Check, hit } from '../check-type.ts';

const SUBJECTS: [string, RegExp][] = [
  ['医药机构', /医疗机构|医药机构|医院|药店|卫生院|定点机构/],
  ['企业', /企业|公司/],
  ['学校', /学校|中学|小学/],
  ['村（社区）', /行政村|社区|村卫生室/],
];

const subjectsOf = (text: string) => SUBJECTS.filter(([, pattern]) => pattern.test(text)).map(([subject]) => subject);

const check: Check = {
  code: 'SUBJECT_MISMATCH',
  severity: 'warning',
  title: { zh: '指标值与名称说的是同一对象', en: 'Value and name speak of the same thing' },
  basis: { document: '财预〔2015〕88号', article: '绩效目标审核“相关性”：指标与目标、指标值与指标相关联' },
  find: (view) =>
    view.rows.flatMap((row) => {
      const value = row.valueText || (typeof row.indicator.value === 'string' ? row.indicator.value : '');
      const [named, given] = [subjectsOf(row.name), subjectsOf(value)];
      const [expected, found] = [named[0], given[0]];
      // A company hired to inspect hospitals is not what is counted.
      if (/第三方|聘请|引入|委托|购买/.test(row.name)) return [];
      if (
        !expected ||
        !found ||
        named.some((subject) => given.includes(subject)) ||
        named.length > 1 ||
        given.length > 1 ||
        !/\d/.test(value)
      )
        return [];
      return [hit('SUBJECT_MISMATCH', row.lines, { name: row.name, expected, found, value })];
    }),
};
export default check;
