import type { KnowledgePoint, Params, WaitingReason } from '@hengjian/catalog/knowledge/index.ts';
import type { KnowledgeState } from './ports.ts';

/** What became of a row that could be read. */
export interface RowFate {
  point: Pick<KnowledgePoint, 'ruleCode' | 'ruleName'>;
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
  /** As the rules in force are known by their code. */
  ruleKey: string;
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
export class Accounting {
  readonly #rules = new Map<string, RuleCounts>();
  readonly #total = none();

  #rule(point: RowFate['point']): RuleCounts {
    const key = JSON.stringify([point.ruleCode, point.ruleName]);
    const rule = this.#rules.get(key) ?? { ruleCode: point.ruleCode, ruleName: point.ruleName, ...none(), reasons: [] };
    this.#rules.set(key, rule);
    return rule;
  }

  /** The rule comes here, whenever its rows are counted. */
  meet(point: RowFate['point']): void {
    this.#rule(point);
  }

  count({ point, state, reason, change }: RowFate): void {
    const rule = this.#rule(point);
    for (const counts of [rule, this.#total]) {
      counts.points += 1;
      counts[state === 'active' ? 'structured' : state] += 1;
      counts[change] += 1;
    }
    if (state !== 'waiting' || !reason) return;
    const known = rule.reasons.find(({ code }) => code === reason.code);
    if (known) known.count += 1;
    else rule.reasons.push({ code: reason.code, count: 1, example: reason.facts });
  }

  result(rejected: number, lineageIssues: number): KnowledgeAccount {
    const rules = [...this.#rules.values()];
    for (const rule of rules) rule.reasons.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
    return { ...this.#total, rejected, lineageIssues, rules };
  }
}
