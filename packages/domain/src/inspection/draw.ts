/**
 * 双随机: institutions and officers drawn by a recorded seed. Whoever has the frame, the seed and the weights draws the same again,
 * on any machine and in whatever order the frame is given.
 */
import type { Day } from '../time.ts';

export interface FrameUnit {
  readonly providerNo: string;
  readonly name: string;
  readonly kind: string;
  /** Level, kind or credit grade it is drawn within; '' where nothing parts the frame. */
  readonly stratum: string;
  /** How much likelier than 1 it is drawn: 2 is twice. */
  readonly weight: number;
}

export interface Officer {
  readonly name: string;
  readonly certificateNo: string;
  readonly unit: string;
  /** Institutions this officer keeps away from (回避). */
  readonly avoids: readonly string[];
  readonly validTo: Day | null;
}

export interface DrawnInspection {
  readonly unit: FrameUnit;
  /** The first leads. */
  readonly team: readonly Officer[];
  /** Who comes in, in this order, when somebody has to keep away. */
  readonly reserves: readonly Officer[];
}

/** A number in (0, 1) that only the text decides: FNV-1a, then mulberry32. */
function chance(text: string): number {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  let t = (state + 0x6d2b79f5) >>> 0;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4_294_967_296;
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Places of each stratum by the sum of its weights (largest remainder), never more than it has. */
export function placesOf(strata: readonly { readonly size: number; readonly weight: number }[], wanted: number): number[] {
  const places = strata.map(() => 0);
  const room = () => strata.map(({ size }, i) => size - (places[i] as number));
  for (
    let left = Math.min(
      wanted,
      strata.reduce((sum, { size }) => sum + size, 0),
    );
    left > 0;
  ) {
    const free = room();
    const all = strata.reduce((sum, { weight }, i) => sum + ((free[i] as number) > 0 ? weight : 0), 0);
    const exact = strata.map(({ weight }, i) => ((free[i] as number) > 0 ? (left * weight) / all : 0));
    const whole = exact.map((x, i) => Math.min(Math.floor(x), free[i] as number));
    const given = whole.reduce((sum, n) => sum + n, 0);
    for (const [i, n] of whole.entries()) places[i] = (places[i] as number) + n;
    left -= given;
    if (given > 0 && left > 0 && whole.some((n, i) => n === free[i] && n < Math.floor(exact[i] as number))) continue;
    // what is left over: the largest remainders first
    const order = exact.map((x, i) => ({ rest: x - Math.floor(x), i })).sort((a, b) => b.rest - a.rest || a.i - b.i);
    for (const { i } of order) {
      if (left === 0) break;
      if ((places[i] as number) >= (strata[i] as { size: number }).size) continue;
      places[i] = (places[i] as number) + 1;
      left -= 1;
    }
  }
  return places;
}

/** So many institutions; within a stratum by weight without putting back (Efraimidis–Spirakis keys). */
export function drawInstitutions(frame: readonly FrameUnit[], count: number, seed: number): FrameUnit[] {
  const strata = [...Map.groupBy(frame, ({ stratum }) => stratum)].sort(([a], [b]) => byText(a, b));
  const places = placesOf(
    strata.map(([, own]) => ({ size: own.length, weight: own.reduce((sum, { weight }) => sum + weight, 0) })),
    count,
  );
  return strata.flatMap(([, own], i) =>
    own
      .map((unit) => ({ unit, key: -Math.log(chance(`${seed}|${unit.providerNo}`)) / unit.weight }))
      .sort((a, b) => a.key - b.key || byText(a.unit.providerNo, b.unit.providerNo))
      .slice(0, places[i])
      .map(({ unit }) => unit),
  );
}

/** A team for each: nobody where he must keep away; who was drawn least comes first, chance decides among equals. */
export function drawTeams(units: readonly FrameUnit[], officers: readonly Officer[], size: number, seed: number): DrawnInspection[] {
  const load = new Map(officers.map(({ certificateNo }) => [certificateNo, 0]));
  return units.map((unit) => {
    const order = officers
      .filter(({ avoids }) => !avoids.includes(unit.providerNo))
      .map((officer) => ({ officer, key: chance(`${seed}|${unit.providerNo}|${officer.certificateNo}`) }))
      .sort(
        (a, b) =>
          (load.get(a.officer.certificateNo) as number) - (load.get(b.officer.certificateNo) as number) ||
          a.key - b.key ||
          byText(a.officer.certificateNo, b.officer.certificateNo),
      )
      .map(({ officer }) => officer);
    const team = order.slice(0, size);
    for (const { certificateNo } of team) load.set(certificateNo, (load.get(certificateNo) as number) + 1);
    return { unit, team, reserves: order.slice(size) };
  });
}
