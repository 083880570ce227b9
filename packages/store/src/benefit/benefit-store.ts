// Schemes of benefits and what was tried on them; appended only.
import type { BenefitScheme, Instant } from '@hengjian/domain';
import type { BenefitPorts, WhatIfKept } from '@hengjian/workflows';
import type { Home } from '../home.ts';
import { pastSettlements } from './past-settlements.ts';

export interface BenefitStore extends BenefitPorts {
  schemes(): Promise<BenefitScheme[]>;
  addScheme(scheme: BenefitScheme, by: string, at: Instant): Promise<void>;
  /** Newest first, without their results. */
  list(): Promise<Omit<WhatIfKept, 'result'>[]>;
  whatIf(whatIfId: string): Promise<WhatIfKept | undefined>;
}

export function benefitStoreOf({ db, lake }: Pick<Home, 'db' | 'lake'>): BenefitStore {
  const columns = ['whatIfId', 'title', 'schemeId', 'year', 'levers', 'lakeVersion', 'seconds', 'triedBy as by', 'triedAt as at'] as const;
  return {
    schemes: async () =>
      (await db.selectFrom('benefitScheme').select('body').orderBy('fromDay', 'desc').orderBy('recordedAt', 'desc').execute()).map(
        ({ body }) => body,
      ),
    scheme: async (schemeId) =>
      (await db.selectFrom('benefitScheme').select('body').where('schemeId', '=', schemeId).executeTakeFirst())?.body,
    async addScheme(scheme, by, at) {
      const { schemeId, region, fromDay, toDay, title } = scheme;
      await db
        .insertInto('benefitScheme')
        .values({ schemeId, region, fromDay, toDay, title, body: JSON.stringify(scheme), recordedBy: by, recordedAt: at })
        .execute();
    },
    list: () => db.selectFrom('whatIf').select(columns).orderBy('triedAt', 'desc').limit(100).execute(),
    whatIf: (whatIfId) =>
      db
        .selectFrom('whatIf')
        .select([...columns, 'result'])
        .where('whatIfId', '=', whatIfId)
        .executeTakeFirst(),
    async keep({ by, at, levers, result, ...one }) {
      await db
        .insertInto('whatIf')
        .values({ ...one, levers: JSON.stringify(levers), result: JSON.stringify(result), triedBy: by, triedAt: at })
        .execute();
    },
    settlements: (year, levers, take, progress) => pastSettlements(lake, year, levers, take, progress),
  };
}
