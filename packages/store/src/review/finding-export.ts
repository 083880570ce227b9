// Findings as rows of contracts §3, page by page so that a large export does not fill the memory.
import { formatYuan } from '@hengjian/domain';
import type { FindingExport, FindingRow } from '@hengjian/workflows';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../records/database.ts';

const PAGE = 5000;

/** Live findings as rows of the export (contracts §3). */
export const findingExportOf = (db: Kysely<Database>): FindingExport => ({
  /** Live findings by id; of one run: those of its rules and its period. */
  async *rows(runId) {
    let after = '';
    for (;;) {
      let query = db
        .selectFrom('finding')
        .selectAll()
        .where('state', '=', 'live')
        .where('findingId', '>', after)
        .orderBy('findingId')
        .limit(PAGE);
      if (runId !== undefined) {
        query = query
          .where('ruleId', 'in', (eb) => eb.selectFrom('reviewRule').select('ruleId').where('runId', '=', runId))
          .where('periodDay', '>=', (eb) => eb.selectFrom('reviewRun').select('fromDay').where('runId', '=', runId))
          .where('periodDay', '<=', (eb) => eb.selectFrom('reviewRun').select('toDay').where('runId', '=', runId));
      }
      const page = await query.execute();
      const last = page.at(-1);
      if (!last) return;
      after = last.findingId;
      const lines = await linesOf(
        db,
        page.map((f) => f.findingId),
      );
      for (const f of page) {
        const own = lines.get(f.findingId);
        yield {
          finding_id: f.findingId,
          rule_id: f.ruleId,
          rule_code: f.ruleCode,
          certainty: f.certainty,
          grain: f.grain,
          subject_id: f.subjectId,
          psn_no: f.personNos.join(';'),
          mdtrt_id: f.encounterNos.join(';'),
          setl_id: f.settlementNos.join(';'),
          fixmedins_code: f.providerNos.join(';'),
          feedetl_sns: own?.inQuestion ?? '',
          related_feedetl_sns: own?.related ?? '',
          amount_in_question: formatYuan(f.amountFen),
          fund_amount: f.fundFen === null ? '' : formatYuan(f.fundFen),
          explanation: f.explanationZh,
          basis: f.basis,
          edition: String(f.edition),
          run_id: f.runId,
        } satisfies FindingRow;
      }
    }
  },
  async hasRun(runId) {
    return (await db.selectFrom('reviewRun').select('runId').where('runId', '=', runId).executeTakeFirst()) !== undefined;
  },
});

async function linesOf(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, { inQuestion: string; related: string }>> {
  const list = (role: string) =>
    sql<string>`coalesce(string_agg(distinct encounter_no || ':' || line_no, ';' order by encounter_no || ':' || line_no) filter (where role = ${role} and line_no is not null), '')`;
  const rows = await db
    .selectFrom('findingRecord')
    .select(['findingId', list('inQuestion').as('own'), list('related').as('related')])
    .where('findingId', 'in', [...ids])
    .groupBy('findingId')
    .execute();
  return new Map(rows.map((r) => [r.findingId, { inQuestion: r.own, related: r.related }]));
}
