// Which measure answers an indicator: by name, unit, target and project, as the measures themselves declare. A person confirms.
import { type Indicator, type IndicatorMeasure, type Plan, type PlanProject, plainName, unitsAgree } from '@hengjian/domain';
import { type MeasureTree, partsOf } from '@hengjian/language';
import { measures } from '../measures.gen.ts';

/** Below this nothing is suggested, and neither where the second best is closer than `MARGIN`: a wrong suggestion is worse than none. */
const THRESHOLD = 0.8;
export const MARGIN = 0.03;

const all: readonly MeasureTree[] = Object.values(measures);

const patterns = new Map<string, { exact: boolean; length: number; matches: RegExp }>();
function patternOf(pattern: string) {
  const known = patterns.get(pattern);
  if (known) return known;
  const pieces = pattern.split('*').map(plainName);
  const made = {
    exact: pieces.length === 1,
    length: pieces.join('').length,
    matches: new RegExp(`^${pieces.map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`),
  };
  patterns.set(pattern, made);
  return made;
}

function nameScore(names: readonly string[], name: string): number {
  let best = 0;
  for (const candidate of names) {
    const { exact, length, matches } = patternOf(candidate);
    if (!matches.test(name)) continue;
    // What the pattern spells out, as a part of the whole name: «*建设» says little of a long name, an exact name says all.
    best = Math.max(best, exact ? 1 : 0.8 + 0.15 * (length / name.length));
  }
  return best;
}

function byName({ answers }: MeasureTree, name: string, projectName: string): number {
  const within = answers.inProject?.words.some((word) => projectName.includes(word));
  return Math.max(nameScore(answers.names, name), within ? 1.05 * nameScore(answers.inProject?.names ?? [], name) : 0);
}

/** 0…1: how surely the measure answers the indicator. */
export function fit(measure: MeasureTree, indicator: Indicator, project: Pick<PlanProject, 'name' | 'kind'>): number {
  const { answers, unit, direction } = measure;
  const { operator, target } = indicator;
  if (operator === 'qualitative' || typeof target === 'string') return 0;
  if (answers.target !== undefined && target !== answers.target) return 0;
  // Where less is wanted of something whose more is good, another thing is meant.
  if (direction === 'less' && (operator === '≥' || operator === '>') && target !== 0) return 0;
  if (direction === 'more' && (operator === '≤' || operator === '<')) return 0;
  const agree = unitsAgree(indicator.unit, unit);
  if (agree === false || (agree === 'unknown' && answers.unitRequired && !indicator.unit)) return 0;
  if (agree === 'unknown' && unit === '%' && typeof target === 'number' && target > 100) return 0;
  const name = plainName(indicator.name);
  const wording = indicator.wording ?? '';
  if (answers.ownProject && project.kind === 'overall') return 0;
  if (!indicator.group && partsOf(measure.shape).some((part) => part.within?.of === 'goal')) return 0;
  const named = answers.not?.some((word) => name.includes(word) || wording.includes(word)) ? 0 : byName(measure, name, project.name);
  // Words of the value cell make the question precise, so they win over what the name alone would say.
  const worded = wording ? 1.1 * nameScore(answers.wordings ?? [], `${name}；${plainName(wording)}`) : 0;
  const score = Math.max(named, worded);
  return score === 0 ? 0 : score - (agree === 'unknown' ? 0.01 : 0);
}

export interface Suggestion {
  measureId: string | null;
  confidence: number | null;
}

/** The one measure that fits well and clearly better than every other; else none. */
export function suggestMeasure(indicator: Indicator, project: Pick<PlanProject, 'name' | 'kind'>): Suggestion {
  const ranked = all
    .map((measure) => ({ measureId: measure.id, confidence: fit(measure, indicator, project) }))
    .filter(({ confidence }) => confidence > 0)
    .sort((a, b) => b.confidence - a.confidence || (a.measureId < b.measureId ? -1 : 1));
  const [first, second] = ranked;
  if (!first || first.confidence < THRESHOLD || (second && first.confidence - second.confidence < MARGIN))
    return { measureId: null, confidence: null };
  return { measureId: first.measureId, confidence: Math.min(1, Math.round(first.confidence * 100) / 100) };
}

export const suggestMeasures = (plan: Plan): IndicatorMeasure[] =>
  plan.projects.flatMap((project) =>
    project.indicators.map((indicator) => ({
      indicatorId: indicator.indicatorId,
      ...suggestMeasure(indicator, project),
      state: 'suggested' as const,
      by: '系统',
    })),
  );
