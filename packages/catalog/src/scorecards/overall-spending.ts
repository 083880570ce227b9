// 财预〔2013〕53号: 部门整体支出绩效评价共性指标体系框架 (a reference without weights), and the scoring table of the 湖南 family.
import type { Scorecard, ScorecardRow } from '@hengjian/domain';
import type { measures } from '../measures.gen.ts';

type Row = ScorecardRow & { measureId: keyof typeof measures | null };

const judged = (part: string, branch: string, name: string, formula: string): Row => ({ part, branch, name, formula, measureId: null });
const measured = (
  part: string,
  branch: string,
  name: string,
  formula: string,
  measureId: keyof typeof measures,
  more: Pick<ScorecardRow, 'against'> = {},
): Row => ({ part, branch, name, formula, measureId, ...more });

const rows = [
  judged('投入', '目标设定', '绩效目标合理性', '符合法律法规和发展规划；与部门职责密切相关；符合客观实际'),
  judged('投入', '目标设定', '绩效指标明确性', '细化为具体指标；指标值清晰可衡量；与年度任务数或计划数对应；与预算资金匹配'),
  measured('投入', '预算配置', '在职人员控制率', '在职人员数÷编制数×100%', 'staff-control-rate'),
  measured(
    '投入',
    '预算配置',
    '“三公经费”变动率',
    '（本年度三公经费总额－上年度三公经费总额）÷上年度三公经费总额×100%',
    'three-public-change-rate',
  ),
  measured('投入', '预算配置', '重点支出安排率', '重点项目支出÷项目总支出×100%', 'key-spending-share'),
  measured('过程', '预算执行', '预算完成率', '预算完成数÷预算数×100%', 'budget-execution-rate'),
  measured('过程', '预算执行', '预算调整率', '预算调整数÷预算数×100%', 'budget-adjustment-rate'),
  measured('过程', '预算执行', '支付进度率', '实际支付进度÷既定支付进度×100%', 'budget-execution-rate', { against: 'elapsed' }),
  measured('过程', '预算执行', '结转结余率', '结转结余总额÷支出预算数×100%', 'carry-over-rate'),
  measured('过程', '预算执行', '结转结余变动率', '（本年度累计结转结余－上年度）÷上年度累计结转结余×100%', 'carry-over-change-rate'),
  measured('过程', '预算执行', '公用经费控制率', '实际支出公用经费÷预算安排公用经费×100%', 'office-control-rate'),
  measured('过程', '预算执行', '“三公经费”控制率', '三公经费实际支出数÷三公经费预算安排数×100%', 'three-public-control-rate'),
  measured('过程', '预算执行', '政府采购执行率', '实际政府采购金额÷政府采购预算数×100%', 'procurement-budget-rate'),
  judged('过程', '预算管理', '管理制度健全性', '有预算资金管理办法、内部财务管理制度、会计核算制度；合法、合规、完整；得到有效执行'),
  judged(
    '过程',
    '预算管理',
    '资金使用合规性',
    '符合财经法规和制度；拨付程序完整；重大开支经评估论证；符合批复用途；无截留、挤占、挪用、虚列',
  ),
  measured('过程', '预算管理', '预决算信息公开性', '按规定内容、时限公开的项数÷应公开项数×100%', 'disclosure-on-time-rate'),
  judged('过程', '预算管理', '基础信息完善性', '基础数据和会计信息真实、完整、准确'),
  judged('过程', '资产管理', '管理制度健全性', '有资产管理制度；合法、合规、完整；得到有效执行'),
  judged('过程', '资产管理', '资产管理安全性', '资产保存完整；配置合理；处置规范；账实相符；有偿使用和处置收入及时足额上缴'),
  measured('过程', '资产管理', '固定资产利用率', '实际在用固定资产总额÷所有固定资产总额×100%', 'fixed-assets-use-rate'),
  measured('产出', '职责履行', '实际完成率', '实际完成工作数÷计划工作数×100%', 'work-done-rate'),
  measured('产出', '职责履行', '完成及时率', '及时完成实际工作数÷计划工作数×100%', 'work-on-time-rate'),
  measured('产出', '职责履行', '质量达标率', '质量达标实际工作数÷计划工作数×100%', 'work-quality-rate'),
  measured('产出', '职责履行', '重点工作办结率', '重点工作实际完成数÷交办或下达数×100%', 'key-work-done-rate'),
  judged('效果', '履职效益', '经济效益', '部门履行职责对经济发展带来的直接或间接影响'),
  judged('效果', '履职效益', '社会效益', '部门履行职责对社会发展带来的直接或间接影响'),
  judged('效果', '履职效益', '生态效益', '部门履行职责对生态环境带来的直接或间接影响'),
  measured('效果', '履职效益', '社会公众或服务对象满意度', '调查中满意的份数÷有效份数×100%', 'satisfaction-public'),
] as const satisfies readonly Row[];

// 财预〔2013〕53号, second framework: 项目支出绩效评价共性指标体系框架.
const projectRows = [
  judged('投入', '项目立项', '项目立项规范性', '按规定程序申请设立；文件、材料符合要求；事前经过可行性研究、专家论证、风险评估、集体决策'),
  judged(
    '投入',
    '项目立项',
    '绩效目标合理性',
    '符合法律法规和发展规划；与职责密切相关；为促进事业发展所必需；预期产出和效果符合正常业绩水平',
  ),
  judged('投入', '项目立项', '绩效指标明确性', '细化为具体指标；指标值清晰可衡量；与年度任务数或计划数对应；与预算资金匹配'),
  measured('投入', '资金落实', '资金到位率', '实际到位资金÷计划投入资金×100%', 'funds-received-rate'),
  measured('投入', '资金落实', '到位及时率', '及时到位资金÷应到位资金×100%', 'funds-on-time-rate'),
  judged('过程', '业务管理', '管理制度健全性', '有业务管理制度；合法、合规、完整'),
  judged(
    '过程',
    '业务管理',
    '制度执行有效性',
    '遵守法律法规和业务管理规定；调整手续完备；合同、验收等资料齐全归档；人员、场地、设备、信息支撑落实',
  ),
  judged('过程', '业务管理', '项目质量可控性', '有质量要求或标准；采取了质量检查、验收等控制措施'),
  judged('过程', '财务管理', '管理制度健全性', '有资金管理办法；符合财务会计制度'),
  judged(
    '过程',
    '财务管理',
    '资金使用合规性',
    '符合财经法规和制度；拨付程序完整；重大开支经评估认证；符合批复或合同用途；无截留、挤占、挪用、虚列',
  ),
  judged('过程', '财务管理', '财务监控有效性', '有监控机制；采取了财务检查等措施'),
  measured('产出', '项目产出', '实际完成率', '实际产出数÷计划产出数×100%', 'work-done-rate'),
  measured('产出', '项目产出', '完成及时率', '及时完成的产出数÷计划产出数×100%', 'work-on-time-rate'),
  measured('产出', '项目产出', '质量达标率', '质量达标产出数÷计划产出数×100%', 'work-quality-rate'),
  measured('产出', '项目产出', '成本节约率', '（计划成本－实际成本）÷计划成本×100%', 'cost-saving-rate'),
  judged('效果', '项目效益', '经济效益', '项目实施对经济发展带来的直接或间接影响'),
  judged('效果', '项目效益', '社会效益', '项目实施对社会发展带来的直接或间接影响'),
  judged('效果', '项目效益', '生态效益', '项目实施对生态环境带来的直接或间接影响'),
  judged('效果', '项目效益', '可持续影响', '项目后续运行和成效的可持续影响'),
  measured('效果', '项目效益', '社会公众或服务对象满意度', '调查中满意的份数÷有效份数×100%', 'satisfaction-public'),
] as const satisfies readonly Row[];

/** Of the national row, with the points and steps of a local table. */
const scored = (
  name: string,
  weight: number,
  steps: NonNullable<ScorecardRow['steps']>,
  more: Partial<ScorecardRow> = {},
): ScorecardRow => {
  const row = rows.find((one) => one.name === name);
  if (!row) throw new Error(`财预〔2013〕53号 has no row ${name}`);
  return { ...row, weight, steps, ...more };
};

export const scorecards = {
  'overall-2013': {
    id: 'overall-2013',
    title: '部门整体支出绩效评价共性指标体系框架',
    basis: '财预〔2013〕53号',
    rows,
  },
  'project-2013': {
    id: 'project-2013',
    title: '项目支出绩效评价共性指标体系框架（全部项目合计）',
    basis: '财预〔2013〕53号',
    rows: projectRows,
  },
  // Points and steps as published by bodies of 湖南; amounts of the rows that people judge differ from place to place and are left out.
  'overall-hunan': {
    id: 'overall-hunan',
    title: '部门整体支出绩效评价指标评分表（湖南式，可量化部分）',
    basis: '财预〔2013〕53号，湖南各地评分表',
    rows: [
      scored('在职人员控制率', 5, { kind: 'above', limit: 100, per: 1, loses: 0.5 }),
      scored('“三公经费”变动率', 5, { kind: 'above', limit: 0, per: 1, loses: 0.5 }),
      scored('预算完成率', 5, { kind: 'below', limit: 100, per: 5, loses: 2 }),
      scored(
        '预算调整率',
        5,
        {
          kind: 'bands',
          bands: [
            { upTo: 0, points: 5 },
            { upTo: 10, points: 4 },
            { upTo: 20, points: 3 },
            { upTo: 30, points: 2 },
          ],
        },
        { name: '预算控制率', formula: '本年追加预算÷年初预算×100%' },
      ),
    ],
  },
} as const satisfies Record<string, Scorecard>;
