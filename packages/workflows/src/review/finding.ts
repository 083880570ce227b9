/** A hit partition as a finding: identity, what is in question, what it is worth, and why. */
import { hash } from 'node:crypto';
import type { CompiledRule, Member, PartitionAnswer, Row } from '@hengjian/language';
import { compile } from '@hengjian/language';
import { explain, type ItemNames } from './explain.ts';
import { type FindingDraft, findingIdOf, lineName, recordOf, subjectOf } from './finding-draft.ts';
import { peerFindingOf } from './peer-finding.ts';
import { price, unitOf } from './price.ts';

export * from './finding-draft.ts';

/** Records involved but not in question, each once: one record may stand beside several knowledge rows. */
function relatedTo(compiled: CompiledRule, answer: PartitionAnswer): Row[] {
  const unit = unitOf(compiled);
  const inQuestion = new Set(answer.inQuestion.map((m) => m.context.record[unit]));
  const related = new Map<string, Row>();
  // rows of a dimension (a practitioner) are no records of care
  for (const row of [...answer.members.filter((m) => m.scope === true).map((m) => m.context.record), ...answer.matched])
    if ('encounterNo' in row && !inQuestion.has(row[unit])) related.set(`${lineName(row)}:${row.settlementNo ?? ''}`, row);
  return [...related.values()];
}

/** Makes the finding of a hit. `names`: what items are called whose records bring only codes. */
export function findingOf(compiled: CompiledRule, answer: PartitionAnswer, names?: ItemNames): FindingDraft {
  if (answer.peer) return peerFindingOf(compiled, answer, answer.peer);
  const first = answer.inQuestion[0] as Member;
  const priced = price(compiled, answer);
  const rest = relatedTo(compiled, answer);
  const records = [
    ...priced.map((p) => recordOf('inQuestion', p.record, p)),
    ...rest.map((r) => recordOf('related', r, { amountFen: 0, inScopeFen: null, fundFen: null })),
  ];
  const explanation = explain(compiled.rule, answer, names);
  const { point } = first.context;
  const exempted = compiled.rule.exemptions.find(
    (x) => x.acts === 'finding' && answer.inQuestion.every((m) => compile(x.when)(m.context) === true),
  );
  const funds = priced.map((p) => p.fundFen);
  const digest = hash(
    'sha256',
    JSON.stringify([records.map(({ inScopeFen: _, ...evidence }) => evidence), explanation.facts, point.pointId]),
  );
  return {
    findingId: findingIdOf(compiled, first).id,
    ruleId: compiled.rule.id,
    subjectId: subjectOf(compiled, first),
    lineage: point.lineage || null,
    pointId: point.pointId || null,
    periodDay: Math.max(...answer.inQuestion.map((m) => Number(m.context.record.settledDay ?? 0))),
    amountFen: priced.reduce((sum, p) => sum + p.amountFen, 0),
    fundFen: funds.includes(null) ? null : funds.reduce<number>((sum, fund) => sum + (fund ?? 0), 0),
    records,
    explanation,
    evidenceHash: digest.slice(0, 16),
    exemptedBy: exempted?.id ?? null,
    constraint: point.constraint,
    basis: point.basis,
  };
}
