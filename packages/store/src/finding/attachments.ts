// Evidence attached to findings: bytes once, however many findings they belong to.
import { createHash } from 'node:crypto';
import type { CheckedAttachment, Instant } from '@hengjian/domain';
import type { Kysely } from 'kysely';
import { appendSteps } from '../journal/journal.ts';
import type { Database } from '../records/database.ts';

export interface AttachmentHead {
  readonly attachmentId: string;
  readonly file: string;
  readonly kind: string;
  readonly size: number;
  readonly hash: string;
  readonly by: string;
  readonly at: Instant;
}

/** Keeps the bytes under their hash (the same file twice is one); the step that names them hangs them on its findings. */
export async function keepAttachment(
  db: Kysely<Database>,
  checked: CheckedAttachment,
  bytes: Buffer,
  { by, at, providerNo }: { by: string; at: Instant; providerNo: string | null },
): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const attachmentId = `A${createHash('sha256')
    .update(`${providerNo ?? ''}|${checked.name}|${hash}`)
    .digest('hex')
    .slice(0, 23)}`;
  await db.transaction().execute(async (trx) => {
    const kept = await trx
      .insertInto('findingAttachment')
      .values({ attachmentId, file: checked.name, kind: checked.kind, bytes, size: bytes.length, hash, providerNo, by, at })
      .onConflict((clash) => clash.doNothing())
      .returning('attachmentId')
      .executeTakeFirst();
    if (!kept) return;
    const rows = [{ table: 'finding_attachment', key: attachmentId }];
    const detail = { file: checked.name, hash };
    await appendSteps(trx, [
      { noun: 'findingAttachment', subjectId: attachmentId, action: 'keep', before: null, after: null, by, why: null, at, detail, rows },
    ]);
  });
  return attachmentId;
}

/** Those of these that are kept, and by an institution of the scope (null: any). */
export async function knownAttachments(
  db: Kysely<Database>,
  attachmentIds: readonly string[],
  scope: readonly string[] | null,
): Promise<string[]> {
  if (attachmentIds.length === 0) return [];
  let query = db.selectFrom('findingAttachment').select('attachmentId').where('attachmentId', 'in', attachmentIds);
  if (scope) query = query.where('providerNo', 'in', scope);
  return (await query.execute()).map((row) => row.attachmentId);
}

export const attachmentsOf = (db: Kysely<Database>, findingId: string): Promise<AttachmentHead[]> =>
  db
    .selectFrom('findingAttachment as a')
    .innerJoin('findingAttachmentOf as o', 'o.attachmentId', 'a.attachmentId')
    .select(['a.attachmentId', 'a.file', 'a.kind', 'a.size', 'a.hash', 'a.by', 'a.at'])
    .where('o.findingId', '=', findingId)
    .orderBy('a.at')
    .orderBy('a.attachmentId')
    .execute();

export const attachmentBytes = (db: Kysely<Database>, attachmentId: string) =>
  db
    .selectFrom('findingAttachment')
    .select(['file', 'kind', 'bytes', 'providerNo'])
    .where('attachmentId', '=', attachmentId)
    .executeTakeFirst();
