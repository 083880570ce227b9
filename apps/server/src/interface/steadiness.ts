// What the interface needs to answer: the history, the accounts, the alarms. Opened with the server and closed with it.
import type { Instant } from '@hengjian/domain';
import {
  type Answered,
  alarmStoreOf,
  auditStoreOf,
  type Home,
  type OpenHistory,
  openCallJournal,
  openHistory,
  turnedAwayStoreOf,
} from '@hengjian/store';
import { type Alarms, alarmsOf } from './alarms.ts';
import { type CallAccounts, callAccounts } from './call-accounts.ts';
import { callFollower, type FollowerTold, followerThread } from './call-follower.ts';
import { type TurnedAwayCounts, turnedAwayCounts } from './turned-away.ts';

export interface Steadiness {
  readonly history: OpenHistory;
  readonly accounts: CallAccounts;
  readonly alarms: Alarms;
  readonly turnedAway: TurnedAwayCounts;
  close(): Promise<void>;
}

/** How often the history looks whether the lake has something new, and alarms are written that could not be before. */
const FOLLOW_EVERY_MS = 5000;

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export interface SteadinessOptions {
  /** Whether accounts are followed in a thread of their own. */
  readonly threads: boolean;
  onAnswered?(answered: readonly Answered[]): void;
  /** The history can be read from now on (again), or no more. */
  onHistory?(ready: boolean): void;
}

export function openSteadiness(home: Home, now: () => Instant, { threads, onAnswered, onHistory }: SteadinessOptions): Steadiness {
  const store = alarmStoreOf(home.db);
  const alarms = alarmsOf(
    store,
    now,
    store.endLeft(now()).catch(() => {}),
  );
  const history = openHistory(home.folder, home.lake, {
    onState(state, error) {
      if (state === 'ready') alarms.end('history');
      else if (error !== undefined) alarms.raise('history', `就诊历史文件损坏，正在重建：${wordsOf(error)}`);
      if (state !== 'ready') onHistory?.(false);
    },
    onFile: () => onHistory?.(true),
    onFull: (error) => alarms.raise('store', `磁盘已满，就诊历史暂停接收：${wordsOf(error)}`),
    onRoom: () => alarms.end('store'),
  });
  const journal = openCallJournal(home.folder, {
    onTrouble: (error, lost) =>
      alarms.raise('calls', `调用日志写不进磁盘，暂存内存${lost > 0 ? `，已丢弃 ${lost} 条` : ''}：${wordsOf(error)}`),
    onRecovery: () => alarms.end('calls'),
  });
  const told: FollowerTold = {
    onTrouble: (error) => alarms.raise('records', `数据库不可用，调用记录留在日志里，恢复后补记：${wordsOf(error)}`),
    onRecovery: () => alarms.end('records'),
    onDamage: ({ segment, at, bytes }) => alarms.raise('journal', `调用日志 ${segment} 第 ${at} 字节起有 ${bytes} 字节损坏`),
  };
  const follower = threads ? followerThread(home, told) : callFollower(home.db, home.folder, told);
  const accounts = callAccounts({ store: auditStoreOf(home.db), journal, follower, ...(onAnswered && { onAnswered }) });
  const turnedAway = turnedAwayCounts(turnedAwayStoreOf(home.db), now);
  const follow = () => {
    history.catchUp().catch(() => {}); // tried again; its alarm stands
    alarms.keep().catch(() => {});
    void turnedAway.keep();
  };
  const timer = setInterval(follow, FOLLOW_EVERY_MS);
  timer.unref();
  follow();
  return {
    history,
    accounts,
    alarms,
    turnedAway,
    async close() {
      clearInterval(timer);
      await turnedAway.keep();
      await accounts.close();
      await alarms.keep();
      await history.close();
    },
  };
}
