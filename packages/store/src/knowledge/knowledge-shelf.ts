// Knowledge as a review takes it: rows in force by rule, with the days and parameters they hold for.
import { deepFreeze, type Point } from '@hengjian/language';
import type { KnowledgePoints, KnowledgeShelf, KnowledgeStore } from '@hengjian/workflows';

/** Open ends, inside the range of a 32-bit integer of days. */
const EVER = 2_000_000;

/** Knowledge as a review takes it: usable rows of each rule with their days in force. */
export const knowledgeShelfOf = (store: KnowledgeStore): KnowledgeShelf => ({
  ...knowledgePointsOf(store.active),
  states: (ruleKeys) => store.states(ruleKeys),
});

/** The same from rows that take part, wherever they come from. */
export const knowledgePointsOf = (active: KnowledgeStore['active']): KnowledgePoints => ({
  async points(ruleKeys, among) {
    const byRule = new Map<string, Omit<Point, 'index'>[]>();
    for (const row of await active(ruleKeys, among)) {
      const point = {
        pointId: row.pointId,
        lineage: row.lineage,
        subject: row.subject,
        constraint: row.constraint,
        basis: row.basis,
        from: row.validFromDay ?? -EVER,
        to: row.validToDay ?? EVER,
        codes: row.codes,
        params: row.params,
      };
      const points = byRule.get(row.ruleKey) ?? [];
      byRule.set(row.ruleKey, points);
      points.push(deepFreeze(point));
    }
    return byRule;
  },
});
