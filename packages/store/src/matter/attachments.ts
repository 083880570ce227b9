// Signed scans and photographs of matters: kept whole under their hash, taken back but never deleted, each step in the journal.
import { createHash } from 'node:crypto';
import type { CheckedAttachment, Instant } from '@hengjian/domain';
import type { Kysely } from 'kysely';
import { appendSteps } from '../journal/journal.ts';
import type { Database } from '../records/database.ts';

export interface MatterScan {
  readonly attachmentId: string;
  readonly paper: string;
  readonly file: string;
  readonly kind: string;
  readonly size: number;
  readonly hash: string;
  readonly by: string;
  readonly at: Instant;
}
export interface ScanOf {
  readonly noun: string;
  readonly matterId: string;
  readonly paper: string;
}

/** Keeps a scan; the same bytes for the same paper are kept once. */
export const keepScan = (
  db: Kysely<Database>,
  { noun, matterId, paper }: ScanOf,
  { name, kind }: CheckedAttachment,
  bytes: Buffer,
  { by, at }: { by: string; at: Instant },
): Promise<string> =>
  db.transaction().execute(async (trx) => {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const attachmentId = `S${createHash('sha256').update(`${noun}|${matterId}|${paper}|${hash}`).digest('hex').slice(0, 23)}`;
    const row = { attachmentId, noun, matterId, paper, file: name, kind, bytes, size: bytes.length, hash, by, at };
    await trx
      .insertInto('matterAttachment')
      .values(row)
      .onConflict((clash) => clash.column('attachmentId').doUpdateSet({ withdrawn: false }))
      .execute();
    await appendSteps(trx, [
      {
        noun,
        subjectId: matterId,
        action: 'attach',
        before: null,
        after: null,
        by,
        why: null,
        at,
        detail: { paper, file: name, hash },
        rows: [{ table: 'matter_attachment', key: attachmentId }],
      },
    ]);
    return attachmentId;
  });

/** Takes a scan back, with why; false where there is none. */
export const withdrawScan = (
  db: Kysely<Database>,
  { noun, matterId }: Omit<ScanOf, 'paper'>,
  attachmentId: string,
  { by, at, why }: { by: string; at: Instant; why: string },
): Promise<boolean> =>
  db.transaction().execute(async (trx) => {
    const gone = await trx
      .updateTable('matterAttachment')
      .set({ withdrawn: true })
      .where('attachmentId', '=', attachmentId)
      .where('noun', '=', noun)
      .where('matterId', '=', matterId)
      .where('withdrawn', '=', false)
      .returning(['paper', 'file'])
      .executeTakeFirst();
    if (!gone) return false;
    const rows = [{ table: 'matter_attachment', key: attachmentId }];
    await appendSteps(trx, [{ noun, subjectId: matterId, action: 'detach', before: null, after: null, by, why, at, detail: gone, rows }]);
    return true;
  });

export const scansOf = (db: Kysely<Database>, noun: string, matterId: string): Promise<MatterScan[]> =>
  db
    .selectFrom('matterAttachment')
    .select(['attachmentId', 'paper', 'file', 'kind', 'size', 'hash', 'by', 'at'])
    .where('noun', '=', noun)
    .where('matterId', '=', matterId)
    .where('withdrawn', '=', false)
    .orderBy('at')
    .orderBy('attachmentId')
    .execute();

export const scanBytes = (db: Kysely<Database>, noun: string, matterId: string, attachmentId: string) =>
  db
    .selectFrom('matterAttachment')
    .select(['file', 'kind', 'bytes'])
    .where('noun', '=', noun)
    .where('matterId', '=', matterId)
    .where('attachmentId', '=', attachmentId)
    .executeTakeFirst();
