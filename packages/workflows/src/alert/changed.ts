/**
 * What a run over changes has to do of an alert. A mark says what a run over a period of a version of the lake found; as long as nothing
 * but records of care changed since, only what those records reach is judged again.
 */
import { createHash } from 'node:crypto';
import type { Day, Succession } from '@hengjian/domain';
import type { AlertParameters, AlertTree } from '@hengjian/language';
import { canonical } from '../journal/chain.ts';
import { judgedWindows } from './find-signals.ts';
import type { Again, AlertHit, AlertLake, AlertMark, ChangesAsked, ParameterStretch, TouchedSubject } from './ports.ts';

/** Days that a period may grow beyond a year before it begins anew: until then its first day stays, and nothing leaves it. */
const GROWTH = 31;
const YEAR = 365;

/** Everything beside records of care that decides what an alert says, in short. `beside`: the lake's word for the other rows it reads. */
export const alertSignature = (
  alert: AlertTree,
  stretches: readonly ParameterStretch[],
  successions: readonly Succession[],
  beside: string,
): string =>
  createHash('sha256')
    .update(
      canonical([
        alert,
        stretches.map(({ parameters }) => parameters),
        alert.subject === 'provider' ? successions : [],
        beside,
        // marks before these were kept had no ties that are usual
        ...(alert.kind === 'together' && alert.elsewhere ? ['everywhere'] : []),
      ]),
    )
    .digest('hex')
    .slice(0, 32);

/** The first day of a run over changes up to `to`: that of the last run, unless the year has grown too long. */
export const firstDayAgain = (mark: AlertMark | undefined, usual: Day, to: Day): Day =>
  mark && mark.from <= usual && to - mark.from < YEAR + GROWTH && mark.to <= to ? mark.from : usual;

/** What an alert is asked now. */
export interface AlertQuestion {
  readonly stretches: readonly ParameterStretch[];
  /** Of the first stretch, complete. */
  readonly parameters: AlertParameters;
  readonly lakeVersion: number;
  readonly signature: string;
}

/**
 * What is judged again; null: all of it. Thresholds that change within the period, or another first day, are another question. `told`:
 * signals that messages made otherwise since the mark.
 */
export async function againOf(
  lake: AlertLake,
  alert: AlertTree,
  { stretches, parameters, lakeVersion, signature }: AlertQuestion,
  mark: AlertMark,
  told: readonly string[],
): Promise<Again | null> {
  const [days] = stretches;
  if (!days || stretches.length > 1 || mark.signature !== signature || mark.from !== days.from || mark.to > days.to) return null;
  const judged = (days: { from: Day; to: Day }) =>
    alert.kind === 'cells' ? judgedWindows(alert, parameters, days) : { ...days, history: days.from };
  const [now, then] = [judged(days), judged({ from: mark.from, to: mark.to })];
  const otherwise = new Set(told);
  const isTold = ({ signalId }: AlertHit) => signalId !== null && otherwise.has(signalId);
  const touched = mark.hits.filter(isTold).flatMap((hit) => reached(alert, hit));
  const changes: ChangesAsked | null =
    mark.lakeVersion !== lakeVersion || now.to !== then.to
      ? {
          sinceVersion: mark.lakeVersion,
          within: { from: now.history, to: now.to },
          opened: now.to > then.to ? { from: then.to + 1, to: now.to } : null,
        }
      : null;
  if (changes) {
    const changed = await lake.touched(alert, parameters, changes);
    if (!changed) return null;
    touched.push(...changed);
  }
  return { touched, changes, mark: { ...mark, hits: mark.hits.filter((hit) => !isTold(hit)) } };
}

/** The subject of a hit, or the members of its group. */
const reached = (alert: AlertTree, { key, window }: AlertHit): TouchedSubject[] => {
  if (alert.kind === 'cells') return [{ key, first: window }];
  const home = key.slice(0, alert.home.length);
  return key.slice(alert.home.length).map((member) => ({ key: [...home, member], first: 0 }));
};
