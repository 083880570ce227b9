/** What changes of a case have in common. */
import type { Issue } from '../../issue.ts';
import { flagOf, issueOf, listOf, numberOf, type StepValues, textOf } from '../../matter/life.ts';
import { todayOf } from '../../matter/limits.ts';
import type { Day } from '../../time.ts';
import type { EnforcementCase, Service } from '../case.ts';
import { caseClock } from '../clock.ts';
import { type Circumstance, circumstances } from '../discretion.ts';
import type { CaseAction } from '../steps.ts';
import type { Asked } from '../world.ts';

export function circumstancesOf(values: StepValues): Circumstance[] | undefined {
  if (!('circumstances' in values)) return undefined;
  const titles = listOf(values, 'circumstances');
  return (Object.keys(circumstances) as Circumstance[]).filter((code) => titles.includes(code) || titles.includes(circumstances[code].zh));
}

export const clock = (scene: Asked, change: Partial<EnforcementCase>): Partial<EnforcementCase> => {
  const next = { ...scene.one, ...change };
  return { ...change, dueDay: caseClock(next, todayOf(scene), scene.world.number('case.days')).due };
};

export const ended = (scene: Asked): Partial<EnforcementCase> => ({ closedOn: todayOf(scene), dueDay: null, ending: scene.why });

export const ending = <T extends { readonly to: Day | null }>(all: readonly T[], to: Day): T[] =>
  all.map((one) => (one.to === null ? { ...one, to } : one));

export const serviceFrom = (values: StepValues): Service => ({
  on: numberOf(values, 'on'),
  way: textOf(values, 'way') as Service['way'],
  receiver: textOf(values, 'receiver'),
  consent: flagOf(values, 'consent'),
});

/** A day that was: not after today, not before the step it follows. */
const pastDay = (scene: Asked, name: string, notBefore: Day | null = null): Issue[] => {
  const day = numberOf(scene.values, name);
  return day > todayOf(scene) || (notBefore !== null && day < notBefore) ? issueOf('case.dates') : [];
};

export const checkedDay = (
  scene: Asked,
  name: string,
  notBefore: Day | null,
  change: () => Partial<EnforcementCase>,
): Partial<EnforcementCase> | Issue[] => {
  const issues = pastDay(scene, name, notBefore);
  return issues.length > 0 ? issues : change();
};

/** What a step writes beside the state it goes to; it may still refuse. */
export type CaseChanges = { readonly [action in CaseAction]?: (scene: Asked) => Partial<EnforcementCase> | Issue[] };
