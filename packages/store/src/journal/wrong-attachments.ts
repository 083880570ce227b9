// Files that stand in the records: the journal seals their hash, which is compared with their bytes here.

import type { SealedRow } from '@hengjian/workflows';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../records/database.ts';

/** Attachments of findings and matters whose bytes are not those that their hash names; reads every byte. */
export const wrongAttachments = async (db: Kysely<Database>): Promise<SealedRow[]> =>
  (
    await sql<SealedRow>`
      select 'finding_attachment' as table, attachment_id as key from finding_attachment where encode(sha256(bytes), 'hex') <> hash
      union all select 'matter_attachment', attachment_id from matter_attachment where encode(sha256(bytes), 'hex') <> hash
      order by 1, 2`.execute(db)
  ).rows;
