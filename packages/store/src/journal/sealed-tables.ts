/**
 * Tables whose rows the journal may seal, and which of their columns. Columns added later are not sealed until the entry names them
 * under a new name (`finding_case/2`): old steps keep the meaning they had.
 */
export interface SealedTable {
  readonly table: string;
  readonly key: string;
  /** null: one that is no longer there, and was sealed empty since. */
  readonly columns: readonly (string | null)[];
  /** Which of its rows a step must name: one that none does was added behind the application's back. Left out: some are written without a step. */
  readonly every?: 'row' | { readonly where: string };
}

const ledgerColumns = ['serial', 'finding_id', 'account', 'gross_fen', 'fund_fen', 'at', 'event_serial'];
const pointColumns = [
  'point_id',
  'practitioner_no',
  'provider_no',
  'behaviour',
  'responsibility',
  'points',
  'decision_kind',
  'decision_ref',
  'decided_on',
  'occurred_on',
  'state',
  'proposed_by',
  'notice_on',
  'due_day',
  'objection',
  'effective_on',
  'revoked_on',
  'repairs',
];

const ratingColumns = ['scheme_id', 'from_day', 'to_day', 'state', 'score', 'grade', 'due_day', 'effective_on', 'body'];
const complaintColumns = [
  'complaint_id',
  'kind',
  'channel',
  'object',
  'object_name',
  'provider_no',
  'matter',
  'facts',
  'named',
  'insider',
  'received_on',
  'state',
  'due_day',
  'assigned_to',
  'handled_by',
  'extended',
  'merged_into',
  'finding_ids',
  'result',
  'value_fen',
  'reply',
  'closed_on',
  'working_day_count',
  'satisfied',
  'reward_fen',
  'reporter',
];

const accountColumns = ['account_id', 'name', 'roles', 'provider_nos', 'practitioner_no', 'password_hash', 'must_change', 'state'];

export const sealedTables: Readonly<Record<string, SealedTable>> = {
  finding_event: {
    table: 'finding_event',
    key: 'serial',
    columns: ['serial', 'finding_id', 'action', 'state_before', 'state_after', 'by', 'why', 'at', 'detail'],
    every: 'row',
  },
  // a case that nobody took a step with stands as its review left it
  finding_case: {
    table: 'finding_case',
    key: 'finding_id',
    columns: [
      'finding_id',
      'state',
      'entered_at',
      'due_day',
      'evidence_hash',
      'rule_id',
      'provider_no',
      'item_code',
      'worth_fen',
      'first_by',
      'second_by',
      'experts',
      'claimed_order',
      'decided_at',
      'body',
    ],
    every: { where: 'body is not null' },
  },
  finding_claim_of: { table: 'finding_claim_of', key: 'finding_id', columns: ['finding_id', 'encounter_count', 'content'], every: 'row' },
  finding_rests_on: { table: 'finding_rests_on', key: 'finding_id', columns: ['finding_id', 'attachment_count', 'content'], every: 'row' },
  finding_decision: {
    table: 'finding_decision',
    key: 'serial',
    columns: ['serial', 'finding_id', 'version', 'rule_id', 'edition', 'verdict', 'by', 'why', 'at'],
    every: 'row',
  },
  // all that a run of review stored, replaced meanwhile or not
  review_run_findings: { table: 'review_run_findings', key: 'run_id', columns: ['run_id', 'version_count', 'content'], every: 'row' },
  finding_ledger: {
    table: 'finding_ledger',
    key: 'serial',
    columns: ledgerColumns,
  },
  // all that a review brought at one moment
  finding_ledger_opening: { table: 'finding_ledger_opening', key: 'at', columns: ['at', 'posting_count', 'content'], every: 'row' },
  'finding_ledger/2': {
    table: 'finding_ledger',
    key: 'serial',
    columns: [...ledgerColumns, 'in_scope_fen'],
    every: { where: 'event_serial is distinct from 0' },
  },
  // the bytes by their hash
  finding_attachment: {
    table: 'finding_attachment',
    key: 'attachment_id',
    columns: ['attachment_id', 'file', 'kind', 'size', 'hash', 'provider_no', 'by', 'at'],
    every: 'row',
  },
  recheck: {
    table: 'recheck',
    key: 'recheck_id',
    columns: ['recheck_id', 'from_day', 'to_day', 'seed', 'size', 'finding_population', 'claim_population', 'by', 'why', 'at'],
    every: 'row',
  },
  recheck_sample: { table: 'recheck_sample', key: 'recheck_id', columns: ['recheck_id', 'item_count', 'content'], every: 'row' },
  recheck_judgement: {
    table: 'recheck_judgement',
    key: 'serial',
    columns: ['serial', 'recheck_id', 'item_no', 'agrees', 'by', 'why', 'at'],
    every: 'row',
  },
  account: { table: 'account', key: 'account_id', columns: accountColumns },
  'account/2': { table: 'account', key: 'account_id', columns: [...accountColumns, 'person_no', 'verified'], every: 'row' },
  contact_request: {
    table: 'contact_request',
    key: 'request_id',
    columns: ['request_id', 'person_no', 'account_id', 'telephone', 'address', 'state', 'asked_at', 'decided_by', 'decided_at', 'answer'],
    every: 'row',
  },
  bureau_parameter: {
    table: 'bureau_parameter',
    key: 'serial',
    columns: ['serial', 'name', 'region', 'from_day', 'to_day', 'value', 'by', 'why', 'at'],
    every: 'row',
  },
  working_day: {
    table: 'working_day',
    key: 'serial',
    columns: ['serial', 'day', 'worked', 'declared_year', 'by', 'why', 'at'],
    every: 'row',
  },
  clue: { table: 'clue', key: 'matter_id', columns: ['matter_id', 'content'], every: 'row' },
  practitioner_registration: {
    table: 'practitioner_registration',
    key: 'practitioner_no',
    columns: ['practitioner_no', 'name', 'kind', 'title', 'provider_nos', 'registered_on', 'committed_on', 'returned_on'],
    every: 'row',
  },
  credit_rating: { table: 'credit_rating', key: 'rating_id', columns: ['rating_id', null, ...ratingColumns] },
  'credit_rating/2': {
    table: 'credit_rating',
    key: 'rating_id',
    columns: ['rating_id', 'subject_kind', 'subject_no', ...ratingColumns],
    every: 'row',
  },
  credit_entry: {
    table: 'credit_entry',
    key: 'serial',
    columns: ['serial', 'provider_no', 'fact', 'on', 'document', 'by', 'at'],
    every: 'row',
  },
  point_record: { table: 'point_record', key: 'point_id', columns: pointColumns },
  'point_record/2': { table: 'point_record', key: 'point_id', columns: [...pointColumns, 'conduct', 'counted'] },
  'point_record/3': {
    table: 'point_record',
    key: 'point_id',
    columns: [...pointColumns, 'conduct', 'counted', 'proposed_on', 'facts'],
    every: 'row',
  },
  alert_story: {
    table: 'alert_story',
    key: 'story_id',
    columns: ['story_id', 'monitor', 'subject_kind', 'subject_no', 'state', 'assigned_to', 'reason', 'led_to', 'closed_on'],
    every: { where: "state <> 'raised'" },
  },
  inspection_plan: { table: 'inspection_plan', key: 'matter_id', columns: ['matter_id', 'content'], every: 'row' },
  inspection: { table: 'inspection', key: 'matter_id', columns: ['matter_id', 'content'], every: 'row' },
  enforcement_case: { table: 'enforcement_case', key: 'matter_id', columns: ['matter_id', 'content'], every: 'row' },
  survey: { table: 'survey', key: 'matter_id', columns: ['matter_id', 'content'], every: 'row' },
  matter_attachment: {
    table: 'matter_attachment',
    key: 'attachment_id',
    columns: ['attachment_id', 'noun', 'matter_id', 'paper', 'file', 'kind', 'size', 'hash', 'by', 'at', 'withdrawn'],
    every: 'row',
  },
  reward_rule: {
    table: 'reward_rule',
    key: 'serial',
    columns: [
      'serial',
      'region',
      'object',
      'from_fen',
      'to_fen',
      'rate',
      'floor_fen',
      'cap_fen',
      'insider_factor',
      'from_day',
      'to_day',
      'source',
      'by',
      'at',
      'ended',
    ],
    every: 'row',
  },
  complaint_pictures_of: { table: 'complaint_pictures_of', key: 'complaint_id', columns: ['complaint_id', 'content'], every: 'row' },
  complaint: { table: 'complaint', key: 'complaint_id', columns: complaintColumns },
  'complaint/2': {
    table: 'complaint',
    key: 'complaint_id',
    columns: [...complaintColumns, 'register_entry', 'recorded_by', 'recorded_at', 'code_hash'],
    every: 'row',
  },
};
