import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 体检式住院: three days in hospital for syncope with every examination and hardly any care, where others with it are treated. */
const DISEASE = 'R55.x00';
const examinations = ['心脏彩色多普勒超声', '腹部彩色多普勒超声', '肿瘤标志物三项', '甲状腺功能五项', '肝功能十一项', '胸部CT平扫'];

function stay(
  kit: PlantKit,
  days: number,
  tests: readonly string[],
  at?: ReturnType<PlantKit['provider']>,
  diagnosis = DISEASE,
): PlantVisit {
  const visit = kit.visit(kit.person({ minAge: 30, maxAge: 60 }), {
    scene: 'inpatient',
    at: at ?? { kind: 'hospital', level: 2 },
    on: kit.day({ after: days + 3, sameYear: true }),
    days,
    diagnosis,
  });
  for (const name of tests) visit.add(name, { on: visit.first, hour: 15 });
  return visit;
}

const ordinary = (kit: PlantKit) =>
  kit.peers('syncope', 3, (house) => {
    for (let n = 0; n < 5; n += 1) stay(kit, 5 + (n % 2), ['血细胞分析'], house);
  });

const checkup = (kit: PlantKit, days: number, tests = examinations, diagnosis = DISEASE): PlantVisit => {
  ordinary(kit);
  return stay(kit, days, tests, undefined, diagnosis);
};

const plant: Plant = {
  code: 'DF-07',
  grain: 'encounter',
  statistical: true,
  most: 5,
  violations: [
    (kit) => kit.violation({ visits: [checkup(kit, 3)] }),
    (kit) => kit.violation({ visits: [checkup(kit, 4)] }),
    // The longest that counts.
    (kit) => kit.violation({ visits: [checkup(kit, 7)] }),
  ],
  nearMisses: [
    (kit) => void checkup(kit, 8),
    // Less than six tenths.
    (kit) => void checkup(kit, 5, ['腹部彩色多普勒超声']),
    // Treated as well.
    (kit) => {
      const visit = checkup(kit, 4);
      visit.add('复方氨基酸注射液', { quantity: 20, on: visit.first + 1, supplyDays: 1 });
    },
    // Nothing to compare with.
    (kit) => void checkup(kit, 3, examinations, 'R59.000'),
  ],
};
export default plant;
