import { national } from '@hengjian/catalog/regions/national.ts';
import { type History, historyEntries } from '@hengjian/workflows';
import { messageOf } from './feed-record.ts';
import type { MessageJournal } from './message-journal.ts';

/** Records of one transaction of the history. */
const BATCH = 200;

/** Takes what the journal has into the history, which keeps its position with it; one that was made anew begins again. */
export async function followHistory(
  journal: Pick<MessageJournal, 'read' | 'durable'>,
  history: Pick<History, 'append' | 'position' | 'state'>,
): Promise<void> {
  while (history.state() === 'ready') {
    const from = history.position();
    const last = Math.min(from + BATCH, journal.durable());
    if (last <= from) return;
    const entries = [];
    for (let serial = from + 1; serial <= last; serial += 1) {
      const entry = await journal.read(serial);
      // damage is told where PostgreSQL follows
      if (entry && 'body' in entry) entries.push(...historyEntries(messageOf(serial, entry.body), national));
    }
    if (!history.append(entries, last)) return;
  }
}
