import { callShelfOf } from '@hengjian/store';
import { z } from 'zod';
import { askAgain, bookOf, historyThen, historyToday } from '../interface/replay.ts';
import { wallClock } from '../wall-clock.ts';
import type { Job } from './job.ts';

const request = z.object({});

export interface RecheckReport {
  readonly calls: number;
  /** Reminders that would have been given had there been time. */
  readonly found: number;
}

/** Calls of one turn: the next turn takes the rest. */
const MOST = 500;

/** Calls that their deadline cut short (or that had no rules or no history to ask) are asked again, and what was left is kept. */
export const interfaceRecheck: Job<z.infer<typeof request>, RecheckReport> = {
  name: 'interface recheck',
  request,
  async run(home, _, progress) {
    const shelf = callShelfOf(home);
    const calls = await shelf.open(MOST);
    if (calls.length === 0) return { ok: true, value: { calls: 0, found: 0 }, issues: [] };
    const book = await bookOf(home);
    const today = historyToday(home);
    let found = 0;
    try {
      for (const [i, call] of calls.entries()) {
        const record = await shelf.record(call);
        // what the person's history was then, where it could be read then
        const known = record?.said && !record.said.blind && (record.head.undecided ?? 0) > 0 ? historyThen(record) : today.contents;
        const lines = record ? await askAgain(home, record, book, known) : undefined;
        const findings = (lines ?? []).flatMap(({ mark, after }) => (mark === 'new' && after ? [after] : []));
        found += findings.length;
        await shelf.keepRecheck({ call, recheckedAt: wallClock(), findings });
        progress({ step: 'recheck', done: i + 1, total: calls.length });
      }
    } finally {
      await today.close();
    }
    return { ok: true, value: { calls: calls.length, found }, issues: [] };
  },
};
