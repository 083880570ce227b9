import { type BenefitRule, type BenefitScheme, dayOfDate, type Insurance } from '@hengjian/domain';
import { deductible, rates } from './benefit.ts';

const insurances = { '310': 'employee', '390': 'resident', '510': 'maternity' } as const satisfies Record<string, Insurance>;
const levels = [0, 1, 2, 3] as const;

/** The city's table of benefits, as its bureau would write it down. */
export function benefitScheme(year: number): BenefitScheme {
  const rule = (own: Partial<BenefitRule>): BenefitRule => ({
    insurance: [],
    setting: [],
    level: [],
    outOfArea: false,
    deductibleFen: 0,
    deductiblePer: 'settlement',
    bands: [{ aboveFen: 0, rate: 0 }],
    capFen: null,
    aidRate: 0,
    ...own,
  });
  const cared = (Object.keys(insurances) as (keyof typeof insurances)[]).flatMap((code) =>
    levels.flatMap((level) =>
      [false, true].flatMap((outOfArea) => {
        const own = { insurance: [insurances[code]], level: [level], outOfArea };
        const bands = (scene: keyof typeof rates) => [{ aboveFen: 0, rate: (rates[scene][code][level] - (outOfArea ? 10 : 0)) * 100 }];
        return [
          rule({
            ...own,
            setting: ['inpatient'],
            deductibleFen: code === '510' ? 0 : deductible[level],
            bands: bands('stay'),
            aidRate: 6000,
          }),
          rule({ ...own, setting: ['chronic'], bands: bands('chronic'), aidRate: 6000 }),
          rule({ ...own, setting: ['outpatient', 'emergency'], bands: bands('clinic') }),
        ];
      }),
    ),
  );
  return {
    schemeId: `city-${year}`,
    title: `${year} 年基本医疗保险待遇（演示）`,
    region: '*',
    fromDay: dayOfDate(year, 1, 1),
    toDay: null,
    source: '演示数据',
    rounding: 'floor',
    rules: [...cared, rule({ setting: ['pharmacy'], outOfArea: null })],
    capFen: null,
  };
}
