import { rules } from '@hengjian/catalog/rules.gen.ts';
import type { ActivePoint, KnowledgeStore } from './ports.ts';

/**
 * The knowledge rows of a shipped rule (by its id or its code), or of a rule made in the console (by its code). Rows of
 * superseded versions are among them, each with the days on which it is in force; choose by the day of the record in question.
 */
export async function activeKnowledge(store: Pick<KnowledgeStore, 'active'>, ruleId?: string): Promise<ActivePoint[]> {
  if (ruleId === undefined) return store.active();
  const shipped = (rules as Record<string, { code: string; title: { zh: string } }>)[ruleId];
  return store.active(shipped ? [...new Set([shipped.code, `NC-${shipped.title.zh}`])] : [ruleId]);
}
