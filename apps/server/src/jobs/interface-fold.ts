import { claimsImporter, feedShelfOf, feedStoreOf, JournalBusy, withJournal } from '@hengjian/store';
import { type FoldReport, foldFeed } from '@hengjian/workflows';
import { z } from 'zod';
import { wallClock } from '../wall-clock.ts';
import { afterImport } from './after-import.ts';
import { orDiskFull } from './disk-full.ts';
import type { Job } from './job.ts';

const request = z.object({});

/** What the feed told since the last time, into the lake. */
export const interfaceFold: Job<z.infer<typeof request>, FoldReport> = {
  name: 'interface fold',
  request,
  async run(home, _, progress) {
    try {
      return await withJournal(home, async (journal) => {
        await feedStoreOf(home.db).follow(journal, wallClock());
        return orDiskFull(home, 'claims.diskFull', () =>
          foldFeed(feedShelfOf(home, journal, wallClock), claimsImporter(home), (step, done, total) => progress({ step, done, total })),
        );
      });
    } catch (error) {
      if (!(error instanceof JournalBusy)) throw error;
      return { ok: false, issues: [{ code: 'intake.journalBusy', severity: 'error', facts: {} }] };
    }
  },
  follow: (home, { import: report }) => afterImport(home, report),
};
