// Which clues tell of a finding or a complaint, and the cases they became.
import { type Kysely, sql } from 'kysely';
import type { Database } from '../records/database.ts';

export interface ClueAbout {
  /** The finding or complaint. */
  readonly id: string;
  readonly clueId: string;
  readonly caseId: string | null;
}

/** Clues that came from one of these, or were tied to it later. */
export async function cluesAbout(db: Kysely<Database>, kind: 'finding' | 'complaint', ids: readonly string[]): Promise<ClueAbout[]> {
  const { rows } = await sql<ClueAbout>`
    select distinct about.id, c.matter_id as clue_id, c.content->>'caseId' as case_id
    from clue c cross join lateral (
      select l->>'id' as id from jsonb_array_elements(c.content->'links') l where l->>'kind' = ${kind}
      union select c.source_ref where c.source = ${kind}) about
    where about.id = any(${ids}::text[]) order by c.matter_id, about.id`.execute(db);
  return rows;
}
