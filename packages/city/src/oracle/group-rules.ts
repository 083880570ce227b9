/** Lines together, and encounters: what the policy table says, by brute force. */
import { ageYears, calendarDate } from '@hengjian/domain';
import type { Encounter, Facts, Line, Point } from './facts.ts';
import { linesKey, type Oracle, pointsOn } from './line-rules.ts';

export const group = <T>(list: readonly T[], key: (entry: T) => string): T[][] => {
  const groups = new Map<string, T[]>();
  for (const entry of list) {
    const k = key(entry);
    const found = groups.get(k);
    if (found) found.push(entry);
    else groups.set(k, [entry]);
  }
  return [...groups.values()];
};
export const settled = (encounters: readonly Encounter[]): string => {
  const settlements = encounters.flatMap((e) => e.settlements.map((s) => s.id));
  return `S${(settlements.length > 0 ? settlements : encounters.map((e) => e.id)).sort().join(';')}`;
};
const dayOf = (at: number): number => Math.floor(at / 86_400);
const month = (day: number): string => `${calendarDate(day).year}-${calendarDate(day).month}`;
const windowOf = (line: Line, window: unknown): string =>
  window === 'day'
    ? String(line.day)
    : window === 'encounter'
      ? line.encounter.id
      : window === 'operation'
        ? `${line.encounter.id} ${line.day}`
        : window === 'month'
          ? month(line.day)
          : String(calendarDate(line.day).year);
const keyOf = (line: Line, params: Record<string, unknown>): string =>
  `${line.encounter.person.no} ${windowOf(line, params.window)} ${params.sameProvider ? line.encounter.providerNo : ''}`;
const inForce = (point: Point, line: Line): boolean => point.from <= line.day && line.day <= point.to;

const frequency: Oracle = (facts, points) =>
  points.flatMap((p) =>
    group(
      facts.lines.filter((l) => p.codes.includes(l.code) && inForce(p, l)),
      (l) => keyOf(l, p.params),
    )
      .filter((lines) => lines.reduce((sum, l) => sum + l.quantity, 0) > (p.params.max as number) + 1e-9)
      .map(linesKey),
  );

/** Distinct days of use; a line with n days of supply covers n days. */
const course: Oracle = (facts, points) =>
  points.flatMap((p) => {
    const lines = facts.lines.filter((l) => p.codes.includes(l.code) && inForce(p, l));
    const covered = (l: Line): number => l.day + Math.max(1, l.supplyDays ?? 1);
    const runs: Line[][] = [];
    if (p.params.window === 'course') {
      for (const person of group(lines, (l) => l.encounter.person.no)) {
        person.sort((a, b) => a.day - b.day);
        let until = -1e9;
        for (const line of person) {
          if (line.day - until > 30) runs.push([line]);
          else (runs.at(-1) as Line[]).push(line);
          until = Math.max(until, covered(line) - 1);
        }
      }
    } else runs.push(...group(lines, (l) => keyOf(l, p.params)));
    return runs
      .filter((run) => {
        const days = new Set<number>();
        for (const line of run) for (let day = line.day; day < covered(line); day += 1) days.add(day);
        return days.size > (p.params.maxDays as number);
      })
      .map(linesKey);
  });

const duplicateCharge: Oracle = (facts, points) =>
  points.flatMap((p) => {
    const [container, included] = p.codes as [string, string];
    return group(
      facts.lines.filter((l) => p.codes.includes(l.code) && inForce(p, l)),
      // Where the point is silent: the same day, the same house.
      (l) => keyOf(l, { window: 'day', sameProvider: true, ...p.params }),
    )
      .filter((lines) => lines.some((l) => l.code === container) && lines.some((l) => l.code === included))
      .map((lines) => linesKey(lines.filter((l) => l.code === included)));
  });

const unbundled: Oracle = (facts, points) =>
  points.flatMap((p) => {
    const parts = p.params.parts as string[];
    return group(
      facts.lines.filter((l) => parts.includes(l.code) && inForce(p, l)),
      (l) => keyOf(l, { ...p.params, sameProvider: true }),
    )
      .filter((lines) => parts.every((part) => lines.some((l) => l.code === part)))
      .map(linesKey);
  });

const discount: Oracle = (facts, points) => {
  const named = new Set(points.flatMap((p) => p.codes));
  const lines = facts.lines
    .filter((l) => named.has(l.code))
    .flatMap((line) =>
      pointsOn(points, line.code, line.day).map((p) => ({
        line,
        params: p.params as { group: string; secondRatio: number; fullPrice: number },
      })),
    );
  return group(lines, ({ line, params }) => `${line.encounter.id} ${line.day} ${params.group}`)
    .filter((list) => new Set(list.map((e) => e.line.code)).size >= 2)
    .map((list) => {
      const above = list.filter((e) => e.line.price > e.params.secondRatio * e.params.fullPrice + 1e-9);
      above.sort((a, b) => b.line.price - a.line.price || (a.line.key < b.line.key ? -1 : 1));
      return above.slice(1).map((e) => e.line);
    })
    .filter((list) => list.length > 0)
    .map(linesKey);
};

const herbAlone: Oracle = (facts, points) =>
  group(
    facts.lines.filter((l) => l.kind === '102'),
    (l) => `${l.encounter.id} ${l.prescription}`,
  )
    .filter((lines) => lines.every((l) => pointsOn(points, l.code, l.day).length > 0))
    .map(linesKey);

const prescriptions = (facts: Facts): Line[][] =>
  group(
    facts.lines.filter((l) => l.kind === '102' && l.prescription),
    (l) => `${l.encounter.id} ${l.prescription}`,
  );

const herbsTogether: Oracle = (facts, points) =>
  prescriptions(facts).flatMap((lines) =>
    points
      .filter((p) => lines.some((l) => p.counterCodes.includes(l.code)))
      .map((p) => lines.filter((l) => p.codes.includes(l.code)))
      .filter((side) => side.length > 0)
      .map(linesKey),
  );

const herbsMany: Oracle = (facts) =>
  prescriptions(facts)
    .filter(([first]) => ['outpatient', 'chronic', 'emergency'].includes((first as Line).encounter.setting))
    .filter((lines) => new Set(lines.map((l) => l.code)).size > 20)
    .map(linesKey);

/** One finding per encounter and point whose prefixes name a code of the encounter, the sex being another. */
const prefixed =
  (codesOf: (encounter: Encounter) => string[]): Oracle =>
  (facts, points) =>
    facts.encounters.flatMap((e) =>
      points
        .filter((p) => p.params.sex !== e.person.sex && codesOf(e).some((code) => p.codes.some((prefix) => code.startsWith(prefix))))
        .map(() => settled([e])),
    );

/** One finding per encounter and point: a diagnosis of the point, the age at the beginning outside the point's. */
const diagnosisAge: Oracle = (facts, points) =>
  facts.encounters.flatMap((e) => {
    const begun = dayOf(e.begins);
    return points
      .filter((p) => e.diagnoses.some((code) => p.codes.some((prefix) => code.startsWith(prefix))))
      .filter(({ params }) => {
        const age = params.unit === 'day' ? begun - e.person.born : ageYears(e.person.born, begun);
        return age < ((params.minAge as number | undefined) ?? 0) || age > ((params.maxAge as number | undefined) ?? 1e9);
      })
      .map(() => settled([e]));
  });

const stays = (facts: Facts): Encounter[] =>
  facts.encounters.filter((e) => e.setting === 'inpatient').sort((a, b) => a.begins - b.begins || (a.id < b.id ? -1 : 1));
const planned = (e: Encounter): boolean => /^(Z51|Z49)/.test(e.main);

const splitStay: Oracle = (facts) =>
  group(stays(facts), (e) => `${e.person.no} ${e.providerNo}`).flatMap((list) =>
    list
      .filter((e, n) => {
        const before = list[n - 1];
        if (!before || planned(e) || planned(before) || before.open) return false;
        const gap = dayOf(e.begins) - dayOf(before.ends);
        return gap <= 15 && e.main.slice(0, 3) === before.main.slice(0, 3) && !['2', '5'].includes(before.discharge);
      })
      .map((e) => settled([e])),
  );

const frequentStays: Oracle = (facts) =>
  group(
    stays(facts).filter((e) => !planned(e)),
    (e) => `${e.person.no} ${calendarDate(dayOf(e.begins)).year}`,
  )
    .filter((list) => list.length >= 6)
    .map(settled);

const overlapping: Oracle = (facts) =>
  group(stays(facts), (e) => e.person.no).flatMap((list) =>
    list
      .filter((e, n) => list.slice(0, n).some((before) => before.providerNo !== e.providerNo && before.ends > e.begins))
      .map((e) => settled([e])),
  );

const duringStay: Oracle = (facts) =>
  group(facts.encounters, (e) => e.person.no).flatMap((list) => {
    const inWard = list.filter((e) => e.setting === 'inpatient');
    return list
      .filter((e) => e.setting !== 'inpatient' && e.setting !== 'emergency')
      .filter((e) => inWard.some((s) => dayOf(s.begins) < dayOf(e.begins) && dayOf(e.begins) < dayOf(s.ends)))
      .map((e) => settled([e]));
  });

const afterDeath: Oracle = (facts) =>
  facts.encounters.filter((e) => e.person.dies !== null && dayOf(e.begins) > e.person.dies + 1).map((e) => settled([e]));

const purchases: Oracle = (facts) =>
  group(
    facts.encounters.filter((e) => e.setting === 'pharmacy'),
    (e) => `${e.person.no} ${month(dayOf(e.begins))}`,
  )
    .filter((list) => list.length > 10)
    .map(settled);

const outOfAgreement: Oracle = (facts) =>
  facts.encounters
    .filter((e) => e.setting !== 'emergency' && (dayOf(e.begins) < e.agreed.from || dayOf(e.begins) > e.agreed.to))
    .map((e) => settled([e]));

const largePurchase: Oracle = (facts) =>
  facts.encounters
    .filter((e) => e.setting === 'pharmacy' && e.settlements.reduce((sum, s) => sum + s.total, 0) > 2000.004)
    .map((e) => settled([e]));

/** Two houses within five minutes on one day: the later, of two at once the larger number. */
const tooClose: Oracle = (facts) =>
  group(
    facts.encounters.filter((e) => ['outpatient', 'chronic', 'emergency'].includes(e.setting) && !e.internet),
    (e) => `${e.person.no} ${dayOf(e.begins)}`,
  ).flatMap((list) =>
    list
      .filter((e) =>
        list.some(
          (o) =>
            o.providerNo !== e.providerNo && e.begins - o.begins <= 300 && (e.begins > o.begins || (e.begins === o.begins && e.id > o.id)),
        ),
      )
      .map((e) => settled([e])),
  );

const settledTwice: Oracle = (facts) =>
  facts.encounters.flatMap((e) =>
    group(
      e.settlements.filter((s) => s.total > 0),
      (s) => String(s.total),
    )
      .filter((list) => list.length > 1)
      .map((list) => {
        const [, ...later] = list.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
        return `S${later
          .map((s) => s.id)
          .sort()
          .join(';')}`;
      }),
  );

export const groupOracles: Record<string, Oracle> = {
  'service-frequency': frequency,
  'consumable-quantity': frequency,
  'drug-course': course,
  'service-course': course,
  'duplicate-charge': duplicateCharge,
  'service-consumable-duplicate': duplicateCharge,
  'unbundled-charge': unbundled,
  'operation-discount': discount,
  'herb-alone': herbAlone,
  'herb-incompatible': herbsTogether,
  'herb-large-prescription': herbsMany,
  'provider-out-of-agreement': outOfAgreement,
  'large-purchase': largePurchase,
  'visits-too-close': tooClose,
  'diagnosis-sex': prefixed((e) => e.diagnoses),
  'diagnosis-age': diagnosisAge,
  'operation-sex': prefixed((e) => e.operations),
  'split-stay': splitStay,
  'frequent-stays': frequentStays,
  'overlapping-stays': overlapping,
  'outpatient-during-stay': duringStay,
  'after-death': afterDeath,
  'frequent-purchases': purchases,
  'duplicate-settlement': settledTwice,
};
