import { type KnowledgePoint, type Reading, read, wait } from '../point.ts';
import { fold } from './text.ts';

/** Names of diagnoses, as given by who imports (`--icd FILE`). */
export interface DiagnosisTable {
  /** Is an entry called exactly so? */
  has(name: string): boolean;
  /** Categories (three signs) of all entries whose name holds the words, sorted. */
  categoriesOf(name: string): readonly string[];
}

export interface DiagnosisName {
  code: string;
  name: string;
}

const comparable = (name: string) => fold(name).replace(/[()[\]〔〕【】,，。.-]/g, '');

/** A list of ICD-10 names (any edition) made searchable; morphology codes are left out. Pure: the caller reads the file. */
export function diagnosisTable(entries: readonly DiagnosisName[]): DiagnosisTable {
  const names = entries
    .map(({ code, name }) => ({ code: code.trim(), category: code.trim().slice(0, 3).toUpperCase(), name: comparable(name) }))
    .filter(({ code, category, name }) => /^[A-TV-Z]\d\d$/.test(category) && !code.includes('/') && name !== '');
  const exact = new Set(names.map(({ name }) => name));
  const memory = new Map<string, readonly string[]>();
  return {
    has: (name) => exact.has(comparable(name)),
    categoriesOf(name) {
      const term = comparable(name);
      const known = memory.get(term);
      if (known) return known;
      const found = [...new Set(names.filter((entry) => entry.name.includes(term)).map(({ category }) => category))].sort();
      memory.set(term, found);
      return found;
    },
  };
}

/** More categories than this, and the words are too general to say who may be paid. */
const MOST_CATEGORIES = 12;
// A qualifier only narrows the disease it stands before: who has the disease without it has a diagnosis of the wider set too.
const QUALIFIER =
  '(?:局部晚期|晚期|早期|进展期|转移性|复发性?|难治性?|不可切除|无法手术切除|中重度|轻中度|轻度至中度|中度至重度|轻至中度|重度|中度|轻度|成人|成年|儿童|青少年|新发的|新诊断的|确诊的|诊断明确的|有明确的|有)';
const between = new RegExp(`${QUALIFIER}(?:、|或|和|及|/)(?=${QUALIFIER})`, 'g');
const before = new RegExp(`^${QUALIFIER}(?:的|,)?`);
const after = /(?:的)?(?:成人患者|成年患者|儿童患者|患者|的诊断|诊断|的急救抢救|的一线治疗|的长期治疗|的治疗|治疗)$/;
// What makes the sentence more than a diagnosis: an alternative that is none, an exclusion, prevention, a state after an operation.
// A disease with a cause or a companion is coded under either; hypertension has combined categories (I11–I13) of other names.
const notDiagnosis =
  /保险|除外|不含|不包括|预防|接触者|移植|术后|术中|示踪|药敏|高危|可能|溶栓|引起|所致|导致|相关|高血压|心律失常|手术(?!切除)/;

/**
 * 限适应症: only where the head of every indication is exactly the name of an entry of the given table. The prefixes are the
 * categories of all entries that hold the name, so they are wider than the text, never narrower: qualifiers (stage, gene,
 * former treatment) stay with the reviewer. A condition that is no diagnosis, or a disease the table calls otherwise, waits.
 */
export function readIndication(point: KnowledgePoint, table: DiagnosisTable | undefined): Reading {
  const text = fold(point.constraint);
  if (!text) return wait('noText');
  if (!table) return wait('needsDiagnosisTable');
  const refused = notDiagnosis.exec(text)?.[0];
  if (refused) return wait('diagnosisUnmatched', { name: refused });
  const prefixes = new Set<string>();
  const parts = text
    .replace(/^(?:限|适用于|用于)+[::]?/, '')
    .split(/[。;]|(?<=^|[:。;])\d{1,2}\.(?!\d)/)
    .filter((part) => part !== '');
  if (parts.length === 0) return wait('noText');
  for (const part of parts) {
    if (/^支付不超过[^,;。]*$/.test(part)) continue; // a course, another rule's matter
    const disease = part.split(/,(?=支付不超过|单次住院|住院方可)/)[0] as string;
    for (const term of disease.replace(between, '').split(/、|或|和|及|与/)) {
      const categories = categoriesOfTerm(term, table);
      if (!categories) return wait('diagnosisUnmatched', { name: term });
      for (const category of categories) prefixes.add(category);
    }
  }
  return prefixes.size > 0 ? read({ diagnoses: [...prefixes].sort() }) : wait('diagnosisUnmatched', { name: text.slice(0, 20) });
}

function categoriesOfTerm(term: string, table: DiagnosisTable): readonly string[] | undefined {
  if (term.includes(',')) return undefined; // a further condition
  let name = term.replace(/\([^()]*\)/g, '');
  if (/的患者$/.test(name)) return undefined; // the condition is a clause, the head is 患者
  for (let last = ''; last !== name; ) {
    last = name;
    name = name.replace(after, '').replace(before, '');
  }
  name = (name.split('的').at(-1) as string).replace(before, '');
  const names = name.endsWith('癌') ? [name, `${name.slice(0, -1)}恶性肿瘤`] : [name];
  if (name.length < 2 || !names.some((one) => table.has(one))) return undefined;
  const categories = [...new Set(names.flatMap((one) => table.categoriesOf(one)))];
  return categories.length > MOST_CATEGORIES ? undefined : categories;
}
