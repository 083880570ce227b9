/** 行为主体监管类 and extension rules of stays, visits and people, by brute force. */
import { calendarDate } from '@hengjian/domain';
import type { Encounter, Facts, Line } from './facts.ts';
import { group, settled } from './group-rules.ts';
import { linesKey, type Oracle, pointsOn } from './line-rules.ts';

const inForce = (e: Encounter): boolean => e.open || e.settlements.length > 0;
const basic = (e: Encounter): boolean => e.raw.insutype !== '510' && !['51', '52'].includes(e.raw.med_type as string);

const thirdParty: Oracle = (facts) =>
  facts.encounters
    .filter((e) => inForce(e) && basic(e) && e.diagnoses.some((code) => /^(V|X8[5-9]|X9|Y0|Y96)/.test(code)))
    .map((e) => settled([e]));

/** By organ: removals in the order of time; one in another encounter than the one before is in question. */
const removedTwice: Oracle = (facts, points) =>
  points.flatMap((p) =>
    group(
      facts.encounters
        .filter(inForce)
        .flatMap((encounter) =>
          encounter.operated.filter(({ code }) => p.codes.some((prefix) => code.startsWith(prefix))).map(({ day }) => ({ encounter, day })),
        ),
      ({ encounter }) => encounter.person.no,
    ).flatMap((list) => {
      list.sort((a, b) => a.day - b.day);
      const later = list.filter((entry, n) => n > 0 && list[n - 1]?.encounter !== entry.encounter).map((entry) => entry.encounter);
      return [...new Set(later)].map((e) => settled([e]));
    }),
  );

/** The same examination elsewhere within the days, earlier; emergencies on either side do not count. */
const repeated: Oracle = (facts, points) => {
  const named = new Set(points.flatMap((p) => p.codes));
  const lines = facts.lines.filter((l) => named.has(l.code) && l.encounter.setting !== 'emergency');
  return group(lines, (l) => l.encounter.person.no).flatMap((list) =>
    list
      .filter((l) =>
        pointsOn(points, l.code, l.day).some((p) =>
          list.some(
            (o) =>
              p.counterCodes.includes(o.code) &&
              o.encounter.providerNo !== l.encounter.providerNo &&
              o.at < l.at &&
              l.day - o.day <= (p.params.lookbackDays as number),
          ),
        ),
      )
      .map((l) => linesKey([l])),
  );
};

const dayOf = (at: number): number => Math.floor(at / 86_400);
const yearOf = (day: number): number => calendarDate(day).year;
const monthOf = (day: number): string => `${yearOf(day)}-${calendarDate(day).month}`;
const visitsOf = (facts: Facts): Encounter[] =>
  facts.encounters.filter(
    (e) => inForce(e) && ['outpatient', 'chronic', 'emergency'].includes(e.setting) && !/^(Z49|N18|Z50|Z48|Z51)/.test(e.main),
  );
const many =
  (span: (day: number) => string, least: number): Oracle =>
  (facts) =>
    group(visitsOf(facts), (e) => `${e.person.no} ${span(dayOf(e.begins))}`)
      .filter((list) => list.length >= least)
      .map(settled);

const total = (e: Encounter): number => e.settlements.reduce((sum, s) => sum + s.total, 0);
const fund = (e: Encounter): number => e.settlements.reduce((sum, s) => sum + s.fund, 0);
const busy: Oracle = (facts) =>
  group(visitsOf(facts), (e) => `${e.person.no} ${yearOf(dayOf(e.begins))}`)
    .filter((list) => list.length >= 40)
    .filter((list) => {
      const points = [
        new Set(list.map((e) => e.providerNo)).size >= 4,
        new Set(list.map((e) => e.main.slice(0, 3))).size >= 6,
        list.reduce((sum, e) => sum + fund(e), 0) >= 0.8 * list.reduce((sum, e) => sum + total(e), 0) - 1e-6,
      ];
      return points.filter(Boolean).length >= 2;
    })
    .map(settled);

const unindicated: Oracle = (facts, points) =>
  facts.encounters
    .filter((e) => e.setting === 'inpatient' && !e.open && e.settlements.length > 0)
    .filter((e) => points.some((p) => p.codes.some((prefix) => e.main.startsWith(prefix))))
    .filter((e) => Math.max(1, dayOf(e.ends) - dayOf(e.begins)) <= 5)
    .filter((e) => {
      const part = (...kinds: string[]) =>
        e.lines.filter((l) => kinds.includes(l.raw.med_chrgitm_type as string)).reduce((sum, l) => sum + l.quantity * l.price, 0);
      return part('03', '04') >= 0.6 * total(e) - 1e-6 && part('05', '06', '09', '10', '11') <= 0.2 * total(e) + 1e-6;
    })
    .map((e) => settled([e]));

const nearCap: Oracle = (facts) =>
  group(
    facts.encounters.flatMap((e) => e.settlements.map((s) => ({ e, s }))),
    ({ e, s }) => `${e.person.no} ${yearOf(dayOf(s.at))}`,
  )
    .filter((list) => {
      const cap = list.some(({ s }) => s.raw.insutype === '390') ? 200_000 : 400_000;
      return list.reduce((sum, { s }) => sum + s.fund, 0) >= 0.9 * cap - 1e-6;
    })
    .map(
      (list) =>
        `S${list
          .map(({ s }) => s.id)
          .sort()
          .join(';')}`,
    );

const outOfArea: Oracle = (facts) =>
  group(
    facts.encounters.filter((e) => inForce(e) && e.raw.out_area_flag === '1'),
    (e) => `${e.person.no} ${yearOf(dayOf(e.begins))}`,
  )
    .filter((list) => list.length >= 5 && list.reduce((sum, e) => sum + total(e), 0) > 50_000)
    .map(settled);

const buyers: Oracle = (facts, points) =>
  points.flatMap((p) =>
    group(
      facts.lines.filter((l) => p.codes.includes(l.code) && l.encounter.setting !== 'inpatient'),
      (l) => `${l.encounter.person.no} ${yearOf(l.day)} ${calendarDate(l.day).month > 6}`,
    )
      .filter((lines) => new Set(lines.map((l) => l.encounter.providerNo)).size >= 3)
      .filter((lines) => lines.reduce((sum, l) => sum + l.quantity, 0) > (p.params.max as number))
      .map(linesKey),
  );

/** In order of time; `over` says whether a record is too much beside those before it that were not. */
const inTurn =
  (where: (l: Line) => boolean, over: (line: Line, before: readonly Line[]) => boolean): Oracle =>
  (facts, points) =>
    points.flatMap((p) =>
      group(
        facts.lines.filter((l) => p.codes.includes(l.code) && where(l)),
        (l) => l.encounter.person.no,
      ).flatMap((list) => {
        list.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
        const kept: Line[] = [];
        const found: string[] = [];
        for (const line of list)
          if (over(line, kept)) found.push(linesKey([line]));
          else kept.push(line);
        return found;
      }),
    );
const within = (line: Line, before: readonly Line[], days: number): Line[] => before.filter((b) => b.day > line.day - days);

/** Three days in a row and more on which a stay bills bed, nursing and consultation only. */
const idle: Oracle = (facts) =>
  facts.encounters
    .filter((e) => e.setting === 'inpatient' && inForce(e))
    .filter((e) => {
      const days = [...new Set(e.lines.map((l) => l.day))];
      const quiet = (day: number) =>
        e.lines.filter((l) => l.day === day).every((l) => ['01', '02', '07'].includes(l.raw.med_chrgitm_type as string));
      return days.some((day) => [day, day + 1, day + 2].every((d) => days.includes(d) && quiet(d)));
    })
    // a line without its category leaves the days unknown
    .filter((e) => e.lines.every((l) => l.raw.med_chrgitm_type !== ''))
    .map((e) => settled([e]));

/** Doses of that drug are all written 支, or not at all. */
const overBilled: Oracle = (facts, points) =>
  points.flatMap((p) =>
    facts.lines
      .filter((l) => p.codes.includes(l.code))
      .filter((l) => {
        const dose = /^(\d+)支$/.exec(l.raw.sin_dos ?? '')?.[1];
        const times = { qd: 1, bid: 2, '12': 2, tid: 3 }[l.raw.used_frqu ?? ''];
        if (!dose || !times || l.supplyDays === null) return false;
        return (l.quantity - 1) * (p.params.unitContent as number) > Number(dose) * times * l.supplyDays * 1.1 + 1e-6;
      })
      .map((l) => linesKey([l])),
  );

const rush: Oracle = (facts) =>
  group(
    facts.encounters
      .filter((e) => ['outpatient', 'emergency', 'pharmacy'].includes(e.setting))
      .flatMap((e) => e.settlements.map((s) => ({ e, s }))),
    ({ e, s }) => `${e.person.no} ${yearOf(dayOf(s.at))}`,
  )
    .filter((list) => {
      const cents = (entries: typeof list) => entries.reduce((sum, { s }) => sum + Math.round(s.fund * 100), 0);
      const december = cents(list.filter(({ s }) => calendarDate(dayOf(s.at)).month === 12));
      const before = cents(list) - december;
      const limit = list.some(({ s }) => s.raw.insutype === '390') ? 200_000 : 300_000;
      return december >= 100_000 && december * 11 > before * 2 && (december + before) * 10 >= limit * 9;
    })
    .map(
      (list) =>
        `S${list
          .map(({ s }) => s.id)
          .sort()
          .join(';')}`,
    );

const household: Oracle = (facts) =>
  group(
    facts.encounters.filter((e) => e.setting === 'inpatient' && inForce(e)),
    (e) => `${e.providerNo} ${dayOf(e.begins)} ${e.person.address}`,
  )
    .filter((list) => new Set(list.map((e) => e.person.no)).size >= 3)
    .map(settled);

export const conductOracles: Record<string, Oracle> = {
  'frequent-outpatient': many(monthOf, 15),
  'frequent-outpatient-day': many(String, 3),
  'busy-outpatient': busy,
  'unindicated-stay': unindicated,
  'near-annual-cap': nearCap,
  'frequent-out-of-area': outOfArea,
  'professional-buyer': buyers,
  'excess-supply': inTurn(
    (l) => l.encounter.setting !== 'inpatient',
    (line, before) => within(line, before, 90).reduce((sum, b) => sum + (b.supplyDays as number), 0) > 135,
  ),
  'dialysis-sessions': inTurn(
    () => true,
    (line, before) => within(line, before, 7).reduce((sum, b) => sum + b.quantity, line.quantity) > 4,
  ),
  'year-end-rush': rush,
  'quantity-above-order': overBilled,
  'idle-stay': idle,
  'household-stays': household,
  'third-party-injury': thirdParty,
  'organ-removed-twice': removedTwice,
  'repeated-examination': repeated,
};
