/** 行为主体监管类 and extension rules of stays, visits and people, by brute force. */
import type { Encounter } from './facts.ts';
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

export const conductOracles: Record<string, Oracle> = {
  'third-party-injury': thirdParty,
  'organ-removed-twice': removedTwice,
  'repeated-examination': repeated,
};
