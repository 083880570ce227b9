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
  /** Findings; several may be about the same records (two knowledge rows on one line). */
  found: number;
  /** Rows of truth that a finding matches. */
  matched: number;
  /** Findings that match a row of truth. */
  confirmed: number;
  /** confirmed / found, null without findings. */
  precision: number | null;
  /** matched / planted, null where nothing was planted. */
  recall: number | null;
  missed: string[];
  unplanted: string[];
}

/**
 * A finding matches a row of truth when rule and the set of violating lines are equal; without lines the set of settlements,
 * else of encounters, else the subject (contracts §3). Every finding and every row counts, also where two speak of the same records.
 */
export function compareWithTruth(findings: readonly TruthRow[], truth: readonly TruthRow[]): Agreement[] {
  const [found, planted] = [namesByRule(findings), namesByRule(truth)];
  return [...new Set([...planted.keys(), ...found.keys()])].sort().map((ruleId) => {
    const [f, p] = [found.get(ruleId) ?? [], planted.get(ruleId) ?? []];
    const [known, said] = [new Set(p), new Set(f)];
    const [missed, unplanted] = [p.filter((name) => !said.has(name)), f.filter((name) => !known.has(name))];
    const [matched, confirmed] = [p.length - missed.length, f.length - unplanted.length];
    return {
      ruleId,
      planted: p.length,
      found: f.length,
      matched,
      confirmed,
      precision: f.length === 0 ? null : confirmed / f.length,
      recall: p.length === 0 ? null : matched / p.length,
      missed,
      unplanted,
    };
  });
}

function namesByRule(rows: readonly TruthRow[]): Map<string, string[]> {
  const set = (text: string) => [...new Set(text.split(';').filter(Boolean))].sort().join(';');
  const nameOf = (row: TruthRow) => {
    if (row.feedetl_sns) return `lines ${set(row.feedetl_sns)}`;
    if (row.setl_id) return `settlements ${set(row.setl_id)}`;
    return row.mdtrt_id ? `encounters ${set(row.mdtrt_id)}` : `subject ${row.subject_id}`;
  };
  const byRule = new Map<string, string[]>();
  for (const row of rows) {
    const names = byRule.get(row.rule_id);
    if (names) names.push(nameOf(row));
    else byRule.set(row.rule_id, [nameOf(row)]);
  }
  return byRule;
}
