// Keys of the institutions that call the national interface, and addresses that need none.
import type { Instant } from '@hengjian/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../records/database.ts';

export type SignatureScheme = 'x-tif' | '_api_';

export interface InterfaceKey {
  readonly keyId: string;
  readonly scheme: SignatureScheme;
  /** '*': any institution behind this front end. */
  readonly providerNo: string;
  readonly secret: string;
}

export interface KeyStore {
  /** A second key of one institution may stand beside the first while its software changes over. Refused: a key id used before. */
  add(key: InterfaceKey, by: string, at: Instant): Promise<boolean>;
  /** False where no such key is in force. */
  end(scheme: SignatureScheme, keyId: string, by: string, at: Instant): Promise<boolean>;
  inForce(): Promise<(InterfaceKey & { addedBy: string; addedAt: Instant })[]>;
  find(scheme: SignatureScheme, keyId: string): Promise<InterfaceKey | undefined>;
  /** Addresses (CIDR) from which messages need no signature. */
  trust(range: string, why: string, by: string, at: Instant): Promise<void>;
  endTrust(range: string, by: string, at: Instant): Promise<boolean>;
  trusted(): Promise<{ range: string; why: string; addedBy: string; addedAt: Instant }[]>;
  isTrusted(address: string): Promise<boolean>;
}

const columns = ['keyId', 'scheme', 'providerNo', 'secret', 'addedBy', 'addedAt'] as const;

export const keyStoreOf = (db: Kysely<Database>): KeyStore => ({
  async add(key, by, at) {
    const done = await db
      .insertInto('interfaceKey')
      .values({ ...key, addedBy: by, addedAt: at, endedBy: null, endedAt: null })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
  },
  async end(scheme, keyId, by, at) {
    const done = await db
      .updateTable('interfaceKey')
      .set({ endedBy: by, endedAt: at })
      .where('scheme', '=', scheme)
      .where('keyId', '=', keyId)
      .where('endedAt', 'is', null)
      .executeTakeFirst();
    return done.numUpdatedRows > 0n;
  },
  inForce: () =>
    db.selectFrom('interfaceKey').select(columns).where('endedAt', 'is', null).orderBy('providerNo').orderBy('addedAt').execute(),
  find: (scheme, keyId) =>
    db
      .selectFrom('interfaceKey')
      .select(['keyId', 'scheme', 'providerNo', 'secret'])
      .where('scheme', '=', scheme)
      .where('keyId', '=', keyId)
      .where('endedAt', 'is', null)
      .executeTakeFirst(),
  trust: async (range, why, by, at) =>
    void (await sql`insert into interface_trust (range, why, added_by, added_at) values (${range}::cidr, ${why}, ${by}, ${at})
      on conflict (range) do update set why = excluded.why, added_by = excluded.added_by, added_at = excluded.added_at, ended_by = null, ended_at = null`.execute(
      db,
    )),
  async endTrust(range, by, at) {
    const done =
      await sql`update interface_trust set ended_by = ${by}, ended_at = ${at} where range = ${range}::cidr and ended_at is null`.execute(
        db,
      );
    return (done.numAffectedRows ?? 0n) > 0n;
  },
  async trusted() {
    const { rows } = await sql<{ range: string; why: string; addedBy: string; addedAt: number }>`
      select range::text, why, added_by, added_at from interface_trust where ended_at is null order by range`.execute(db);
    return rows;
  },
  async isTrusted(address) {
    const { rows } = await sql<{ yes: boolean }>`
      select exists (select 1 from interface_trust where ended_at is null and ${address}::inet <<= range) as yes`.execute(db);
    return rows[0]?.yes === true;
  },
});
