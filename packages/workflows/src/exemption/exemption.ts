/** Exemptions of the bureau: rows with validity and reason, laid over the trees before anything is said, counted like shipped ones. */
import { ruleSchema } from '@hengjian/catalog';
import type { Day, Instant, Issue } from '@hengjian/domain';
import { and, type Exemption, type Expression, ge, le, MARKS, or, type RuleTree, typeOf, underExemption } from '@hengjian/language';
import type { LiveRule } from '../review/ports.ts';
import { type EncounterForm, encounterConditions } from './encounter-form.ts';

export const exemptionKinds = ['chemotherapy', 'dialysis', 'emergency', 'transfer', 'specialCase', 'other'] as const;
export type ExemptionKind = (typeof exemptionKinds)[number];

export interface ExemptionRow {
  readonly exemptionId: string;
  readonly kind: ExemptionKind;
  readonly title: string;
  /** null: every rule that its condition fits. */
  readonly ruleIds: readonly string[] | null;
  readonly acts: Exemption['acts'];
  /** What the encounter is like, or an expression over fields of the record that a rule judges (of a link: also of the other record). */
  readonly condition: Expression | { readonly encounter: EncounterForm };
  readonly region: string;
  /** Days of the record in question, both included; null is open. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

export interface ExemptionBook {
  /** As known at an instant (now where absent): rows recorded until then, ended as was known then. */
  rows(asKnownAt?: Instant): Promise<ExemptionRow[]>;
  add(row: ExemptionRow): Promise<void>;
  end(end: { exemptionId: string; to: Day; by: string; why: string; at: Instant }): Promise<void>;
}

/** Prefix of its name among a rule's exemptions: the tree's own have none. */
export const EXEMPTION_PREFIX = 'X-';

const hasMarks = (table: string): boolean => MARKS in (ruleSchema.tables[table]?.columns ?? {});

/** Why a row cannot act on a rule; undefined where it can. */
export function misfit(row: Pick<ExemptionRow, 'acts' | 'condition'>, rule: RuleTree): string | undefined {
  if (row.acts === 'link' && rule.shape.kind !== 'pair') return '不是成对的规则';
  if (rule.shape.kind === 'peer') return '同类比较的规则不设豁免';
  if ('encounter' in row.condition) return hasMarks(rule.reads) ? undefined : '所判断的记录不属于一次就诊';
  try {
    const type = typeOf(row.condition, {
      schema: ruleSchema,
      table: rule.reads,
      ...(row.acts === 'link' && rule.shape.kind === 'pair' && { right: rule.shape.right.reads }),
      rule: { parameters: {}, knowledgeParams: [] },
      folds: {},
      aggregate: false,
    });
    return type === 'bool' || type === 'unknown' ? undefined : `条件的结果是 ${type}，不是真假`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A row that is not valid for any day, or whose condition fits none of the rules it names. */
export function exemptionProblems(row: ExemptionRow, rules: readonly RuleTree[]): Issue[] {
  const issue = (code: string, facts: Record<string, unknown>): Issue => ({ code, severity: 'error', facts });
  const named = row.ruleIds;
  const unknown = (named ?? []).filter((id) => !rules.some((rule) => rule.id === id));
  const asked = named === null ? rules : rules.filter((rule) => named.includes(rule.id));
  // a rule may stand here with several editions: said once
  const misfits = [...new Map(asked.map((rule) => [rule.id, misfit(row, rule)]))].filter(([, why]) => why !== undefined);
  const ids = new Set(asked.map((rule) => rule.id));
  return [
    ...(row.from !== null && row.to !== null && row.to < row.from ? [issue('rule.badPeriod', { from: row.from, to: row.to })] : []),
    ...unknown.map((rule) => issue('rule.unknown', { rule })),
    // all rules: those it does not fit are left alone; named rules: each must fit
    ...(named === null
      ? misfits.length === ids.size && misfits[0]
        ? [issue('exemption.misfit', { rule: misfits[0][0], reason: misfits[0][1] })]
        : []
      : misfits.map(([rule, reason]) => issue('exemption.misfit', { rule, reason }))),
  ];
}

/** The rule with the rows that act on it: within their days, in their region. An expired row does nothing to later records. */
export function withExemptions<L extends LiveRule>(live: L, rows: readonly ExemptionRow[], region: string): L {
  const own = rows.filter(
    (row) =>
      (row.region === '*' || row.region === region) &&
      (row.ruleIds === null || row.ruleIds.includes(live.rule.id)) &&
      (row.from === null || row.to === null || row.from <= row.to) &&
      misfit(row, live.rule) === undefined,
  );
  if (own.length === 0) return live;
  const added = own.map((row): Exemption => {
    const { condition } = row;
    const id = `${EXEMPTION_PREFIX}${row.exemptionId}`;
    const days = [...(row.from === null ? [] : [ge(live.rule.on, row.from)]), ...(row.to === null ? [] : [le(live.rule.on, row.to)])];
    const when = 'encounter' in condition ? encounterIsUnder(id, row.acts, live.rule) : condition;
    return {
      id,
      title: { zh: row.title, en: row.title },
      acts: row.acts,
      when: days.length === 0 ? when : and(...days, when),
      ...('encounter' in condition && { encounter: encounterConditions(condition.encounter) }),
    };
  });
  return { ...live, rule: { ...live.rule, exemptions: [...live.rule.exemptions, ...added] } };
}

/** A pair does not count where the encounter of either record is exempt. */
const encounterIsUnder = (id: string, acts: Exemption['acts'], { shape }: RuleTree): Expression =>
  acts === 'link' && shape.kind === 'pair' && hasMarks(shape.right.reads)
    ? or(underExemption(id), underExemption(id, 'right'))
    : underExemption(id);
