// Alerts kept current by messages: a look every few seconds at the encounters that were spoken of since, in the background.
import { national } from '@hengjian/catalog/regions/national.ts';
import { type Day, dayOf, type Instant, SECONDS_PER_DAY } from '@hengjian/domain';
import {
  alertBookOf,
  bureauParameter,
  bureauRegion,
  feedStoreOf,
  type Home,
  type LiveLake,
  openLiveLake,
  type TouchedEncounter,
  toldSince,
} from '@hengjian/store';
import {
  type AlertLake,
  type FeedMessage,
  type History,
  historyEntries,
  judgeLive,
  liveAlerts,
  type ToldEncounter,
  toldEncounter,
} from '@hengjian/workflows';

export interface LiveAlerts {
  /** Something new is in the records and in the history. */
  soon(): void;
  /** What alerts are asked of, with everything that was followed so far. */
  current(): Promise<AlertLake>;
  close(): Promise<void>;
}

/** Earlier days that the alerts compare with lie within this many days before those that are judged. */
const BASELINE_DAYS = 45;
/** Encounters told at once. */
const PIECE = 200;

export interface LiveOptions {
  readonly history: Pick<History, 'contents' | 'position' | 'state'>;
  /** A message by its serial in the journal; undefined where it can no longer be read. */
  message(serial: number): Promise<FeedMessage | undefined>;
  readonly now: () => Instant;
  /** How long what came may wait. */
  readonly everyMs: number;
}

export function openLiveAlerts(home: Home, { history, message, now, everyMs }: LiveOptions): LiveAlerts {
  let live: LiveLake | undefined;
  let [position, closed] = [0, false];
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;

  const daysJudged = async (): Promise<number> =>
    (await bureauParameter(home.db, 'alert.liveDays', await bureauRegion(home.db)))(dayOf(now()));

  /** The last weeks: copied from the lake on the first message, each day, and where an import leaves nothing to follow. */
  async function opened(from: Day): Promise<LiveLake> {
    const folded = await feedStoreOf(home.db).position('lake');
    const snapshot = await home.lake.snapshot();
    if (live?.from === from && (live.version === snapshot.version || (await live.follow(snapshot, folded)))) return live;
    live?.close();
    live = undefined;
    position = 0;
    live = await openLiveLake(snapshot, liveAlerts, from, home.folder);
    return live;
  }

  /** What was said of encounters since the last look, as they stand now. */
  async function tellInto(into: LiveLake, from: Day): Promise<number> {
    const upTo = history.position();
    const touched = await toldSince(home.db, { after: position, upTo, from: from * SECONDS_PER_DAY });
    for (let at = 0; at < touched.length; at += PIECE)
      await into.put((await Promise.all(touched.slice(at, at + PIECE).map((one) => stateOf(one, from)))).flatMap((one) => one ?? []));
    position = upTo;
    return touched.length;
  }
  async function stateOf({ encounterNo, serial }: TouchedEncounter, from: Day): Promise<ToldEncounter | undefined> {
    const said = await message(serial);
    const personNo = said && historyEntries(said, national).find((entry) => entry.encounterNo === encounterNo)?.personNo;
    const content = personNo && history.contents(personNo, from)?.find(([no]) => no === encounterNo)?.[1];
    return personNo && content ? toldEncounter(personNo, encounterNo, serial, content) : undefined;
  }

  /** The last days as they stand now, and whether anything was told since the look before. */
  async function standing() {
    const [today, days] = [dayOf(now()), await daysJudged()];
    const from = today - days - BASELINE_DAYS;
    const before = live;
    const current = await opened(from);
    const told = await tellInto(current, from);
    await current.setToday(today);
    return { current, days, changed: told > 0 || before !== current };
  }

  async function look(): Promise<void> {
    // a history that is made anew tells when it is whole
    if (history.state() !== 'ready') return;
    const { current, days, changed } = await standing();
    if (changed) await judgeLive(current.lake, alertBookOf(home.db), { now, lakeVersion: current.version, days });
  }
  const run = (): Promise<void> => {
    working ??= look().finally(() => {
      working = undefined;
    });
    return working;
  };
  return {
    soon() {
      if (closed || timer) return;
      timer = setTimeout(() => {
        timer = undefined;
        run().catch((error: Error) => process.stderr.write(`live alerts: ${error.name}\n`));
      }, everyMs);
      timer.unref();
    },
    async current() {
      await working?.catch(() => {});
      return (await standing()).current.lake;
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await working?.catch(() => {});
      live?.close();
    },
  };
}
