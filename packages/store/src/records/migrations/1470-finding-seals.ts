import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

// Rows without a key of their own are sealed by what they belong to: what a run of review stored, what a finding claims and rests on.
// A version weighs the same whether it is the newest or was replaced: `finding_content` is asked of both.
const fields =
  `finding_id version state cause rule_id rule_code edition certainty grain subject_id point_id lineage period_day person_nos encounter_nos
  settlement_nos provider_nos amount_fen fund_fen explanation_zh explanation_en facts basis constraint_text exempted_by evidence_hash run_id`
    .split(/\s+/)
    .map((name) => `f.${name}`)
    .join(', ');
const record =
  'row(r.role, r.encounter_no, r.line_no, r.settlement_no, r.person_no, r.provider_no, r.item_code, r.day, r.amount_fen, r.in_scope_fen, r.fund_fen)::text';
const digest = (text: string) => `encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`;
const content = (records: string) =>
  digest(`row(${fields})::text || coalesce((select string_agg(${record}, chr(10) order by ${record} collate "C") from ${records}), '')`);

const statements = [
  'create index if not exists finding_run on finding (run_id)',
  'create index if not exists finding_version_run on finding_version (run_id)',
  `create view review_run_findings as
    select run_id, count(*)::int as version_count, ${digest(`string_agg(content, '' order by finding_id collate "C", version)`)} as content from (
      select f.run_id, f.finding_id, f.version, ${content('finding_record r where r.finding_id = f.finding_id')} as content from finding f
      union all
      select v.run_id, v.finding_id, v.version, ${content("jsonb_populate_recordset(null::finding_record, v.content->'records') r")}
        from finding_version v cross join lateral jsonb_populate_record(null::finding, v.content) f) versions
    group by run_id`,
  `create view finding_claim_of as select finding_id, count(*)::int as encounter_count,
      ${digest(`string_agg(row(encounter_no, gross_fen, in_scope_fen, fund_fen)::text, chr(10) order by encounter_no collate "C")`)} as content
    from finding_claim group by finding_id`,
  `create view finding_rests_on as select finding_id, count(*)::int as attachment_count,
      string_agg(attachment_id, ' ' order by attachment_id collate "C") as content
    from finding_attachment_of group by finding_id`,
  `create view complaint_pictures_of as select complaint_id,
      string_agg(concat_ws(' ', no, kind, encode(sha256(sealed), 'hex')), chr(10) order by no) as content
    from complaint_picture group by complaint_id`,
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
