// Payment schemes, grouping packs and what was tried on them; appended only.
import type { DrgPack, Instant, PaymentScheme } from '@hengjian/domain';
import type { PaymentPorts, PaymentTrial } from '@hengjian/workflows';
import type { Home } from '../home.ts';
import { paymentStays } from './stays.ts';

export interface PaymentStore extends PaymentPorts {
  /** In force last first. */
  schemes(): Promise<PaymentScheme[]>;
  addScheme(scheme: PaymentScheme, by: string, at: Instant): Promise<void>;
  packs(): Promise<Pick<DrgPack, 'packId' | 'title' | 'source'>[]>;
  addPack(pack: DrgPack, by: string, at: Instant): Promise<void>;
  /** Newest first, without their results. */
  list(): Promise<Omit<PaymentTrial, 'result'>[]>;
  trial(trialId: string): Promise<PaymentTrial | undefined>;
}

const columns = ['trialId', 'title', 'schemeId', 'year', 'levers', 'lakeVersion', 'seconds', 'triedBy as by', 'triedAt as at'] as const;

export const paymentStoreOf = ({ db, lake }: Pick<Home, 'db' | 'lake'>): PaymentStore => ({
  schemes: async () =>
    (await db.selectFrom('paymentScheme').select('body').orderBy('fromDay', 'desc').orderBy('recordedAt', 'desc').execute()).map(
      ({ body }) => body,
    ),
  scheme: async (schemeId) =>
    (await db.selectFrom('paymentScheme').select('body').where('schemeId', '=', schemeId).executeTakeFirst())?.body,
  async addScheme(scheme, by, at) {
    const { schemeId, method, region, fromDay, toDay, title } = scheme;
    await db
      .insertInto('paymentScheme')
      .values({ schemeId, method, region, fromDay, toDay, title, body: JSON.stringify(scheme), recordedBy: by, recordedAt: at })
      .execute();
  },
  packs: () => db.selectFrom('paymentPack').select(['packId', 'title', 'source']).orderBy('recordedAt', 'desc').execute(),
  pack: async (packId) => (await db.selectFrom('paymentPack').select('body').where('packId', '=', packId).executeTakeFirst())?.body,
  async addPack(pack, by, at) {
    const { packId, title, source } = pack;
    await db
      .insertInto('paymentPack')
      .values({ packId, title, source, body: JSON.stringify(pack), recordedBy: by, recordedAt: at })
      .execute();
  },
  list: () => db.selectFrom('paymentTrial').select(columns).orderBy('triedAt', 'desc').limit(100).execute(),
  trial: (trialId) =>
    db
      .selectFrom('paymentTrial')
      .select([...columns, 'result'])
      .where('trialId', '=', trialId)
      .executeTakeFirst(),
  async keep({ by, at, levers, result, ...one }) {
    await db
      .insertInto('paymentTrial')
      .values({ ...one, levers: JSON.stringify(levers), result: JSON.stringify(result), triedBy: by, triedAt: at })
      .execute();
  },
  stays: (year, progress) => paymentStays(lake, year, progress),
});
