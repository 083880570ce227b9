/**
 * What one finding was decided from, apart from any store: the rule's tree, the knowledge rows and the records that the closures read.
 * `decideAgain` needs nothing else, so that a court's expert can say from the package alone whether the finding follows from it.
 */
import { ruleSchema } from '@hengjian/catalog';
import type { Day } from '@hengjian/domain';
import { compileRule, type Point, type Row, type RuleTree } from '@hengjian/language';
import { type FindingDraft, findingOf } from './finding.ts';
import { decideReading, knowledgeMet, numbered } from './judge.ts';
import type { KnowledgePoints, PeerReading, Period, ReviewLake, ReviewReader, RuleBook } from './ports.ts';

export interface DecidedFrom {
  readonly rule: RuleTree;
  readonly edition: number;
  readonly points: readonly Point[];
  readonly members: readonly { readonly record: Row; readonly point: number }[];
  /** Records of a pair's other side. */
  readonly rights: readonly Row[];
  /** A comparison with peers, decided over all records of the lake: its sentence and its hash are made again, its figures are not. */
  readonly peers: readonly PeerReading[];
}

/** The findings that follow. */
export function decideAgain({ rule, points, ...reading }: DecidedFrom): FindingDraft[] {
  const compiled = compileRule(rule, ruleSchema);
  const answers = decideReading(compiled, new Map(points.map((point) => [point.index, point])), reading);
  return answers.filter(({ answer }) => answer === 'hit').map((answer) => findingOf(compiled, answer));
}

/** Records of the people of a finding; all of them where the records are nobody's (a stock, an institution). */
function ofItsPeople(rows: readonly Row[], people: ReadonlySet<unknown>): readonly Row[] {
  return rows.filter((row) => row.person === undefined || row.person === null || people.has(row.person));
}

/**
 * Reads again what a finding was decided from; undefined where the rule is not in force any more or the records no longer say it. Looked
 * for on the day it is reported in first, then in `within`: a partition may go on after the last record in question.
 */
export async function decidedFrom(
  ports: { readonly rules: RuleBook; readonly knowledge: KnowledgePoints; readonly lake: ReviewLake },
  finding: { readonly findingId: string; readonly ruleId: string; readonly edition: number; readonly periodDay: Day },
  within?: Period,
): Promise<DecidedFrom | undefined> {
  const live = (await ports.rules.live()).filter(({ rule, edition }) => rule.id === finding.ruleId && edition === finding.edition);
  const [rule] = numbered(live, (await knowledgeMet(ports, live)).knowledge);
  if (!rule) return undefined;
  const same = ({ findingId }: FindingDraft) => findingId === finding.findingId;
  const of = (reading: Pick<DecidedFrom, 'members' | 'rights'> & { readonly peers?: DecidedFrom['peers'] }): DecidedFrom | undefined => {
    const read: DecidedFrom = { rule: rule.rule, edition: rule.edition, points: rule.points, peers: [], ...reading };
    const found = decideAgain(read).find(same);
    if (!found) return undefined;
    const numbers = new Set(found.records.map((record) => record.personNo));
    const people = new Set(read.members.flatMap(({ record }) => (numbers.has(String(record.personNo)) ? [record.person] : [])));
    const members = people.size > 0 ? read.members.filter(({ record }) => people.has(record.person)) : read.members;
    const peers = read.peers.filter((peer) => decideAgain({ ...read, peers: [peer] }).some(same));
    const used = new Set([...members, ...peers].map(({ point }) => point));
    return {
      ...read,
      members,
      rights: ofItsPeople(read.rights, people),
      peers,
      points: read.points.filter(({ index }) => used.has(index)),
    };
  };
  const search = async (reader: ReviewReader) => {
    for (let bucket = 0; bucket < reader.buckets; bucket++) {
      const reading = (await reader.readBucket(bucket)).get(rule.index);
      const found = reading && of(reading);
      if (found) return found;
    }
    for await (const readings of reader.readWhole()) {
      const reading = readings.get(rule.index);
      const found = reading && of(reading);
      if (found) return found;
    }
    return undefined;
  };
  for (const period of [{ from: finding.periodDay, to: finding.periodDay }, ...(within ? [within] : [])]) {
    const reader = await ports.lake.open([rule], period);
    try {
      const found = await search(reader);
      if (found) return found;
    } finally {
      reader.close();
    }
  }
  return undefined;
}
