// Findings as an institution sees them: grouped by rule or doctor, and those of a group.
import type { Day, FindingState } from '@hengjian/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../records/database.ts';

export interface InstitutionFinding {
  readonly findingId: string;
  readonly ruleId: string;
  readonly edition: number;
  readonly state: FindingState;
  readonly dueDay: Day | null;
  readonly encounterNos: string[];
  readonly personNos: string[];
  readonly periodDay: Day;
  readonly amountFen: number;
  readonly fundFen: number | null;
  readonly explanationZh: string;
  readonly explanationEn: string;
}

/** Findings of one institution in some states, those that are due first. */
export async function findingsOfInstitution(
  db: Kysely<Database>,
  providerNo: string,
  states: readonly FindingState[],
  limit: number,
): Promise<InstitutionFinding[]> {
  const { rows } = await sql<InstitutionFinding>`
    select f.finding_id, f.rule_id, f.edition, c.state, c.due_day, f.encounter_nos, f.person_nos, f.period_day, f.amount_fen, f.fund_fen,
      f.explanation_zh, f.explanation_en
    from finding_case c join finding f using (finding_id)
    where c.provider_no = ${providerNo} and c.state = any(${states}::text[]) and f.state = 'live' and f.exempted_by is null
    order by c.due_day nulls last, c.worth_fen desc, f.finding_id limit ${limit}`.execute(db);
  return rows;
}
