// Limits in working days that run, whatever they run in: read from its own table, written there with a step in the journal.
import {
  type BureauParameterName,
  bureauParameters,
  type Day,
  findingStates,
  type Instant,
  lastDayOf,
  limitOf,
  matterTables,
  type OpenTerm,
  openTerms,
} from '@hengjian/domain';
import type { RunningTerm, TermBook } from '@hengjian/workflows';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { workingCalendar } from '../finding/life-rules.ts';
import { appendSteps } from '../journal/journal.ts';
import type { Database } from '../records/database.ts';
import { bureauParametersOf } from '../rule/decision-book.ts';

type Db = Kysely<Database>;
type Noun = keyof typeof openTerms;

/** Where the records of a noun stand. */
interface Keeper {
  readonly table: string;
  readonly key: string;
  /** Name of what is sealed of the row. */
  readonly sealed: string;
  /** Which rows have a limit that runs. */
  readonly open: RawBuilder<unknown>;
  /** The column that holds the record whole; the row itself where there is none. */
  readonly whole?: string;
  readonly written: (place: readonly string[], last: Day) => RawBuilder<unknown>;
}

const asColumn = (_: readonly string[], last: Day) => sql`due_day = ${last}`;
const within = (column: string) => (place: readonly string[], last: Day) =>
  sql`${sql.ref(column)} = jsonb_set(${sql.ref(column)}, ${[...place]}::text[], to_jsonb(${last}::int))`;
const open = sql`closed_on is null`;
const matter = (noun: 'clue' | 'inspection' | 'enforcementCase'): Keeper => ({
  table: matterTables[noun],
  key: 'matter_id',
  sealed: matterTables[noun],
  open,
  whole: 'content',
  written: within('content'),
});

const keepers: Readonly<Record<Noun, Keeper>> = {
  complaint: { table: 'complaint', key: 'complaint_id', sealed: 'complaint/2', open, written: asColumn },
  points: { table: 'point_record', key: 'point_id', sealed: 'point_record/3', open: sql`true`, written: asColumn },
  credit: {
    table: 'credit_rating',
    key: 'rating_id',
    sealed: 'credit_rating/2',
    open: sql`true`,
    whole: 'body',
    written: (place, last) => sql`${asColumn(place, last)}, ${within('body')(place, last)}`,
  },
  clue: matter('clue'),
  inspection: matter('inspection'),
  enforcementCase: matter('enforcementCase'),
};

/** Where the record does not say when its limit began, the journal says when it came into its state. */
async function cameInto(db: Db, noun: Noun, subjectId: string, state: string): Promise<Day | null> {
  const { rows } = await sql<{ day: Day }>`select floor(at / 86400)::int as day from journal
    where noun = ${noun} and subject_id = ${subjectId} and after = ${state} and before is distinct from after
    order by serial desc limit 1`.execute(db);
  return rows[0]?.day ?? null;
}

/** Which last days are asked for: none yet, or one from a day on. */
type Asked = (last: Day | null) => boolean;
const without: Asked = (last) => last === null;

/** The last day as the record has it. */
const lastIn = (record: unknown, place: readonly string[]): Day | null => {
  let value: unknown = record;
  for (const name of place) value = (value as Record<string, unknown> | null)?.[name];
  return typeof value === 'number' ? value : null;
};

/** Terms of a noun, or of one record of it, whose last day is as asked. */
async function termsOf(db: Db, noun: Noun, asked: Asked, key?: string): Promise<RunningTerm[]> {
  const { table, open, whole, ...keeper } = keepers[noun];
  const { rows } = await sql<{ key: string; state: string; record: never }>`
    select ${sql.ref(keeper.key)} as key, state, ${whole ? sql.ref(whole) : sql`null`} as record, t.* from ${sql.table(table)} t
    where ${open} ${key === undefined ? sql`` : sql`and ${sql.ref(keeper.key)} = ${key}`}`.execute(db);
  const terms: RunningTerm[] = [];
  for (const row of rows) {
    const record = row.record ?? (row as never);
    const term: OpenTerm | undefined = openTerms[noun](record);
    const last = term ? lastIn(record, term.place) : null;
    if (!term || !asked(last)) continue;
    const began = term.began ?? (await cameInto(db, noun, row.key, row.state));
    if (began !== null) terms.push({ noun, key: row.key, state: row.state, limits: term.limits, began, place: term.place, last });
  }
  return terms;
}

const setOne = (db: Db, given: RunningTerm, last: Day, { why, at }: { why: string; at: Instant }): Promise<number> =>
  db.transaction().execute(async (trx) => {
    const noun = given.noun as Noun;
    const { state, key, place } = given;
    const { table, sealed, written, ...keeper } = keepers[noun];
    const which = sql`${sql.ref(keeper.key)} = ${key}`;
    await sql`select 1 from ${sql.table(table)} where ${which} for update`.execute(trx);
    // somebody took a step in between: its own last day counts, or another limit
    const [now] = await termsOf(trx, noun, (its) => its === given.last, key);
    if (JSON.stringify(now) !== JSON.stringify(given)) return 0;
    await sql`update ${sql.table(table)} set ${written(place, last)} where ${which}`.execute(trx);
    const step = { noun, subjectId: key, action: 'setLastDay', before: state, after: state, by: '系统', at };
    await appendSteps(trx, [{ ...step, why, detail: { [place.join('.')]: last }, rows: [{ table: sealed, key }] }]);
    return 1;
  });

/** Findings are many, and sealed by their events: all that entered a state on a day are one term. */
const limitedStates = findingStates.filter((state) => limitOf(state) !== undefined);
async function termsOfFindings(db: Db, which: RawBuilder<unknown>): Promise<RunningTerm[]> {
  const { rows } = await sql<{ state: (typeof limitedStates)[number]; began: Day; last: Day | null }>`
    select distinct state, floor(entered_at / 86400)::int as began, due_day as last from finding_case
    where ${which} and state = any(${limitedStates}::text[])`.execute(db);
  return rows.flatMap(({ state, began, last }) => {
    const limit = limitOf(state);
    return limit ? [{ noun: 'finding', key: state, state, limits: [limit], began, place: ['dueDay'], last }] : [];
  });
}
const setFindings = (
  db: Db,
  { state, began, last: was }: RunningTerm,
  last: Day,
  { why, at }: { why: string; at: Instant },
): Promise<number> =>
  db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ findingId: string }>`update finding_case set due_day = ${last}
      where due_day is not distinct from ${was} and state = ${state} and floor(entered_at / 86400) = ${began} returning finding_id`.execute(
      trx,
    );
    if (rows.length === 0) return 0;
    const step = { noun: 'finding', subjectId: state, action: 'setLastDay', before: state, after: state, by: '系统', why, at };
    const sealed = rows.map(({ findingId }) => ({ table: 'finding_case', key: findingId }));
    await appendSteps(trx, [{ ...step, detail: { dueDay: last, entered: began }, rows: sealed }]);
    return rows.length;
  });

/** Every limit in working days of a home, counted by the numbers of a region. */
export async function termBookOf(db: Db, region: string): Promise<TermBook> {
  const number = await bureauParametersOf(db, Object.keys(bureauParameters) as BureauParameterName[], region);
  const calendar = await workingCalendar(db);
  const terms = async (findings: RawBuilder<unknown>, asked: Asked): Promise<RunningTerm[]> => {
    const found = await termsOfFindings(db, findings);
    for (const noun of Object.keys(keepers) as Noun[]) found.push(...(await termsOf(db, noun, asked)));
    return found;
  };
  return {
    waiting: () => terms(sql`due_day is null`, without),
    runningOver: (day) => terms(sql`due_day >= ${day}`, (last) => last !== null && last >= day),
    lastDay: ({ limits, began }) => lastDayOf(limits, began, number, calendar),
    setLastDay: (term, last, act) => (term.noun === 'finding' ? setFindings(db, term, last, act) : setOne(db, term, last, act)),
  };
}
