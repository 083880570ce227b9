// The audit book in force. A change of editions or knowledge makes a new one beside the old: a request sees one of them whole.
import type { AuditStore, Standings, StandingsReader } from '@hengjian/store';
import { type AuditBook, openAuditBook, type ReviewPorts } from '@hengjian/workflows';
import type { Alarms } from './alarms.ts';

export interface BookKeeper {
  /** The newest book; a change is seen within the second. */
  book(): Promise<AuditBook>;
}

const LOOK_EVERY_MS = 1000;

export function bookKeeperOf(
  store: Pick<AuditStore, 'bookStamp'>,
  ports: () => Promise<Pick<ReviewPorts, 'rules' | 'knowledge'>>,
  alarms?: Pick<Alarms, 'raise' | 'end'>,
  standingsOf?: StandingsReader,
): BookKeeper {
  let held: { stamp: string; book: AuditBook } | undefined;
  let standings: Standings | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let opening: Promise<AuditBook> | undefined;
  const look = async (): Promise<AuditBook> => {
    const ready = await ports(); // first of all: it loads the starter knowledge of a new home
    const stamp = await store.bookStamp();
    const before = standings;
    standings = await standingsOf?.(standings);
    const book = held?.stamp === stamp ? held.book : await openAuditBook(ready);
    if (!held || book !== held.book || standings !== before)
      held = { stamp, book: standings ? { ...book, standings: standings.records } : book };
    lookedAt = performance.now();
    return held.book;
  };
  const renew = () => {
    opening ??= look()
      .then((book) => {
        alarms?.end('knowledge');
        return book;
      })
      .catch((error) => {
        alarms?.raise('knowledge', `规则或知识无法读取,沿用先前的版本: ${error instanceof Error ? error.message : String(error)}`);
        lookedAt = performance.now(); // again in a second, not with every message
        throw error;
      })
      .finally(() => {
        opening = undefined;
      });
    return opening;
  };
  return {
    async book() {
      if (!held) return renew();
      // the old book goes on answering while the new one is opened
      if (performance.now() - lookedAt > LOOK_EVERY_MS) renew().catch(() => {});
      return held.book;
    },
  };
}
