import type { Day } from '@hengjian/domain';
import type { RegisterStore, TransferStore } from '@hengjian/workflows';
import type { Kysely } from 'kysely';
import type { Database } from '../records/database.ts';
import { registerStoreOf } from '../register/register-store.ts';
import { bureauRegion } from '../rule/decision-book.ts';
import { transferStoreOf } from '../transfer/transfer-store.ts';

/** Where the cells of a plan's forms are looked up that no target fills; limits of transfers as they count on `today`. */
export const formPortsOf = async (db: Kysely<Database>, today: Day): Promise<{ registers: RegisterStore; transfers: TransferStore }> => ({
  registers: registerStoreOf(db),
  transfers: transferStoreOf(db, { region: await bureauRegion(db), today }),
});
