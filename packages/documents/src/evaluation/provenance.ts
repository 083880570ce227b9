// Appendix: where every actual came from.
import {
  type EvaluatedIndicator,
  type EvaluatedProject,
  type Evaluation,
  formatDay,
  formatInstant,
  type MeasuredPart,
  numberText,
  unknownMessages,
} from '@hengjian/domain';
import type { Paragraph, Table } from 'docx';
import { formTitle, formWidth, gap, row, small, table } from './parts.ts';

export interface ProvenanceRow {
  project: string;
  indicator: string;
  actual: string;
  measure: string;
  formula: string;
  numerator: string;
  denominator: string;
  records: string;
  source: string;
  dataTime: string;
  state: string;
}

const partText = (part: MeasuredPart | null): string =>
  part === null ? '' : `${part.title} ${part.value === null ? '未知' : `${numberText(part.value, 4)}${part.unit}`}`;

const states = { confirmed: '已确认', suggested: '系统建议，待确认' } as const;

function rowOf(evaluation: Evaluation, one: EvaluatedProject, each: EvaluatedIndicator, titleOf: (id: string) => string): ProvenanceRow {
  const { measured, statement, indicator } = each;
  const base = { project: one.project.name, indicator: indicator.name };
  const empty = { formula: '', numerator: '', denominator: '', records: '', source: '', dataTime: '', state: '' };
  if (measured) {
    const parts = [measured.numerator, ...(measured.denominator ? [measured.denominator] : [])];
    const undetermined = measured.numerator.undeterminedCount;
    const baseline = parts.find((part) => part.baselineEntryId)?.baselineEntryId;
    return {
      ...base,
      actual:
        measured.value === null
          ? `未知：${unknownMessages[measured.unknown ?? 'no-records'].zh({})}`
          : `${numberText(measured.value, 4)}${measured.unit}`,
      measure: titleOf(measured.measureId),
      formula: measured.formula,
      numerator: partText(measured.numerator),
      denominator: partText(measured.denominator),
      records: `${parts.map((part) => part.recordCount).join(' / ')}${undetermined ? `（另有 ${undetermined} 条数据项未填，未计入）` : ''}`,
      source: [...new Set(parts.map((part) => part.source)), ...(baseline ? [`基期数台账 ${baseline}`] : [])].join('、'),
      dataTime: formatDay(evaluation.asOf),
      state: each.measureState ? states[each.measureState] : '',
    };
  }
  if (statement)
    return {
      ...base,
      ...empty,
      actual: statement.actual !== null ? numberText(statement.actual, 4) : (statement.actualText ?? (statement.grade ? '人工评定' : '')),
      measure: '人工填报',
      source: statement.evidence ?? '未附佐证材料',
      dataTime: formatInstant(statement.at),
      state: statement.by,
    };
  return { ...base, ...empty, actual: '未知', measure: '没有口径', state: '待填报' };
}

/** One row per indicator of the plan, in form order. `titleOf` names a measure. */
export const provenanceRows = (evaluation: Evaluation, titleOf: (measureId: string) => string): ProvenanceRow[] =>
  evaluation.projects.flatMap((one) => one.indicators.map((each) => rowOf(evaluation, one, each, titleOf)));

export function provenance(evaluation: Evaluation, titleOf: (measureId: string) => string): (Paragraph | Table)[] {
  const rows = provenanceRows(evaluation, titleOf);
  return [
    formTitle('附录  实际完成值来源', true),
    small(
      `测算编号 ${evaluation.runId}，测算时间 ${formatInstant(evaluation.measuredAt)}，数据截至 ${formatDay(evaluation.asOf)}，结算数据第 ${evaluation.lakeVersion} 版。记录数为分子 / 分母涉及的记录条数。`,
    ),
    table(
      [5, 23, 14, 24, 22, 12, 14],
      [
        row(
          ['序号', '指标', '实际', '口径和公式', '分子、分母', '记录数', '来源和状态'].map((text) => ({ text, head: true, size: 18 })),
          { header: true },
        ),
        ...rows.map((one, index) =>
          row([
            { text: String(index + 1), centre: true, size: 17 },
            { lines: [one.indicator, `（${one.project}）`], size: 17 },
            { text: one.actual, centre: true, size: 17 },
            { lines: [one.measure, ...(one.formula ? [one.formula] : [])], size: 17 },
            {
              lines: [one.numerator, one.denominator].filter(Boolean).length ? [one.numerator, one.denominator].filter(Boolean) : [''],
              size: 17,
            },
            { text: one.records, centre: true, size: 17 },
            { lines: [one.source, one.state].filter(Boolean).length ? [one.source, one.state].filter(Boolean) : [''], size: 17 },
          ]),
        ),
      ],
      formWidth,
    ),
    gap(2),
  ];
}
