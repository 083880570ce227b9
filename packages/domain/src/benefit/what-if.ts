/**
 * Settles the settlements of a period again, under the policy in force and under a changed one, and says who gains and who loses.
 * The policy in force must give what was recorded: a settlement where it does not is *not reproduced* and takes no part in the
 * comparison; it keeps what was paid and is counted and listed. People behave as they did (no more and no fewer visits).
 */
import type { Fen } from '../money.ts';
import { enrolmentFactor, type Lever } from './levers.ts';
import { type BenefitCase, type BenefitScheme, benefitYear, ruleFinder, settle } from './scheme.ts';

export interface PastSettlement extends BenefitCase {
  /** False where the record does not tell what was in scope or what the pool paid; such amounts are 0. */
  readonly known: boolean;
  readonly settlementNo: string;
  readonly person: number;
  /** Calendar year of the settlement. */
  readonly year: number;
  readonly poolFen: Fen;
  readonly aidFen: Fen;
  /** Values by which the result is parted; as many as `WhatIfAsk.groups`. */
  readonly groups: readonly string[];
  /** What its items would cost beside now, and what of it would be in scope (price, catalogue). */
  readonly totalChangeFen: Fen;
  readonly inScopeChangeFen: Fen;
}

export interface Effect {
  settlements: number;
  people: number;
  totalBefore: Fen;
  totalAfter: Fen;
  poolBefore: Fen;
  poolAfter: Fen;
  aidBefore: Fen;
  aidAfter: Fen;
  /** What people pay themselves, from account or in cash. */
  ownBefore: Fen;
  ownAfter: Fen;
  /** People who pay less, more, or the same as before under this group. */
  gain: number;
  lose: number;
  same: number;
}
const nothing = (): Effect => ({
  settlements: 0,
  people: 0,
  totalBefore: 0,
  totalAfter: 0,
  poolBefore: 0,
  poolAfter: 0,
  aidBefore: 0,
  aidAfter: 0,
  ownBefore: 0,
  ownAfter: 0,
  gain: 0,
  lose: 0,
  same: 0,
});

export interface NotReproduced {
  readonly settlementNo: string;
  /** unknown: the record does not tell what was in scope or paid (cases paid by DRG or DIP among them). */
  readonly why: 'unknown' | 'no-rule' | 'pool' | 'aid';
  readonly recordedFen: Fen;
  readonly replayedFen: Fen;
}

export interface WhatIf {
  readonly all: Effect;
  /** By group (its number in `groups`), then by value. */
  readonly byGroup: readonly Readonly<Record<string, Effect>>[];
  readonly replayed: number;
  readonly reproduced: number;
  /** Paid by pool and aid where the replay gave something else. */
  readonly notReproducedFen: Fen;
  readonly reasons: Readonly<Record<NotReproduced['why'], number>>;
  /** The first ones. */
  readonly notReproduced: readonly NotReproduced[];
}

const LISTED = 200;

/** Takes settlements in the order of person and moment; `end` gives the result. */
export function whatIf(scheme: BenefitScheme, changed: BenefitScheme, levers: readonly Lever[], groups: number) {
  const [ruleNow, ruleThen] = [ruleFinder(scheme), ruleFinder(changed)];
  const factors = new Map<string | null, number>();
  const factorOf = (insurance: BenefitCase['insurance']) => {
    const known = factors.get(insurance);
    if (known !== undefined) return known;
    const factor = enrolmentFactor(levers, insurance);
    factors.set(insurance, factor);
    return factor;
  };
  const all = nothing();
  const byGroup = Array.from({ length: groups }, () => new Map<string, Effect>());
  let [person, year] = [-1, -1];
  let [now, then] = [benefitYear(scheme), benefitYear(changed)];
  /** What the person paid more, under each effect that one of the settlements counts in. */
  let own = new Map<Effect, number>();
  let [replayed, reproduced, notReproducedFen] = [0, 0, 0];
  const reasons: Record<NotReproduced['why'], number> = { unknown: 0, 'no-rule': 0, pool: 0, aid: 0 };
  const notReproduced: NotReproduced[] = [];

  const closePerson = () => {
    for (const [effect, more] of own) {
      effect.people += 1;
      if (more < 0) effect.gain += 1;
      else if (more > 0) effect.lose += 1;
      else effect.same += 1;
    }
    own = new Map();
  };

  const refuse = (one: PastSettlement, why: NotReproduced['why'], replayedFen: Fen) => {
    reasons[why] += 1;
    notReproducedFen += one.poolFen + one.aidFen;
    if (notReproduced.length < LISTED)
      notReproduced.push({ settlementNo: one.settlementNo, why, recordedFen: why === 'aid' ? one.aidFen : one.poolFen, replayedFen });
  };

  return {
    take(one: PastSettlement): void {
      if (one.person !== person) closePerson();
      if (one.person !== person || one.year !== year) {
        [person, year] = [one.person, one.year];
        [now, then] = [benefitYear(scheme), benefitYear(changed)];
      }
      replayed += 1;
      if (!one.known) {
        refuse(one, 'unknown', 0);
        return;
      }
      const rule = ruleNow(one);
      if (rule < 0) {
        refuse(one, 'no-rule', 0);
        return;
      }
      const before = settle(scheme, rule, one, now);
      const moved =
        one.totalChangeFen === 0 && one.inScopeChangeFen === 0
          ? one
          : { ...one, totalFen: one.totalFen + one.totalChangeFen, inScopeFen: one.inScopeFen + one.inScopeChangeFen };
      const after = settle(changed, ruleThen(one), moved, then);
      if (before.poolFen !== one.poolFen) {
        refuse(one, 'pool', before.poolFen);
        return;
      }
      if (before.aidFen !== one.aidFen) {
        refuse(one, 'aid', before.aidFen);
        return;
      }
      reproduced += 1;
      const factor = factorOf(one.insurance);
      const [ownBefore, ownAfter] = [one.totalFen - one.poolFen - one.aidFen, moved.totalFen - after.poolFen - after.aidFen];
      const count = (effect: Effect) => {
        effect.settlements += 1;
        effect.totalBefore += one.totalFen;
        effect.totalAfter += moved.totalFen * factor;
        effect.poolBefore += one.poolFen;
        effect.poolAfter += after.poolFen * factor;
        effect.aidBefore += one.aidFen;
        effect.aidAfter += after.aidFen * factor;
        effect.ownBefore += ownBefore;
        effect.ownAfter += ownAfter * factor;
        own.set(effect, (own.get(effect) ?? 0) + ownAfter - ownBefore);
      };
      count(all);
      for (let i = 0; i < groups; i += 1) {
        const values = byGroup[i] as Map<string, Effect>;
        const value = one.groups[i] as string;
        let effect = values.get(value);
        if (!effect) {
          effect = nothing();
          values.set(value, effect);
        }
        count(effect);
      }
    },
    end(): WhatIf {
      closePerson();
      const whole = (effect: Effect): Effect =>
        Object.fromEntries(Object.entries(effect).map(([name, value]) => [name, Math.round(value)])) as unknown as Effect;
      return {
        all: whole(all),
        byGroup: byGroup.map((values) =>
          Object.fromEntries([...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, effect]) => [value, whole(effect)])),
        ),
        replayed,
        reproduced,
        notReproducedFen,
        reasons,
        notReproduced,
      };
    },
  };
}
