import { rules } from '@hengjian/catalog/rules.gen.ts';
import { starters } from '@hengjian/catalog/starters.gen.ts';
import type { Starter } from './load-starter-knowledge.ts';

/** The starter knowledge of every shipped rule that has some. */
export const shippedStarters = (): Starter[] =>
  Object.values(rules).flatMap(({ id, code, title }) => {
    const csv = (starters as Record<string, string>)[id];
    return csv === undefined ? [] : [{ ruleId: id, ruleCode: code, ruleName: title.zh, csv }];
  });
