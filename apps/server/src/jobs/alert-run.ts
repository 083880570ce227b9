import { randomUUID } from 'node:crypto';
import type { Day } from '@hengjian/domain';
import { alertBookOf, type Home } from '@hengjian/store';
import { type AlertReport, type AlertTree, alertShelf, runAlerts } from '@hengjian/workflows';
import { z } from 'zod';
import { wholeLake } from '../alert-ports.ts';
import { wallClock } from '../wall-clock.ts';
import { orDiskFull } from './disk-full.ts';
import type { Job } from './job.ts';

const request = z.object({
  /** First and last day, both included; without them the last year that the lake has. */
  from: z.number().int().optional(),
  to: z.number().int().optional(),
  alertIds: z.array(z.string()).optional(),
  /** Only what changed since the last run over the usual days; not with days of its own. */
  changed: z.boolean().optional(),
});

const YEAR = 365;

/** The days that are asked: as wished, or the last year of the lake; undefined while nothing was imported. */
export async function alertDays(home: Pick<Home, 'lake'>, wish: { from?: Day | undefined; to?: Day | undefined }) {
  const snapshot = await home.lake.snapshot();
  const range = snapshot.range();
  if (!range) return undefined;
  const to = wish.to ?? range.toDay;
  return { snapshot, from: wish.from ?? Math.max(range.fromDay, to - YEAR + 1), to };
}

/** Alerts over a period of the lake. No writer lock: each alert's signals are kept in a transaction of their own. */
export const alertRun: Job<z.infer<typeof request>, AlertReport[]> = {
  name: 'alert run',
  request,
  async run(home, wish, progress) {
    const unknown = (wish.alertIds ?? []).find((id) => !alertShelf[id]);
    if (unknown !== undefined) return { ok: false, issues: [{ code: 'alert.unknown', severity: 'error', facts: { id: unknown } }] };
    const days = await alertDays(home, wish);
    if (!days) return { ok: false, issues: [{ code: 'alert.no-data', severity: 'error', facts: {} }] };
    const { snapshot, from, to } = days;
    return orDiskFull(home, 'review.diskFull', async () => {
      const connection = await snapshot.connect();
      try {
        const value = await runAlerts(await wholeLake(connection, snapshot, home.lake.folder), alertBookOf(home.db), {
          alerts: wish.alertIds?.map((id) => alertShelf[id] as AlertTree) ?? Object.values(alertShelf),
          from,
          to,
          lakeVersion: snapshot.version,
          runId: `A${randomUUID().replaceAll('-', '').slice(0, 15)}`,
          now: wallClock,
          ...(wish.from === undefined && wish.to === undefined && { marked: { changed: wish.changed === true } }),
          progress: (done, total) => progress({ step: 'alert', done, total }),
        });
        return { ok: true, value, issues: [] };
      } finally {
        connection.close();
      }
    });
  },
};
