// Complaints: one row each as they stand, their steps in the journal, their facts in the register of complaints.
import type { RewardRule } from '@hengjian/domain';
import type { ComplaintBook, KeptComplaint } from '@hengjian/workflows';
import { type Kysely, type Selectable, sql } from 'kysely';
import { appendSteps } from '../journal/journal.ts';
import type { Database } from '../records/database.ts';
import { appendEntries } from '../register/register-store.ts';

const numberOr = (text: string | null): number | null => (text === null ? null : Number(text));

type Row = Selectable<Database['complaint']> & { pictureCount: string };

function complaintOf({ codeHash: _, recordedBy: _by, reporter: _reporter, valueFen, rewardFen, pictureCount, ...row }: Row): KeptComplaint {
  return {
    ...(row as unknown as KeptComplaint),
    valueFen: numberOr(valueFen),
    rewardFen: numberOr(rewardFen),
    pictureCount: Number(pictureCount),
  };
}

const chosen = (db: Kysely<Database>) =>
  db
    .selectFrom('complaint')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('complaintPicture as p')
        .select(({ fn }) => fn.countAll<string>().as('n'))
        .whereRef('p.complaintId', '=', 'complaint.complaintId')
        .$asScalar()
        .$notNull()
        .as('pictureCount'),
    );

export const complaintBookOf = (db: Kysely<Database>): ComplaintBook => ({
  async nextId(year) {
    const { rows } = await sql<{ no: string }>`select nextval('complaint_number') as no`.execute(db);
    return `JB${year}-${String(rows[0]?.no).padStart(6, '0')}`;
  },
  receive: ({ complaint, codeHash, recordedBy, reporter, pictures }, entry, step) =>
    db.transaction().execute(async (trx) => {
      const { pictureCount: _, findingIds, ...row } = complaint;
      await trx
        .insertInto('complaint')
        .values({ ...row, findingIds: [...findingIds], codeHash, recordedBy, reporter })
        .execute();
      if (pictures.length > 0)
        await trx
          .insertInto('complaintPicture')
          .values(pictures.map(({ kind, sealed }, i) => ({ complaintId: complaint.complaintId, no: i + 1, kind, sealed })))
          .execute();
      await appendEntries(trx, [entry]);
      await appendSteps(trx, [step]);
    }),
  async find(complaintId) {
    const row = await chosen(db).where('complaintId', '=', complaintId).executeTakeFirst();
    return row && complaintOf(row);
  },
  async followed(codeHash) {
    const row = await chosen(db).where('codeHash', '=', codeHash).executeTakeFirst();
    return row && complaintOf(row);
  },
  async reportedBefore({ complaintId, receivedOn, recordedAt }) {
    const { rows } = await sql<{ yes: boolean }>`select exists (select 1 from complaint where merged_into = ${complaintId}
      and (received_on, recorded_at, complaint_id) < (${receivedOn}::int, ${recordedAt}::float8, ${complaintId})) as yes`.execute(db);
    return rows[0]?.yes === true;
  },
  change: (complaintId, work) =>
    db.transaction().execute(async (trx) => {
      const row = await chosen(trx).where('complaintId', '=', complaintId).forUpdate('complaint').executeTakeFirst();
      const change = row && (await work(complaintOf(row), complaintBookOf(trx)));
      if (!change) return;
      const { complaintId: _, pictureCount: _n, recordedAt: _at, findingIds, ...standing } = change.complaint;
      await trx
        .updateTable('complaint')
        .set({ ...standing, findingIds: [...findingIds] })
        .where('complaintId', '=', complaintId)
        .execute();
      if (change.entry) await appendEntries(trx, [change.entry]);
      await appendSteps(trx, [change.step]);
    }),
  async rewardRules() {
    const rows = await db.selectFrom('rewardRule').selectAll().where('ended', '=', false).orderBy('serial').execute();
    return rows.map(
      ({ serial: _, by: _by, at: _at, ended: _ended, ...row }): RewardRule => ({
        ...row,
        object: row.object as RewardRule['object'],
        fromFen: Number(row.fromFen),
        toFen: numberOr(row.toFen),
        floorFen: Number(row.floorFen),
        capFen: Number(row.capFen),
      }),
    );
  },
});

/** Puts a region's table of rewards in the place of the one before; what was is kept, ended. */
export const replaceRewardRules = (
  db: Kysely<Database>,
  region: string,
  rules: readonly RewardRule[],
  by: string,
  at: number,
): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const written = await trx
      .updateTable('rewardRule')
      .set({ ended: true })
      .where('region', '=', region)
      .where('ended', '=', false)
      .returning('serial')
      .execute();
    if (rules.length > 0)
      written.push(
        ...(await trx
          .insertInto('rewardRule')
          .values(rules.map((rule) => ({ ...rule, region, by, at })))
          .returning('serial')
          .execute()),
      );
    const rows = written.map(({ serial }) => ({ table: 'reward_rule', key: String(serial) }));
    await appendSteps(trx, [
      { noun: 'rewardRule', subjectId: region, action: 'replace', before: null, after: null, by, why: null, at, detail: { rules }, rows },
    ]);
  });

/** The sealed identity; null where the report is anonymous. */
export async function sealedReporter(db: Kysely<Database>, complaintId: string): Promise<Uint8Array | null> {
  const row = await db.selectFrom('complaint').select('reporter').where('complaintId', '=', complaintId).executeTakeFirst();
  return row?.reporter ? Buffer.from(row.reporter, 'base64') : null;
}

export const sealedPicture = (db: Kysely<Database>, complaintId: string, no: number) =>
  db
    .selectFrom('complaintPicture')
    .select(['kind', 'sealed'])
    .where('complaintId', '=', complaintId)
    .where('no', '=', no)
    .executeTakeFirst();

export interface ComplaintSearch {
  readonly state?: string | undefined;
  readonly kind?: string | undefined;
  readonly text?: string | undefined;
  readonly assignedTo?: string | undefined;
  /** Due before this day, and still open. */
  readonly overdueOn?: number | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** A page, what is due first on top; closed ones after open ones, the newest first. */
export async function complaintPage(db: Kysely<Database>, wish: ComplaintSearch): Promise<{ total: number; rows: KeptComplaint[] }> {
  let query = chosen(db);
  if (wish.state) query = query.where('state', '=', wish.state);
  if (wish.kind) query = query.where('kind', '=', wish.kind);
  if (wish.assignedTo) query = query.where('assignedTo', '=', wish.assignedTo);
  if (wish.overdueOn !== undefined) query = query.where('dueDay', '<', wish.overdueOn);
  const text = wish.text?.trim();
  if (text) {
    const like = `%${text.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`;
    query = query.where((eb) => eb.or([eb('complaintId', 'ilike', like), eb('objectName', 'ilike', like), eb('facts', 'ilike', like)]));
  }
  const { n } = await query
    .clearSelect()
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  const rows = await query
    .orderBy(sql`due_day is null`)
    .orderBy('dueDay')
    .orderBy('receivedOn', 'desc')
    .orderBy('complaintId')
    .offset(wish.offset)
    .limit(wish.limit)
    .execute();
  return { total: Number(n), rows: rows.map(complaintOf) };
}
