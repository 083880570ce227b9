// Matters (clues, inspections, cases): one row each as they stand, every step in the journal, register entries in the same transaction.
import { currentEntries, type DiscretionRule, type Inspection, type Matter, matterPrefixes, matterTables } from '@hengjian/domain';
import type { MatterBook, MatterNoun, MatterReader, Matters, MatterTransaction, MatterWrite } from '@hengjian/workflows';
import { type Kysely, sql } from 'kysely';
import { appendSteps } from '../journal/journal.ts';
import type { Database } from '../records/database.ts';
import { appendEntries, registerStoreOf } from '../register/register-store.ts';
import { answersTo } from '../survey/answer-book.ts';

type Db = Kysely<Database>;

const readerOf = (db: Db, lock: boolean): MatterReader => {
  const chosen = async <N extends MatterNoun>(noun: N, where: ReturnType<typeof sql>): Promise<Matters[N] | undefined> => {
    const { rows } = await sql<{ content: Matters[N] }>`select content from ${sql.table(matterTables[noun])}
      where ${where} ${lock ? sql`for update` : sql``}`.execute(db);
    return rows[0]?.content;
  };
  return {
    find: (noun, matterId) => chosen(noun, sql`matter_id = ${matterId}`),
    async clueOf(source, sourceRef) {
      // two who ask at once wait for each other: the second finds what the first opened
      if (lock) await sql`select pg_advisory_xact_lock(hashtextextended(${`${source} ${sourceRef}`}, 0))`.execute(db);
      return chosen('clue', sql`source = ${source} and source_ref = ${sourceRef}`);
    },
    async inspectionsOf(planId) {
      const { rows } = await sql<{
        content: Inspection;
      }>`select content from inspection where plan_id = ${planId} order by matter_id`.execute(db);
      return rows.map(({ content }) => content);
    },
    async scansOf(noun, matterId) {
      const { rows } = await sql<{ paper: string; n: number }>`select paper, count(*)::int as n from matter_attachment
        where noun = ${noun} and matter_id = ${matterId} and not withdrawn group by paper`.execute(db);
      return new Map(rows.map(({ paper, n }) => [paper, n]));
    },
    answersTo: (surveyId) => answersTo(db, surveyId),
    discretion: () => discretionRules(db),
    async roster() {
      const { entries } = await currentOf(db, 'inspectors');
      return entries.map(({ values }) => ({
        name: String(values.name),
        certificateNo: String(values.certificateNo),
        unit: String(values.unit),
        avoids: String(values.avoids ?? '')
          .split(/[、,，;；\s]+/)
          .filter(Boolean),
        validTo: (values.validTo as number | null | undefined) ?? null,
      }));
    },
    async takenOf(findingIds) {
      if (findingIds.length === 0) return 0;
      const { rows } = await sql<{ fen: string | null }>`select sum(fund_fen) as fen from finding_ledger
        where finding_id = any(${findingIds}) and account in ('refused', 'offset', 'paidBack', 'selfReturned', 'givenBack')`.execute(db);
      return Number(rows[0]?.fen ?? 0);
    },
  };
};

/** Entries in force of one register. */
async function currentOf(db: Db, registerId: string) {
  return { entries: currentEntries(await registerStoreOf(db).entries({ registerId })) };
}

/** The table of discretion in force; rows that were replaced stay, ended. */
export async function discretionRules(db: Db): Promise<DiscretionRule[]> {
  const rows = await db.selectFrom('discretionRule').selectAll().where('ended', '=', false).orderBy('serial').execute();
  return rows.map(
    ({ serial: _, by: _by, at: _at, ended: _ended, ...row }) =>
      ({ ...row, low: Number(row.low), high: Number(row.high) }) as DiscretionRule,
  );
}

/** Puts a region's table of discretion in the place of the one before. */
export const replaceDiscretion = (
  db: Db,
  region: string,
  rules: readonly Omit<DiscretionRule, 'region'>[],
  { by, at, why }: { by: string; at: number; why: string },
): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await trx.updateTable('discretionRule').set({ ended: true }).where('region', '=', region).execute();
    if (rules.length > 0)
      await trx
        .insertInto('discretionRule')
        .values(rules.map((rule) => ({ ...rule, region, by, at })))
        .execute();
    const detail = { rules };
    await appendSteps(trx, [
      { noun: 'discretionRule', subjectId: region, action: 'replace', before: null, after: null, by, why, at, detail },
    ]);
  });

const transactionOf = (trx: Db): MatterTransaction => ({
  ...readerOf(trx, true),
  async nextId(noun, year) {
    const { rows } = await sql<{ no: string }>`select nextval(${`${matterTables[noun]}_number`}) as no`.execute(trx);
    return `${matterPrefixes[noun]}${year}-${String(rows[0]?.no).padStart(6, '0')}`;
  },
});

async function written(trx: Db, writes: readonly MatterWrite[]): Promise<void> {
  for (const { noun, one } of writes)
    await sql`insert into ${sql.table(matterTables[noun])} (matter_id, content) values (${(one as Matter).matterId}, ${JSON.stringify(one)}::jsonb)
      on conflict (matter_id) do update set content = excluded.content`.execute(trx);
  await appendEntries(
    trx,
    writes.flatMap(({ entries }) => entries ?? []),
  );
  await appendSteps(
    trx,
    writes.map(({ step }) => step),
  );
}

export const matterBookOf = (db: Db): MatterBook => ({
  ...readerOf(db, false),
  transact: (work) =>
    db.transaction().execute(async (trx) => {
      const { writes, value } = await work(transactionOf(trx));
      await written(trx, writes);
      return value;
    }),
});

export interface MatterSearch {
  readonly state?: string | undefined;
  readonly text?: string | undefined;
  readonly providerNo?: string | undefined;
  /** Due before this day, and still open. */
  readonly overdueOn?: number | undefined;
  /** Values of the content by their names, all of which must be so. */
  readonly having?: Readonly<Record<string, string | undefined>>;
  readonly offset: number;
  readonly limit: number;
}

/** A page: what is open first, by its day; then the newest of what is closed. */
export async function matterPage<N extends MatterNoun>(
  db: Db,
  noun: N,
  wish: MatterSearch,
): Promise<{ total: number; rows: Matters[N][] }> {
  const text = wish.text?.trim();
  const like = `%${(text ?? '').replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`;
  const having = Object.fromEntries(Object.entries(wish.having ?? {}).filter(([, value]) => value !== undefined));
  const conditions = [
    sql`content @> ${JSON.stringify(having)}::jsonb`,
    ...(wish.state ? [sql`state = ${wish.state}`] : []),
    ...(wish.providerNo ? [sql`provider_no = ${wish.providerNo}`] : []),
    ...(wish.overdueOn === undefined ? [] : [sql`due_day < ${wish.overdueOn} and closed_on is null`]),
    ...(text ? [sql`(matter_id ilike ${like} or title ilike ${like} or content->>'text' ilike ${like})`] : []),
  ];
  const { rows } = await sql<{ content: Matters[N]; total: string }>`select content, count(*) over () as total
    from ${sql.table(matterTables[noun])} where ${sql.join(conditions, sql` and `)}
    order by (closed_on is not null), due_day nulls last, opened_on desc, matter_id desc limit ${wish.limit} offset ${wish.offset}`.execute(
    db,
  );
  return { total: Number(rows[0]?.total ?? 0), rows: rows.map(({ content }) => content) };
}
