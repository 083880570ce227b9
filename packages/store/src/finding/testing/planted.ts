// Findings written straight into a home's records, as a review would leave them.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Home } from '../../home.ts';
import { keepOld, sealRun } from '../../review/finding-store.ts';

export interface PlantedRecord {
  encounterNo: string;
  lineNo: string | null;
  settlementNo?: string | null;
  amountFen: number;
  /** As much as the amount where not said. */
  inScopeFen?: number | null;
  fundFen: number | null;
}
export interface Planted {
  findingId: string;
  records: PlantedRecord[];
  ruleId?: string;
  providerNo?: string;
  evidenceHash?: string;
  certainty?: string;
  /** In Chinese. */
  explanation?: string;
  itemCode?: string;
  personNo?: string;
  /** When it was; one day for all where not said. */
  periodDay?: number;
}

const newRun = () => `R${randomUUID().slice(0, 8)}`;

/** Adds the findings, or replaces them by another version, as a run of its own. */
export async function plant(home: Home, findings: readonly Planted[]): Promise<void> {
  const runId = newRun();
  const rows = findings.map((f) => {
    const funds = f.records.map((r) => r.fundFen);
    return {
      finding_id: f.findingId,
      version: 1,
      state: 'live',
      cause: null,
      rule_id: f.ruleId ?? 'drug-sex',
      rule_code: 'GZ10000301001000',
      edition: 1,
      certainty: f.certainty ?? 'clear',
      grain: 'line',
      subject_id: f.findingId,
      period_day: f.periodDay ?? 20_000,
      person_nos: [f.personNo ?? 'P1'],
      encounter_nos: [...new Set(f.records.map((r) => r.encounterNo))],
      settlement_nos: [...new Set(f.records.map((r) => r.settlementNo ?? 'S1'))],
      provider_nos: [f.providerNo ?? 'H1'],
      amount_fen: f.records.reduce((sum, r) => sum + r.amountFen, 0),
      fund_fen: funds.includes(null) ? null : funds.reduce<number>((sum, fund) => sum + (fund ?? 0), 0),
      explanation_zh: f.explanation ?? '说明',
      explanation_en: 'words',
      facts: {},
      basis: '依据',
      constraint_text: '',
      exempted_by: null,
      evidence_hash: f.evidenceHash ?? 'e1',
      run_id: runId,
      recorded_at: '2026-01-01T00:00:00Z',
    };
  });
  const records = findings.flatMap((f) =>
    f.records.map((r) => ({
      finding_id: f.findingId,
      role: 'inQuestion',
      encounter_no: r.encounterNo,
      line_no: r.lineNo,
      settlement_no: r.settlementNo === undefined ? 'S1' : r.settlementNo,
      person_no: f.personNo ?? 'P1',
      provider_no: f.providerNo ?? 'H1',
      item_code: f.itemCode ?? 'X1',
      day: 20_000,
      amount_fen: r.amountFen,
      in_scope_fen: r.inScopeFen === undefined ? r.amountFen : r.inScopeFen,
      fund_fen: r.fundFen,
    })),
  );
  await home.db.transaction().execute(async (trx) => {
    await keepOld(trx, sql`f.finding_id = any(${findings.map((f) => f.findingId)}::text[])`);
    await sql`delete from finding_record where finding_id = any(${findings.map((f) => f.findingId)}::text[])`.execute(trx);
    await sql`insert into finding select * from jsonb_populate_recordset(null::finding, ${JSON.stringify(rows)}::jsonb)
      on conflict (finding_id) do update set version = finding.version + 1, state = excluded.state, cause = null, amount_fen = excluded.amount_fen,
        fund_fen = excluded.fund_fen, evidence_hash = excluded.evidence_hash, run_id = excluded.run_id`.execute(trx);
    await sql`insert into finding_record select * from jsonb_populate_recordset(null::finding_record, ${JSON.stringify(records)}::jsonb)`.execute(
      trx,
    );
    await sealRun(trx, runId, {});
  });
}

/** Gone with the next review. */
export const withdraw = (home: Home, findingId: string): Promise<void> =>
  home.db.transaction().execute(async (trx) => {
    const runId = newRun();
    await keepOld(trx, sql`f.finding_id = ${findingId}`);
    await sql`update finding set state = 'withdrawn', cause = 'notFoundAgain', version = version + 1, run_id = ${runId}
      where finding_id = ${findingId}`.execute(trx);
    await sealRun(trx, runId, {});
  });
