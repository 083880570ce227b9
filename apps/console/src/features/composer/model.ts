/** What the composer page holds: the form, its cases with what the officer says is right, and how they are sent and read back. */
import { type CaseFile, casePoints, caseTables, ruleVocabulary as words } from '@hengjian/domain';
import {
  type CodedItem,
  type ComposerTable,
  compileRule,
  compose,
  fieldWord,
  formOf,
  hasField,
  listRow,
  noCondition,
  noItems,
  orderPoints,
  type ProposedCase,
  proposedExplanation,
  type RuleForm,
  type RuleTree,
  readWithClosures,
  type Schema,
  type ShapeForm,
  type Threshold,
  thresholdUnits,
  workedOut,
} from '@hengjian/language';

export { words };
export type Expected = 'hit' | 'clear' | 'notEvaluated';
/** Records as cases.yaml writes them, beside what is right; null: nobody has said yet. */
export interface CaseDraft extends ProposedCase {
  readonly expected: Expected | null;
}

export interface Draft {
  readonly form: RuleForm;
  readonly cases: readonly CaseDraft[];
}

/** A new rule; `stamp` makes its number. */
export const emptyForm = (stamp: string, category: string): RuleForm => ({
  id: `local-${stamp}`,
  title: { zh: '', en: '' },
  category,
  certainty: 'suspect',
  basis: [{ document: '' }],
  reads: 'line',
  list: noItems,
  population: noCondition,
  shape: { kind: 'row', when: noCondition },
  thresholds: [],
  exemptions: [],
  money: 'whole',
  explain: { zh: '', en: '' },
});

/** The form with its explanation written anew, unless the officer has put her own. */
export function refreshed(before: RuleForm, after: RuleForm): RuleForm {
  const wrote = proposedExplanation(before, words);
  const own = before.explain.zh !== '' && before.explain.zh !== wrote.zh;
  const titled =
    after.title.en === '' || after.title.en === before.title.zh
      ? { ...after, title: { ...after.title, en: after.title.en || after.title.zh } }
      : after;
  return own ? titled : { ...titled, explain: proposedExplanation(titled, words) };
}

/** A shape to begin with, and the threshold it needs. */
export function startShape(form: RuleForm, kind: ShapeForm['kind'], title: Threshold['title']): RuleForm {
  const kept = form.thresholds.find((t) => t.name === 'limit');
  const limit = (unit: string, standard: number): Threshold => ({
    ...(kept ?? { name: 'limit', title, minimum: 1 }),
    unit,
    standard: kept?.standard ?? standard,
  });
  const others = form.thresholds.filter((t) => t.name !== 'limit');
  if (kind === 'total') {
    const measure = form.reads === 'line' ? 'quantity' : 'records';
    return {
      ...form,
      thresholds: [limit(thresholdUnits.times, 2), ...others],
      shape: { kind, measure, compare: 'gt', threshold: 'limit', window: 'day', sameProvider: false },
      money: measure === 'quantity' ? 'excess' : 'whole',
    };
  }
  if (kind === 'gap')
    return {
      ...form,
      money: 'whole',
      thresholds: [limit(thresholdUnits.days, 7), ...others],
      shape: { kind, since: 'lastPaid', threshold: 'limit', sameProvider: false },
    };
  if (kind === 'together')
    return { ...form, money: 'whole', shape: { kind, want: 'present', other: 'line', otherItems: noItems, scope: 'day', on: noCondition } };
  return { ...form, money: 'whole', shape: { kind: 'row', when: noCondition } };
}

/** Fields that a condition may ask of a record of this table, by their names. */
export function fieldsOf(table: string, lang: 'zh' | 'en'): { value: string; label: string }[] {
  const columns = Object.entries(words.types[table] ?? {}).filter(([name, type]) => type !== 'id' && !/No$|Nos$/.test(name));
  const worked = workedOut.filter((name) => hasField(table as ComposerTable, name));
  return [...worked, ...columns.map(([name]) => name)].map((value) => ({ value, label: fieldWord(words, table, value)[lang] }));
}
export const knowledgeOf = (form: RuleForm) => {
  const row = listRow(form);
  return row
    ? [
        {
          id: row.id,
          subject: row.subject,
          constraint: row.constraint,
          basis: row.basis,
          codes: { code: [...row.codes], ...(row.counterCodes.length > 0 && { counter: [...row.counterCodes] }) },
        },
      ]
    : [];
};

/** Cases as they are kept with the draft; those nobody has decided on are left out. */
export function caseFileOf({ form, cases }: Draft): CaseFile {
  const kinds = { hit: 'violating', clear: 'clean', notEvaluated: 'edge' } as const;
  return {
    ...(knowledgeOf(form).length > 0 && { knowledge: knowledgeOf(form) }),
    cases: cases.flatMap(({ expected, ...one }) => {
      if (expected === null) return [];
      const expect = expected === 'hit' ? { hits: [{}] } : expected === 'notEvaluated' ? { notEvaluated: 1 } : {};
      return [{ ...one, kind: kinds[expected], expect }];
    }),
  } as CaseFile;
}

/** Kept cases back on the page. */
export const draftCasesOf = (file: CaseFile): CaseDraft[] =>
  file.cases.map(({ expect, kind: _, ...one }) => ({
    ...(one as ProposedCase),
    expected: (expect.hits ?? []).length > 0 ? 'hit' : (expect.notEvaluated ?? 0) > 0 ? 'notEvaluated' : 'clear',
  }));

export type Verdict = { readonly counts: Readonly<Record<Expected, number>> } | { readonly broken: string };

/** What the rule says of a case, here and now: the closure reader over its records. */
export function verdictOf(tree: RuleTree, form: RuleForm, one: ProposedCase, schema: Schema): Verdict {
  try {
    const given = { ...one, kind: 'edge', expect: {} } as never;
    const points = orderPoints(casePoints(tree as never, { knowledge: knowledgeOf(form), cases: [] }, given, (_, value) => value as never));
    const answers = readWithClosures(compileRule(tree, schema), points, caseTables(given).tables);
    const count = (which: Expected) => answers.filter(({ answer }) => answer === which).length;
    return { counts: { hit: count('hit'), clear: count('clear'), notEvaluated: count('notEvaluated') } };
  } catch (error) {
    return { broken: error instanceof Error ? error.message : String(error) };
  }
}

/** Whether a case says what the officer expects. One hit makes a case a hit; one that cannot be judged makes it undecided. */
export function agrees(verdict: Verdict, expected: Expected | null): boolean | null {
  if (expected === null || 'broken' in verdict) return null;
  const { hit, notEvaluated } = verdict.counts;
  if (expected === 'hit') return hit === 1 && notEvaluated === 0;
  if (expected === 'notEvaluated') return hit === 0 && notEvaluated === 1;
  return hit === 0 && notEvaluated === 0;
}

export interface KeptLists {
  readonly name: string | null;
  readonly items: readonly CodedItem[];
  readonly otherItems: readonly CodedItem[];
}
/** A kept tree as a form, where the composer made it. */
export const formFromTree = (tree: RuleTree, lists: KeptLists): RuleForm | undefined =>
  formOf(tree, { list: { name: lists.name ?? '', items: lists.items }, otherItems: { name: '', items: lists.otherItems } }, words);

export const treeOf = (form: RuleForm): RuleTree => compose(form, words);
