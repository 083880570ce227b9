/**
 * CHS-DRG by tables (分组方案 1.0r, 1.1 and local variants): major category by main diagnosis, adjacent group by the rules of the category in
 * their order, group by complications that the main diagnosis does not exclude. First match wins; nothing is kept from one case to the next.
 */
import { type CompiledRule, compileRule, type RuleScene } from './grouping-rule.ts';
import type { Grouper, Grouping, PaymentCase } from './scheme.ts';

export interface DrgPack {
  readonly packId: string;
  readonly title: string;
  readonly source: string;
  /** In the order they are asked. */
  readonly categories: readonly { readonly code: string; readonly name: string; readonly rule: string }[];
  /** Diagnoses of a category; `site`: region of the body, where several must be hurt. */
  readonly categoryDiagnoses: readonly { readonly category: string; readonly site: string; readonly code: string }[];
  readonly adjacent: readonly { readonly category: string; readonly code: string; readonly name: string; readonly rule: string }[];
  readonly adjacentCodes: readonly { readonly adjacent: string; readonly list: string; readonly code: string }[];
  readonly groups: readonly { readonly adjacent: string; readonly code: string; readonly name: string; readonly rule: string }[];
  /** Code of a diagnosis and the table of main diagnoses that exclude it. */
  readonly mcc: readonly (readonly [code: string, table: string])[];
  readonly cc: readonly (readonly [code: string, table: string])[];
  readonly exclusions: readonly (readonly [mainDiagnosis: string, table: string])[];
  /** Procedures that make a case operated. */
  readonly operations: readonly string[];
}

const none: ReadonlySet<string> = new Set();
const listed = (rows: readonly { readonly key: string; readonly code: string }[]) => {
  const lists = new Map<string, Set<string>>();
  for (const { key, code } of rows) {
    const list = lists.get(key);
    if (list) list.add(code);
    else lists.set(key, new Set([code]));
  }
  return lists;
};
const compiled = (text: string): CompiledRule => {
  const rule = compileRule(text);
  // a pack with such a rule is refused when it is read
  return typeof rule === 'function' ? rule : () => false;
};

/** Rules of a pack that cannot be read, with where they stopped. */
export const unreadableRules = (pack: DrgPack): { code: string; rule: string; fault: string }[] =>
  [...pack.categories, ...pack.adjacent, ...pack.groups].flatMap(({ code, rule }) => {
    const read = compileRule(rule);
    return typeof read === 'function' ? [] : [{ code, rule, fault: read.fault }];
  });

/** Makes sets and closures of a pack once; the grouper then takes tens of thousands of cases a second. */
export function drgGrouper(pack: DrgPack): Grouper {
  const categoryLists = listed(pack.categoryDiagnoses.map(({ category, code }) => ({ key: category, code })));
  const sites = Map.groupBy(
    pack.categoryDiagnoses.filter(({ site }) => site !== ''),
    ({ category }) => category,
  );
  const sitesOf = new Map(
    [...sites].map(([category, rows]) => [category, [...listed(rows.map(({ site, code }) => ({ key: site, code }))).values()]]),
  );
  const lists = listed(pack.adjacentCodes.map(({ adjacent, list, code }) => ({ key: `${adjacent} ${list}`, code })));
  const operations = new Set(pack.operations);
  const [mcc, cc, exclusions] = [new Map(pack.mcc), new Map(pack.cc), new Map(pack.exclusions)];
  const groups = Map.groupBy(pack.groups, ({ adjacent }) => adjacent);
  const adjacent = Map.groupBy(pack.adjacent, ({ category }) => category);
  const categories = pack.categories.map((category) => ({
    ...category,
    // categories without diagnoses of their own (先期分组) are left again where none of their groups takes the case
    passes: !categoryLists.has(category.code),
    test: compiled(category.rule),
    adjacent: (adjacent.get(category.code) ?? []).map((one) => ({
      ...one,
      test: compiled(one.rule),
      groups: (groups.get(one.code) ?? []).map((group) => ({ ...group, test: compiled(group.rule) })),
    })),
  }));

  /** What a case's other diagnoses weigh beside its main one. */
  const complicationsOf = (one: PaymentCase) => {
    const excludes = exclusions.get(one.mainDiagnosis ?? '');
    const found = { mcc: [] as string[], cc: [] as string[], excluded: [] as string[] };
    for (const code of one.otherDiagnoses) {
      const kind = mcc.has(code) ? 'mcc' : cc.has(code) ? 'cc' : null;
      if (kind === null) continue;
      const table = (kind === 'mcc' ? mcc : cc).get(code);
      found[table !== undefined && table === excludes ? 'excluded' : kind].push(code);
    }
    return found;
  };

  return (one) => {
    const nothing = { code: null, by: 'grouper', category: null, adjacent: null, rule: null, complications: [], excluded: [] } as const;
    if (one.mainDiagnosis === null) return { ...nothing, why: 'no-diagnosis' };
    const main = one.mainDiagnosis;
    const diagnoses = [main, ...one.otherDiagnoses];
    const procedures = one.mainProcedure === null ? one.otherProcedures : [one.mainProcedure, ...one.otherProcedures];
    const { mcc: severe, cc: lesser, excluded } = complicationsOf(one);
    const numbers = { WEIGHT: one.weightGrams, AGEDAY: one.ageDays, AGE: one.ageYears, LOS: one.days, SEX: one.sex, SITES: 0 };
    const sceneOf = (setOf: (list: string) => ReadonlySet<string>, hit = 0): RuleScene => ({
      mainDiagnosisIn: (list) => setOf(list).has(main),
      anyDiagnosisIn: (list) => diagnoses.some((code) => setOf(list).has(code)),
      otherDiagnosisIn: (list) => one.otherDiagnoses.some((code) => setOf(list).has(code)),
      mainProcedureIn: (list) => one.mainProcedure !== null && setOf(list).has(one.mainProcedure),
      anyProcedureIn: (list) => procedures.some((code) => setOf(list).has(code)),
      operated: one.mainProcedure !== null && operations.has(one.mainProcedure),
      notOperated: !procedures.some((code) => operations.has(code)),
      mcc: severe.length > 0,
      cc: lesser.length > 0,
      numbers: { ...numbers, SITES: hit },
    });
    let result: Grouping = { ...nothing, why: 'no-category' };
    for (const category of categories) {
      const own = categoryLists.get(category.code) ?? none;
      const hit = (sitesOf.get(category.code) ?? []).filter((site) => diagnoses.some((code) => site.has(code))).length;
      if (!category.test(sceneOf(() => own, hit))) continue;
      const taken = category.adjacent.find(({ code, test }) => test(sceneOf((list) => lists.get(`${code} ${list}`) ?? none)));
      if (!taken) {
        if (category.passes) continue;
        result = { ...nothing, category: category.code, why: 'no-adjacent' };
        break;
      }
      const group = taken.groups.find(({ test }) => test(sceneOf(() => none)));
      const complications = severe.length > 0 ? severe : lesser;
      const at = { category: category.code, adjacent: taken.code, rule: taken.rule, complications, excluded };
      result = group ? { code: group.code, by: 'grouper', ...at, why: 'grouped' } : { ...nothing, ...at, why: 'no-adjacent' };
      break;
    }
    return result;
  };
}
