/** Who handles a case: two officers of the roster with certificates of their own (第十六条). */
import type { Officer } from '../inspection/draw.ts';
import type { Issue } from '../issue.ts';
import { issueOf, listOf } from '../matter/life.ts';
import { todayOf } from '../matter/limits.ts';
import type { Day } from '../time.ts';
import type { Asked, EnforcementWorld } from './world.ts';

/** Officers by name or certificate out of the roster in force. */
function officersFrom(names: readonly string[], world: EnforcementWorld, day: Day): readonly Officer[] | Issue[] {
  const found: Officer[] = [];
  for (const name of names) {
    const officer = world.roster.find(
      (one) => (one.name === name || one.certificateNo === name) && (one.validTo === null || one.validTo >= day),
    );
    if (!officer) return issueOf('case.unknownOfficer', { name });
    found.push(officer);
  }
  return found;
}

export const isIssues = (value: unknown): value is Issue[] =>
  Array.isArray(value) && value.length > 0 && 'severity' in (value[0] as object);

export const distinct = (officers: readonly Officer[]) => new Set(officers.map(({ certificateNo }) => certificateNo)).size;

/** Handlers as they are after the step: those named in the form, else those of the case. */
export function handlersAfter(scene: Asked): readonly Officer[] | Issue[] {
  const names = listOf(scene.values, 'handlers');
  return names.length > 0 ? officersFrom(names, scene.world, todayOf(scene)) : scene.one.handlers;
}
