// One writer per home. The lock is PostgreSQL's (an advisory lock of one connection), so it goes with its process, killed or not.
import type pg from 'pg';
import type { OpenedRecords } from './open.ts';

/** Any number of our own: the same in every process. */
const LOCK = 4_865_110;

export interface Holder {
  purpose: string;
  processId: number;
  since: string;
}
export type WriterLock = { ok: true; release(): Promise<void> } | { ok: false; holder: Holder };

/** Takes the writer lock at once or says who has it; it never waits. `purpose` is a short verb ('claims import'). */
export async function takeWriterLock(records: OpenedRecords, purpose: string): Promise<WriterLock> {
  const client = await records.connect(`hengjian-writer|${process.pid}|${purpose}`.slice(0, 63));
  const taken = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [LOCK]);
  if (taken.rows[0]?.taken) return { ok: true, release: () => client.end() };
  const holder = await holderOf(client);
  await client.end();
  return { ok: false, holder };
}

/** Who holds it now; a holder that has just gone is 'unknown'. */
async function holderOf(client: pg.Client): Promise<Holder> {
  const { rows } = await client.query<{ name: string; since: string }>(
    `select a.application_name as name, to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS') as since
       from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where l.locktype = 'advisory' and l.granted and l.classid = 0 and l.objid = $1
        and l.database = (select oid from pg_database where datname = current_database())`,
    [LOCK],
  );
  const [, processId, purpose] = rows[0]?.name.split('|') ?? [];
  return { purpose: purpose ?? '?', processId: Number(processId ?? 0), since: rows[0]?.since ?? '' };
}
