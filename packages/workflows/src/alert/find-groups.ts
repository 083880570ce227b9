/** Groups from ties: what hangs together in one home, with the evidence for each tie. */
import type { AlertRecord, AlertSignal, Day } from '@hengjian/domain';
import { type AlertParameters, compile, type Expression, noPoint, type TogetherAlert } from '@hengjian/language';
import type { Again, AlertLake, FoundSignals, MemberGroup, MemberTie, PairTimes } from './ports.ts';

/** Records shown of a group. */
const RECORDS = 40;

/** Members that are tied, directly or through others. Ties come from one home. */
export function connected(ties: readonly Pick<MemberTie, 'a' | 'b'>[]): number[][] {
  const leader = new Map<number, number>();
  const find = (one: number): number => {
    let at = one;
    while (leader.get(at) !== at) at = leader.get(at) as number;
    for (let next = one; next !== at; ) {
      const after = leader.get(next) as number;
      leader.set(next, at);
      next = after;
    }
    return at;
  };
  for (const { a, b } of ties) {
    for (const one of [a, b]) if (!leader.has(one)) leader.set(one, one);
    const [x, y] = [find(a), find(b)];
    if (x !== y) leader.set(Math.max(x, y), Math.min(x, y));
  }
  return [
    ...Map.groupBy(
      [...leader.keys()].sort((a, b) => a - b),
      find,
    ).values(),
  ];
}

/** With `again` only ties of touched members are looked for, and the others stand as they were; so do groups of which nobody was touched. */
export async function findGroups(
  lake: AlertLake,
  alert: TogetherAlert,
  parameters: AlertParameters,
  days: { from: Day; to: Day },
  again?: Again,
): Promise<FoundSignals> {
  const number = (e: Expression) => Number(compile(e)({ record: {}, point: { ...noPoint, params: parameters } }));
  const least = number(alert.members);
  const touched = new Set(again?.touched.map(({ key }) => JSON.stringify(key)));
  const isTouched = (home: MemberTie['home'], ...members: readonly number[]) =>
    members.some((one) => touched.has(JSON.stringify([...home, one])));
  const found = again && touched.size === 0 ? [] : await lake.ties(alert, parameters, days, again?.touched);
  const tied = again ? [...again.mark.ties.filter(({ home, a, b }) => !isTouched(home, a, b)), ...found].sort(inOrder) : found;
  const ties = again && alert.elsewhere ? await everywhereAgain(lake, alert, parameters, days, tied, again) : tied;
  // what is usual at the other homes is how people live
  const isUsual = usualAt(alert.elsewhere && { times: number(alert.times), percent: number(alert.elsewhere) });
  // and where it has become usual or ceased to be, a group is another one
  const usualBefore = new Map(again?.mark.ties.map((tie) => [tieName(tie), isUsual(tie)]));
  for (const tie of ties)
    if ((usualBefore.get(tieName(tie)) ?? isUsual(tie)) !== isUsual(tie))
      for (const one of [tie.a, tie.b]) touched.add(JSON.stringify([...tie.home, one]));
  const groups = [
    ...Map.groupBy(
      ties.filter((tie) => !isUsual(tie)),
      (tie) => JSON.stringify(tie.home),
    ).values(),
  ].flatMap((own) =>
    connected(own)
      .filter((members) => members.length >= least)
      .map((members): Group => {
        const among = new Set(members);
        const { home, homeNo } = own[0] as MemberTie;
        return { home, homeNo, members, ties: own.filter(({ a }) => among.has(a)) };
      }),
  );
  const before = new Map(again?.mark.hits.map((hit) => [JSON.stringify(hit.key), hit]));
  const stood = groups.map(({ home, members }) =>
    isTouched(home, ...members) ? undefined : before.get(JSON.stringify([...home, ...members])),
  );
  const fresh = groups.filter((_, i) => !stood[i]);
  const names =
    fresh.length > 0
      ? await lake.members(alert.member.of, [...new Set(fresh.flatMap(({ members }) => members))])
      : new Map<number, string>();
  const met = fresh.length > 0 ? await lake.met(alert, parameters, fresh, days, RECORDS) : [];
  const signals = fresh.map((group, i) => groupSignal(alert, group, names, met[i] as (typeof met)[number]));
  const hits = signals.map(({ signalId, value, expected, score }, i) => {
    const { home, members } = fresh[i] as Group;
    return { key: [...home, ...members], window: 0, signalId, value, expected, score };
  });
  const asked = new Set(found.map(tieName));
  return {
    signals,
    asked: ties.filter((tie) => asked.has(tieName(tie)) && !isUsual(tie)).length,
    unasked: {},
    hits: [...stood.filter((hit) => hit !== undefined), ...hits],
    ties,
  };
}

const tieName = ({ home, a, b }: Pick<MemberTie, 'home' | 'a' | 'b'>): string => JSON.stringify([home, a, b]);

/** Whether a pair has its share of the rarer one's occasions in the other homes as well, where the rarer one has enough of them. */
const usualAt =
  (least: { times: number; percent: number } | undefined) =>
  ({ times, aTimes, bTimes, everywhere }: MemberTie): boolean => {
    if (!least || !everywhere) return false;
    const others = Math.min(everywhere.aTimes - aTimes, everywhere.bTimes - bTimes);
    return others >= least.times && (everywhere.times - times) * 100 >= least.percent * others;
  };

/** These ties with what is counted at all homes now: known pairs by what changed since, the others from the records. */
async function everywhereAgain(
  lake: AlertLake,
  alert: TogetherAlert,
  parameters: AlertParameters,
  days: { from: Day; to: Day },
  ties: readonly MemberTie[],
  { mark, changes }: Again,
): Promise<MemberTie[]> {
  const nameOf = ({ a, b }: Pick<MemberTie, 'a' | 'b'>) => `${a}:${b}`;
  const counted = new Map(mark.ties.map((tie) => [nameOf(tie), tie.everywhere as PairTimes]));
  const pairs = [...new Map(ties.map((tie) => [nameOf(tie), tie])).values()];
  const [known, fresh] = [pairs.filter((pair) => counted.has(nameOf(pair))), pairs.filter((pair) => !counted.has(nameOf(pair)))];
  const more = changes && known.length > 0 ? await lake.everywhere(alert, parameters, days, known, changes) : [];
  for (const [i, { times, aTimes, bTimes }] of more.entries()) {
    const before = counted.get(nameOf(known[i] as MemberTie)) as PairTimes;
    counted.set(nameOf(known[i] as MemberTie), {
      times: before.times + times,
      aTimes: before.aTimes + aTimes,
      bTimes: before.bTimes + bTimes,
    });
  }
  const read = fresh.length > 0 ? await lake.everywhere(alert, parameters, days, fresh) : [];
  for (const [i, one] of read.entries()) counted.set(nameOf(fresh[i] as MemberTie), one);
  return ties.map((tie) => ({ ...tie, everywhere: counted.get(nameOf(tie)) as PairTimes }));
}

/** By home and members, as the lake tells ties. */
const inOrder = (one: MemberTie, other: MemberTie): number => {
  const [x, y] = [
    [...one.home, one.a, one.b],
    [...other.home, other.a, other.b],
  ];
  const at = x.findIndex((part, i) => part !== y[i]);
  return at < 0 ? 0 : (x[at] as number | string) < (y[at] as number | string) ? -1 : 1;
};

interface Group extends MemberGroup {
  readonly homeNo: string;
  readonly ties: readonly MemberTie[];
}

function groupSignal(
  alert: TogetherAlert,
  { homeNo, members, ties }: Group,
  names: ReadonlyMap<number, string>,
  { records, adds }: { records: readonly AlertRecord[]; adds: number },
): AlertSignal {
  const numberOf = (id: number) => names.get(id) ?? String(id);
  const times = new Map(
    ties.flatMap(
      ({ a, b, aTimes, bTimes }) =>
        [
          [a, aTimes],
          [b, bTimes],
        ] as const,
    ),
  );
  const [first, last] = [Math.min(...ties.map((tie) => tie.first)), Math.max(...ties.map((tie) => tie.last))];
  const numbers = members.map(numberOf).sort();
  return {
    // who belongs to a group changes as it grows; its first member and the first tie's month name it
    signalId: [alert.id, homeNo, numbers[0], first].join(':'),
    alertId: alert.id,
    monitor: alert.monitor,
    subjectKind: alert.subject,
    subjectNo: homeNo,
    part: [],
    fromDay: first,
    toDay: last,
    hour: null,
    value: members.length,
    form: 'int',
    expected: 0,
    score: Math.round((1000 * ties.reduce((sum, tie) => sum + tie.times, 0)) / ties.length),
    facts: {
      members: members.length,
      ties: ties.length,
      occasions: Math.max(...ties.map((tie) => tie.times)),
      amount: adds,
    },
    series: [],
    records,
    graph: {
      nodes: members.map((id) => ({ no: numberOf(id), kind: alert.member.of, times: times.get(id) ?? 0 })),
      ties: ties.map(({ a, b, times: n, aTimes, bTimes }) => ({
        a: numberOf(a),
        b: numberOf(b),
        times: n,
        share: Math.round((100 * n) / Math.min(aTimes, bTimes)),
      })),
    },
  };
}
