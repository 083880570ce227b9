// The audit book in force. A change of editions or knowledge makes a new one beside the old: a request sees one of them whole, and a
// book is read from one moment of the records, whatever is imported meanwhile.
import {
  auditStoreOf,
  bureauRegion,
  type Home,
  knowledgeShelfOf,
  knowledgeStoreOf,
  ruleBookOf,
  type Standings,
  type StandingsReader,
  standingsOf,
  subjectsOfCodes,
} from '@hengjian/store';
import { type AuditBook, openAuditBook } from '@hengjian/workflows';
import { loadKnowledge } from '../review-ports.ts';
import type { Alarms } from './alarms.ts';

export interface BookKeeper {
  /** The newest book, whoever asked last and when: a change is seen within the second. The first call opens it. */
  book(): Promise<AuditBook>;
  /** Looks no more; awaits the look that is under way. */
  close(): Promise<void>;
}

/** Where books come from. */
export interface BookSource {
  /** Changes with every change of editions, parameters, exemptions and knowledge. */
  stamp(): Promise<string>;
  open(): Promise<{ stamp: string; book: AuditBook }>;
  /** How the practitioners' rights stand by the lake of now. */
  readonly standings: StandingsReader;
}

/** The newest of a source, once. */
export async function bookNow(source: BookSource): Promise<AuditBook> {
  const [{ book }, { records }] = [await source.open(), await source.standings(undefined)];
  return { ...book, standings: records };
}

/** Books of a home's records; the first brings the shipped rules and the starter knowledge of a new home. */
export function bookSourceOf({ db, lake }: Pick<Home, 'db' | 'lake'>): BookSource {
  let loading: Promise<unknown> | undefined;
  // before the moment that a book is read from: there nothing can be written
  const loaded = (): Promise<unknown> => {
    loading ??= Promise.all([loadKnowledge({ db }), ruleBookOf(db).live()]).catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  return {
    standings: standingsOf(lake),
    async stamp() {
      await loaded();
      return auditStoreOf(db).bookStamp();
    },
    async open() {
      await loaded();
      return db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(async (moment) => ({
          stamp: await auditStoreOf(moment).bookStamp(),
          book: await openAuditBook({
            rules: ruleBookOf(moment, await bureauRegion(moment)),
            knowledge: knowledgeShelfOf(knowledgeStoreOf(moment)),
            names: (codes) => subjectsOfCodes(moment, codes),
          }),
        }));
    },
  };
}

const LOOK_EVERY_MS = 1000;

export function bookKeeperOf(source: BookSource, alarms?: Pick<Alarms, 'raise' | 'end'>): BookKeeper {
  let held: { stamp: string; book: AuditBook } | undefined;
  let standings: Standings | undefined;
  let opening: Promise<AuditBook> | undefined;
  let fault: unknown;
  let clock: NodeJS.Timeout | undefined;
  const look = async (): Promise<AuditBook> => {
    const stamp = await source.stamp();
    const before = standings;
    standings = await source.standings(standings);
    const next = held?.stamp === stamp ? held : await source.open();
    if (next !== held || standings !== before) held = { stamp: next.stamp, book: { ...next.book, standings: standings.records } };
    return held.book;
  };
  const renew = () => {
    opening ??= look()
      .then((book) => {
        alarms?.end('knowledge');
        return book;
      })
      .catch((error) => {
        alarms?.raise(
          'knowledge',
          `规则或知识无法读取，${held ? '沿用先前的版本' : '暂不能审核'}：${error instanceof Error ? error.message : String(error)}`,
        );
        fault = error;
        throw error;
      })
      .finally(() => {
        opening = undefined;
      });
    return opening;
  };
  return {
    async book() {
      // by the clock and not by messages: after a silence the first one would be answered by a book of before it
      if (!clock) {
        clock = setInterval(() => renew().catch(() => {}), LOOK_EVERY_MS);
        clock.unref();
        return renew();
      }
      // the old book goes on answering while the new one is opened
      if (held) return held.book;
      if (opening) return opening;
      throw fault;
    },
    async close() {
      clearInterval(clock);
      await opening?.catch(() => {});
    },
  };
}
