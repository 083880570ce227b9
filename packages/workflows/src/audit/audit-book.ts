/** Every live rule that one person's records decide, compiled and with its knowledge looked up by code: what an audit runs. */
import { derivedRecords, ruleSchema } from '@hengjian/catalog';
import { type CompiledRule, compileRule, indexPoints, type PointIndex, type RuleTree, reachesBeyondPerson } from '@hengjian/language';
import { knowledgeKeys, numbered } from '../review/judge.ts';
import type { ReviewPorts } from '../review/ports.ts';

export interface BookRule {
  readonly edition: number;
  readonly compiled: CompiledRule;
  readonly points: PointIndex;
}

/** One state of editions and knowledge: a request sees one book from its beginning to its end. */
export interface AuditBook {
  readonly rules: readonly BookRule[];
  /** Live rules that a request cannot decide: they are reviewed afterwards. */
  readonly later: readonly { readonly ruleId: string; readonly why: 'beyondPerson' | 'otherRecords' }[];
}

/** What a request brings: everything else (settlements, registers, traces) is known later. */
const brought = new Set(['line', 'encounter', 'diagnosis', 'operation']);

const reads = ({ reads: table, shape }: RuleTree): string[] => [table, ...(shape.kind === 'pair' ? [shape.right.reads] : [])];

export async function openAuditBook({ rules, knowledge }: Pick<ReviewPorts, 'rules' | 'knowledge'>): Promise<AuditBook> {
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
  return {
    later,
    rules: ready.map(({ rule, edition, points }) => {
      const compiled = compileRule(rule, ruleSchema);
      return { edition, compiled, points: indexPoints(compiled, points) };
    }),
  };
}
