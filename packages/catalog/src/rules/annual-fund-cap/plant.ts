import type { Plant, PlantKit, PlantSettlement } from '../../plant.ts';

/** 冲顶消费: the pooled fund pays a person for stays up to the cap of the year (employees 300,000 yuan, residents 150,000; 95 %). */
const ITEM = '复方氨基酸注射液'; // 18.70 yuan, nine tenths in scope

/**
 * Stays of a year, each with so many units. At a hospital of class 2 the pool pays employees 88 % and residents 75 % of what is in scope,
 * above 400 yuan a stay.
 */
function stays(kit: PlantKit, insurance: '310' | '390', units: readonly number[], sameYear = true): PlantSettlement[] {
  const person = kit.person({ minAge: 18, maxAge: 30, insurance });
  const on = kit.day(sameYear ? { after: units.length * 70 + 8, sameYear } : { before: 0, after: 120, within: { from: '2025-12-01' } });
  return units.flatMap((quantity, n) => {
    const visit = kit.visit(person, {
      scene: 'inpatient',
      at: { kind: 'hospital', level: 2 },
      on: on + n * 70,
      days: 6,
      diagnosis: ['D61.900', 'N18.000', 'K50.900', 'L40.000'][n % 4] as string,
    });
    visit.add(ITEM, { quantity, on: visit.first + 1, supplyDays: 1 });
    return visit.settle(visit.last);
  });
}

const plant: Plant = {
  code: 'DF-43',
  grain: 'person',
  most: 10,
  violations: [
    // 20,000 units are 374,000 yuan, 336,600 in scope, 296,000 paid.
    (kit) => kit.violation({ settlements: stays(kit, '310', [10_000, 10_000]) }),
    (kit) => kit.violation({ settlements: stays(kit, '310', [21_000]) }),
    // Residents reach it sooner: 12,000 units are 202,000 in scope, 151,000 paid.
    (kit) => kit.violation({ settlements: stays(kit, '390', [6000, 6000]) }),
    (kit) => kit.violation({ settlements: stays(kit, '390', [4000, 4000, 4000]) }),
    (kit) => kit.violation({ settlements: stays(kit, '310', [7000, 7000, 7000]) }),
  ],
  nearMisses: [
    // 18,000 units: 266,000 paid.
    (kit) => void stays(kit, '310', [9000, 9000]),
    (kit) => void stays(kit, '310', [12_000]),
    (kit) => void stays(kit, '390', [5000, 5000]),
    (kit) => void stays(kit, '390', [3000]),
  ],
};
export default plant;
