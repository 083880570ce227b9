/** What SQL decided of subjects among their peers, as answers like those of the closures. */
import type { CompiledRule, Member, PartitionAnswer, Point } from '@hengjian/language';
import type { PeerReading } from './ports.ts';

/** `pointOf` gives the parameters by number. */
export function peerAnswers(_compiled: CompiledRule, peers: readonly PeerReading[], pointOf: (index: number) => Point): PartitionAnswer[] {
  return peers.map(({ key, answer, standing, point: index, top }) => {
    const point = pointOf(index);
    const members = top.map(
      (record): Member => ({
        context: { record, point, ...('k_listed' in record && { listed: record.k_listed as boolean }) },
        scope: true,
      }),
    );
    const lead = members[0] ?? { context: { record: {}, point }, scope: true };
    return { key, answer, members, lead, inQuestion: [], matched: [], peer: { ...standing, top: members } };
  });
}
