/** Every live rule that one person's records decide, compiled and with its knowledge looked up by code: what an audit runs. */
import { derivedRecords, ruleSchema } from '@hengjian/catalog';
import {
  type Compiled,
  type CompiledRule,
  codeColumn,
  compile,
  compileRule,
  type EncounterMarks,
  indexPoints,
  type KnowledgeUse,
  marksOf,
  type Point,
  type PointIndex,
  type Row,
  type RuleTree,
  reachesBeyondPerson,
} from '@hengjian/language';
import type { ItemNames } from '../review/explain.ts';
import { knowledgeKeys, numbered } from '../review/judge.ts';
import type { KnowledgePoints, ReviewRule, RuleBook } from '../review/ports.ts';

export interface BookRule {
  readonly edition: number;
  readonly compiled: CompiledRule;
  readonly points: PointIndex;
  /** The rule's own population, and the exemptions that keep a record out of it. */
  readonly where: Compiled | undefined;
  readonly keptOut: readonly { readonly id: string; readonly when: Compiled }[];
  /** Its place in the book. */
  readonly slot: number;
  /** Documents and articles, as they are told. */
  readonly basis: string;
}

/** Which rules a record of a table concerns, and by which of their knowledge rows: codes are looked up once for all rules. */
export interface RuleFinder {
  /** `take` is called once a rule; rules without codes get no rows. */
  each(record: Row, take: (rule: BookRule, points: readonly Point[]) => void): void;
}

interface Speaks {
  readonly rule: BookRule;
  readonly points: readonly Point[];
}

const nothing: readonly Point[] = [];
const nobody: readonly Speaks[] = [];

/** Rules whose knowledge is found by the same column are looked up together. */
function ruleFinder(rules: readonly BookRule[]): RuleFinder {
  const every = rules.filter(({ compiled: { rule } }) => !rule.knowledge);
  const listing = rules.filter(({ compiled: { rule } }) => rule.knowledge?.mode === 'list');
  const coded = rules.filter(({ compiled: { rule } }) => rule.knowledge && rule.knowledge.mode !== 'list');
  const lookUps = [...Map.groupBy(coded, (rule) => codeColumn(use(rule)))].map(([column, some]) => ({
    column,
    find: remembered(speakingOf(some)),
  }));
  return {
    each(record, take) {
      for (const rule of every) take(rule, nothing);
      for (const rule of listing) take(rule, rule.points.find((record[codeColumn(use(rule))] ?? null) as string | null));
      for (const { column, find } of lookUps) {
        const code = record[column];
        if (typeof code === 'string') for (const { rule, points } of find(code)) take(rule, points);
      }
    },
  };
}

const use = ({ compiled }: BookRule) => compiled.rule.knowledge as KnowledgeUse;

/** Of rules that look at one column: those that a code concerns, whole or by its beginning. */
function speakingOf(rules: readonly BookRule[]): (code: string) => readonly Speaks[] {
  const whole = codeMap(rules.filter((rule) => use(rule).by === 'item'));
  const beginning = codeMap(rules.filter((rule) => use(rule).by === 'prefix'));
  const lengths = [...new Set([...beginning.keys()].map(({ length }) => length))].sort((a, b) => a - b);
  return (code) => {
    const fitting = lengths.flatMap((length) => (length <= code.length ? (beginning.get(code.slice(0, length)) ?? []) : []));
    // a row counts once however many of its beginnings fit
    const once = [...Map.groupBy(fitting, ({ rule }) => rule)].map(([rule, some]) => ({
      rule,
      points: [...new Set(some.flatMap(({ points }) => points))],
    }));
    return [...(whole.get(code) ?? []), ...once];
  };
}

/** Codes whose rules are remembered: the same ones are ordered all day. */
const MOST_CODES = 50_000;
function remembered(find: (code: string) => readonly Speaks[]): typeof find {
  const known = new Map<string, readonly Speaks[]>();
  return (code) => {
    const before = known.get(code);
    if (before) return before;
    const found = find(code);
    if (known.size >= MOST_CODES) known.clear(); // whoever makes up codes gains nothing by it
    known.set(code, found.length === 0 ? nobody : found);
    return found;
  };
}

function codeMap(rules: readonly BookRule[]): ReadonlyMap<string, readonly Speaks[]> {
  const map = new Map<string, Speaks[]>();
  for (const rule of rules)
    for (const [code, points] of rule.points.byCode) {
      const list = map.get(code);
      if (list) list.push({ rule, points });
      else map.set(code, [{ rule, points }]);
    }
  return map;
}

/** One state of editions and knowledge: a request sees one book from its beginning to its end. */
export interface AuditBook {
  readonly rules: readonly BookRule[];
  /** By table: which rules a record concerns. */
  readonly concerned: ReadonlyMap<string, RuleFinder>;
  /** Exemptions of these rules that look at whole encounters. */
  readonly marks: EncounterMarks;
  /** Rules that look for a record of some table beside one of theirs. */
  readonly pairs: readonly { readonly rule: BookRule; readonly right: string }[];
  /** Rows that stand beside every message, by practitioner's number: how the right to be paid stands. Of a book just opened nobody's is known. */
  readonly standings: ReadonlyMap<string, readonly Row[]>;
  /** What items are called whose lines a sentence may name: a history brings their codes only. */
  readonly names: ItemNames;
  /** Live rules that a request cannot decide: they are reviewed afterwards. */
  readonly later: readonly { readonly ruleId: string; readonly why: 'beyondPerson' | 'otherRecords' }[];
}

/** What a request brings, and what stands beside it in the book: everything else (settlements, registers, traces) is known later. */
const brought = new Set(['line', 'encounter', 'diagnosis', 'operation', 'practitionerStanding']);

const reads = ({ reads: table, shape }: RuleTree): string[] => [table, ...(shape.kind === 'pair' ? [shape.right.reads] : [])];

/** Where editions and knowledge come from: those of today, or as known at an instant. */
export interface BookPorts {
  readonly rules: Pick<RuleBook, 'live'>;
  readonly knowledge: Pick<KnowledgePoints, 'points'>;
  /** What these codes are called; without it lines of the history stand by their numbers. */
  readonly names?: (codes: readonly string[]) => Promise<ItemNames>;
}

/** Codes of items that may stand beside an order, of rules whose sentences name a line. */
const codesNamed = (rules: readonly ReviewRule[]): string[] => [
  ...new Set(
    rules
      .filter(({ rule }) => Object.values(rule.facts).some(({ form }) => form === 'line'))
      .flatMap(({ points }) => points.flatMap(({ codes }) => Object.values(codes).flat())),
  ),
];

export async function openAuditBook({ rules, knowledge, names }: BookPorts): Promise<AuditBook> {
  const live = await rules.live();
  const later: { ruleId: string; why: 'beyondPerson' | 'otherRecords' }[] = [];
  const able = live.filter(({ rule }) => {
    const why = reachesBeyondPerson(rule, ruleSchema)
      ? 'beyondPerson'
      : reads(rule).every((table) => brought.has(table) && !(table in derivedRecords))
        ? null
        : 'otherRecords';
    if (why) later.push({ ruleId: rule.id, why });
    return why === null;
  });
  const ready = numbered(able, await knowledge.points(knowledgeKeys(able)));
  const compiled = ready.map(({ rule, edition, points }, slot): BookRule => {
    const closures = compileRule(rule, ruleSchema);
    const basis = rule.basis.map(({ document, article }) => `《${document}》${article ?? ''}`).join('；');
    const keptOut = rule.exemptions.flatMap(({ id, acts, when }) => (acts === 'population' ? [{ id, when: compile(when) }] : []));
    const where = rule.where && compile(rule.where);
    return { slot, edition, compiled: closures, points: indexPoints(closures, points), where, keptOut, basis };
  });
  // what is only data quality or a statistic reminds nobody
  const speaking = compiled.filter(({ compiled: { rule } }) => rule.certainty === 'clear' || rule.certainty === 'suspect');
  const tables = Map.groupBy(speaking, ({ compiled: { rule } }) => rule.reads);
  return {
    later,
    marks: marksOf(speaking.map(({ compiled: { rule } }) => rule)),
    standings: new Map(),
    names: (await names?.(codesNamed(ready))) ?? new Map(),
    rules: compiled,
    pairs: speaking.flatMap((rule) => {
      const { shape } = rule.compiled.rule;
      return shape.kind === 'pair' && shape.want === 'present' ? [{ rule, right: shape.right.reads }] : [];
    }),
    concerned: new Map([...tables].map(([table, rules]) => [table, ruleFinder(rules)])),
  };
}
