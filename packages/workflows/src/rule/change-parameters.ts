/** Other thresholds, by region and date, are another edition: the same tree and cases, and the same way to live. */
import type { Outcome } from '@hengjian/domain';
import { parameterProblems } from './check-content.ts';
import { type DraftKept, draftRule } from './draft-rule.ts';
import { editDraft } from './edit-draft.ts';
import { sameContent } from './live-rules.ts';
import type { Act, Edition, ParameterRow, RulePorts } from './ports.ts';
import { refusal } from './take-step.ts';

/** `rows` take the place of all rows of the same name and region. A draft that is open is changed; else a new one is made. */
export async function changeParameters(
  ports: RulePorts,
  ruleId: string,
  rows: readonly ParameterRow[],
  act: Act,
): Promise<Outcome<DraftKept>> {
  const editions = await ports.book.editions(ruleId);
  const base = editions.find((e) => e.state === 'draft') ?? editions.find((e) => e.state === 'live') ?? editions[0];
  if (!base) return refusal('rule.unknown', { rule: ruleId });
  const parameters = merged(base, rows);
  const issues = parameterProblems(base.tree, parameters);
  if (issues.length > 0) return { ok: false, issues };
  if (sameContent(inOrder(parameters), inOrder(base.parameters))) return refusal('rule.nothingChanged');
  const request = { ...act, tree: base.tree, cases: base.cases, parameters };
  return base.state === 'draft' ? editDraft(ports, { ...request, edition: base.edition }) : draftRule(ports, request);
}

const merged = (base: Edition, rows: readonly ParameterRow[]): ParameterRow[] => [
  ...base.parameters.filter((old) => !rows.some((row) => row.name === old.name && row.region === old.region)),
  ...rows,
];

const inOrder = (rows: readonly ParameterRow[]): string[] =>
  rows.map((row) => JSON.stringify([row.name, row.region, row.from, row.to, row.value])).sort();
