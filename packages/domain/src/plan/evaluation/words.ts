// The words of a self-evaluation: numbers, targets and reasons as a form prints them. Facts only; causes are for people to write.
import { scoreNoteMessages, unknownMessages, unscoredMessages } from '../../messages/measure.ts';
import type { Fen } from '../../money.ts';
import type { Indicator } from '../plan.ts';
import type { EvaluatedIndicator, EvaluatedProject, Evaluation } from './evaluation.ts';

/** At most `decimals`, no trailing zeros. */
export function numberText(value: number | null, decimals = 2): string {
  if (value === null) return '';
  const text = (Math.sign(value) * (Math.round((Math.abs(value) + 1e-9) * 10 ** decimals) / 10 ** decimals)).toFixed(decimals);
  return decimals === 0 ? text.replace(/^-0$/, '0') : text.replace(/\.?0+$/, '').replace(/^-0$/, '0');
}

/** Fen → 万元, at most six decimals (whole yuan are four), no trailing zeros. */
export const wanText = (fen: Fen | null): string => (fen === null ? '' : numberText(fen / 1_000_000, 6));

/** A ratio (1 = 100 %) as a percentage with two decimals; empty where unknown. */
export const percentText = (ratio: number | null): string => (ratio === null ? '' : `${numberText(ratio * 100)}%`);

/** Target as the form has it, without sign and unit (they have columns of their own). */
export const targetText = (indicator: Indicator): string =>
  indicator.target === null ? '' : typeof indicator.target === 'number' ? numberText(indicator.target, 4) : indicator.target;

/** ≥ ≤ = > <, or 定性. */
export const signText = (indicator: Indicator): string => (indicator.operator === 'qualitative' ? '定性' : indicator.operator);

const gradeTitle = { achieved: '达成预期指标', partly: '部分达成预期指标并具有一定效果', missed: '未达成预期指标且效果较差' } as const;

/** 实际完成值. What is not known says so. */
export function actualText(row: EvaluatedIndicator): string {
  if (row.actual !== null) return numberText(row.actual, Math.abs(row.actual) < 1 ? 4 : 2);
  if (row.statement?.actualText) return row.statement.actualText;
  if (row.statement?.grade) return gradeTitle[row.statement.grade];
  return '未知';
}

/** 偏差原因分析及改进措施: the deviation in numbers, then what people wrote, then what they still have to. */
export function reasonText(row: EvaluatedIndicator): string {
  const { score, statement, measured } = row;
  const parts: string[] = [];
  if (score.met === false && score.targetInUnit !== null && row.actual !== null) {
    const reached = score.part === null ? '' : `，完成 ${numberText(score.part * 100)}%`;
    parts.push(`未达到指标值${score.targetInUnit === 0 ? '' : reached}`);
  }
  for (const note of score.notes) if (note !== 'unit-assumed') parts.push(scoreNoteMessages[note].zh({}));
  if (statement?.reason) parts.push(statement.reason);
  else if (score.met === false) parts.push('原因待填报');
  if (statement?.improvement) parts.push(`改进措施：${statement.improvement}`);
  if (score.met === null) {
    if (measured?.unknown) parts.push(unknownMessages[measured.unknown].zh({}));
    else if (score.unscored && score.unscored !== 'no-weight')
      parts.push(
        score.unscored === 'actual-unknown' && row.measureState === null
          ? unknownMessages['no-measure'].zh({})
          : unscoredMessages[score.unscored].zh({}),
      );
  }
  return parts.join('；');
}

/** 总分: a number where everything is known, a range with its ends where not. */
export function totalText({ total }: Pick<EvaluatedProject, 'total'>): string {
  if (total.full === 0) return '不计分';
  if (total.open === 0) return numberText(total.known);
  return `${numberText(total.known)}～${numberText(total.known + total.open)}`;
}

/** 等次 of a project: the grade, or the range it can still be while actuals are unknown. */
export function gradeText({ total }: Pick<EvaluatedProject, 'total'>): string {
  if (total.full === 0) return '不评等次';
  if (total.grade) return total.grade;
  return `${total.highGrade}～${total.lowGrade}（待定）`;
}

/** 等次 with the reckoning behind it where the form's marks are not 100. */
export function gradeNote({ total }: Pick<EvaluatedProject, 'total'>, fullMarks = 100): string {
  const grade = `等次：${gradeText({ total })}`;
  if (total.full === 0 || total.full === fullMarks || total.low === null || total.high === null) return grade;
  const scaled = total.low === total.high ? numberText(total.low) : `${numberText(total.low)}～${numberText(total.high)}`;
  return `${grade}（满分 ${numberText(total.full)} 分，折算百分制 ${scaled} 分）`;
}

/** What was reached of the year's goals, in one sentence. */
export function achievementText(project: EvaluatedProject): string {
  const met = project.indicators.filter(({ score }) => score.met === true).length;
  const missed = project.indicators.filter(({ score }) => score.met === false);
  const unknown = project.indicators.filter(({ score }) => score.met === null).length;
  const tail = [
    missed.length ? `未达到 ${missed.length} 项（${missed.map(({ indicator }) => indicator.name).join('、')}）` : '',
    unknown ? `尚无法判断 ${unknown} 项` : '',
  ].filter(Boolean);
  return `共 ${project.indicators.length} 项指标，达到 ${met} 项${tail.length ? `，${tail.join('，')}` : ''}。`;
}

/** 实际完成情况: the count, then the numbers themselves. */
export function completionText(project: EvaluatedProject): string {
  const known = project.indicators.filter(({ actual }) => actual !== null);
  const numbers = known.slice(0, 12).map((row) => `${row.indicator.name.replace(/[，。；、]+$/, '')} ${actualText(row)}${row.unit ?? ''}`);
  return `${achievementText(project)}${numbers.length ? `${numbers.join('；')}${known.length > 12 ? ' 等' : ''}。` : ''}`;
}

/** Name of the body that reports; 本单位 where the form did not say. */
export const planTitle = ({ plan }: Evaluation): string => plan.org ?? '本单位';
