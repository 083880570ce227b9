// Target declaration forms: 部门整体支出绩效目标申报表, 项目支出绩效目标申报表, 转移支付区域绩效目标表.
import type { ReadProject } from '@hengjian/domain';
import type { FormContent } from './content.ts';
import { type FormColumn, indicatorTables, signCell, targetCell } from './indicator-table.ts';
import { type FormCell, type FormSheet, type FormTable, label, long, value } from './sheet.ts';

const goalsCell = ({ goals }: ReadProject, across: number): FormCell => long(goals.join('\n'), { across });

/** 指标性质 | 指标值 | 度量单位, and 权重 where the form gives any. */
function targetColumns({ indicators }: ReadProject, widths: readonly [number, number, number, number] = [1, 1, 1, 1]): FormColumn[] {
  const weighted = indicators.some((one) => one.weight !== null);
  return [
    { title: '指标性质', across: widths[0], cell: (one) => value(signCell(one)) },
    { title: '指标值', across: widths[1] + (weighted ? 0 : widths[3]), cell: (one) => value(one.value) },
    { title: '度量单位', across: widths[2], cell: (one) => value(one.unit) },
    ...(weighted ? [{ title: '权重', across: widths[3], cell: (one: ReadProject['indicators'][number]) => value(one.weight) }] : []),
  ];
}

/** 53号 family: income and expenditure side by side, goals, indicators, the finance department's opinion. */
export function overallTargets(content: FormContent, project: ReadProject): FormSheet {
  const { totalWan, basicWan, projectWan } = content.totals;
  const total = totalWan ?? project.budgetWan;
  const head: FormTable = {
    rows: [
      [label('部门名称', { across: 2 }), value(content.org, { across: 5 })],
      [label('年度预算申请（万元）', { across: 2, down: 4 }), label('资金总额', { across: 1 }), value(total, { across: 4 })],
      [label('按收入性质分'), label('金额', { across: 1 }), label('按支出性质分', { across: 2 }), label('金额', { across: 1 })],
      [label('财政拨款'), value(content.money?.grantWan), label('基本支出', { across: 2 }), value(basicWan)],
      [label('其他资金'), value(content.money?.otherWan), label('项目支出', { across: 2 }), value(projectWan)],
      [label('整体绩效目标', { across: 2 }), goalsCell(project, 5)],
    ],
  };
  const opinion: FormTable = {
    rows: [[label('财政部门审核意见', { across: 2 }), long('\n\n（盖章）        年    月    日', { across: 5 })]],
  };
  return {
    name: '部门整体支出',
    title: '部门整体支出绩效目标申报表',
    subtitle: `（${content.year ?? '    '}年度）`,
    above: [],
    unit: '万元',
    widths: [11, 13, 30, 9, 14, 10, 8],
    tables: [head, ...indicatorTables(project.indicators, [1, 1, 1], targetColumns(project)), opinion],
    sign: [
      '填表人：                联系电话：                填报日期：    年    月    日',
      '单位负责人（签字）：                    部门（盖章）：',
    ],
  };
}

export function projectTargets(content: FormContent, project: ReadProject): FormSheet {
  // 备注, 指标值确定依据: a column only where something stands in it.
  const remarked = project.indicators.some(({ remark }) => remark);
  const remarks: FormColumn[] = remarked ? [{ title: '备注', across: 1, cell: (one) => long(one.remark ?? '') }] : [];
  const head: FormTable = {
    rows: [
      [label('项目名称', { across: 2 }), value(project.name, { across: 5 })],
      [label('主管部门', { across: 2 }), value(content.org), label('实施单位', { across: 2 }), value(content.org, { across: 2 })],
      [label('项目属性', { across: 2 }), value(null), label('项目期', { across: 2 }), value(null, { across: 2 })],
      [label('资金情况（万元）', { across: 2, down: 4 }), label('年度资金总额'), value(project.budgetWan, { across: 4 })],
      [label('其中：财政拨款'), value(content.money?.grantWan, { across: 4 })],
      [label('上年结转'), value(content.money?.carriedWan, { across: 4 })],
      [label('其他资金'), value(content.money?.otherWan, { across: 4 })],
      [label('年度总体目标', { across: 2 }), goalsCell(project, 5)],
    ],
  };
  return {
    name: project.name,
    title: '项目支出绩效目标申报表',
    subtitle: `（${content.year ?? '    '}年度）`,
    above: [],
    unit: '万元',
    widths: [11, 13, 30, 9, 14, 10, 8, ...(remarked ? [14] : [])],
    tables: [
      remarked ? widened(head, 1) : head,
      ...indicatorTables(project.indicators, [1, 1, 1], [...targetColumns(project), ...remarks]),
    ],
    sign: [
      '填表人：                联系电话：                填报日期：    年    月    日',
      '单位负责人（签字）：                    单位（盖章）：',
    ],
  };
}

/** 财预〔2015〕163号: handed down with the money; one cell holds sign, number and unit, no weights. */
export function regionalTargets(content: FormContent, project: ReadProject): FormSheet {
  const weighted = project.indicators.some((one) => one.weight !== null);
  const single: FormColumn[] = [{ title: '指标值', across: 2, cell: (one) => value(targetCell(one)) }];
  const head: FormTable = {
    rows: [
      [label('转移支付名称', { across: 2 }), value(project.name, { across: 3 })],
      [label('地区', { across: 2 }), value(null, { across: 3 })],
      [label('财政部门', { across: 2 }), value(null), label('主管部门'), value(content.org)],
      [label('资金情况（万元）', { across: 2, down: 3 }), label('年度金额'), value(project.budgetWan, { across: 2 })],
      [label('其中：中央补助'), value(content.money?.centralWan, { across: 2 })],
      [label('地方资金'), value(content.money?.localWan, { across: 2 })],
      [label('年度总体目标', { across: 2 }), goalsCell(project, 3)],
    ],
  };
  return {
    name: project.name,
    title: '转移支付区域绩效目标表',
    subtitle: `（${content.year ?? '    '}年度）`,
    above: [],
    unit: '万元',
    widths: weighted ? [12, 14, 34, 12, 12, 9, 8] : [12, 15, 38, 16, 16],
    tables: [
      weighted ? widened(head, 2) : head,
      ...indicatorTables(project.indicators, [1, 1, 1], weighted ? targetColumns(project) : single),
    ],
    sign: ['财政部门（盖章）：                    主管部门（盖章）：                    年    月    日'],
  };
}

/** The same head on a grid of some columns more. */
const widened = (table: FormTable, more: number): FormTable => ({
  ...table,
  rows: table.rows.map((row) => row.map((cell, at) => (at === row.length - 1 ? { ...cell, across: (cell.across ?? 1) + more } : cell))),
});
