/** Findings as a table (contracts §3), and the comparison with a table of planted violations. */

/** Columns of `findings export`, in order. Money in yuan; lists with `;`; a line is `mdtrt_id:feedetl_sn`. */
export const findingColumns = [
  'finding_id',
  'rule_id',
  'rule_code',
  'certainty',
  'grain',
  'subject_id',
  'psn_no',
  'mdtrt_id',
  'setl_id',
  'fixmedins_code',
  'feedetl_sns',
  'related_feedetl_sns',
  'amount_in_question',
  'fund_amount',
  'explanation',
  'basis',
  'edition',
  'run_id',
] as const;

export type FindingRow = { [column in (typeof findingColumns)[number]]: string };

export interface FindingExport {
  rows(runId?: string): AsyncIterable<FindingRow>;
  hasRun(runId: string): Promise<boolean>;
}

export type TruthRow = { [column in 'rule_id' | 'subject_id' | 'mdtrt_id' | 'setl_id' | 'feedetl_sns']: string };

export interface Agreement {
  ruleId: string;
  /** Rows of truth. */
  planted: number;
  found: number;
  /** Rows of truth that a finding matches. */
  matched: number;
  precision: number | null;
  recall: number | null;
  missed: string[];
  unplanted: string[];
}

/**
 * A finding matches a row of truth when rule and the set of violating lines are equal; without lines the set of settlements,
 * else of encounters, else the subject (contracts §3).
 */
export function compareWithTruth(findings: readonly TruthRow[], truth: readonly TruthRow[]): Agreement[] {
  const set = (text: string) => [...new Set(text.split(';').filter(Boolean))].sort().join(';');
  const nameOf = (row: TruthRow) => {
    if (row.feedetl_sns) return `lines ${set(row.feedetl_sns)}`;
    if (row.setl_id) return `settlements ${set(row.setl_id)}`;
    return row.mdtrt_id ? `encounters ${set(row.mdtrt_id)}` : `subject ${row.subject_id}`;
  };
  const group = (rows: readonly TruthRow[]) => {
    const byRule = new Map<string, Set<string>>();
    for (const row of rows) byRule.set(row.rule_id, (byRule.get(row.rule_id) ?? new Set()).add(nameOf(row)));
    return byRule;
  };
  const [found, planted] = [group(findings), group(truth)];
  return [...new Set([...planted.keys(), ...found.keys()])].sort().map((ruleId) => {
    const [f, p] = [found.get(ruleId) ?? new Set<string>(), planted.get(ruleId) ?? new Set<string>()];
    const matched = [...p].filter((name) => f.has(name)).length;
    return {
      ruleId,
      planted: p.size,
      found: f.size,
      matched,
      precision: f.size === 0 ? null : matched / f.size,
      recall: p.size === 0 ? null : matched / p.size,
      missed: [...p].filter((name) => !f.has(name)),
      unplanted: [...f].filter((name) => !p.has(name)),
    };
  });
}
