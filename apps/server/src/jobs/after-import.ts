// New records are reviewed and watched by themselves, where the bureau wishes it.
import { dayOf } from '@hengjian/domain';
import { bureauParametersOf, bureauRegion, type Home } from '@hengjian/store';
import type { ImportReport } from '@hengjian/workflows';
import { wallClock } from '../wall-clock.ts';
import { alertRun } from './alert-run.ts';
import type { FollowUp } from './job.ts';
import { reviewRun } from './review-run.ts';

const names = ['import.reviewFollows', 'import.alertsFollow'] as const;

/** Whether the review and the alerts follow an import today. */
export async function wishedAfterImport({ db }: Pick<Home, 'db'>): Promise<{ review: boolean; alerts: boolean }> {
  const value = await bureauParametersOf(db, names, await bureauRegion(db));
  const [review, alerts] = names.map((name) => value(name, dayOf(wallClock())) !== 0) as [boolean, boolean];
  return { review, alerts };
}

/** Review and alerts of what changed; nothing where the import brought nothing, or where the bureau does it by hand. */
export async function afterImport(home: Home, report: ImportReport | null): Promise<FollowUp[]> {
  const brought = Object.values(report?.tables ?? {}).some(({ added, changed }) => added + changed > 0);
  const wished = brought ? await wishedAfterImport(home) : { review: false, alerts: false };
  return [
    ...(wished.review ? [{ job: reviewRun, request: { period: {}, changed: true } }] : []),
    ...(wished.alerts ? [{ job: alertRun, request: { changed: true } }] : []),
  ];
}
