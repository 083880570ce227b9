// Editions and their parameters are rows; the folder of a shipped rule becomes live edition 1 the first time it is seen.
import { rules } from '@hengjian/catalog';
import { deepFreeze, type Point, type RuleTree } from '@hengjian/language';
import type { LiveRule, RuleBook } from '@hengjian/workflows';
import type { Kysely } from 'kysely';
import type { Database } from '../records/database.ts';

/** `region`: rows of this administrative division win over rows of everywhere ('*'). */
export const ruleBookOf = (db: Kysely<Database>, region = '*'): RuleBook => ({
  async live() {
    await loadShipped(db);
    const editions = await db.selectFrom('ruleEdition').selectAll().where('state', '=', 'live').orderBy('ruleId').execute();
    const parameters = await db.selectFrom('ruleParameter').selectAll().where('region', 'in', ['*', region]).execute();
    return editions.map(({ ruleId, edition, tree }): LiveRule => {
      const own = parameters.filter((p) => p.ruleId === ruleId && p.edition === edition);
      const rows = own.filter((p) => p.region === region || !own.some((other) => other.name === p.name && other.region === region));
      return {
        rule: deepFreeze(tree as RuleTree),
        edition,
        parameters: rows.map((p) => ({ name: p.name, from: p.fromDay, to: p.toDay, value: p.value as Point['params'][string] })),
      };
    });
  },
});

/** A shipped rule that changed since becomes the next edition, live at once, and the old one retires: both stay. */
async function loadShipped(db: Kysely<Database>): Promise<void> {
  const known = await db.selectFrom('ruleEdition').selectAll().execute();
  for (const rule of Object.values(rules) as RuleTree[]) {
    const own = known.filter((e) => e.ruleId === rule.id);
    if (own.some((e) => e.state === 'live' && sameTree(e.tree, rule))) continue;
    const edition = Math.max(0, ...own.map((e) => e.edition)) + 1;
    await db.transaction().execute(async (trx) => {
      await trx.updateTable('ruleEdition').set({ state: 'retired' }).where('ruleId', '=', rule.id).where('state', '=', 'live').execute();
      await trx
        .insertInto('ruleEdition')
        .values({ ruleId: rule.id, edition, state: 'live', ruleCode: rule.code, title: rule.title.zh, tree: JSON.stringify(rule) })
        .execute();
      for (const [name, parameter] of Object.entries(rule.parameters))
        await trx
          .insertInto('ruleParameter')
          .values({ ruleId: rule.id, edition, name, region: '*', fromDay: null, toDay: null, value: JSON.stringify(parameter.standard) })
          .execute();
    });
  }
}

/** jsonb does not keep the order of keys. */
const sameTree = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
