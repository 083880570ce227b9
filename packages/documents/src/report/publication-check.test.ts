// What may not be published is planted in a clean self-evaluation, one fault at a time; only that fault is named.
import { expect, test } from 'vitest';
import { publicationCheck } from './publication-check.ts';

const clean = `2024年度项目支出绩效自评表
项目名称	医保服务能力提升项目
主管部门	某市医疗保障局	实施单位	某市医疗保障局
项目资金（万元）	年初预算数	全年预算数	全年执行数	分值	执行率	得分
年度资金总额	100	100	96	10	96%	9.6
一级指标	二级指标	三级指标	年度指标值	实际完成值	分值	得分	偏差原因分析及改进措施
产出指标	数量指标	培训次数	≥4次	4次	30	30	
产出指标	质量指标	考核合格率	≥95%	96%	20	20	
效益指标	社会效益指标	政策知晓率	≥90%	91%	30	30	
满意度指标	服务对象满意度指标	参保人满意度	≥90%	92%	10	10	
总分					100	99.6	
`;

const check = async (text: string, file = '自评表.txt') => {
  const looked = await publicationCheck(new TextEncoder().encode(text), file);
  return (looked.ok ? looked.value : looked.issues).map(({ code, severity }) => `${code} ${severity}`);
};

test.each<[string, (text: string) => string, string[]]>([
  ['nothing stands against a clean one', (text) => text, []],
  ['an identity number', (text) => text.replace('培训次数', '培训次数（身份证号110101190001010000）'), ['PERSONAL_DATA error']],
  ['who filled it in, with a telephone', (text) => `${text}填表人：张三 联系电话：13800000000\n`, ['PERSONAL_DATA warning']],
  ['a total that is not the sum of the marks: 95 for 99.6', (text) => text.replace('99.6\t\n', '95\t\n'), ['SCORE_SUM error']],
])('%s', async (_, plant, found) => {
  expect(await check(plant(clean))).toEqual(found);
});

test('a letter without any form is looked through as well', async () => {
  const letter = '各科室：\n救助对象张三，身份证号110101190001010000，请于周五前核对。\n';
  expect(await check(letter, '通知.txt')).toEqual(['PERSONAL_DATA error']);
});

test('a file that cannot be read is refused, and not found clean', async () => {
  expect(await check('PK\u0003\u0004 damaged', '报告.docx')).toEqual([expect.stringMatching(/ error$/)]);
});
