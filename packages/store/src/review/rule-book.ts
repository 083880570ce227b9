// Editions in force as a review takes them: by region and date, with their parameters, under the bureau's exemptions.
import type { EditionState, Instant } from '@hengjian/domain';
import type { RuleBook } from '@hengjian/workflows';
import { liveRulesOf, withExemptions } from '@hengjian/workflows';
import type { Kysely } from 'kysely';
import type { Database } from '../records/database.ts';
import { editionBookOf } from '../rule/edition-book.ts';
import { exemptionBookOf } from '../rule/exemption-book.ts';

/**
 * `region`: rows of this administrative division win over rows of everywhere ('*'). `asKnownAt`: what the book and the exemptions
 * said at that instant.
 */
export const ruleBookOf = (db: Kysely<Database>, region = '*', asKnownAt?: Instant): RuleBook => {
  const inState = async (state: EditionState) => {
    const [editions, rows] = [await editionBookOf(db).all(asKnownAt), await exemptionBookOf(db).rows(asKnownAt)];
    return liveRulesOf(editions, region, state).map((live) => withExemptions(live, rows, region));
  };
  return { live: () => inState('live'), shadow: () => inState('shadow') };
};
