// What the interface needs to answer: the history, the accounts in groups, the alarms. Opened with the server and closed with it.
import type { Instant } from '@hengjian/domain';
import { alarmStoreOf, auditStoreOf, type Home, type OpenHistory, openHistory } from '@hengjian/store';
import { type Alarms, alarmsOf } from './alarms.ts';
import { type GroupedStore, groupedStore } from './grouped-store.ts';

export interface Steadiness {
  readonly history: OpenHistory;
  readonly store: GroupedStore;
  readonly alarms: Alarms;
  close(): Promise<void>;
}

/** How often the history looks whether the lake has something new, and alarms are written that could not be before. */
const FOLLOW_EVERY_MS = 5000;

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export function openSteadiness(home: Home, now: () => Instant): Steadiness {
  const alarms = alarmsOf(alarmStoreOf(home.db), now);
  const history = openHistory(home.folder, home.lake, {
    onState(state, error) {
      if (state === 'ready') alarms.end('history');
      else if (error !== undefined) alarms.raise('history', `就诊历史文件损坏,正在重建: ${wordsOf(error)}`);
    },
    onFull: (error) => alarms.raise('store', `磁盘已满,就诊历史暂停接收: ${wordsOf(error)}`),
    onRoom: () => alarms.end('store'),
  });
  const store = groupedStore(auditStoreOf(home.db), {
    onTrouble: (error, lost) =>
      alarms.raise('records', `数据库不可用,调用记录暂存内存${lost > 0 ? `,已丢弃 ${lost} 条` : ''}: ${wordsOf(error)}`),
    onRecovery: () => alarms.end('records'),
  });
  const follow = () => {
    history.catchUp().catch(() => {}); // tried again; its alarm stands
    alarms.keep().catch(() => {});
  };
  const timer = setInterval(follow, FOLLOW_EVERY_MS);
  timer.unref();
  follow();
  return {
    history,
    store,
    alarms,
    async close() {
      clearInterval(timer);
      await store.close();
      await alarms.keep();
      await history.close();
    },
  };
}
