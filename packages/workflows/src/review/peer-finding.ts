/** A subject that stands out among its peers, as a finding: a statistic, worth no money, with the few records that add most to it. */
import { createHash } from 'node:crypto';
import {
  type CompiledRule,
  type Member,
  type PartitionAnswer,
  type PeerStanding,
  peerFacts,
  peerFactValues,
  peerOf,
} from '@hengjian/language';
import { type Explanation, explainFacts } from './explain.ts';
import { type FindingDraft, type FindingRecord, findingIdOf, recordOf, subjectOf } from './finding-draft.ts';

/** The numbers that every comparison has, then the rule's own values. */
function factsOf(compiled: CompiledRule, peer: PeerStanding): Explanation['facts'] {
  const shape = peerOf(compiled.rule);
  if (!shape) throw new Error(`${compiled.rule.id}: not compared with peers`);
  const values = peerFactValues(shape, peer.numbers);
  const numbers = Object.entries(peerFacts(shape)).map(([name, form]) => [name, { value: values[name] ?? null, form }]);
  const own = Object.entries(compiled.rule.facts).map(([name, { form }]) => [name, { value: peer.facts[name] ?? null, form }]);
  return Object.fromEntries([...numbers, ...own]);
}

/** An encounter is itself what stands out; of an institution, a department or a practitioner the largest records are shown as related. */
function recordsOf({ rule }: CompiledRule, top: readonly Member[]): FindingRecord[] {
  const nothing = 0;
  const single = rule.grain === 'encounter' || rule.grain === 'person' || rule.grain === 'settlement';
  return top.map((m) =>
    recordOf(single && rule.reads !== 'line' ? 'inQuestion' : 'related', m.context.record, {
      amountFen: nothing,
      inScopeFen: single ? nothing : null,
      fundFen: single ? nothing : null,
    }),
  );
}

export function peerFindingOf(compiled: CompiledRule, answer: PartitionAnswer, peer: PeerStanding): FindingDraft {
  const { top } = peer;
  const first = top[0] as Member;
  const facts = factsOf(compiled, peer);
  const records = recordsOf(compiled, top);
  const { point } = answer.lead.context;
  return {
    findingId: findingIdOf(compiled, first).id,
    ruleId: compiled.rule.id,
    subjectId: subjectOf(compiled, first),
    lineage: null,
    pointId: null,
    periodDay: peer.lastDay,
    amountFen: 0,
    fundFen: 0,
    records,
    providerNos: [...new Set(records.map((r) => r.providerNo))].sort(),
    explanation: explainFacts(compiled.rule, facts, point, first.context.record),
    evidenceHash: createHash('sha256')
      .update(JSON.stringify([records, facts]))
      .digest('hex')
      .slice(0, 16),
    exemptedBy: null,
    constraint: point.constraint,
    basis: point.basis,
  };
}
