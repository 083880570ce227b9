// Names beside numbers: institutions from the lake, areas from their register, rules from their editions.
import { rules } from '@hengjian/catalog';
import { AREAS, areaNamesOf, currentEntries } from '@hengjian/domain';
import { type Home, type ProviderShown, providersOf, registerStoreOf } from '@hengjian/store';
import type { LiveRule } from '@hengjian/workflows';
import type { LakeReader } from './lake-reader.ts';

/** A rule's tree. */
export type RuleTree = LiveRule['rule'];

export interface Names {
  providers(): Promise<ReadonlyMap<string, ProviderShown>>;
  /** Names of areas by their code (区划). */
  areas(): Promise<ReadonlyMap<string, string>>;
  /** The tree of an edition as it spoke; the shipped one where the edition is not known. */
  rule(ruleId: string, edition?: number): Promise<RuleTree | undefined>;
  liveRules(): Promise<{ rule: RuleTree; edition: number; recordedAt: Date | null }[]>;
}

export function namesOf({ home, lake }: { home: Home; lake: LakeReader }): Names {
  let known: { version: number; providers: Map<string, ProviderShown> } | undefined;
  const editions = new Map<string, RuleTree>();
  return {
    providers: () =>
      lake.read(async (connection, snapshot) => {
        if (known?.version !== snapshot.version) {
          const rows = await providersOf(connection);
          known = { version: snapshot.version, providers: new Map(rows.map((row) => [row.providerNo, row])) };
        }
        return known.providers;
      }),
    areas: async () => areaNamesOf(currentEntries(await registerStoreOf(home.db).entries({ registerId: AREAS }))),
    async rule(ruleId, edition) {
      const shipped = (rules as Readonly<Record<string, RuleTree>>)[ruleId];
      if (edition === undefined) return shipped;
      const key = `${ruleId}@${edition}`;
      const kept = editions.get(key);
      if (kept) return kept;
      const row = await home.db
        .selectFrom('ruleEdition')
        .select('tree')
        .where('ruleId', '=', ruleId)
        .where('edition', '=', edition)
        .executeTakeFirst();
      const tree = (row?.tree as RuleTree | undefined) ?? shipped;
      if (tree) editions.set(key, tree);
      return tree;
    },
    async liveRules() {
      const rows = await home.db.selectFrom('ruleEdition').selectAll().orderBy('ruleId').orderBy('edition', 'desc').execute();
      const live = rows.filter((row) => row.state === 'live');
      // of several editions live for different dates the newest stands for the rule
      const stored = live
        .filter((row, i) => live[i - 1]?.ruleId !== row.ruleId)
        .map((row) => ({ rule: row.tree as RuleTree, edition: row.edition, recordedAt: row.recordedAt }));
      const missing = (Object.values(rules) as RuleTree[])
        .filter((rule) => !rows.some((row) => row.ruleId === rule.id))
        .map((rule) => ({ rule, edition: 1, recordedAt: null }));
      return [...stored, ...missing].sort((a, b) => (a.rule.category + a.rule.id < b.rule.category + b.rule.id ? -1 : 1));
    },
  };
}
