/** One line at a time, and pairs: what the policy table says, tried on every line. Each answer is the key of one finding. */
import { ageYears } from '@hengjian/domain';
import type { Facts, Line, Point } from './facts.ts';

export type Oracle = (facts: Facts, points: readonly Point[]) => string[];

export const linesKey = (lines: readonly Line[]): string =>
  lines
    .map((line) => line.key)
    .sort()
    .join(';');
export const pointsOn = (points: readonly Point[], code: string, day: number): Point[] =>
  points.filter((p) => p.codes.includes(code) && p.from <= day && day <= p.to);

/** A rule of single lines with knowledge: every point in force on the fee day is tried. */
const eachLine =
  (wrong: (line: Line, params: Record<string, unknown>) => boolean): Oracle =>
  (facts, points) => {
    const named = new Set(points.flatMap((p) => p.codes));
    return facts.lines
      .filter((line) => named.has(line.code) && pointsOn(points, line.code, line.day).some((p) => wrong(line, p.params)))
      .map((line) => linesKey([line]));
  };

const num = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const age = (line: Line, unit: unknown): number =>
  unit === 'day' ? line.day - line.encounter.person.born : ageYears(line.encounter.person.born, line.day);
/** 儿童 without an age means up to 14 years, 婴幼儿 up to 3. */
const mostOf = (p: Record<string, unknown>): number => num(p.maxAge) ?? (p.ageGroup === 'child' ? 14 : p.ageGroup === 'infant' ? 3 : 1000);
const outsideAge = (line: Line, p: Record<string, unknown>): boolean => {
  const years = age(line, p.unit);
  return years < (num(p.minAge) ?? -1) || years > mostOf(p);
};
const sex = eachLine((line, p) => line.encounter.person.sex !== p.sex);
const tooLow = eachLine((line, p) => !line.encounter.pharmacy && line.encounter.level < (p.minLevel as number));
const mothers = eachLine((line) => ['3', '4'].includes(line.encounter.motherhood));
const contraindicated = eachLine((line, p) =>
  (p.diagnoses as string[]).some((prefix) => line.encounter.diagnoses.some((d) => d.startsWith(prefix))),
);
const live = (line: Line): string => line.encounter.setting;
const elsewhere = eachLine((line, p) => !(p.settings as string[]).includes(live(line)));
// Workers' injury insurance does not occur in the city: whatever the fund paid is wrong.
const notInjury = eachLine((line) => line.fund > 0 && line.inScope > 0);
const notMaternity = eachLine((line) => !line.encounter.maternity);

const indexes = new WeakMap<Facts, Map<string, Line[]>>();
/** All lines of a person. */
function linesOf(facts: Facts, person: string): Line[] {
  let index = indexes.get(facts);
  if (!index) {
    index = new Map();
    for (const line of facts.lines) {
      const list = index.get(line.encounter.person.no);
      if (list) list.push(line);
      else index.set(line.encounter.person.no, [line]);
    }
    indexes.set(facts, index);
  }
  return index.get(person) ?? [];
}

/** Needed item missing from the person's day or the encounter. */
const withoutService: Oracle = (facts, points) => {
  const named = new Set(points.flatMap((p) => p.codes));
  return facts.lines
    .filter((line) => named.has(line.code))
    .filter((line) =>
      pointsOn(points, line.code, line.day).some(({ params }) => {
        const requires = params.requires as string[];
        const near = linesOf(facts, line.encounter.person.no).filter((other) =>
          params.window === 'day' ? other.day === line.day : other.encounter === line.encounter,
        );
        return !near.some((other) => requires.includes(other.code));
      }),
    )
    .map((line) => linesKey([line]));
};

const secondLine: Oracle = (facts, points) => {
  const named = new Set(points.flatMap((p) => p.codes));
  return facts.lines
    .filter((line) => named.has(line.code))
    .filter((line) =>
      pointsOn(points, line.code, line.day).some(
        ({ params }) =>
          !linesOf(facts, line.encounter.person.no).some(
            (other) =>
              (params.firstLine as string[]).includes(other.code) &&
              other.day <= line.day &&
              other.day >= line.day - (params.lookbackDays as number),
          ),
      ),
    )
    .map((line) => linesKey([line]));
};

const indication: Oracle = (facts, points) => {
  const named = new Set(points.flatMap((p) => p.codes));
  return facts.lines
    .filter((line) => named.has(line.code))
    .filter((line) => {
      const alternatives = pointsOn(points, line.code, line.day);
      if (alternatives.length === 0) return false;
      return !alternatives.some((p) =>
        (p.params.diagnoses as string[]).some((prefix) => line.encounter.diagnoses.some((d) => d.startsWith(prefix))),
      );
    })
    .map((line) => linesKey([line]));
};

/** Days from the fee day on, one at least; a stay that tells none counts one. */
const inUse = (l: Line): number => l.day + Math.max(1, l.supplyDays ?? 1);
const interaction: Oracle = (facts, points) =>
  points.flatMap((p) =>
    facts.lines
      .filter((l) => p.codes.includes(l.code))
      .filter((l) =>
        linesOf(facts, l.encounter.person.no).some(
          (other) => p.counterCodes.includes(other.code) && other.day < inUse(l) && l.day < inUse(other),
        ),
      )
      .map((l) => linesKey([l])),
  );

const feeOutsideStay: Oracle = (facts) =>
  facts.lines
    .filter(
      (l) => live(l) === 'inpatient' && (l.day < Math.floor(l.encounter.begins / 86_400) || l.day > Math.floor(l.encounter.ends / 86_400)),
    )
    .map((l) => linesKey([l]));

const suspended: Oracle = (facts) =>
  facts.lines
    .filter((l) => {
      const doctor = facts.doctors.get(l.doctor);
      return doctor && doctor.state !== '1' && l.day >= doctor.from && l.day <= doctor.to && live(l) !== 'emergency';
    })
    .map((l) => linesKey([l]));

const daysLimit: Oracle = (facts) => {
  const most: Record<string, number> = { outpatient: 30, emergency: 3, chronic: 84 };
  return facts.lines
    .filter((l) => l.kind === '101' && live(l) in most && (l.supplyDays ?? 0) > (most[live(l)] as number))
    .map((l) => linesKey([l]));
};

/** Days in stock of the group at each purchase; each line adds its days. */
const duplicatePrescription: Oracle = (facts, points) => {
  const groups = new Map<string, { line: Line; tolerance: number }[]>();
  const named = new Set(points.flatMap((p) => p.codes));
  for (const line of facts.lines) {
    if (!named.has(line.code)) continue;
    for (const p of pointsOn(points, line.code, line.day)) {
      const key = `${line.encounter.person.no} ${p.params.group}`;
      groups.set(key, [...(groups.get(key) ?? []), { line, tolerance: p.params.toleranceDays as number }]);
    }
  }
  const found: string[] = [];
  for (const list of groups.values()) {
    list.sort((a, b) => a.line.at - b.line.at || (a.line.key < b.line.key ? -1 : 1));
    let until = -1;
    for (const { line, tolerance } of list) {
      if (until - line.day > tolerance) found.push(linesKey([line]));
      until = Math.max(until, line.day) + (line.supplyDays as number);
    }
  }
  return found;
};

/** The gap counts from the last paid one; or more than so many within so many days. */
const interval: Oracle = (facts, points) => {
  const found: string[] = [];
  for (const point of points) {
    const people = new Map<string, Line[]>();
    for (const line of facts.lines)
      if (point.codes.includes(line.code) && point.from <= line.day && line.day <= point.to)
        people.set(line.encounter.person.no, [...(people.get(line.encounter.person.no) ?? []), line]);
    for (const list of people.values()) {
      list.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
      const gap = num(point.params.minGapDays);
      let paid: Line | undefined;
      list.forEach((line, index) => {
        if (gap !== undefined) {
          if (paid && line.day - paid.day < gap) found.push(linesKey([line]));
          else paid = line;
          return;
        }
        const first = line.day - (point.params.everyDays as number) + 1;
        const sum = list.slice(0, index + 1).reduce((total, other) => total + (other.day >= first ? other.quantity : 0), 0);
        if (sum > (point.params.max as number)) found.push(linesKey([line]));
      });
    }
  }
  return found;
};

const capOf = (p: unknown, level: number): number =>
  typeof p === 'number' ? p : ((p as Record<string, number>)[String(level)] ?? Number.POSITIVE_INFINITY);

export const lineOracles: Record<string, Oracle> = {
  'drug-sex': sex,
  'service-sex': sex,
  'consumable-sex': sex,
  'drug-child': eachLine(outsideAge),
  'drug-child-only': eachLine(outsideAge),
  'drug-child-forbidden': eachLine(outsideAge),
  'drug-elderly-safety': eachLine(outsideAge),
  'pregnancy-drug-safety': mothers,
  'drug-contraindication': contraindicated,
  'service-contraindication': contraindicated,
  'drug-newborn': eachLine(outsideAge),
  'service-child': eachLine(outsideAge),
  'service-newborn': eachLine(outsideAge),
  'consumable-child': eachLine(outsideAge),
  'consumable-newborn': eachLine(outsideAge),
  'service-child-only': eachLine(outsideAge),
  'service-age': eachLine(outsideAge),
  'drug-provider-level': tooLow,
  'service-provider-level': tooLow,
  'drug-setting': elsewhere,
  'service-setting': elsewhere,
  'drug-injury-insurance': notInjury,
  'service-injury-insurance': notInjury,
  'drug-maternity-insurance': notMaternity,
  'service-maternity-insurance': notMaternity,
  'herb-not-payable': eachLine((line) => line.inScope > 0),
  'internet-drug': eachLine((line) => line.encounter.internet),
  'price-cap': eachLine((line, p) => line.price > capOf(p.maxPrice, line.encounter.level) + 1e-9),
  'consumable-without-service': withoutService,
  'drug-without-service': withoutService,
  'second-line-drug': secondLine,
  'drug-indication': indication,
  'second-line-indication': indication,
  'service-indication': indication,
  'consumable-indication': indication,
  'drug-interaction': interaction,
  'fee-outside-stay': feeOutsideStay,
  'suspended-practitioner': suspended,
  'drug-days-limit': daysLimit,
  'duplicate-prescription': duplicatePrescription,
  'service-interval': interval,
};
