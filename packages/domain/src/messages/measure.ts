import type { UnknownReason } from '../measure/measurement.ts';
import type { Sentence } from '../messages.ts';
import { sentence } from '../messages.ts';
import type { ScoreNote, UnscoredReason } from '../plan/scoring/score-indicator.ts';

/** Why a measure has no number. */
export const unknownMessages: Record<UnknownReason, Sentence> = {
  'no-records': sentence(
    () => '台账中本期没有记录，也没有声明齐全',
    () => 'the register holds no entry of the period and is not declared complete',
  ),
  'no-claims': sentence(
    () => '本期没有结算数据',
    () => 'there are no claims of the period',
  ),
  'not-reviewed': sentence(
    () => '本期结算数据尚未全部审核',
    () => 'the period was not reviewed throughout',
  ),
  'nothing-to-divide-by': sentence(
    () => '分母为零',
    () => 'the denominator is zero',
  ),
  'no-base-year': sentence(
    () => '没有上年基数，基期数台账也没有登记',
    () => 'there is no figure of the year before',
  ),
  'no-values': sentence(
    () => '有记录，但所需数据项都没有填写',
    () => 'there are entries, but the field asked for is filled in none',
  ),
  'no-budget': sentence(
    () => '绩效目标表没有本项目的预算金额',
    () => 'the plan names no budget of the project',
  ),
  'no-measure': sentence(
    () => '没有口径能回答这项指标',
    () => 'no measure answers the indicator',
  ),
};

export const unscoredMessages: Record<UnscoredReason, Sentence> = {
  'actual-unknown': sentence(
    () => '实际完成值未知',
    () => 'the actual is unknown',
  ),
  'target-not-a-number': sentence(
    () => '指标值不是数字，须由人评定',
    () => 'the target is no number: a person has to judge',
  ),
  'target-unknown': sentence(
    () => '绩效目标表缺少指标值',
    () => 'the plan has no target',
  ),
  'not-judged': sentence(
    () => '定性指标尚未评定',
    () => 'the qualitative indicator was not judged yet',
  ),
  'units-differ': sentence(
    () => '指标值与实际完成值的单位不同，不能比较',
    () => 'target and actual have different units',
  ),
  'no-weight': sentence(
    () => '绩效目标表没有给出分值',
    () => 'the plan gives no marks',
  ),
};

export const scoreNoteMessages: Record<ScoreNote, Sentence> = {
  'far-above-target': sentence(
    () => '实际完成值明显高于指标值，请分析目标是否偏低',
    () => 'far above target: was the target set too low?',
  ),
  'share-above-whole': sentence(
    () => '比率超过 100%，请核对',
    () => 'a share above 100 %',
  ),
  'beyond-equal': sentence(
    () => '指标值为等号，超出部分按偏离计分',
    () => 'beyond an equal target counts as deviation',
  ),
  'unit-assumed': sentence(
    () => '指标值没有写明单位，按口径的单位理解',
    () => 'the unit was taken from the measure',
  ),
};

export const measureMessages = {
  'measure.bad-date': sentence<{ text: string }>(
    ({ text }) => `不是日期：${text}（应为 2024-12-31）`,
    ({ text }) => `not a date: ${text}`,
  ),
  'measure.other-year': sentence<{ year: number; asOf: string }>(
    ({ year, asOf }) => `计划是 ${year} 年的，截止日期 ${asOf} 不在这一年`,
    ({ year, asOf }) => `the plan is of ${year}; ${asOf} lies in another year`,
  ),
  'measure.no-run': sentence<{ planId: string }>(
    ({ planId }) => `计划 ${planId} 还没有测算过，请先运行 hengjian measure run`,
    ({ planId }) => `plan ${planId} was never measured: run hengjian measure run first`,
  ),
  'measure.no-side': sentence<{ measure: string }>(
    ({ measure }) => `口径“${measure}”没有分母`,
    ({ measure }) => `${measure} has no denominator`,
  ),
  'measure.unknown-rules': sentence<{ id: string; known: string }>(
    ({ id, known }) => `没有评分办法“${id}”。可选：${known}`,
    ({ id, known }) => `no rule set ${id}; there are ${known}`,
  ),
} as const;
