/** A finding before it is stored: its identity, its subject, and its records under their published numbers. */
import { hash } from 'node:crypto';
import type { Fen } from '@hengjian/domain';
import { type CompiledRule, compile, type Expression, type Member, nodes, type Row, type Value } from '@hengjian/language';
import type { Explanation } from './explain.ts';

/** One record of a finding; a line where `lineNo` is there, else a settlement or an encounter. */
export interface FindingRecord {
  readonly role: 'inQuestion' | 'related';
  readonly encounterNo: string;
  readonly lineNo: string | null;
  readonly settlementNo: string | null;
  readonly personNo: string;
  readonly providerNo: string;
  readonly itemCode: string | null;
  readonly day: number | null;
  readonly amountFen: Fen;
  /** null: the claim does not say. Told beside the evidence, no part of it. */
  readonly inScopeFen: Fen | null;
  readonly fundFen: Fen | null;
}

export interface FindingDraft {
  readonly findingId: string;
  readonly ruleId: string;
  /** Subject of the rule's grain: line, prescription, encounter, settlement, person, provider, department (`provider:department`) or practitioner. */
  readonly subjectId: string;
  readonly lineage: string | null;
  readonly pointId: string | null;
  /** Settled day of the latest record in question: the period the finding is reported in. */
  readonly periodDay: number;
  readonly amountFen: Fen;
  /** null: at least one record's fund share is undetermined. */
  readonly fundFen: Fen | null;
  readonly records: readonly FindingRecord[];
  /** Institutions the finding is about, where no record of them is in question (statistics). */
  readonly providerNos?: readonly string[];
  readonly explanation: Explanation;
  /** Tells whether two versions of a finding say the same. */
  readonly evidenceHash: string;
  /** Exemption that acts on the finding: said, not pursued. */
  readonly exemptedBy: string | null;
  /** Words of the knowledge row, for the basis column. */
  readonly constraint: string;
  readonly basis: string;
}

const text = (value: Value | undefined): string | null => (value === null || value === undefined ? null : String(value));
/** A line is named `encounter:line` wherever a list may leave one encounter (contracts §3). */
export const lineName = (record: Row): string => `${record.encounterNo}:${record.lineNo}`;

/** Surrogates of one lake, beside what they are published as. */
const published: { readonly [column: string]: (record: Row) => Value } = {
  person: (r) => text(r.personNo),
  provider: (r) => text(r.providerNo),
  encounter: (r) => text(r.encounterNo),
  item: (r) => text(r.itemCode),
  practitioner: (r) => ('practitionerNo' in r ? text(r.practitionerNo) : (r.practitioner ?? null)),
  settlement: (r) => ('settlement' in r ? text(r.settlementNo) : null),
  line: (r) => ('line' in r ? `${lineName(r)}:${r.settlementNo ?? ''}` : null),
};

/** Columns that the keys of a rule read, by rule: looked for once, not for every finding. */
const keyFields = new WeakMap<CompiledRule, readonly string[]>();
function fieldsOfKey(compiled: CompiledRule, key: readonly Expression[]): readonly string[] {
  const known = keyFields.get(compiled);
  if (known) return known;
  const names = key.flatMap((e) => [...nodes(e)].flatMap((node) => (node.op === 'field' ? [(node as { name: string }).name] : [])));
  const found = [...new Set(names)];
  keyFields.set(compiled, found);
  return found;
}

/** What a key reads of a record under its published numbers, so that identity does not hang on the surrogates of one lake. */
const natural = (record: Row, fields: readonly string[]): Row =>
  Object.fromEntries(fields.map((name) => [name, published[name]?.(record) ?? (name in published ? null : (record[name] ?? null))]));

/** The id hangs on the rule and the partition alone; evidence, edition and money are versions of it (house law "identity"). */
export function findingIdOf(compiled: CompiledRule, member: Member): { id: string; key: Value[] } {
  const of = compiled.rule.shape.kind === 'peer' ? compiled.rule.shape.of : [];
  const fields = fieldsOfKey(compiled, [...compiled.rule.key, ...of]);
  const context = { ...member.context, record: natural(member.context.record, fields) };
  const lineage = compiled.rule.knowledge?.mode === 'each' ? [member.context.point.lineage] : [];
  const key = [...compiled.rule.key.map((e) => compile(e)(context)), ...lineage, ...of.map((e) => compile(e)(context))];
  const digest = hash('sha256', JSON.stringify([compiled.rule.id, ...key]));
  return { id: `F${digest.slice(0, 23)}`, key };
}

export function subjectOf(compiled: CompiledRule, member: Member): string {
  const { record } = member.context;
  const { grain } = compiled.rule;
  if (grain === 'line') return lineName(record);
  if (grain === 'prescription') return `${record.encounterNo}:${record.prescriptionNo}`;
  if (grain === 'encounter') return String(record.encounterNo);
  if (grain === 'settlement') return String(record.settlementNo);
  if (grain === 'provider') return String(record.providerNo);
  if (grain === 'department') return `${record.providerNo}:${record.department ?? ''}`;
  if (grain === 'practitioner') return String(record.practitionerNo);
  return String(record.personNo);
}

export const recordOf = (
  role: FindingRecord['role'],
  record: Row,
  { amountFen, inScopeFen, fundFen }: Pick<FindingRecord, 'amountFen' | 'inScopeFen' | 'fundFen'>,
): FindingRecord => ({
  role,
  encounterNo: String(record.encounterNo),
  lineNo: text(record.lineNo),
  settlementNo: text(record.settlementNo ?? record.settlementNos),
  personNo: String(record.personNo),
  providerNo: String(record.providerNo),
  itemCode: text(record.itemCode),
  day: (record.day ?? record.begunDay ?? record.settledDay ?? null) as number | null,
  amountFen,
  inScopeFen,
  fundFen,
});
