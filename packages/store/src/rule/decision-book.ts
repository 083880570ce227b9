// Decisions on findings, and the bureau's own parameters by region and date: appended only.
import { type BureauParameterName, bureauParameters, type Day } from '@hengjian/domain';
import type { Act, BureauParameterRow, Decision, DecisionBook } from '@hengjian/workflows';
import type { Kysely } from 'kysely';
import { appendSteps, transacted } from '../journal/journal.ts';
import type { Database } from '../records/database.ts';

export const decisionBookOf = (db: Kysely<Database>): DecisionBook => ({
  standing: async () =>
    (
      await db.selectFrom('findingDecision').distinctOn('findingId').selectAll().orderBy('findingId').orderBy('serial', 'desc').execute()
    ).map(decisionOf),
});

const decisionOf = ({ serial: _, ...row }: { serial: string }): Decision => row as unknown as Decision;

/** Overturned findings of a quarter that put a rule up for review. */
export const OVERTURNED_A_QUARTER = 'overturnedPerQuarter' satisfies BureauParameterName;

/** The value of each on a day: a row of the region before one of everywhere, the last recorded first; the standard where there is none. */
export async function bureauParametersOf<N extends BureauParameterName>(
  db: Kysely<Database>,
  names: readonly N[],
  region: string,
): Promise<(name: N, day: Day) => number> {
  const rows = await db
    .selectFrom('bureauParameter')
    .selectAll()
    .where('name', 'in', names)
    .where('region', 'in', [region, EVERYWHERE])
    .orderBy('serial', 'desc')
    .execute();
  const inOrder = [...rows.filter((row) => row.region !== EVERYWHERE), ...rows.filter((row) => row.region === EVERYWHERE)];
  return (name, day) => {
    const row = inOrder.find((one) => one.name === name && (one.fromDay ?? day) <= day && day <= (one.toDay ?? day));
    return row ? Number(row.value) : bureauParameters[name].standard;
  };
}

export async function bureauParameter(db: Kysely<Database>, name: BureauParameterName, region: string): Promise<(day: Day) => number> {
  const values = await bureauParametersOf(db, [name], region);
  return (day) => values(name, day);
}

/** Every row that was ever set, the last first. */
export const bureauParameterRows = (db: Kysely<Database>): Promise<BureauParameterRow[]> =>
  db
    .selectFrom('bureauParameter')
    .select(['name', 'region', 'fromDay', 'toDay', 'value', 'by', 'why', 'at'])
    .where('name', '<>', REGION)
    .orderBy('serial', 'desc')
    .execute()
    .then((rows) => rows.map((row) => ({ ...row, value: Number(row.value) })));

const REGION = 'region';
/** Everywhere: the rows that hold where a region has none of its own. */
const EVERYWHERE = '*';

/**
 * Administrative division of the bureau: its own rows of editions, parameters and exemptions win over those of everywhere. The last that
 * was set in this home; where none was, the environment's HENGJIAN_REGION.
 */
export async function bureauRegion(db: Kysely<Database>): Promise<string> {
  const row = await db
    .selectFrom('bureauParameter')
    .select('value')
    .where('name', '=', REGION)
    .orderBy('serial', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? String(row.value) : (process.env.HENGJIAN_REGION ?? EVERYWHERE);
}

/** Sets it from now on; what was set before stays on record. */
export const setBureauRegion = (db: Kysely<Database>, region: string, act: Act): Promise<void> =>
  appended(db, { name: REGION, region: EVERYWHERE, fromDay: null, toDay: null, value: region, ...act });

/** Sets a value for days of a region; earlier rows stay. */
export const setBureauParameter = (db: Kysely<Database>, row: BureauParameterRow): Promise<void> => appended(db, row);

/** A row and the step that seals it: the journal tells who changed which number, and shows a row changed behind its back. */
const appended = (db: Kysely<Database>, row: Omit<BureauParameterRow, 'value'> & { readonly value: unknown }): Promise<void> =>
  transacted(db, async (trx) => {
    const { name, region, fromDay, toDay, value, by, why, at } = row;
    const { serial } = await trx
      .insertInto('bureauParameter')
      .values({ name, region, fromDay, toDay, by, why, at, value: JSON.stringify(value) })
      .returning('serial')
      .executeTakeFirstOrThrow();
    const rows = [{ table: 'bureau_parameter', key: String(serial) }];
    const detail = { region, fromDay, toDay, value };
    await appendSteps(trx, [
      { noun: 'bureauParameter', subjectId: name, action: 'set', before: null, after: null, by, why, at, detail, rows },
    ]);
  });
