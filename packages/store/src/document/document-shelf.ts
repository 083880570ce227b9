// Documents that were read, as they came.
import { createHash } from 'node:crypto';
import type { Instant } from '@hengjian/domain';
import type { Kysely } from 'kysely';
import type { Database } from '../records/database.ts';

export interface KeptDocument {
  documentId: string;
  file: string;
  uploadedAt: Instant;
  uploadedBy: string;
  /** Size. */
  bytes: number;
}

export interface DocumentShelf {
  /** The same file under the same name is kept once. Answers its id. */
  keep(file: string, bytes: Uint8Array, by: string, at: Instant): Promise<string>;
  /** Newest first. */
  list(): Promise<KeptDocument[]>;
  read(documentId: string): Promise<{ head: KeptDocument; bytes: Uint8Array } | undefined>;
}

/** Uploaded documents, kept byte for byte in PostgreSQL. */
export const documentShelfOf = (db: Kysely<Database>): DocumentShelf => ({
  async keep(file, bytes, by, at) {
    const documentId = `D${createHash('sha256').update(file).update('\0').update(bytes).digest('hex').slice(0, 16)}`;
    await db
      .insertInto('uploadedDocument')
      .values({ documentId, file, bytes: Buffer.from(bytes), uploadedAt: at, uploadedBy: by })
      .onConflict((conflict) => conflict.column('documentId').doNothing())
      .execute();
    return documentId;
  },
  list: () =>
    db
      .selectFrom('uploadedDocument')
      .select(['documentId', 'file', 'uploadedAt', 'uploadedBy'])
      .select((e) => e.fn<number>('length', ['bytes']).as('bytes'))
      .orderBy('uploadedAt', 'desc')
      .orderBy('documentId')
      .execute(),
  async read(documentId) {
    const row = await db.selectFrom('uploadedDocument').selectAll().where('documentId', '=', documentId).executeTakeFirst();
    if (!row) return undefined;
    const { bytes, ...head } = row;
    return { head: { ...head, bytes: bytes.length }, bytes };
  },
});
