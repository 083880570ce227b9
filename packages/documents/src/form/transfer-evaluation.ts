// 转移支付区域（项目）绩效自评表 (财预〔2015〕163号): money by who pays, how it was managed (since 2022), goals, indicators; no points.
import { managedAspects, managedProblem, type ReadProject } from '@hengjian/domain';
import { type FormContent, fieldOf } from './content.ts';
import { indicatorTables, targetCell } from './indicator-table.ts';
import { type FormSheet, type FormTable, label, long, value } from './sheet.ts';

export function transferEvaluation(content: FormContent, project: ReadProject): FormSheet {
  const { money = {} } = content;
  const percent = money.executionPercent === null || money.executionPercent === undefined ? null : `${money.executionPercent}%`;
  const row = (text: string, budget: number | null | undefined) => [label(text, { across: 2 }), value(budget), value(null), value(null)];
  const head: FormTable = {
    rows: [
      [label('转移支付（项目）名称', { across: 2 }), value(project.name, { across: 4 })],
      [label('地方主管部门', { across: 2 }), value(content.org, { across: 2 }), label('资金使用单位'), value(content.org)],
      [
        label('资金情况（万元）', { down: 5 }),
        label('', { across: 2 }),
        ...['全年预算数（A）', '全年执行数（B）', '预算执行率（B/A）'].map((text) => label(text)),
      ],
      [label('年度资金总额', { across: 2 }), value(project.budgetWan), value(money.paidWan), value(percent)],
      row('其中：中央财政资金', money.centralWan),
      row('地方资金', money.localWan),
      row('其他资金', money.otherWan),
      [
        label('资金管理情况', { down: managedAspects.length + 1 }),
        label('情况说明', { across: 3 }),
        label('存在问题和改进措施', { across: 2 }),
      ],
      ...managedAspects.map((name) => [
        label(name),
        long(fieldOf(project, name), { across: 2 }),
        long(fieldOf(project, managedProblem(name)), { across: 2 }),
      ]),
      [label('总体目标完成情况', { down: 2 }), label('总体目标', { across: 3 }), label('全年实际完成情况', { across: 2 })],
      [long(project.goals.join('\n'), { across: 3 }), long(fieldOf(project, '全年实际完成情况'), { across: 2 })],
    ],
  };
  const tables = indicatorTables(
    project.indicators,
    [1, 1, 1],
    [
      { title: '指标值', across: 1, cell: (one) => value(targetCell(one)) },
      { title: '全年实际完成值', across: 1, cell: (one) => value(one.actual) },
      { title: '未完成原因和改进措施', across: 1, cell: (one) => long(one.remark ?? '') },
    ],
  );
  return {
    name: project.name,
    title: '转移支付区域（项目）绩效自评表',
    subtitle: `（${content.year ?? '    '}年度）`,
    above: [],
    unit: '万元',
    widths: [13, 17, 26, 15, 16, 21],
    tables: [head, ...tables, { rows: [[label('说明'), long('', { across: 5 })]] }],
    sign: ['填报单位（盖章）：                单位负责人：                填报人：                联系电话：'],
  };
}

/** No points: what a form with points says is written on one that has room for them. */
export const fitsTransfer = ({ indicators }: ReadProject): boolean =>
  indicators.every(({ weight, score }) => weight === null && score === null);
