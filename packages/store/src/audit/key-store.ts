// Keys of the institutions that call the national interface, and addresses that need none.
import type { Instant } from '@hengjian/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../records/database.ts';

/** SM2 signatures stand in the message (`cainfo`), SM4 enciphers its `input`; the others are headers. */
export type SignatureScheme = 'x-tif' | '_api_' | 'SM2' | 'SM4';

export interface InterfaceKey {
  readonly keyId: string;
  readonly scheme: SignatureScheme;
  /** '*': any institution behind this front end. */
  readonly providerNo: string;
  /** Of SM2 the public key: `04` and 128 hex digits. */
  readonly secret: string;
  /** SM2: the user id that is signed under; null for the standard's. */
  readonly userId?: string | null;
}

/** What an institution's software needs otherwise. */
export interface InterfaceSwitch {
  readonly providerNo: string;
  /** `output.result` as one object instead of a list. */
  readonly singleResult: boolean;
  /** Reminders an answer holds at most; null: as everybody's. */
  readonly mostReminders: number | null;
}

export interface KeyStore {
  /** A second key of one institution may stand beside the first while its software changes over. Refused: a key id used before. */
  add(key: InterfaceKey, by: string, at: Instant): Promise<boolean>;
  /** False where no such key is in force. */
  end(scheme: SignatureScheme, keyId: string, by: string, at: Instant): Promise<boolean>;
  inForce(): Promise<(InterfaceKey & { addedBy: string; addedAt: Instant })[]>;
  find(scheme: SignatureScheme, keyId: string): Promise<InterfaceKey | undefined>;
  /** Keys in force that an institution may use: its own, and those of front ends that speak for any; the newest first. */
  ofProvider(scheme: SignatureScheme, providerNo: string): Promise<InterfaceKey[]>;
  /** False where this signature was taken before. */
  useOnce(digest: Buffer, at: Instant): Promise<boolean>;
  switchOf(providerNo: string): Promise<InterfaceSwitch | undefined>;
  setSwitch(row: InterfaceSwitch, by: string, at: Instant): Promise<void>;
  switches(): Promise<(InterfaceSwitch & { setBy: string; setAt: Instant })[]>;
  /** Addresses (CIDR) from which messages need no signature. */
  trust(range: string, why: string, by: string, at: Instant): Promise<void>;
  endTrust(range: string, by: string, at: Instant): Promise<boolean>;
  trusted(): Promise<{ range: string; why: string; addedBy: string; addedAt: Instant }[]>;
  isTrusted(address: string): Promise<boolean>;
}

const keyColumns = ['keyId', 'scheme', 'providerNo', 'secret', 'userId'] as const;
const columns = [...keyColumns, 'addedBy', 'addedAt'] as const;
const switchColumns = ['providerNo', 'singleResult', 'mostReminders'] as const;

export const keyStoreOf = (db: Kysely<Database>): KeyStore => ({
  async add(key, by, at) {
    const done = await db
      .insertInto('interfaceKey')
      .values({ ...key, userId: key.userId ?? null, addedBy: by, addedAt: at, endedBy: null, endedAt: null })
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
      .select(keyColumns)
      .where('scheme', '=', scheme)
      .where('keyId', '=', keyId)
      .where('endedAt', 'is', null)
      .executeTakeFirst(),
  ofProvider: (scheme, providerNo) =>
    db
      .selectFrom('interfaceKey')
      .select(keyColumns)
      .where('scheme', '=', scheme)
      .where('providerNo', 'in', [providerNo, '*'])
      .where('endedAt', 'is', null)
      .orderBy('addedAt', 'desc')
      .orderBy('keyId')
      .execute(),
  async useOnce(digest, at) {
    const done = await db
      .insertInto('interfaceSignature')
      .values({ digest, usedAt: at })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
  },
  switchOf: (providerNo) => db.selectFrom('interfaceSwitch').select(switchColumns).where('providerNo', '=', providerNo).executeTakeFirst(),
  setSwitch: async (row, by, at) => {
    const values = { ...row, setBy: by, setAt: at };
    await db
      .insertInto('interfaceSwitch')
      .values(values)
      .onConflict((conflict) => conflict.column('providerNo').doUpdateSet(values))
      .execute();
  },
  switches: () =>
    db
      .selectFrom('interfaceSwitch')
      .select([...switchColumns, 'setBy', 'setAt'])
      .orderBy('providerNo')
      .execute(),
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
