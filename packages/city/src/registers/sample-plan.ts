/**
 * The plan of the city's own bureau, as a published table would read: tab-separated text that the form reader takes like any
 * other document. Made up; sized for the city it belongs to.
 */
const org = '云溪市医疗保障局';

type Row = [level1: string, level2: string, name: string, sign: string, value: string, unit: string, weight: number];
interface Form {
  name: string;
  budgetWan: number;
  goals: string[];
  rows: Row[];
}

const [output, effect, satisfaction] = ['产出指标', '效益指标', '满意度指标'];
const [quantity, quality, timely, economic, social, lasting, served] = [
  '数量指标',
  '质量指标',
  '时效指标',
  '经济效益指标',
  '社会效益指标',
  '可持续影响指标',
  '服务对象满意度指标',
];

const overall: Form = {
  name: '部门整体支出',
  budgetWan: 4860.5,
  goals: [
    '一、加强基金监管，结算数据全部智能审核，检查覆盖全部定点医药机构。',
    '二、巩固参保成果，基本医疗保险参保率稳定在百分之九十五以上。',
    '三、规范经办服务，提高政策知晓率和群众满意度。',
  ],
  rows: [
    [output, quantity, '基本医疗保险参保率', '≥', '95', '%', 10],
    [output, quantity, '本市定点医药机构结算数据智能审核完成率', '=', '100', '%', 10],
    [output, quantity, '定点医药机构检查覆盖率', '≥', '90', '%', 8],
    [output, quantity, '培训人次', '≥', '1000', '人次', 6],
    [output, quality, '资金到位率', '=', '100', '%', 8],
    [output, quality, '服务质量达标率', '≥', '95', '%', 8],
    [output, timely, '举报投诉办结率', '≥', '95', '%', 8],
    [effect, economic, '追回、拒付医保基金金额', '≥', '3', '万元', 10],
    [effect, social, '次均住院费用增长率', '≤', '8', '%', 8],
    [effect, social, '规范医药机构合理使用医保基金', '≥', '95', '%', 6],
    [effect, lasting, '政策知晓率', '≥', '90', '%', 8],
    [satisfaction, served, '参保群众满意度', '≥', '90', '%', 10],
  ],
};

const projects: Form[] = [
  {
    name: '基金监管专项经费',
    budgetWan: 96,
    goals: ['开展智能审核、专项整治和举报查处，追回违规基金，规范执法案卷。'],
    rows: [
      [output, quantity, '飞行检查、专项检查、线索检查及交叉检查次数', '≥', '40', '次', 10],
      [output, quantity, '检查定点医疗机构及定点药店数量', '≥', '48', '家', 10],
      [output, quantity, '开展打击欺诈骗保专项整治行动', '≥', '4', '次', 10],
      [output, quality, '行政执法案卷归档率', '=', '100', '%', 10],
      [output, timely, '举报投诉满意率', '≥', '90', '%', 10],
      [effect, economic, '追回医保基金及罚没款', '≥', '5', '万元', 10],
      [effect, social, '定点医药机构结算违规率下降', '≥', '5', '%', 10],
      [effect, lasting, '基金预警和风险控制能力', '定性', '有所提高', '', 10],
      [satisfaction, served, '两定机构对基金监管服务的满意度', '≥', '85', '%', 10],
    ],
  },
  {
    name: '城乡医疗救助资金',
    budgetWan: 860,
    goals: ['减轻困难群众就医负担，做到应保尽保、应救尽救。'],
    rows: [
      [output, quantity, '到定点救治医疗机构就诊率', '≥', '90', '%', 15],
      [output, quantity, '重特大疾病医疗救助人次占比', '≥', '28', '%', 15],
      [output, quantity, '困难群众参保率', '=', '100', '%', 10],
      [output, quality, '重点救助对象年度限额内救助比例', '≥', '70', '%', 15],
      [output, quality, '资金到位率', '=', '100', '%', 10],
      [effect, social, '政策知晓率', '≥', '90', '%', 15],
      [satisfaction, served, '救助对象满意度', '≥', '90', '%', 10],
    ],
  },
  {
    name: '医疗保障服务能力提升补助资金',
    budgetWan: 145,
    goals: ['开展政策宣传和业务培训，推进信息化建设和带量采购，提高经办服务能力。'],
    rows: [
      [output, quantity, '发送医保政策宣传短信', '≥', '1.5', '万条', 8],
      [output, quantity, '组织业务培训', '≥', '12', '次', 8],
      [output, quantity, '带量采购品种数量', '≥', '100', '种', 8],
      [output, quantity, '扩大医保电子凭证医药机构覆盖面', '≥', '50', '家', 8],
      [output, quality, '带量采购履约率', '≥', '100', '%', 8],
      [output, quality, '政务服务按时办结率', '≥', '98', '%', 8],
      [output, timely, '信息平台安全设备建设', '=', '100', '%', 7],
      [effect, social, '医保信息系统无重大责任事故', '≤', '0', '次', 10],
      [effect, lasting, '规范经办机构监督管理行为', '≥', '90', '%', 15],
      [satisfaction, served, '参保群众满意度', '≥', '90', '%', 10],
    ],
  },
  {
    name: '公务员医疗补助',
    budgetWan: 320,
    goals: ['按政策及时足额支付公务员医疗补助。'],
    rows: [
      [output, quantity, '享受人数', '≥', '300', '人', 25],
      [output, quantity, '支付人次', '≥', '600', '人次', 20],
      [output, timely, '平均办结时长', '≤', '24', '小时', 25],
      [effect, social, '服务对象满意度', '≥', '85', '%', 20],
    ],
  },
];

const indicatorHead = '一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位\t权重';

function formText(form: Form, year: number): string[] {
  return [
    '',
    `${year}年项目支出绩效目标表`,
    '',
    '单位：万元',
    '',
    `项目名称\t${form.name}`,
    `主管部门\t${org}\t实施单位\t${org}`,
    `资金情况（万元）\t年度资金总额：\t${form.budgetWan}`,
    `\t其中：财政拨款\t${form.budgetWan}`,
    `年度总体目标\t${form.goals.join('')}`,
    indicatorHead,
    ...form.rows.map((row) => row.join('\t')),
  ];
}

/** The whole document as text lines, UTF-8. */
export function samplePlanText(year: number): string {
  return [
    '部门整体支出绩效目标申报表',
    '',
    `预算年度：${year}`,
    `部门（单位）名称：${org}`,
    '单位：万元',
    '',
    `资金情况（万元）\t年度资金总额：\t${overall.budgetWan}`,
    `年度总体目标\t${overall.goals.join('')}`,
    indicatorHead,
    ...overall.rows.map((row) => row.join('\t')),
    ...projects.flatMap((form) => formText(form, year)),
    '',
  ].join('\n');
}
