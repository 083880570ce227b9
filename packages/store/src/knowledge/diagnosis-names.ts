// What diagnoses are called: the bureau's own table of ICD-10 names, for people to read; no rule asks it.
import { type Kysely, sql } from 'kysely';
import type { Database } from '../records/database.ts';

const BATCH = 10_000;

/** Takes names over those that are known; rows without a name are passed over. Answers how many were taken. */
export const importDiagnosisNames = (
  db: Kysely<Database>,
  rows: readonly { readonly code: string; readonly name: string | null }[],
  by: string,
): Promise<number> =>
  db.transaction().execute(async (tx) => {
    const named = [...new Map(rows.flatMap(({ code, name }) => (name ? [[code.toUpperCase(), name] as const] : [])))];
    for (let at = 0; at < named.length; at += BATCH) {
      const batch = named.slice(at, at + BATCH).map(([code, name]) => ({ code, name, imported_by: by }));
      await sql`insert into diagnosis_name select * from jsonb_populate_recordset(null::diagnosis_name, ${JSON.stringify(batch)}::jsonb)
        on conflict (code) do update set name = excluded.name, imported_by = excluded.imported_by`.execute(tx);
    }
    return named.length;
  });

/** Names by code: its own, else that of its subcategory (`I10.x`), else of its category (`I10`); codes that nobody named are not there. */
export async function diagnosisNames(db: Kysely<Database>, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wider = (code: string) => [code, code.slice(0, 5), code.slice(0, 3)].map((part) => part.toUpperCase());
  const asked = [...new Set(codes)];
  if (asked.length === 0) return new Map();
  const { rows } = await sql<{ code: string; name: string }>`
    select code, name from diagnosis_name where code = any(${[...new Set(asked.flatMap(wider))]})`.execute(db);
  const known = new Map(rows.map(({ code, name }) => [code, name]));
  return new Map(
    asked.flatMap((code) => {
      const name = wider(code)
        .map((part) => known.get(part))
        .find((one) => one !== undefined);
      return name === undefined ? [] : [[code, name] as const];
    }),
  );
}
