// Rows of editions, parameters and steps, read and written.
import type { EditionState } from '@hengjian/domain';
import { deepFreeze, type RuleTree } from '@hengjian/language';
import type { CaseFile, Edition, EditionEvent, EditionWriter, ParameterRow } from '@hengjian/workflows';
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../records/database.ts';

/** Editions with their parameters, newest first; of all rules, or of one. */
export async function editionsOf(db: Kysely<Database>, ruleId?: string): Promise<Edition[]> {
  let query = db.selectFrom('ruleEdition').selectAll().orderBy('ruleId').orderBy('edition', 'desc');
  let rows = db
    .selectFrom('ruleParameter')
    .selectAll()
    .orderBy('name')
    .orderBy('region')
    .orderBy('fromDay', (order) => order.asc().nullsFirst());
  if (ruleId !== undefined) {
    query = query.where('ruleId', '=', ruleId);
    rows = rows.where('ruleId', '=', ruleId);
  }
  const parameters = new Map<string, ParameterRow[]>();
  for (const { ruleId: id, edition, name, region, fromDay, toDay, value } of await rows.execute()) {
    const key = `${id}@${edition}`;
    const own = parameters.get(key) ?? [];
    parameters.set(key, own);
    own.push({ name, region, from: fromDay, to: toDay, value: value as ParameterRow['value'] });
  }
  return (await query.execute()).map((row) => editionOf(row, parameters.get(`${row.ruleId}@${row.edition}`) ?? []));
}

const editionOf = (row: Selectable<Database['ruleEdition']>, parameters: readonly ParameterRow[]): Edition => ({
  ruleId: row.ruleId,
  edition: row.edition,
  state: row.state,
  origin: row.origin,
  tree: deepFreeze(row.tree as RuleTree),
  cases: row.cases as CaseFile | null,
  region: row.region,
  from: row.fromDay,
  to: row.toDay,
  parameters,
  draftedBy: row.draftedBy,
});

/** Steps in the order they happened; of all rules, or of one. */
export async function eventsOf(db: Kysely<Database>, ruleId?: string): Promise<EditionEvent[]> {
  let query = db.selectFrom('ruleEvent').selectAll().orderBy('serial');
  if (ruleId !== undefined) query = query.where('ruleId', '=', ruleId);
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, serial: Number(row.serial) }) as EditionEvent);
}

/** Writes within the transaction it is given. */
export const writerOf = (trx: Kysely<Database>, ruleId: string): EditionWriter => ({
  async insert(e) {
    await trx
      .insertInto('ruleEdition')
      .values({
        ruleId,
        edition: e.edition,
        state: e.state,
        origin: e.origin,
        ruleCode: e.tree.code,
        title: e.tree.title.zh,
        tree: JSON.stringify(e.tree),
        cases: e.cases && JSON.stringify(e.cases),
        region: e.region,
        fromDay: e.from,
        toDay: e.to,
        draftedBy: e.draftedBy,
      })
      .execute();
    await putParameters(trx, ruleId, e.edition, e.parameters);
  },
  async setContent(edition, { tree, cases, parameters }) {
    await trx
      .updateTable('ruleEdition')
      .set({ tree: JSON.stringify(tree), cases: cases && JSON.stringify(cases), title: tree.title.zh, ruleCode: tree.code })
      .where('ruleId', '=', ruleId)
      .where('edition', '=', edition)
      .execute();
    await trx.deleteFrom('ruleParameter').where('ruleId', '=', ruleId).where('edition', '=', edition).execute();
    await putParameters(trx, ruleId, edition, parameters);
  },
  setState: (edition, state: EditionState) =>
    trx.updateTable('ruleEdition').set({ state }).where('ruleId', '=', ruleId).where('edition', '=', edition).execute().then(nothing),
  setPeriod: (edition, { region, from, to }) =>
    trx
      .updateTable('ruleEdition')
      .set({ region, fromDay: from, toDay: to })
      .where('ruleId', '=', ruleId)
      .where('edition', '=', edition)
      .execute()
      .then(nothing),
  append: ({ detail, ...event }) =>
    trx
      .insertInto('ruleEvent')
      .values({ ruleId, ...event, detail: detail && JSON.stringify(detail) })
      .execute()
      .then(nothing),
});

const nothing = (): void => {};

async function putParameters(trx: Kysely<Database>, ruleId: string, edition: number, rows: readonly ParameterRow[]): Promise<void> {
  if (rows.length === 0) return;
  await trx
    .insertInto('ruleParameter')
    .values(
      rows.map(({ name, region, from, to, value }) => ({
        ruleId,
        edition,
        name,
        region,
        fromDay: from,
        toDay: to,
        value: JSON.stringify(value),
      })),
    )
    .execute();
}
