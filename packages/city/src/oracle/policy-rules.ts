/** Lists of diseases, departments, caps of payment, prescriptions and prescribers: what the policy table says, by brute force. */
import { ageYears, calendarDate } from '@hengjian/domain';
import type { Encounter, Facts, Line, Point } from './facts.ts';
import { linesKey, type Oracle, pointsOn } from './line-rules.ts';

const begins = (code: string, prefixes: unknown): boolean => (prefixes as string[]).some((prefix) => code.startsWith(prefix));
const inForce = (point: Point, day: number): boolean => point.from <= day && day <= point.to;
const each = (lines: readonly Line[]): string[] => lines.map((line) => linesKey([line]));
const grouped = (lines: readonly Line[], key: (line: Line) => string): Line[][] => [...Map.groupBy(lines, key).values()];

/** A drug at a visit for an approved disease, on none of the lists of that disease that are in force. */
const diseaseList: Oracle = (facts, points) =>
  each(
    facts.lines.filter((line) => {
      if (line.encounter.setting !== 'chronic' || line.kind !== '101' || line.encounter.disease === '') return false;
      const lists = points.filter((p) => begins(line.encounter.disease, p.codes) && inForce(p, line.day));
      return lists.length > 0 && !lists.some((p) => p.counterCodes.includes(line.code));
    }),
  );

const department: Oracle = (facts, points) =>
  each(facts.lines.filter((line) => pointsOn(points, line.code, line.day).some((p) => !begins(line.department, p.params.departments))));

const diagnosed: Oracle = (facts, points) =>
  each(
    facts.lines.filter((line) => {
      const rows = pointsOn(points, line.code, line.day);
      const { diagnoses } = line.encounter;
      return rows.length > 0 && diagnoses.length > 0 && !rows.some((p) => diagnoses.some((d) => begins(d, p.params.diagnoses)));
    }),
  );

/** The fund's share of a line: by what is in scope of its settlement, to within a fen. Paid by case: not determined. */
function shareOf(line: Line): number {
  const settlement = line.encounter.settlements.find((s) => s.id === line.settlement);
  if (!settlement || settlement.byCase) return 0;
  const whole = line.encounter.lines.reduce((sum, l) => sum + (l.settlement === line.settlement ? l.inScope : 0), 0);
  return whole === 0 ? 0 : (settlement.fund * line.inScope) / whole;
}

const windowOf = (line: Line, window: unknown): string => {
  const { year, month } = calendarDate(line.day);
  return window === 'encounter'
    ? line.encounter.id
    : window === 'month'
      ? `${year}-${month}`
      : window === 'year'
        ? `${year}`
        : `${line.day}`;
};
const capped =
  (amount: (line: Line) => number): Oracle =>
  (facts, points) =>
    points.flatMap((p) =>
      grouped(
        facts.lines.filter((l) => p.codes.includes(l.code) && inForce(p, l.day)),
        (l) => `${l.encounter.person.no} ${windowOf(l, p.params.window)} ${p.params.sameProvider ? l.encounter.providerNo : ''}`,
      )
        .filter((lines) => lines.reduce((sum, l) => sum + amount(l), 0) > (p.params.maxFund as number) + 0.005)
        .map(linesKey),
    );

const settled = (encounter: Encounter): string => {
  const settlements = encounter.settlements.map((s) => s.id);
  return `S${(settlements.length > 0 ? settlements : [encounter.id]).sort().join(';')}`;
};
const atOdds: Oracle = (facts, points) =>
  facts.encounters
    .filter((e) => e.lines.length > 0)
    .flatMap((e) => {
      const main = e.operated.find((o) => o.main);
      if (!main) return [];
      return points.filter((p) => begins(main.code, p.codes) && begins(e.main, p.params.diagnoses)).map(() => settled(e));
    });

const DAY = 86_400;
/** An infection that is treated; the city's own words for the diagnoses it uses. */
const infection = /^(J18|J20|K35|K65|M00|N39.0|A|B)/;
const prophylaxis: Oracle = (facts, points) =>
  each(
    facts.lines.filter((line) => {
      const { setting, operated, main } = line.encounter;
      if (setting !== 'inpatient' || operated.length === 0 || infection.test(main)) return false;
      return pointsOn(points, line.code, line.day).some(({ params }) => {
        const hours = params.prophylaxisHours as number;
        return operated.every(
          (o) =>
            begins(o.code, params.operations) &&
            line.day >= Math.floor(o.at / DAY) &&
            (hours === 0 || (line.day - Math.floor(o.ends / DAY)) * 24 > hours),
        );
      });
    }),
  );

const ranks: Record<string, number> = { '231': 3, '232': 3, '233': 2, '234': 1, '235': 1 };
const graded: Oracle = (facts, points) =>
  each(
    facts.lines.filter((line) => {
      const { setting } = line.encounter;
      const rank = ranks[facts.doctors.get(line.doctor)?.title ?? ''];
      if (setting === 'pharmacy' || rank === undefined || (setting === 'emergency' && (line.supplyDays ?? 99) <= 1)) return false;
      return pointsOn(points, line.code, line.day).some(({ params: { grade } }) => {
        const needed = grade === 'special' ? 3 : grade === 'restricted' ? 2 : 1;
        return rank < needed || (grade === 'special' && (setting === 'outpatient' || setting === 'chronic'));
      });
    }),
  );

const kinds: Oracle = (facts) =>
  grouped(
    facts.lines.filter(
      (l) => l.kind === '101' && l.prescription !== '' && ['outpatient', 'chronic', 'emergency'].includes(l.encounter.setting),
    ),
    (l) => `${l.encounter.id} ${l.prescription}`,
  )
    .filter((lines) => new Set(lines.map((l) => l.code)).size > 5)
    .map(linesKey);

const milligrams: Record<string, number> = { mg: 1, 毫克: 1, g: 1000, 克: 1000, ug: 0.001, μg: 0.001, 微克: 0.001 };
const often: Record<string, number> = { qd: 1, bid: 2, tid: 3, qid: 4, q4h: 6, 11: 1, 12: 2, 13: 3, 14: 4, 每日3次: 3 };
const dosed: Oracle = (facts, points) =>
  each(
    facts.lines.filter((line) => {
      const written = /^([0-9.]+)(\D+)$/.exec(line.dose);
      const unit = milligrams[written?.[2] ?? ''];
      if (!written || unit === undefined) return false;
      const single = Number(written[1]) * unit;
      const daily = single * (often[line.frequency.toLowerCase()] ?? 0);
      const age = ageYears(line.encounter.person.born, line.day);
      return pointsOn(points, line.code, line.day).some(({ params }) => {
        if (age < ((params.minAge as number | undefined) ?? 0) || age > ((params.maxAge as number | undefined) ?? 200)) return false;
        const beyond = (value: number, limit: unknown) => typeof limit === 'number' && value > limit + 1e-9;
        return beyond(single, params.maxSingleDose) || beyond(daily, params.maxDailyDose);
      });
    }),
  );

const herbs: Oracle = (facts, points) =>
  points.flatMap((p) =>
    grouped(
      facts.lines.filter((l) => l.kind === '102' && l.prescription !== '' && p.codes.includes(l.code) && inForce(p, l.day)),
      (l) => `${l.encounter.id} ${l.prescription}`,
    )
      .filter((lines) => lines.every((l) => l.supplyDays !== null))
      .filter((lines) => {
        const days = Math.max(...lines.map((l) => l.supplyDays as number));
        return lines.reduce((sum, l) => sum + l.quantity, 0) > (p.params.maxDaily as number) * days + 1e-9;
      })
      .map(linesKey),
  );

const onePrescription: Oracle = (facts, points) =>
  points.flatMap((p) =>
    grouped(
      facts.lines.filter(
        (l) =>
          l.prescription !== '' &&
          ['outpatient', 'chronic', 'emergency'].includes(l.encounter.setting) &&
          p.codes.includes(l.code) &&
          inForce(p, l.day),
      ),
      (l) => `${l.encounter.id} ${l.prescription}`,
    )
      .filter((lines) => {
        const total = (of: (l: Line) => number) => lines.reduce((sum, l) => sum + of(l), 0);
        return typeof p.params.maxDays === 'number'
          ? total((l) => l.supplyDays ?? 0) > p.params.maxDays
          : total((l) => l.quantity) > (p.params.max as number) + 1e-9;
      })
      .map(linesKey),
  );

export const policyOracles: Record<string, (facts: Facts, points: readonly Point[]) => string[]> = {
  'chronic-drug-list': diseaseList,
  'service-department': department,
  'consumable-department': department,
  'service-fund-cap': capped(shareOf),
  'consumable-fund-cap': capped((line) => line.inScope),
  'diagnosis-operation': atOdds,
  'perioperative-antibiotic': prophylaxis,
  'antibiotic-grade': graded,
  'drug-kinds': kinds,
  'drug-dose': dosed,
  'drug-prescription-limit': onePrescription,
  'drug-label-indication': diagnosed,
  'herb-overdose': herbs,
  'exam-without-indication': diagnosed,
  'treatment-without-indication': diagnosed,
  'service-beyond-indication': diagnosed,
};
