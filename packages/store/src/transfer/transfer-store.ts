import type { TransferDeed, TransferEvent } from '@hengjian/domain';
import type { TransferStore } from '@hengjian/workflows';
import type { Kysely } from 'kysely';
import { appendSteps } from '../journal/journal.ts';
import type { Database } from '../records/database.ts';
import { bureauParameter } from '../rule/decision-book.ts';

/** Histories of transfers; each event is a row and a step of the journal. `region` and `today` choose the bureau's limits. */
export function transferStoreOf(db: Kysely<Database>, { region, today }: { region: string; today: number }): TransferStore {
  const rows = () => db.selectFrom('transferEvent').selectAll().orderBy('transferId').orderBy('serial');
  const eventOf = (row: { serial: number; deed: TransferDeed; enteredBy: string; enteredAt: number }): TransferEvent => ({
    ...row.deed,
    serial: row.serial,
    by: row.enteredBy,
    at: row.enteredAt,
  });
  return {
    async histories() {
      const found = Map.groupBy(await rows().execute(), ({ transferId }) => transferId);
      return new Map([...found].map(([id, events]) => [id, events.map(eventOf)]));
    },
    history: async (transferId) => (await rows().where('transferId', '=', transferId).execute()).map(eventOf),
    append: (transferId, { serial, by, at, ...deed }) =>
      db.transaction().execute(async (trx) => {
        const made = await trx
          .insertInto('transferEvent')
          .values({ transferId, serial, deed: JSON.stringify(deed), enteredBy: by, enteredAt: at })
          .onConflict((conflict) => conflict.doNothing())
          .returning('serial')
          .executeTakeFirst();
        if (!made) return false;
        const why = deed.kind === 'withdrawal' ? deed.why : null;
        await appendSteps(trx, [
          {
            noun: 'transfer',
            subjectId: transferId,
            action: deed.kind,
            before: null,
            after: null,
            by,
            why,
            at,
            detail: { serial, ...moneyOf(deed) },
          },
        ]);
        return true;
      }),
    async limits() {
      const numberOf = async (name: 'transfer.allocateDays' | 'transfer.behindPoints') => (await bureauParameter(db, name, region))(today);
      return { allocateDays: await numberOf('transfer.allocateDays'), behindRatio: (await numberOf('transfer.behindPoints')) / 100 };
    },
  };
}

/** What the journal says of the money. */
function moneyOf(deed: TransferDeed): Record<string, unknown> {
  if (deed.kind === 'notice') return { documentNo: deed.notice.documentNo, fen: deed.notice.fen };
  if (deed.kind === 'shares') return { shares: deed.shares.length, fen: deed.shares.reduce((sum, { fen }) => sum + fen, 0) };
  if (deed.kind === 'payment') return { shareId: deed.payment.shareId, fen: deed.payment.fen };
  return deed.kind === 'withdrawal' ? { id: deed.id } : { shareId: deed.shareId };
}
