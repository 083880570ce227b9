// How practitioners' rights stand, for readers of the lake: the imported roster, and every time that points suspended or ended one.
import { type Day, type Instant, rosterStates } from '@hengjian/domain';
import { type Kysely, sql } from 'kysely';
import { literal, quoted } from '../lake/duck.ts';
import type { Database } from '../records/database.ts';

/** One period, with the code that the roster uses. */
export interface StoppedCode {
  readonly practitionerNo: string;
  readonly state: string;
  readonly stateFrom: Day;
  readonly stateTo: Day | null;
}

export interface StoppedCodes {
  readonly rows: readonly StoppedCode[];
  /** Grows with every change. */
  readonly version: number;
}

export const nobodyStopped: StoppedCodes = { rows: [], version: 0 };

/** The periods that stand, or that stood as it was known at an instant. */
export async function stoppedCodes(db: Kysely<Database>, asKnownAt?: Instant): Promise<StoppedCodes> {
  let query = db.selectFrom('practitionerStanding').select(['practitionerNo', 'state', 'fromDay', 'toDay']);
  if (asKnownAt === undefined) query = query.where('replacedAt', 'is', null);
  else
    query = query
      .where('recordedAt', '<=', asKnownAt)
      .where((eb) => eb.or([eb('replacedAt', 'is', null), eb('replacedAt', '>', asKnownAt)]));
  const rows = await query.orderBy('practitionerNo').orderBy('fromDay').execute();
  // replacing counts as a change as much as adding does
  const { rows: versions } = await sql<{ version: number }>`
    select (coalesce(max(serial), 0) + count(replaced_at))::float8 as version from practitioner_standing`.execute(db);
  return {
    version: versions[0]?.version ?? 0,
    rows: rows.map(({ practitionerNo, state, fromDay, toDay }) => ({
      practitionerNo,
      state: rosterStates[state],
      stateFrom: fromDay,
      stateTo: toDay,
    })),
  };
}

/** The view `practitionerStanding` of a connection to the lake. */
export function standingView({ rows }: StoppedCodes): string {
  const roster = 'SELECT practitioner, "practitionerNo", state, "stateFrom", "stateTo" FROM practitioner';
  const values = rows.map((row) =>
    [literal(row.practitionerNo), literal(row.state), row.stateFrom, row.stateTo ?? 'NULL::INTEGER'].join(', '),
  );
  const decided =
    values.length === 0
      ? ''
      : ` UNION ALL SELECT p.practitioner, p."practitionerNo", s.state, s."stateFrom", s."stateTo"
      FROM (VALUES ${values.map((row) => `(${row})`).join(', ')}) s(no, state, "stateFrom", "stateTo") JOIN practitioner p ON p."practitionerNo" = s.no`;
  return `CREATE OR REPLACE VIEW ${quoted('practitionerStanding')} AS ${roster}${decided}`;
}
