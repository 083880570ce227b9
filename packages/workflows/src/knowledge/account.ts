import type { KnowledgePoint, Params, WaitingReason } from '@hengjian/catalog/knowledge/index.ts';
import type { KnowledgeState } from './ports.ts';

/** What became of a row that could be read. */
export interface RowFate {
  point: KnowledgePoint;
  state: KnowledgeState;
  reason: WaitingReason | null;
  change: 'added' | 'changed' | 'known';
}

export interface KnowledgeCounts {
  /** Rows read. */
  points: number;
  /** Parameters certain, takes part in rules. */
  structured: number;
  waiting: number;
  /** Replaced by a later row; holds for the days before it. */
  superseded: number;
  added: number;
  /** New versions of points that were there. */
  changed: number;
  /** Already there with the same content. */
  known: number;
}

export interface RuleCounts extends KnowledgeCounts {
  ruleCode: string | null;
  ruleName: string | null;
  /** Why points wait, most frequent first. */
  reasons: { code: WaitingReason['code']; count: number; example: WaitingReason['facts'] }[];
}

/** One point that an import adds or changes. */
export interface KnowledgeChange {
  id: string;
  change: 'added' | 'changed';
  ruleName: string;
  subject: string;
  constraint: string;
  params: Params | null;
  /** Why it would wait. */
  reason: WaitingReason | null;
  /** The point that ends the day before this one begins. */
  supersedes: string | null;
  before: { constraint: string; params: Params | null } | null;
  codesAdded: string[];
  codesGone: string[];
  /** Codes that the catalogue in force does not have. */
  codesUnknown: string[];
}

export interface KnowledgeAccount extends KnowledgeCounts {
  /** Rows that were broken and left out. */
  rejected: number;
  lineageIssues: number;
  rules: RuleCounts[];
  /** Of a preview: what would change. */
  changes?: KnowledgeChange[];
}

const none = (): KnowledgeCounts => ({ points: 0, structured: 0, waiting: 0, superseded: 0, added: 0, changed: 0, known: 0 });

/** Counts rows by rule, in the order in which the rules came. */
export function summarize(fates: readonly RowFate[], rejected: number, lineageIssues: number): KnowledgeAccount {
  const rules = new Map<string, RuleCounts>();
  const total = none();
  for (const { point, state, reason, change } of fates) {
    const key = JSON.stringify([point.ruleCode, point.ruleName]);
    const rule = rules.get(key) ?? { ruleCode: point.ruleCode, ruleName: point.ruleName, ...none(), reasons: [] };
    rules.set(key, rule);
    for (const counts of [rule, total]) {
      counts.points += 1;
      counts[state === 'active' ? 'structured' : state] += 1;
      counts[change] += 1;
    }
    if (state !== 'waiting' || !reason) continue;
    const known = rule.reasons.find(({ code }) => code === reason.code);
    if (known) known.count += 1;
    else rule.reasons.push({ code: reason.code, count: 1, example: reason.facts });
  }
  for (const rule of rules.values()) rule.reasons.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  return { ...total, rejected, lineageIssues, rules: [...rules.values()] };
}
