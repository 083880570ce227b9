import { readCsv, rowsOfTable } from '@hengjian/catalog/knowledge/index.ts';
import type { Instant, Issue, Outcome } from '@hengjian/domain';
import type { KnowledgeAccount } from './account.ts';
import { importKnowledge } from './import-knowledge.ts';
import type { KnowledgeStore } from './ports.ts';

/** A shipped rule's own knowledge: the text of its starter.csv, and the rule it belongs to where a row names none. */
export interface Starter {
  ruleId: string;
  ruleCode: string;
  ruleName: string;
  csv: string;
}

/**
 * First start: the knowledge shipped with the rules, by the same way as an import. Points that are already there stay as they
 * are, so that what a bureau changed is not changed back. A broken row is a fault of the release and refuses all.
 */
export async function loadStarterKnowledge(
  store: KnowledgeStore,
  starters: readonly Starter[],
  given: { by: string; now: Instant },
): Promise<Outcome<KnowledgeAccount | null>> {
  if (starters.length === 0) return { ok: true, value: null, issues: [] };
  const files = starters.map(({ ruleId, ruleCode, ruleName, csv }) => {
    const file = `rules/${ruleId}/starter.csv`;
    const { records, unclosedRow } = readCsv(csv);
    // The folder names the rule, so the column may be left out.
    const { rows, missing } = rowsOfTable(records);
    const lost = missing.filter((name) => name !== 'ruleCode');
    const issues: Issue[] = [
      ...(unclosedRow === null ? [] : [{ code: 'knowledge.cutOff', severity: 'error' as const, file, row: unclosedRow, facts: {} }]),
      ...lost.map((name) => ({ code: 'knowledge.missingColumn', severity: 'error' as const, file, row: 1, facts: { name } })),
    ];
    const named = rows.map((row) => ({
      ...row,
      fields: row.fields.ruleCode || row.fields.ruleName ? row.fields : { ...row.fields, ...ruleOf(ruleCode, ruleName) },
    }));
    return { file, rows: named, issues, damaged: issues.length > 0 };
  });
  const imported = await importKnowledge(store, { files, ...given, shipped: true });
  const errors = imported.issues.filter(({ severity }) => severity === 'error');
  return imported.ok && errors.length > 0 ? { ok: false, issues: errors } : imported;
}

/** `NC-…` is our key for a rule without a national code: its rows carry the name alone. */
const ruleOf = (ruleCode: string, ruleName: string) => ({ ruleCode: ruleCode.startsWith('NC-') ? null : ruleCode, ruleName });
