// Why a row has the points it has, as one sentence with its numbers; in both languages, from the score itself and never reckoned again.
import { scoreNoteMessages, unscoredMessages } from '../../messages/measure.ts';
import type { Language } from '../../messages.ts';
import { formatDay } from '../../time.ts';
import type { EvaluatedIndicator } from '../evaluation/evaluation.ts';
import { numberText, percentText, signText, targetText } from '../evaluation/words.ts';
import { markedTiers, type RuleSet, type TierMarks } from './rule-set.ts';

type Row = Pick<EvaluatedIndicator, 'indicator' | 'actual' | 'unit' | 'statement' | 'score'>;
const two = (zh: string, en: string, language: Language) => (language === 'zh' ? zh : en);

/** How the part of the marks came about; empty where all or nothing says itself. */
function wayOf({ score, indicator, actual }: Row, rules: RuleSet, language: Language): string {
  const { part, met, targetInUnit } = score;
  if (part === null || targetInUnit === null || actual === null) return '';
  const satisfaction = /满意/.test(`${indicator.level1}${indicator.level2}${indicator.name}`) && rules.satisfaction !== null;
  if (satisfaction && indicator.unit === '%')
    return two(`满意度分档，本档得 ${percentText(part)}`, `by steps of satisfaction: ${percentText(part)} of the marks`, language);
  if (met) return two('达到目标，得满分', 'reached: all the marks', language);
  if (part === 0 && rules.missed.kind === 'proportion')
    return two('未达到，不能按比例折算', 'missed, and no proportion can be formed', language);
  if (rules.missed.kind === 'proportion')
    return two(`未达到，完成 ${percentText(part)}，按比例计`, `missed: ${percentText(part)} reached, in proportion`, language);
  const { pass } = rules.missed;
  if (part === 0) return two(`完成不到 ${percentText(pass)}，不得分`, `less than ${percentText(pass)} reached: nothing`, language);
  const reached = part * (1 - pass) + pass;
  return two(
    `未达到，完成 ${percentText(reached)}，（${percentText(reached)}－${percentText(pass)}）÷(1－${percentText(pass)})＝${percentText(part)}`,
    `missed: (${percentText(reached)} − ${percentText(pass)}) ÷ (1 − ${percentText(pass)}) = ${percentText(part)}`,
    language,
  );
}

/** 「目标 ≥100次，实际 80次；未达到，完成 80%，按比例计；得 8 分（满分 10 分）」. */
export function explainScore(row: Row, rules: RuleSet, language: Language): string {
  const { indicator, score, statement, actual, unit } = row;
  const target = `${indicator.operator === 'qualitative' ? '' : signText(indicator)}${targetText(indicator)}${typeof indicator.target === 'number' ? (indicator.unit ?? '') : ''}`;
  const asked = target ? two(`目标 ${target}`, `target ${target}`, language) : two('没有目标值', 'no target', language);
  const reached =
    actual === null ? null : two(`实际 ${numberText(actual)}${unit ?? ''}`, `actual ${numberText(actual)}${unit ?? ''}`, language);
  const judged =
    score.targetInUnit === null && statement?.grade && score.part !== null
      ? two(
          `评定“${rules.qualitative[statement.grade].title}”，按 ${percentText(score.part)} 计`,
          `judged ${statement.grade}: ${percentText(score.part)} of the marks`,
          language,
        )
      : null;
  const way = judged ?? (wayOf(row, rules, language) || null);
  const reason = score.unscored === null ? null : unscoredMessages[score.unscored][language]({});
  const points =
    score.score === null
      ? null
      : two(
          `得 ${numberText(score.score)} 分（满分 ${numberText(score.weight)} 分）`,
          `${numberText(score.score)} of ${numberText(score.weight)}`,
          language,
        );
  const notes = score.notes.filter((note) => note !== 'unit-assumed').map((note) => scoreNoteMessages[note][language]({}));
  const first = [asked, reached].filter(Boolean).join(two('，', ', ', language));
  return [first, way, points ?? reason, ...notes].filter(Boolean).join(two('；', '; ', language));
}

const stepsText = (steps: readonly { from: number; part: number }[], language: Language) =>
  steps
    .map(({ from, part }) =>
      two(`${percentText(from)} 以上得 ${percentText(part)}`, `from ${percentText(from)}: ${percentText(part)}`, language),
    )
    .join(two('，', ', ', language));

const tierNames = {
  cost: ['成本', 'cost'],
  output: ['产出', 'output'],
  effect: ['效益', 'effect'],
  satisfaction: ['满意度', 'satisfaction'],
} as const;
const tierText = (marks: TierMarks, language: Language) =>
  markedTiers
    .flatMap((tier) => (marks[tier] === undefined ? [] : [`${two(tierNames[tier][0], tierNames[tier][1], language)} ${marks[tier]}`]))
    .join(two('、', ', ', language));

/** Where and when a set counts. */
function reachText({ region, fromDay, toDay, byDefault }: RuleSet, language: Language): string {
  const where = region === '*' ? two('各地', 'everywhere', language) : two(`区划 ${region}`, `division ${region}`, language);
  const days =
    fromDay === null && toDay === null
      ? two('各年度', 'every year', language)
      : two(
          `年度末在${fromDay === null ? '' : ` ${formatDay(fromDay)} 以后`}${toDay === null ? '' : ` ${formatDay(toDay)} 以前`}`,
          `years that end${fromDay === null ? '' : ` from ${formatDay(fromDay)}`}${toDay === null ? '' : ` to ${formatDay(toDay)}`}`,
          language,
        );
  const how = byDefault
    ? two('没有另选时采用', 'counts unless another is chosen', language)
    : two('只在选用时采用', 'only by choice', language);
  return two(`适用：${where}，${days}；${how}`, `Where: ${where}, ${days}; ${how}`, language);
}

/** What a rule set says, line by line. */
export function ruleSetLines(set: RuleSet, language: Language): string[] {
  const { missed, execution, satisfaction, qualitative, farAboveRatio, grades, tiers } = set;
  const { by, weight } = execution;
  return [
    reachText(set, language),
    two(
      `指标权重：${tiers.map((one) => tierText(one, language)).join('；')}；没有的一级指标按比例分给其他`,
      `marks: ${tiers.map((one) => tierText(one, language)).join('; ')}; those of an absent tier go to the others in proportion`,
      language,
    ),
    missed.kind === 'proportion'
      ? two('未完成的定量指标：按完成比例计分', 'missed targets: in proportion', language)
      : two(
          `未完成的定量指标：完成不到 ${percentText(missed.pass)} 不得分，以上按比例折算`,
          `missed targets: nothing below ${percentText(missed.pass)}`,
          language,
        ),
    by.kind === 'proportion'
      ? two(`预算执行率 ${weight} 分：按执行率计`, `execution ${weight}: in proportion`, language)
      : two(`预算执行率 ${weight} 分：${stepsText(by.steps, language)}`, `execution ${weight}: ${stepsText(by.steps, language)}`, language),
    satisfaction === null
      ? two('满意度：与其他指标一样计', 'satisfaction: like all others', language)
      : two(`满意度：${stepsText(satisfaction, language)}`, `satisfaction: ${stepsText(satisfaction, language)}`, language),
    two(
      `定性指标：${Object.values(qualitative)
        .map(({ title, from, to }) => `${title} ${percentText(from)}～${percentText(to)}`)
        .join('，')}`,
      `in words: ${Object.values(qualitative)
        .map(({ from, to }) => `${percentText(from)} to ${percentText(to)}`)
        .join(', ')}`,
      language,
    ),
    two(
      `超过目标值 ${percentText(farAboveRatio - 1)} 以上：提示说明原因，不自动扣分`,
      `more than ${percentText(farAboveRatio - 1)} above target is told, not cut`,
      language,
    ),
    two(
      `等次：${grades.map(({ grade, from }) => `${grade} ${from} 分以上`).join('，')}`,
      `grades: ${grades.map(({ grade, from }) => `${grade} from ${from}`).join(', ')}`,
      language,
    ),
  ];
}
