// The layouts that the rules and other provinces use, made up and written by hand.
import { describe, expect, it } from 'vitest';
import { readDocument } from '../read-document.ts';

async function read(text: string, name = 'form.txt') {
  const outcome = await readDocument(new TextEncoder().encode(text), name);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value.document;
}
const html = (rows: string) => `<html><body><p>云溪市医保局</p>${rows}</body></html>`;
const row = (...cells: string[]) => `<tr>${cells.map((cell) => (cell.startsWith('<td') ? cell : `<td>${cell}</td>`)).join('')}</tr>`;

const OFFICIAL = `项目支出绩效自评表
(2024年度)
项目名称	信息平台运维
主管部门	云溪市医疗保障局	实施单位	云溪市医疗保障局
项目资金（万元）		年初预算数	全年预算数	全年执行数	分值	执行率	得分
	年度资金总额	100	120.5	110	10	91.29%	9.13
	其中：当年财政拨款	100	120.5	110	—	91.29%	—
年度总体目标	预期目标	实际完成情况
	平台稳定运行，及时响应。	平台运行平稳。
绩效指标	一级指标	二级指标	三级指标	年度指标值(A)	实际完成值(B)	分值	得分	偏差原因分析及改进措施
	产出指标(50分)	数量指标	巡检次数	≥12次	13次	25	25	
		质量指标	故障修复及时率	≥99%	97.5%	25	24.6	备件到货晚，已签备件协议
	效益指标	社会效益指标	窗口等候时间	明显缩短	缩短8分钟	30	28	
	满意度指标	服务对象满意度指标	使用人员满意度	≥90%	91%	10	10	
总分						100	96.73
`;

describe('a self-evaluation of 财预〔2020〕10号', () => {
  const wanted = [
    ['产出指标', '数量指标', '巡检次数', '≥', 12, '次', 25, '13次', 25, null],
    ['产出指标', '质量指标', '故障修复及时率', '≥', 99, '%', 25, '97.5%', 24.6, '备件到货晚，已签备件协议'],
    ['效益指标', '社会效益指标', '窗口等候时间', 'qualitative', '明显缩短', null, 30, '缩短8分钟', 28, null],
    ['满意度指标', '服务对象满意度指标', '使用人员满意度', '≥', 90, '%', 10, '91%', 10, null],
  ];
  it.each([
    ['between tabs', OFFICIAL],
    ['one cell a line', OFFICIAL.replace(/\t+/g, '\n').replace(/\n+/g, '\n')],
  ])('%s', async (_, text) => {
    const document = await read(text);
    expect(document).toMatchObject({ org: '云溪市医疗保障局', year: 2024, kind: 'self-evaluation' });
    const [project] = document.projects;
    expect(project).toMatchObject({ name: '信息平台运维', budgetWan: 120.5 });
    expect(
      project?.indicators.map((one) => [
        one.level1,
        one.level2,
        one.name,
        one.operator,
        one.value,
        one.unit,
        one.weight,
        one.actual,
        one.score,
        one.remark,
      ]),
    ).toEqual(wanted);
  });
  it('takes the expected goal, not what was done', async () => {
    expect((await read(OFFICIAL)).projects[0]?.goals).toEqual(['平台稳定运行，及时响应。']);
  });
});

describe('sub-heads below a merged head (云南)', () => {
  it('give sign, value and unit their columns', async () => {
    const document = await read(
      html(
        `<h1>项目支出绩效自评表</h1><table>${row('项目名称', '<td colspan=8>信息平台运维</td>')}${row('<td rowspan=2>一级指标</td>', '<td rowspan=2>二级指标</td>', '<td rowspan=2>三级指标</td>', '<td colspan=3>年度指标值</td>', '<td rowspan=2>实际完成值</td>', '<td rowspan=2>分值</td>', '<td rowspan=2>得分</td>')}${row('指标性质', '指标值', '度量单位')}${row('<td rowspan=2>产出指标</td>', '数量指标', '巡检次数', '>=', '12', '次', '13', '50', '50')}${row('质量指标', '合格率', '=', '100', '%', '100', '40', '40')}</table>`,
      ),
      'form.html',
    );
    expect(
      document.projects[0]?.indicators.map((one) => [
        one.level1,
        one.level2,
        one.name,
        one.operator,
        one.value,
        one.unit,
        one.weight,
        one.actual,
        one.score,
      ]),
    ).toEqual([
      ['产出指标', '数量指标', '巡检次数', '≥', 12, '次', 50, 13, 50],
      ['产出指标', '质量指标', '合格率', '=', 100, '%', 40, 100, 40],
    ]);
  });
});

describe('a monitoring form of 财预〔2019〕136号', () => {
  it('is read with its two header rows', async () => {
    const causes = ['经费保障', '制度保障', '人员保障', '硬件条件保障', '其他', '原因说明'];
    const chances = ['确定能', '有可能', '完全不可能'];
    const document = await read(
      html(
        `<p>项目支出绩效目标执行监控表</p><p>(2025年度)</p><table>${row('项目名称', '<td colspan=15>巡查经费</td>')}${row('主管部门', '<td colspan=15>云溪市医疗保障局</td>')}${row('<td rowspan=2>一级指标</td>', '<td rowspan=2>二级指标</td>', '<td rowspan=2>三级指标</td>', '<td rowspan=2>年度指标值</td>', '<td rowspan=2>1-7月执行情况</td>', '<td rowspan=2>全年预计完成情况</td>', '<td colspan=6>偏差原因分析</td>', '<td colspan=3>完成目标可能性</td>', '<td rowspan=2>备注</td>')}${row(...causes, ...chances)}${row('产出指标', '数量指标', '巡查家数', '≥40家', '21家', '40家', '', '', '', '', '', '', '√', '', '', '')}</table>`,
      ),
      'form.html',
    );
    expect(document).toMatchObject({ kind: 'monitoring', year: 2025 });
    expect(document.projects[0]?.indicators).toHaveLength(1);
    expect(document.projects[0]?.indicators[0]).toMatchObject({
      name: '巡查家数',
      operator: '≥',
      value: 40,
      unit: '家',
      actual: '21家',
      weight: null,
    });
  });
});

describe('a transfer self-evaluation without points', () => {
  it('is a self-evaluation', async () => {
    const document = await read(
      '转移支付区域绩效自评表\n(2021年度)\n转移支付（项目）名称\t能力建设补助\n地方主管部门\t云溪市医疗保障局\n一级指标\t二级指标\t三级指标\t指标值\t全年实际完成值\t未完成原因和改进措施\n产出指标\t数量指标\t培训场次\t≥6场\t5场\t疫情影响\n效益指标\t社会效益指标\t经办能力\t有所提升\t有所提升\t\n',
    );
    expect(document).toMatchObject({ kind: 'self-evaluation', org: '云溪市医疗保障局', year: 2021 });
    expect(document.projects[0]?.name).toBe('能力建设补助');
    expect(document.projects[0]?.indicators.map((one) => [one.name, one.operator, one.value, one.actual, one.remark, one.score])).toEqual([
      ['培训场次', '≥', 6, '5场', '疫情影响', null],
      ['经办能力', 'qualitative', '有所提升', '有所提升', null, null],
    ]);
  });
});

describe('a scoring table of 财预〔2013〕53号', () => {
  it('takes the points behind the name', async () => {
    const document = await read(
      '部门整体支出绩效评价指标评分表\n部门名称\t云溪市医疗保障局\n一级指标\t分值\t二级指标\t分值\t三级指标\t分值\t评价标准\t得分\n投入\t15\t预算配置\t15\t在职人员控制率\t5\t≤100%得满分\t5\n\t\t\t\t三公经费变动率\t10\t≤0得满分\t8\n过程\t20\t预算执行\t20\t预算完成率\t20\t100%得满分\t18.5\n合计\t35\t\t35\t\t35\t\t31.5\n',
    );
    expect(document.kind).toBe('self-evaluation');
    expect(document.projects[0]?.indicators.map((one) => [one.level1, one.level2, one.name, one.value, one.weight, one.score])).toEqual([
      ['投入', '预算配置', '在职人员控制率', null, 5, 5],
      ['投入', '预算配置', '三公经费变动率', null, 10, 8],
      ['过程', '预算执行', '预算完成率', null, 20, 18.5],
    ]);
  });
});

describe('other habits', () => {
  it('a running number in front, level names of other provinces, several labels in one line', async () => {
    const document = await read(
      '专项资金绩效目标表\n项目名称：巡查经费    主管部门：云溪市医疗保障局    年度金额：30万元\n序号\t一级指标\t二级指标\t指标名称\t目标值\t权重值\n1\t项目完成\t数量指标\t巡查家数\t40家以上\t40\n2\t\t质量指标\t案卷合格率\t98%以上\t20\n3\t项目效益\t社会效益\t群众知晓率\t不低于90%\t30\n',
    );
    expect(document).toMatchObject({ org: '云溪市医疗保障局', kind: 'project' });
    expect(document.projects[0]).toMatchObject({ name: '巡查经费', budgetWan: 30 });
    expect(
      document.projects[0]?.indicators.map((one) => [one.level1, one.level2, one.name, one.operator, one.value, one.unit, one.weight]),
    ).toEqual([
      ['项目完成', '数量指标', '巡查家数', '≥', 40, '家', 40],
      ['项目完成', '质量指标', '案卷合格率', '≥', 98, '%', 20],
      ['项目效益', '社会效益', '群众知晓率', '≥', 90, '%', 30],
    ]);
  });
  it('a form without title and head', async () => {
    const document = await read('一级指标,二级指标,三级指标,指标值,分值\n产出指标,数量指标,巡查家数,≥40家,50\n');
    expect(document.projects.map((project) => [project.name, project.kind, project.indicators.length])).toEqual([['', 'project', 1]]);
    expect(document).toMatchObject({ org: null, year: null });
    expect(document.warnings.map((warning) => warning.code)).toContain('name-missing');
  });
});
