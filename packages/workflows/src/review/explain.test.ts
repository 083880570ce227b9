// Sentences that whoever writes an order understands at once: ages, departments, titles and lengths of time in words.
import { ruleSchema, rules } from '@hengjian/catalog';
import { parseDay } from '@hengjian/domain';
import { compileRule, type Point, type Row, type RuleTree, readWithClosures } from '@hengjian/language';
import { expect, test } from 'vitest';
import { explain, type ItemNames, writeFact } from './explain.ts';

const day = (text: string) => parseDay(text) as number;
const point = (subject: string, params: Point['params'], constraint = ''): Point => ({
  index: 0,
  pointId: 'K',
  lineage: 'K',
  subject,
  constraint,
  basis: '',
  from: 0,
  to: 99_999,
  codes: { code: ['X1'] },
  params,
});
const line = (columns: Row): Row => {
  const on = day('2025-06-20');
  return { encounterNo: 'E1', encounter: 'E1', line: 'L1', lineNo: 'L1', person: 'P', itemCode: 'X1', kind: 'drug', day: on, ...columns };
};
function said(
  id: keyof typeof rules,
  knowledge: Point,
  record: Row,
  beside: { [table: string]: Row[] } = {},
  names?: ItemNames,
): string | undefined {
  const compiled = compileRule(rules[id] as RuleTree, ruleSchema);
  const standards = Object.fromEntries(Object.entries(compiled.rule.parameters).map(([name, { standard }]) => [name, standard]));
  const [answer] = readWithClosures(compiled, [{ ...knowledge, params: { ...standards, ...knowledge.params } }], {
    ...beside,
    line: [record, ...(beside.line ?? [])],
  });
  return answer?.answer === 'hit' ? explain(compiled.rule, answer, names).zh : undefined;
}

test('the age of an adult is told in years, that of an infant in days', () => {
  const newborn = point('新生儿监护', { maxAge: 28, unit: 'day' });
  const born = (text: string) => line({ kind: 'service', birthDay: day(text) });
  expect(said('service-newborn', newborn, born('1991-06-26'))).toMatch(/出生不多于 28 天；收费当日参保人 33 周岁。$/);
  expect(said('service-newborn', newborn, born('2025-05-01'))).toMatch(/收费当日参保人出生 50 天。$/);
});

test('departments and titles bear their names, codes that no table knows stand as they came', () => {
  const departments = point('新生儿黄疸经皮测定', { departments: ['A05.02', 'A07.01'] });
  expect(said('service-department', departments, line({ kind: 'service', department: 'A50.13' }))).toBe(
    '「新生儿黄疸经皮测定」限产科专业、新生儿专业使用，2025-06-20 由中医科（针灸科专业）收费。',
  );
  expect(said('service-department', departments, line({ kind: 'service', department: 'K99' }))).toMatch(/由K99收费/);
  const doctor = { practitioner: 'D1', practitionerNo: 'D1', title: '234' };
  const ordered = line({ setting: 'inpatient', practitioner: 'D1', supplyDays: 3 });
  expect(said('antibiotic-grade', point('美罗培南', { grade: 'special' }), ordered, { practitioner: [doctor] })).toMatch(
    /由医师 D1（医师）开具/,
  );
});

test('what is published about the item is told beside the codes, and of many codes the first', () => {
  const record = line({ setting: 'outpatient' });
  const diagnosis = [{ encounter: 'E1', encounterNo: 'E1', code: 'I10.x00', main: true }];
  const lung = point('吉非替尼片', { diagnoses: ['C34'] }, '限肺癌');
  expect(said('drug-indication', lung, record, { diagnosis })).toBe(
    '「吉非替尼片」有支付限定：限肺癌（诊断编码以 C34 开头），2025-06-20 的就诊没有这样的诊断。',
  );
  expect(writeFact(['B15', 'B16', 'B17', 'B18', 'B19', 'K70', 'K71'], 'texts', 'zh')).toBe('B15、B16、B17、B18、B19、K70 等 7 个');
  expect(writeFact(['inpatient', 'emergency'], 'texts', 'zh')).toBe('住院、急诊');
});

test('an item that the history knows by its code only bears its name', () => {
  const simvastatin = { ...point('辛伐他汀片', {}), codes: { code: ['X1'], counter: ['X2', 'X3'] } };
  const earlier = line({ encounterNo: 'E0', encounter: 'E0', line: 'L7', lineNo: 'L7', itemCode: 'X2', item: 'X2', supplyDays: 7 });
  const record = line({ item: 'X1', supplyDays: 7 });
  const names = new Map([['X2', '伊曲康唑胶囊']]);
  expect(said('drug-interaction', simvastatin, record, { line: [earlier] }, names)).toContain('（「伊曲康唑胶囊」，2025-06-20 开具）');
  expect(said('drug-interaction', simvastatin, record, { line: [earlier] })).toContain('（明细 L7，2025-06-20 开具）');
});

test.each([
  [600, '10 分钟'],
  [86_401, '1 天 1 秒'],
  [93_900, '1 天 2 小时'],
  [0, '0 秒'],
])('%i seconds are %s', (seconds, words) => expect(writeFact(seconds, 'seconds', 'zh')).toBe(words));
