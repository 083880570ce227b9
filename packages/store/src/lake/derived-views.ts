import { derivedRecords, ruleSchema } from '@hengjian/catalog';
import { derivedSql } from '@hengjian/language';
import { quoted } from './duck.ts';

/** Statements that make the derived records readable over whatever the lake's views point at. */
export const derivedViews = (): string[] =>
  Object.entries(derivedRecords).map(
    ([table, derived]) =>
      // the lake's own tables, and not the narrower copies that a review keeps under the same names
      `CREATE OR REPLACE VIEW memory.main.${quoted(table)} AS ${derivedSql(derived, ruleSchema, (name) => `memory.main.${quoted(name)}`)}`,
  );
