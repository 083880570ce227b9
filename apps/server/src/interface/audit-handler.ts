// 3101 and 3102 in this thread: the book and the history of the server, within the time that is left.

import { type CallSaid, reminderRow } from '@hengjian/store';
import type { AuditAnswer, AuditWish, History } from '@hengjian/workflows';
import { answerAudit } from '@hengjian/workflows';
import type { BookKeeper } from './book-keeper.ts';
import type { Handler } from './call.ts';
import type { CallAccounts } from './call-accounts.ts';
import { type InterfaceSettings, inTime, isOver } from './settings.ts';

export interface AuditDesk {
  readonly accounts: CallAccounts;
  readonly keeper: BookKeeper;
  readonly history: Pick<History, 'contents'>;
  readonly settings: InterfaceSettings;
}

export const auditHandler =
  ({ accounts, keeper, history, settings }: AuditDesk): Handler =>
  async ({ nodes, serial, mostReminders, until }) => {
    // a fault of the book (records away before it was ever opened) is the keeper's alarm; the order goes on as configured
    const book = await inTime(keeper.book(), until).catch(() => undefined);
    const { degraded, notice } = settings;
    const wish: AuditWish = { serial, mostReminders, degraded, notice, timeIsOver: () => isOver(until) };
    const answer = answerAudit({ book, history: history.contents, answered: accounts.answered }, nodes.data?.[0], wish);
    if ('error' in answer) return answer;
    const { result, given, undecided } = answer;
    return { output: { result }, reminders: given.length, undecided, said: saidOf(answer, mostReminders) };
  };

/** What is kept of an answer. */
export const saidOf = (
  { scene, medicalKind, feeFen, given, exempted, history, blind }: AuditAnswer,
  mostReminders: number | null,
): CallSaid => ({
  scene,
  medicalKind,
  feeFen,
  given: given.map(({ reminderId, reminder }) => reminderRow(reminderId, reminder)),
  exempted,
  history,
  blind,
  mostReminders,
});
