// Editions in force as a review takes them: by region and date, with their parameters.
import type { RuleBook } from '@hengjian/workflows';
import { liveRulesOf } from '@hengjian/workflows';
import type { Kysely } from 'kysely';
import type { Database } from '../records/database.ts';
import { editionBookOf } from '../rule/edition-book.ts';

/** `region`: rows of this administrative division win over rows of everywhere ('*'). */
export const ruleBookOf = (db: Kysely<Database>, region = '*'): RuleBook => {
  const book = editionBookOf(db);
  return { live: async () => liveRulesOf(await book.all(), region) };
};
