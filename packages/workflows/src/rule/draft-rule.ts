/** An officer's rule begins: a rule of her own, or the next edition of one that is there. */
import type { Issue, Outcome } from '@hengjian/domain';
import type { RuleTree } from '@hengjian/language';
import type { CaseFile } from './cases.ts';
import { parameterProblems, readCases, readTree, treeProblems, treeWarnings } from './check-content.ts';
import { treesInForce } from './conditions.ts';
import { standardParameters, treeAsSet } from './live-rules.ts';
import type { Act, Edition, ParameterRow, RulePorts } from './ports.ts';
import { actIssues, refusal } from './take-step.ts';

export interface DraftRequest extends Act {
  readonly tree: unknown;
  /** Absent or null: the cases of the edition it follows, else the catalogue's. */
  readonly cases?: CaseFile | null;
  /** Absent: those of the edition it follows where the tree still has them, else the standard values. */
  readonly parameters?: readonly ParameterRow[];
}

/** A draft is kept although something does not hold yet: `problems` says what, and it cannot be submitted before. */
export interface DraftKept {
  readonly ruleId: string;
  readonly edition: number;
  readonly problems: readonly Issue[];
}

/** Parameter rows of a tree that follows an edition. */
export function inheritedParameters(tree: RuleTree, before: Edition | undefined): ParameterRow[] {
  const kept = (before?.parameters ?? []).filter((row) => tree.parameters[row.name]?.type === before?.tree.parameters[row.name]?.type);
  const names = new Set(kept.map((row) => row.name));
  return [...kept, ...standardParameters(tree).filter((row) => !names.has(row.name))];
}

/** Static problems of a tree and its parameters beside the rules in force. */
export const problemsOf = async (ports: RulePorts, tree: RuleTree, parameters: readonly ParameterRow[]): Promise<Issue[]> => [
  ...treeProblems(tree, await treesInForce(ports)),
  ...parameterProblems(tree, parameters),
  ...treeWarnings(treeAsSet(tree, parameters), await treesInForce(ports)),
];

/** Refuses what is no tree, and a second draft of one rule. */
export async function draftRule(ports: RulePorts, request: DraftRequest): Promise<Outcome<DraftKept>> {
  const wanting = actIssues(request);
  if (wanting.length > 0) return { ok: false, issues: wanting };
  const read = readTree(request.tree);
  if ('issue' in read) return { ok: false, issues: [read.issue] };
  const readOf = request.cases ? readCases(request.cases) : undefined;
  if (readOf && 'issue' in readOf) return { ok: false, issues: [readOf.issue] };
  const { tree } = read;
  const { by, why, at } = request;
  return ports.book.change(tree.id, async (writer, editions): Promise<Outcome<DraftKept>> => {
    const open = editions.find((e) => (e.state === 'draft' || e.state === 'review') && e.origin === 'bureau');
    if (open) return refusal('rule.draftExists', { rule: tree.id, edition: open.edition, state: open.state });
    const before = editions.find((e) => e.state === 'live') ?? editions[0];
    const edition = (editions[0]?.edition ?? 0) + 1;
    const content = {
      tree,
      cases: request.cases ?? before?.cases ?? null,
      parameters: request.parameters ?? inheritedParameters(tree, before),
    };
    const known = content.parameters.filter((row) => row.name in tree.parameters);
    await writer.insert({
      ruleId: tree.id,
      edition,
      state: 'draft',
      origin: 'bureau',
      ...content,
      parameters: known,
      region: '*',
      from: null,
      to: null,
      draftedBy: by,
    });
    const was = before && { tree: before.tree, cases: before.cases, parameters: before.parameters };
    await writer.append({
      by,
      why,
      at,
      edition,
      action: 'draft',
      stateBefore: null,
      stateAfter: 'draft',
      detail: { before: was ?? null, after: { ...content, parameters: known } },
    });
    return { ok: true, value: { ruleId: tree.id, edition, problems: await problemsOf(ports, tree, content.parameters) }, issues: [] };
  });
}
