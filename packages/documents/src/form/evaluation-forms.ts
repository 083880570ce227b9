// Self-evaluation and monitoring forms: what was reached, spent, expected and why.
import { OVERALL_PROJECT, type ReadProject } from '@hengjian/domain';
import { type FormContent, sumOf } from './content.ts';
import { type FormColumn, indicatorTables, targetCell } from './indicator-table.ts';
import { type FormSheet, type FormTable, label, long, value } from './sheet.ts';

const SIGN = '填报单位（盖章）：                单位负责人：                填报人：                联系电话：';

const isOverall = ({ name }: ReadProject) => name === OVERALL_PROJECT;
/** 财预〔2020〕10号: money with execution, goals planned and reached, indicators with points and reasons, the total. */
export function selfEvaluation(content: FormContent, project: ReadProject): FormSheet {
  const { money = {}, totals } = content;
  const overall = isOverall(project);
  const budget = project.budgetWan ?? (overall ? totals.totalWan : null);
  const rest = (text: string) => [label(text, { across: 2 }), ...Array.from({ length: 6 }, () => value(null))];
  const parts = overall
    ? [
        [
          label('基本支出', { across: 2 }),
          value(totals.basicWan, { across: 3 }),
          label('项目支出'),
          value(totals.projectWan, { across: 2 }),
        ],
      ]
    : [];
  const head: FormTable = {
    rows: [
      overall
        ? [label('部门名称', { across: 2 }), value(content.org, { across: 7 })]
        : [label('项目名称', { across: 2 }), value(project.name, { across: 7 })],
      ...(overall
        ? []
        : [
            [
              label('主管部门', { across: 2 }),
              value(content.org, { across: 3 }),
              label('实施单位', { across: 2 }),
              value(content.org, { across: 2 }),
            ],
          ]),
      [
        label(overall ? '部门资金（万元）' : '项目资金（万元）', { down: 5 + parts.length }),
        label('', { across: 2 }),
        ...['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'].map((text) => label(text)),
      ],
      [
        label('年度资金总额', { across: 2 }),
        value(money.initialWan),
        value(budget),
        value(money.paidWan),
        value(money.executionWeight),
        value(money.executionPercent === null || money.executionPercent === undefined ? null : `${money.executionPercent}%`),
        value(money.executionScore),
      ],
      rest('其中：当年财政拨款'),
      rest('上年结转资金'),
      rest('其他资金'),
      ...parts,
      [label('年度总体目标', { down: 2 }), label('预期目标', { across: 4 }), label('实际完成情况', { across: 4 })],
      [long(project.goals.join('\n'), { across: 4 }), long('', { across: 4 })],
    ],
  };
  const columns: FormColumn[] = [
    { title: '年度指标值', across: 1, cell: (one) => value(targetCell(one)) },
    { title: '实际完成值', across: 1, cell: (one) => value(one.actual) },
    { title: '分值', across: 1, cell: (one) => value(one.weight) },
    { title: '得分', across: 1, cell: (one) => value(one.score) },
    { title: '偏差原因分析及改进措施', across: 2, cell: (one) => long(one.remark ?? '') },
  ];
  const total: FormTable = {
    rows: [
      [
        label('总分', { across: 5 }),
        value(sumOf(project.indicators, (one) => one.weight)),
        value(sumOf(project.indicators, (one) => one.score)),
        value(null, { across: 2 }),
      ],
    ],
  };
  return {
    name: project.name,
    title: overall ? '部门整体支出绩效自评表' : '项目支出绩效自评表',
    subtitle: `（${content.year ?? '    '}年度）`,
    above: [],
    unit: '万元',
    widths: [9, 11, 23, 13, 11, 8, 8, 10, 16],
    tables: [head, ...indicatorTables(project.indicators, [1, 1, 1], columns), total],
    sign: [SIGN],
  };
}

const CAUSES = ['经费保障', '制度保障', '人员保障', '硬件条件保障', '其他', '原因说明'];
const CHANCES = [
  ['确定能', 'certain'],
  ['有可能', 'possible'],
  ['完全不可能', 'impossible'],
] as const;

/** 财预〔2019〕136号, 项目支出绩效目标执行监控表. Causes are left to people. */
export function monitoring(content: FormContent, project: ReadProject): FormSheet {
  const { money = {}, monthTo = 7 } = content;
  const period = `1-${monthTo}月`;
  const ratio = money.executionPercent === null || money.executionPercent === undefined ? null : `${money.executionPercent}%`;
  const rest = (text: string, budget: number | null | undefined, paid: number | null | undefined) => [
    label(text, { across: 2 }),
    value(budget, { across: 2 }),
    value(paid, { across: 3 }),
    value(budget && paid != null ? `${Number(((paid / budget) * 100).toFixed(2))}%` : null, { across: 3 }),
    value(null, { across: 5 }),
  ];
  const head: FormTable = {
    rows: [
      [label('项目名称', { across: 2 }), value(project.name, { across: 15 })],
      [
        label('主管部门', { across: 2 }),
        value(content.org, { across: 4 }),
        label('实施单位', { across: 3 }),
        value(content.org, { across: 8 }),
      ],
      [
        label('项目资金（万元）', { across: 2, down: 4 }),
        label('', { across: 2 }),
        label('年初预算数', { across: 2 }),
        label(`${period}执行数`, { across: 3 }),
        label(`${period}执行率`, { across: 3 }),
        label('全年预计执行数', { across: 5 }),
      ],
      [
        label('年度资金总额', { across: 2 }),
        value(project.budgetWan, { across: 2 }),
        value(money.paidWan, { across: 3 }),
        value(ratio, { across: 3 }),
        value(money.forecastWan, { across: 5 }),
      ],
      rest('其中：财政拨款', money.grantWan, money.grantPaidWan),
      rest('其他资金', money.otherWan, money.otherPaidWan),
      [label('年度总体目标', { across: 2 }), long(project.goals.join('\n'), { across: 15 })],
    ],
  };
  const tiers = ['一级指标', '二级指标', '三级指标', '年度指标值', `${period}执行情况`, '全年预计完成情况'];
  const columns: FormColumn[] = [
    { title: '', across: 1, cell: (one) => value(targetCell(one)) },
    { title: '', across: 1, cell: (one) => value(one.actual) },
    { title: '', across: 1, cell: (one) => value(one.forecast) },
    ...CAUSES.map(
      (title, at): FormColumn => ({ title, across: 1, cell: (one) => long(at === CAUSES.length - 1 ? (one.remark ?? '') : '') }),
    ),
    ...CHANCES.map(([title, chance]): FormColumn => ({ title, across: 1, cell: (one) => value(one.likelihood === chance ? '√' : null) })),
    { title: '', across: 2, cell: () => value(null) },
  ];
  // A group (目标1) has its own table and both its header rows.
  const tables = indicatorTables(project.indicators, [1, 1, 1], columns).map(({ rows, headRows = 1 }): FormTable => {
    const captions = rows.slice(0, headRows - 1);
    return {
      rows: [
        ...captions,
        [
          ...tiers.map((title) => label(title, { down: 2 })),
          label('偏差原因分析', { across: 6 }),
          label('完成目标可能性', { across: 3 }),
          label('备注', { down: 2, across: 2 }),
        ],
        [...CAUSES, ...CHANCES.map(([title]) => title)].map((title) => label(title)),
        ...rows.slice(headRows),
      ],
      headRows: captions.length + 2,
    };
  });
  return {
    name: project.name,
    title: '项目支出绩效目标执行监控表',
    subtitle: `（${content.year ?? '    '}年度）`,
    above: [],
    unit: '万元',
    widths: [8, 9, 22, 10, 10, 10, 5, 5, 5, 6, 5, 13, 5, 5, 6, 5, 5],
    tables: [head, ...tables],
    sign: [SIGN],
    landscape: true,
  };
}
