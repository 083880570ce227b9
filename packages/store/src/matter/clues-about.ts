// Which clues tell of a finding or a complaint, and the cases they became.
import type { Instant } from '@hengjian/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../records/database.ts';

export interface ClueAbout {
  /** The finding or complaint. */
  readonly id: string;
  readonly clueId: string;
  readonly caseId: string | null;
}

/** Findings that were handed on and that no clue tells of: somebody was cut off between the two. */
export async function unheardEscalations(db: Kysely<Database>): Promise<{ findingId: string; by: string; why: string; at: Instant }[]> {
  const { rows } = await sql<{ findingId: string; by: string; why: string; at: Instant }>`
    select distinct on (finding_id) finding_id, by, why, at from finding_event where action = 'escalate' order by finding_id, serial desc`.execute(
    db,
  );
  const told = new Set(
    (
      await cluesAbout(
        db,
        'finding',
        rows.map(({ findingId }) => findingId),
      )
    ).map(({ id }) => id),
  );
  return rows.filter(({ findingId }) => !told.has(findingId));
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
