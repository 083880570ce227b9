/** A draft changes; what it was stays in the event. */
import type { Outcome } from '@hengjian/domain';
import { readCases, readTree } from './check-content.ts';
import { conditions } from './conditions.ts';
import { type DraftKept, type DraftRequest, inheritedParameters, problemsOf } from './draft-rule.ts';
import type { RulePorts } from './ports.ts';
import { refusal, takeStep } from './take-step.ts';

/** `edition` absent: the rule's newest draft. Refuses an edition that is no draft any more. */
export async function editDraft(ports: RulePorts, request: DraftRequest & { edition?: number }): Promise<Outcome<DraftKept>> {
  const read = readTree(request.tree);
  if ('issue' in read) return { ok: false, issues: [read.issue] };
  const readOf = request.cases ? readCases(request.cases) : undefined;
  if (readOf && 'issue' in readOf) return { ok: false, issues: [readOf.issue] };
  const { tree } = read;
  const editions = await ports.book.editions(tree.id);
  const draft =
    request.edition === undefined ? editions.find((e) => e.state === 'draft') : editions.find((e) => e.edition === request.edition);
  if (!draft) return refusal('rule.noDraft', { rule: tree.id });
  const parameters = (request.parameters ?? inheritedParameters(tree, draft)).filter((row) => row.name in tree.parameters);
  const after = { tree, cases: request.cases === undefined ? draft.cases : request.cases, parameters };
  const { by, why, at } = request;
  const outcome = await takeStep(ports, conditions, {
    ruleId: tree.id,
    edition: draft.edition,
    action: 'edit',
    act: { by, why, at },
    detail: { before: { tree: draft.tree, cases: draft.cases, parameters: draft.parameters }, after },
    also: (writer) => writer.setContent(draft.edition, after),
  });
  if (!outcome.ok) return outcome;
  const problems = await problemsOf(ports, tree, request.parameters ?? parameters);
  return { ok: true, value: { ruleId: tree.id, edition: draft.edition, problems }, issues: [] };
}
