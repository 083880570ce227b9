// Layouts of other provinces and rules, written by hand from performance.md §10: columns, heads and manners of print.
import type { DocumentKind } from '@hengjian/domain';
import { type Model, type ModelRow, nationalTree, type Tree } from './model.ts';

export type Print = 'html' | 'tabs' | 'xlsx' | 'lines' | 'bars';

export interface LayoutColumn {
  head: string;
  /** Sub-head below a merged head. */
  sub?: string;
  /** null prints an empty cell; the tiers are merged over their rows. */
  cell: ((row: ModelRow) => string | number) | 'level1' | 'level2';
}
export interface TrialLayout {
  id: string;
  family: string;
  kind: DocumentKind;
  print: Print;
  tree?: Tree;
  title: (model: Model) => string;
  head: (model: Model) => string[][];
  columns: LayoutColumn[];
  foot?: (model: Model) => string[][];
  /** What the form prints of each row; the rest is null in the reading. */
  says: ('weight' | 'actual' | 'score')[];
  /** A table over three years above that of the year, or at its left. */
  terms?: 'below' | 'beside';
  /** Where the form has no column for targets: the row as it has to be read. */
  reads?: (row: ModelRow) => Omit<ModelRow, 'value'> & { value: null };
}

const signed = ({ operator, value, unit }: ModelRow) => (operator === 'qualitative' ? `${value}` : `${operator}${value}${unit ?? ''}`);
const worded = ({ operator, value, unit }: ModelRow) => `${operator === '≤' ? '不超过' : '不少于'}${value}${unit ?? ''}`;
const sign = ({ operator }: ModelRow) => operator;
const number = ({ value }: ModelRow) => value;
const unit = ({ unit: text }: ModelRow) => text ?? '';
const name = ({ name: text }: ModelRow) => text;
const weight = ({ weight: points }: ModelRow) => points;
const actual = ({ actual: reached, unit: text }: ModelRow) => `${reached}${text ?? ''}`;
const bare = ({ actual: reached }: ModelRow) => reached;
const score = ({ score: points }: ModelRow) => points;
const nothing = () => '';

const tiers = (first = '一级指标', second = '二级指标', third = '三级指标'): LayoutColumn[] => [
  { head: first, cell: 'level1' },
  { head: second, cell: 'level2' },
  { head: third, cell: name },
];
const projectHead = ({ project, org, budget, goals }: Model): string[][] => [
  ['项目名称', project],
  ['主管部门', org, '实施单位', org],
  ['项目资金（万元）', '年度资金总额', `${budget}`],
  ['', '其中：财政拨款', `${budget}`],
  ['年度总体目标', goals.join('')],
];
const executedHead = ({ project, org, budget, goals }: Model): string[][] => [
  ['项目名称', project],
  ['主管部门', org, '实施单位', org],
  ['项目资金（万元）', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ['', '年度资金总额', `${budget}`, `${budget}`, `${budget}`, '10', '100%', '10'],
  ['年度总体目标', goals.join('')],
];
const totalRow = ({ rows }: Model): string[][] => {
  const sum = (take: (row: ModelRow) => number) => String(rows.reduce((all, row) => all + take(row), 10));
  return [['总分', '', '', '', '', sum(weight), sum(score)]];
};
const projectTitle = ({ year }: Model) => `${year}年项目支出绩效目标表`;
const evaluationTitle = ({ year }: Model) => `${year}年度项目支出绩效自评表`;

const xinjiang: Tree = { ...nationalTree, output: '项目完成', effect: '项目效益', satisfaction: '满意度指标' };

export const layouts: TrialLayout[] = [
  {
    id: 'chongqing-project',
    family: '重庆',
    kind: 'project',
    print: 'tabs',
    title: projectTitle,
    head: projectHead,
    columns: [
      ...tiers(),
      { head: '指标性质', cell: sign },
      { head: '指标值', cell: number },
      { head: '度量单位', cell: unit },
      { head: '权重', cell: weight },
    ],
    says: ['weight'],
  },
  {
    id: 'sichuan-direction',
    family: '四川（方向）',
    kind: 'project',
    print: 'html',
    title: projectTitle,
    head: projectHead,
    columns: [
      ...tiers(),
      { head: '指标性质', cell: sign },
      { head: '指标值', cell: number },
      { head: '度量单位', cell: unit },
      { head: '权重', cell: weight },
      { head: '指标方向性', cell: (row) => (row.operator === '≤' ? '反向' : '正向') },
    ],
    says: ['weight'],
  },
  {
    id: 'guangdong-cycle',
    family: '广东（实施周期）',
    kind: 'project',
    print: 'lines',
    title: ({ year }) => `${year}年市级项目支出绩效目标表`,
    head: ({ project, org, budget, goals }) => [
      ['项目名称', project],
      ['主管部门', org, '用款单位', org],
      ['预算金额', '总金额（万元）', `${budget}`, '当年度金额（万元）', `${budget}`],
      ['当年度目标', goals.join('')],
    ],
    columns: [...tiers(), { head: '实施周期指标值', cell: signed }, { head: '当年度指标值', cell: signed }],
    says: [],
  },
  {
    id: 'hunan-annual',
    family: '湖南（长期、年度）',
    kind: 'project',
    print: 'html',
    title: ({ year }) => `${year}年度项目支出绩效目标申报表`,
    head: projectHead,
    columns: [...tiers('一级指标', '二级指标', '指标内容'), { head: '指标值', cell: signed }, { head: '备注', cell: nothing }],
    says: [],
  },
  {
    id: 'shaanxi-annual',
    family: '陕西',
    kind: 'project',
    print: 'tabs',
    title: ({ year }) => `${year}年专项资金绩效目标表`,
    head: projectHead,
    columns: [...tiers('一级指标', '二级指标', '指标内容'), { head: '指标值', cell: worded }, { head: '备注', cell: nothing }],
    says: [],
  },
  {
    id: 'hubei-standard',
    family: '湖北（绩效标准）',
    kind: 'project',
    print: 'html',
    title: projectTitle,
    head: projectHead,
    columns: [...tiers(), { head: '绩效标准', cell: signed }, { head: '预期当年实现值', cell: signed }],
    says: [],
  },
  {
    id: 'hubei-history',
    family: '湖北（前年、上年）',
    kind: 'project',
    print: 'xlsx',
    title: projectTitle,
    head: projectHead,
    columns: [
      ...tiers(),
      { head: '前年', cell: nothing },
      { head: '上年', cell: nothing },
      { head: '预期当年实现值', cell: signed },
      { head: '指标值确定依据', cell: () => '计划标准' },
    ],
    says: [],
  },
  {
    id: 'hebei-grades',
    family: '河北（优良中差）',
    kind: 'project',
    print: 'html',
    title: ({ year }) => `${year}年项目绩效目标表`,
    head: projectHead,
    columns: [
      ...tiers(),
      { head: '绩效指标描述', cell: () => '按台账统计' },
      { head: '指标值', cell: signed },
      { head: '优', cell: nothing },
      { head: '良', cell: nothing },
      { head: '中', cell: nothing },
      { head: '差', cell: nothing },
    ],
    says: [],
  },
  {
    id: 'hebei-folded',
    family: '河北（折算得分）',
    kind: 'self-evaluation',
    print: 'html',
    title: evaluationTitle,
    head: executedHead,
    columns: [
      ...tiers(),
      { head: '预期指标值', cell: signed },
      { head: '实际完成值', cell: actual },
      { head: '单项指标权重', cell: weight },
      { head: '单项得分', cell: score },
      { head: '折算得分', cell: nothing },
    ],
    foot: totalRow,
    says: ['weight', 'actual', 'score'],
  },
  {
    id: 'xinjiang-tree',
    family: '新疆',
    kind: 'project',
    print: 'tabs',
    tree: xinjiang,
    title: projectTitle,
    head: projectHead,
    columns: [...tiers(), { head: '指标值', cell: signed }],
    says: [],
  },
  {
    id: 'shanghai-yuan',
    family: '上海（元）',
    kind: 'project',
    print: 'html',
    title: ({ year }) => `项目绩效目标申报表（${year}年度）`,
    head: ({ project, org, budget, goals }) => [
      ['项目名称', project],
      ['主管部门', org, '实施单位', org],
      ['项目资金（元）', '项目资金总额', `${budget * 10_000}`],
      ['', '年度资金申请总额', `${budget * 10_000}`],
      ['年度总目标', goals.join('')],
    ],
    columns: [...tiers(), { head: '指标目标值', cell: signed }],
    says: [],
  },
  {
    id: 'jiangsu-rule',
    family: '江苏（目标、指标、标准、规则）',
    kind: 'self-evaluation',
    print: 'html',
    title: evaluationTitle,
    head: executedHead,
    columns: [
      ...tiers(),
      { head: '目标值', cell: signed },
      { head: '评分标准', cell: () => '达到目标值得满分' },
      { head: '实际完成值', cell: actual },
      { head: '分值', cell: weight },
      { head: '得分', cell: score },
    ],
    says: ['weight', 'actual', 'score'],
  },
  {
    id: 'sichuan-evaluation',
    family: '四川（自评）',
    kind: 'self-evaluation',
    print: 'tabs',
    title: evaluationTitle,
    head: executedHead,
    columns: [
      ...tiers(),
      { head: '指标性质', cell: sign },
      { head: '指标值', cell: number },
      { head: '度量单位', cell: unit },
      { head: '完成值', cell: bare },
      { head: '权重', cell: weight },
      { head: '得分', cell: score },
      { head: '未完成原因分析', cell: nothing },
    ],
    says: ['weight', 'actual', 'score'],
  },
  {
    id: 'yunnan-subheads',
    family: '云南（指标值分三栏）',
    kind: 'self-evaluation',
    print: 'html',
    title: evaluationTitle,
    head: executedHead,
    columns: [
      ...tiers(),
      { head: '年度指标值', sub: '指标性质', cell: sign },
      { head: '年度指标值', sub: '指标值', cell: number },
      { head: '年度指标值', sub: '度量单位', cell: unit },
      { head: '实际完成值', cell: bare },
      { head: '分值', cell: weight },
      { head: '得分', cell: score },
      { head: '偏差原因分析及改进措施', cell: nothing },
    ],
    says: ['weight', 'actual', 'score'],
  },
  {
    id: 'beijing-method',
    family: '北京（得分计算方法）',
    kind: 'self-evaluation',
    print: 'html',
    title: evaluationTitle,
    head: executedHead,
    columns: [
      ...tiers(),
      { head: '分值', cell: weight },
      { head: '年度指标值', cell: signed },
      { head: '实际完成值', cell: actual },
      { head: '得分计算方法', cell: () => '完成值达到指标值记满分' },
      { head: '得分', cell: score },
      { head: '偏差原因分析及改进措施', cell: nothing },
    ],
    says: ['weight', 'actual', 'score'],
  },
  {
    id: 'anhui-points-first',
    family: '安徽（分值在前）',
    kind: 'self-evaluation',
    print: 'lines',
    title: evaluationTitle,
    head: executedHead,
    columns: [
      ...tiers(),
      { head: '分值', cell: weight },
      { head: '年度指标值', cell: signed },
      { head: '实际完成值', cell: actual },
      { head: '得分', cell: score },
    ],
    says: ['weight', 'actual', 'score'],
  },
  {
    id: 'transfer-evaluation',
    family: '转移支付自评',
    kind: 'self-evaluation',
    print: 'html',
    title: ({ year }) => `转移支付区域（项目）绩效自评表（${year}年度）`,
    head: ({ project, org, budget, goals }) => [
      ['转移支付（项目）名称', project],
      ['地方主管部门', org],
      ['资金情况（万元）', '', '全年预算数（A）', '全年执行数（B）', '预算执行率（B/A）'],
      ['', '年度资金总额', `${budget}`, `${budget}`, '100%'],
      ['总体目标', goals.join('')],
    ],
    columns: [
      ...tiers(),
      { head: '指标值', cell: signed },
      { head: '全年实际完成值', cell: actual },
      { head: '未完成原因和改进措施', cell: nothing },
    ],
    says: ['actual'],
  },
  {
    id: 'monitoring-136',
    family: '监控（136号）',
    kind: 'monitoring',
    print: 'html',
    title: ({ year }) => `项目支出绩效目标执行监控表（${year}年度）`,
    head: ({ project, org, budget, goals }) => [
      ['项目名称', project],
      ['主管部门', org],
      ['项目资金（万元）', '', '年初预算数', '1-7月执行数', '1-7月执行率', '全年预计执行数'],
      ['', '年度资金总额', `${budget}`, `${Math.round(budget * 0.7)}`, '70%', `${budget}`],
      ['年度总体目标', goals.join('')],
    ],
    columns: [
      ...tiers(),
      { head: '年度指标值', cell: signed },
      { head: '1-7月执行情况', cell: actual },
      { head: '全年预计完成情况', cell: actual },
      { head: '偏差原因分析', cell: nothing },
      { head: '完成目标可能性', cell: () => '确定能' },
      { head: '备注', cell: nothing },
    ],
    says: ['actual'],
  },
  {
    id: 'regional-bars',
    family: '区域绩效目标',
    kind: 'regional-transfer',
    print: 'bars',
    title: ({ year }) => `县级区域绩效目标表（${year}年度）`,
    head: ({ project, org, budget, goals }) => [
      ['转移支付名称', project],
      ['县级主管部门', org],
      ['资金情况（万元）', '年度金额', `${budget}`],
      ['年度总体目标', goals.join('')],
    ],
    columns: [...tiers(), { head: '指标值', cell: signed }],
    says: [],
  },
  {
    id: 'overall-103',
    family: '整体（权重在单位前）',
    kind: 'overall',
    print: 'xlsx',
    title: ({ year }) => `${year}年部门整体支出绩效目标申报表`,
    head: ({ org, budget, goals }) => [
      ['部门名称', org],
      ['年度预算申请（万元）', '资金总额', `${budget}`],
      ['', '基本支出', `${budget - 10}`],
      ['', '项目支出', '10'],
      ['整体绩效目标', goals.join('')],
    ],
    columns: [
      ...tiers(),
      { head: '权重', cell: weight },
      { head: '计算符号', cell: sign },
      { head: '指标值', cell: number },
      { head: '计量单位', cell: unit },
    ],
    says: ['weight'],
  },
  {
    id: 'hunan-terms',
    family: '湖南（长期表在上、年度表在下）',
    kind: 'project',
    print: 'html',
    terms: 'below',
    title: ({ year }) => `${year}年度专项资金绩效目标申报表`,
    head: (model) => projectHead(model).slice(0, -1),
    columns: [...tiers('一级指标', '二级指标', '指标内容'), { head: '指标值', cell: signed }, { head: '备注', cell: nothing }],
    says: [],
  },
  {
    id: 'hebei-terms',
    family: '河北（长期、年度并列）',
    kind: 'project',
    print: 'html',
    terms: 'beside',
    title: projectTitle,
    head: projectHead,
    columns: [...tiers(), { head: '指标值', cell: signed }],
    says: [],
  },
  {
    id: 'hebei-standards',
    family: '河北（绩效标准分四栏）',
    kind: 'project',
    print: 'html',
    title: ({ year }) => `${year}年项目绩效目标表`,
    head: ({ project, org, budget, goals }) => [
      ['项目名称', project],
      ['主管部门', org],
      ['预算规模及资金用途（万元）', '预算数', `${budget}`, '其中：财政资金', `${budget}`, '其他资金', '0'],
      ['绩效目标', goals.join('')],
    ],
    columns: [
      ...tiers(),
      { head: '绩效指标描述', cell: () => '按台账统计' },
      ...['优', '良', '中', '差'].map((sub): LayoutColumn => ({ head: '绩效标准', sub, cell: sub === '优' ? signed : nothing })),
      { head: '指标值', cell: signed },
      { head: '指标值确定依据', cell: () => '工作计划' },
    ],
    says: [],
  },
  {
    id: 'hebei-sections',
    family: '河北（自评分五部分）',
    kind: 'self-evaluation',
    print: 'html',
    title: evaluationTitle,
    head: ({ project, org, budget, goals }) => [
      ['一、基本情况'],
      ['项目名称', project, '实施（主管）单位', org],
      ['二、预算执行情况'],
      ['', '预算数（万元）', '到位数（万元）', '执行数（万元）', '预算执行进度（%）', '权重', '得分'],
      ['合计', `${budget}`, `${budget}`, `${budget}`, '100', '10', '10'],
      ['三、目标完成情况'],
      ['年度预期目标', '具体完成情况', '总体完成率'],
      [goals.join(''), '按计划完成。', '100%'],
      ['四、年度绩效指标完成情况'],
    ],
    columns: [
      ...tiers(),
      { head: '预期指标值', cell: signed },
      { head: '实际完成值', cell: actual },
      { head: '单项指标权重', cell: weight },
      { head: '单项得分', cell: score },
      { head: '折算得分', cell: (row) => (row.score * row.weight) / 100 },
    ],
    foot: ({ rows }) => [
      ['自评总分', '', '', '', '', String(rows.reduce((sum, row) => sum + row.score, 10))],
      ['五、存在问题、原因及下一步整改措施'],
      ['宣传覆盖不足，下一步加强宣传。'],
    ],
    says: ['weight', 'actual', 'score'],
  },
  {
    id: 'transfer-managed',
    family: '转移支付自评（含资金管理情况）',
    kind: 'self-evaluation',
    print: 'xlsx',
    title: ({ year }) => `转移支付区域（项目）绩效自评表（${year}年度）`,
    head: ({ project, org, budget, goals }) => [
      ['转移支付（项目）名称', project],
      ['中央主管部门', '国家医疗保障局'],
      ['地方主管部门', org, '资金使用单位', org],
      ['资金情况（万元）', '', '全年预算数（A）', '全年执行数（B）', '预算执行率（B/A）'],
      ['', '年度资金总额', `${budget}`, `${budget}`, '100%'],
      ['', '其中：中央财政资金', `${budget - 10}`, `${budget - 10}`, '100%'],
      ['', '地方资金', '10', '10', '100%'],
      ['资金管理情况', '', '情况说明', '存在问题和改进措施'],
      ...['分配科学性', '下达及时性', '拨付合规性', '使用规范性', '执行准确性', '预算绩效管理情况', '支出责任履行情况'].map((what) => [
        '',
        what,
        '按规定办理',
        '无',
      ]),
      ['总体目标完成情况', '总体目标', '全年实际完成情况'],
      ['', goals.join(''), '按计划完成。'],
    ],
    columns: [
      ...tiers(),
      { head: '指标值', cell: signed },
      { head: '全年实际完成值', cell: actual },
      { head: '未完成原因和改进措施', cell: nothing },
    ],
    foot: () => [['说明', '无']],
    says: ['actual'],
  },
  {
    id: 'yueyang-project',
    family: '岳阳（项目自评报告）',
    kind: 'self-evaluation',
    print: 'tabs',
    title: ({ year }) => `${year}年度项目支出绩效自评报告`,
    head: ({ project, org, budget, goals }) => [
      ['项目名称', project],
      ['项目单位', org, '主管部门', org],
      ['资金来源（万元）', '计划安排', '实际到位', '实际支出', '结余'],
      ['中央财政', `${budget}`, `${budget}`, `${budget}`, '0'],
      ['省财政', '0', '0', '0', '0'],
      ['合计', `${budget}`, `${budget}`, `${budget}`, '0'],
      ['定性目标', goals.join('')],
    ],
    columns: [
      { head: '评价内容', cell: 'level1' },
      { head: '评价内容', cell: 'level2' },
      { head: '绩效目标', cell: (row) => `${row.name}${signed(row)}` },
      { head: '完成情况', cell: actual },
    ],
    foot: () => [['评价等次', '优'], ['评价人员']],
    says: ['actual'],
    reads: (row) => ({ ...row, name: `${row.name}${signed(row)}`, operator: 'qualitative', value: null, unit: null }),
  },
];
