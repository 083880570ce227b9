// Schemes and what-ifs against settlements worked out by hand.
import { describe, expect, test } from 'vitest';
import { changedScheme, enrolmentFactor, type Lever } from './levers.ts';
import { type BenefitCase, type BenefitRule, type BenefitScheme, benefitYear, ruleOf, settle } from './scheme.ts';
import { type PastSettlement, whatIf } from './what-if.ts';

const rule = (own: Partial<BenefitRule>): BenefitRule => ({
  insurance: [],
  setting: [],
  level: [],
  outOfArea: null,
  deductibleFen: 0,
  deductiblePer: 'settlement',
  bands: [{ aboveFen: 0, rate: 8000 }],
  capFen: null,
  aidRate: 0,
  ...own,
});
const scheme = (rules: BenefitRule[], capFen: number | null = null): BenefitScheme => ({
  schemeId: 's',
  title: 's',
  region: '*',
  fromDay: 0,
  toDay: null,
  source: 's',
  rounding: 'floor',
  rules,
  capFen,
});
const stay = (own: Partial<BenefitCase> = {}): BenefitCase => ({
  insurance: 'employee',
  setting: 'inpatient',
  level: 3,
  outOfArea: false,
  totalFen: 1_200_000,
  inScopeFen: 1_000_000,
  aided: false,
  ...own,
});
const lever = (own: Partial<Lever>): Lever => ({ kind: 'rate', insurance: [], setting: [], level: [], items: [], by: 0, ...own });

describe('one settlement', () => {
  test('10,000 yuan in scope less a deductible of 800 at 84 %: 7,728', () => {
    const one = scheme([rule({ deductibleFen: 80_000, bands: [{ aboveFen: 0, rate: 8400 }] })]);
    expect(settle(one, 0, stay(), benefitYear(one))).toEqual({ poolFen: 772_800, aidFen: 0 });
  });
  test('a yearly deductible of 500 is used up by 300 and 400: the second pays 80 % of 200', () => {
    const one = scheme([rule({ deductibleFen: 50_000, deductiblePer: 'year' })]);
    const year = benefitYear(one);
    expect(settle(one, 0, stay({ inScopeFen: 30_000 }), year).poolFen).toBe(0);
    expect(settle(one, 0, stay({ inScopeFen: 40_000 }), year).poolFen).toBe(16_000);
  });
  test('bands go on over the year: 80 % to 10,000, then 90 %; two stays of 8,000', () => {
    const one = scheme([
      rule({
        bands: [
          { aboveFen: 0, rate: 8000 },
          { aboveFen: 1_000_000, rate: 9000 },
        ],
      }),
    ]);
    const year = benefitYear(one);
    expect(settle(one, 0, stay({ inScopeFen: 800_000 }), year).poolFen).toBe(640_000);
    // 2,000 at 80 % and 6,000 at 90 %
    expect(settle(one, 0, stay({ inScopeFen: 800_000 }), year).poolFen).toBe(160_000 + 540_000);
  });
  test('the year’s cap, of a rule and of the scheme', () => {
    const own = scheme([rule({ capFen: 500_000 })]);
    expect(settle(own, 0, stay(), benefitYear(own)).poolFen).toBe(500_000);
    const all = scheme([rule({})], 900_000);
    const year = benefitYear(all);
    expect([settle(all, 0, stay(), year).poolFen, settle(all, 0, stay(), year).poolFen]).toEqual([800_000, 100_000]);
  });
  test('aid pays its part of what is left in scope; fractions of a fen go down', () => {
    const one = scheme([rule({ aidRate: 6000, bands: [{ aboveFen: 0, rate: 3333 }] })]);
    // 33.33 % of 101 is 33.6633; of the 68 left 60 % is 40.8
    expect(settle(one, 0, stay({ inScopeFen: 101, aided: true }), benefitYear(one))).toEqual({ poolFen: 33, aidFen: 40 });
  });
  test('the first rule that fits; what is unknown fits only a rule that does not ask', () => {
    const one = scheme([rule({ insurance: ['employee'], level: [3] }), rule({ insurance: ['employee'] })]);
    expect([ruleOf(one, stay()), ruleOf(one, stay({ level: null })), ruleOf(one, stay({ insurance: 'resident' }))]).toEqual([0, 1, -1]);
  });
});

describe('levers', () => {
  const one = scheme([
    rule({ insurance: ['employee', 'resident'], deductibleFen: 10_000 }),
    rule({ setting: ['pharmacy'], bands: [{ aboveFen: 0, rate: 0 }] }),
  ]);
  test('act where they say and nowhere else', () => {
    const changed = changedScheme(one, [lever({ kind: 'rate', insurance: ['resident'], by: 500 })]);
    const rate = (insurance: 'employee' | 'resident') => changed.rules[ruleOf(changed, stay({ insurance }))]?.bands[0]?.rate;
    expect([rate('employee'), rate('resident')]).toEqual([8000, 8500]);
  });
  test('never above the whole, never below nothing, and a rate of nothing stays', () => {
    const changed = changedScheme(one, [lever({ kind: 'rate', by: 9000 }), lever({ kind: 'deductible', by: -99_000 })]);
    expect(changed.rules[0]).toMatchObject({ deductibleFen: 0, bands: [{ rate: 10_000 }] });
    expect(changed.rules[ruleOf(changed, stay({ insurance: 'other', setting: 'pharmacy' }))]?.bands[0]?.rate).toBe(0);
  });
  test('more people', () => {
    const levers = [lever({ kind: 'enrolment', insurance: ['resident'], by: -500 })];
    expect([enrolmentFactor(levers, 'resident'), enrolmentFactor(levers, 'employee')]).toEqual([0.95, 1]);
  });
});

describe('what if', () => {
  const one = scheme([rule({ deductibleFen: 100_000 })]);
  const past = (person: number, inScopeFen: number, poolFen: number, own: Partial<PastSettlement> = {}): PastSettlement => ({
    ...stay({ inScopeFen, totalFen: inScopeFen }),
    settlementNo: `S${person}-${inScopeFen}`,
    person,
    year: 2025,
    poolFen,
    aidFen: 0,
    groups: ['all'],
    known: true,
    totalChangeFen: 0,
    inScopeChangeFen: 0,
    ...own,
  });
  const run = (levers: Lever[], settlements: PastSettlement[]) => {
    const trial = whatIf(one, changedScheme(one, levers), levers, 1);
    for (const each of settlements) trial.take(each);
    return trial.end();
  };
  test('a deductible raised by 500: two stays cost their person 2 × 400 more, the small one nothing', () => {
    const result = run(
      [lever({ kind: 'deductible', by: 50_000 })],
      [past(1, 600_000, 400_000), past(1, 400_000, 240_000), past(2, 50_000, 0)],
    );
    expect(result.all).toMatchObject({
      settlements: 3,
      people: 2,
      poolBefore: 640_000,
      poolAfter: 560_000,
      ownBefore: 410_000,
      ownAfter: 490_000,
      gain: 0,
      lose: 1,
      same: 1,
    });
    expect(result.byGroup[0]?.all).toEqual(result.all);
  });
  test('no lever changes nothing', () => {
    const result = run([], [past(1, 600_000, 400_000)]);
    expect(result.all.poolAfter).toBe(result.all.poolBefore);
    expect(result).toMatchObject({ replayed: 1, reproduced: 1, all: { gain: 0, lose: 0, same: 1 } });
  });
  test('what was paid otherwise is listed and not forced', () => {
    const result = run([lever({ kind: 'deductible', by: 50_000 })], [past(1, 600_000, 399_999), past(2, 600_000, 400_000)]);
    expect(result).toMatchObject({
      replayed: 2,
      reproduced: 1,
      notReproducedFen: 399_999,
      reasons: { pool: 1 },
      all: { settlements: 1, poolBefore: 400_000 },
    });
    expect(result.notReproduced).toEqual([{ settlementNo: 'S1-600000', why: 'pool', recordedFen: 399_999, replayedFen: 400_000 }]);
  });
  test('a price cut of 1,000 in scope saves the fund 800 and the person 200', () => {
    const result = run(
      [lever({ kind: 'price', by: -1000 })],
      [past(1, 600_000, 400_000, { totalChangeFen: -100_000, inScopeChangeFen: -100_000 })],
    );
    expect(result.all).toMatchObject({ poolAfter: 320_000, ownBefore: 200_000, ownAfter: 180_000, gain: 1 });
  });
  test('a tenth more people cost a tenth more, and nobody pays more for it', () => {
    const result = run([lever({ kind: 'enrolment', by: 1000 })], [past(1, 600_000, 400_000)]);
    expect(result.all).toMatchObject({ poolAfter: 440_000, gain: 0, lose: 0, same: 1 });
  });
});
