/**
 * Tables whose rows the journal may seal, and which of their columns. Columns added later are not sealed until the entry names them
 * under a new name (`finding_case/2`): old steps keep the meaning they had.
 */
export interface SealedTable {
  readonly table: string;
  readonly key: string;
  readonly columns: readonly string[];
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

const accountColumns = ['account_id', 'name', 'roles', 'provider_nos', 'practitioner_no', 'password_hash', 'must_change', 'state'];

export const sealedTables: Readonly<Record<string, SealedTable>> = {
  finding_event: {
    table: 'finding_event',
    key: 'serial',
    columns: ['serial', 'finding_id', 'action', 'state_before', 'state_after', 'by', 'why', 'at', 'detail'],
  },
  finding_ledger: {
    table: 'finding_ledger',
    key: 'serial',
    columns: ledgerColumns,
  },
  // all that a review brought at one moment
  finding_ledger_opening: { table: 'finding_ledger_opening', key: 'at', columns: ['at', 'posting_count', 'content'] },
  'finding_ledger/2': { table: 'finding_ledger', key: 'serial', columns: [...ledgerColumns, 'in_scope_fen'] },
  // the bytes by their hash
  finding_attachment: {
    table: 'finding_attachment',
    key: 'attachment_id',
    columns: ['attachment_id', 'file', 'kind', 'size', 'hash', 'provider_no', 'by', 'at'],
  },
  recheck: {
    table: 'recheck',
    key: 'recheck_id',
    columns: ['recheck_id', 'from_day', 'to_day', 'seed', 'size', 'finding_population', 'claim_population', 'by', 'why', 'at'],
  },
  recheck_sample: { table: 'recheck_sample', key: 'recheck_id', columns: ['recheck_id', 'item_count', 'content'] },
  recheck_judgement: {
    table: 'recheck_judgement',
    key: 'serial',
    columns: ['serial', 'recheck_id', 'item_no', 'agrees', 'by', 'why', 'at'],
  },
  account: { table: 'account', key: 'account_id', columns: accountColumns },
  'account/2': { table: 'account', key: 'account_id', columns: [...accountColumns, 'person_no', 'verified'] },
  contact_request: {
    table: 'contact_request',
    key: 'request_id',
    columns: ['request_id', 'person_no', 'account_id', 'telephone', 'address', 'state', 'asked_at', 'decided_by', 'decided_at', 'answer'],
  },
  bureau_parameter: {
    table: 'bureau_parameter',
    key: 'serial',
    columns: ['serial', 'name', 'region', 'from_day', 'to_day', 'value', 'by', 'why', 'at'],
  },
  working_day: { table: 'working_day', key: 'serial', columns: ['serial', 'day', 'worked', 'declared_year', 'by', 'why', 'at'] },
  clue: { table: 'clue', key: 'matter_id', columns: ['matter_id', 'content'] },
  practitioner_registration: {
    table: 'practitioner_registration',
    key: 'practitioner_no',
    columns: ['practitioner_no', 'name', 'kind', 'title', 'provider_nos', 'registered_on', 'committed_on', 'returned_on'],
  },
  credit_rating: {
    table: 'credit_rating',
    key: 'rating_id',
    columns: ['rating_id', 'provider_no', 'scheme_id', 'from_day', 'to_day', 'state', 'score', 'grade', 'due_day', 'effective_on', 'body'],
  },
  point_record: { table: 'point_record', key: 'point_id', columns: pointColumns },
  'point_record/2': { table: 'point_record', key: 'point_id', columns: [...pointColumns, 'conduct', 'counted'] },
  alert_story: {
    table: 'alert_story',
    key: 'story_id',
    columns: ['story_id', 'monitor', 'subject_kind', 'subject_no', 'state', 'assigned_to', 'reason', 'led_to', 'closed_on'],
  },
  inspection_plan: { table: 'inspection_plan', key: 'matter_id', columns: ['matter_id', 'content'] },
  inspection: { table: 'inspection', key: 'matter_id', columns: ['matter_id', 'content'] },
  enforcement_case: { table: 'enforcement_case', key: 'matter_id', columns: ['matter_id', 'content'] },
  survey: { table: 'survey', key: 'matter_id', columns: ['matter_id', 'content'] },
  matter_attachment: {
    table: 'matter_attachment',
    key: 'attachment_id',
    columns: ['attachment_id', 'noun', 'matter_id', 'paper', 'file', 'kind', 'size', 'hash', 'by', 'at', 'withdrawn'],
  },
  complaint: {
    table: 'complaint',
    key: 'complaint_id',
    columns: [
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
    ],
  },
};
