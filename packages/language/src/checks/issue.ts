/** What a check says: the shape of the domain's `Issue`, whose sentences stand in its messages. */
export interface CheckIssue {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** Place in the tree: `where`, `key[1]`, `facts.total` … */
  readonly column?: string;
  readonly facts: Record<string, unknown>;
}
export const issue = (severity: CheckIssue['severity'], code: string, place: string, facts: Record<string, unknown> = {}): CheckIssue => ({
  code: `rule.check.${code}`,
  severity,
  facts: { ...facts, place },
});
