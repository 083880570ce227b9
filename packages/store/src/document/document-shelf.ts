// Documents that were read, as they came.
import { createHash } from 'node:crypto';
import type { DocumentKind, Instant, ReadDocument } from '@hengjian/domain';
import type { KeptReading } from '@hengjian/workflows';
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
  /** Keeps what the present reader read from it. */
  keepReading(documentId: string, document: ReadDocument): Promise<void>;
  /** Readings of the present reader, newest document first. */
  readings(): Promise<KeptReading[]>;
  /** Documents that the present reader has not read. */
  unread(): Promise<string[]>;
}

/** Counted up when the reader reads better: older readings are made again when they are asked for. */
const READER = 2;

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
  async keepReading(documentId, { org, year, kind, projects }) {
    const row = { reader: READER, org, year, kind, projects: JSON.stringify(projects) };
    await db
      .insertInto('documentReading')
      .values({ documentId, ...row })
      .onConflict((conflict) => conflict.column('documentId').doUpdateSet(row))
      .execute();
  },
  async readings() {
    const rows = await db
      .selectFrom('documentReading')
      .innerJoin('uploadedDocument', 'uploadedDocument.documentId', 'documentReading.documentId')
      .where('reader', '=', READER)
      .select(['documentReading.documentId', 'file', 'org', 'year', 'kind', 'projects'])
      .orderBy('uploadedAt', 'desc')
      .orderBy('documentReading.documentId')
      .execute();
    return rows.map((row) => ({ ...row, kind: row.kind as DocumentKind }));
  },
  async unread() {
    const rows = await db
      .selectFrom('uploadedDocument')
      .leftJoin('documentReading', 'documentReading.documentId', 'uploadedDocument.documentId')
      .where((e) => e.or([e('reader', 'is', null), e('reader', '!=', READER)]))
      .select('uploadedDocument.documentId as documentId')
      .execute();
    return rows.map(({ documentId }) => documentId);
  },
});
