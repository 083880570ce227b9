import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/**
 * 年底突击刷卡: outpatient fund payments in December of 1,000 yuan and more, above twice the monthly mean before, and nine tenths of the
 * year's limit (employees 3,000 yuan, residents 2,000). Visits of many examinations, a few days apart.
 */
const looks = [
  '腹部彩色多普勒超声',
  '心脏彩色多普勒超声',
  '颈部血管彩色多普勒超声',
  '动态心电图',
  '甲状腺功能五项',
  '肿瘤标志物三项',
  '肝功能十一项',
  '电子胃镜检查',
  '脑电图检查',
];
const visits = (
  kit: PlantKit,
  insurance: '310' | '390',
  on: number,
  count: number,
  gap = 6,
  person = kit.person({ minAge: 40, maxAge: 75, insurance, quiet: true }),
): PlantVisit[] =>
  Array.from({ length: count }, (_, n) => {
    const visit = kit.visit(person, { scene: 'outpatient', on: on + n * gap, at: { kind: 'hospital', level: 3 }, diagnosis: 'R53.x00' });
    for (const name of looks) visit.add(name);
    return visit;
  });
const december = (kit: PlantKit): number => kit.date(kit.random.pick(['2025-12-02', '2025-12-04']));

const plant: Plant = {
  code: 'DF-15',
  grain: 'person',
  violations: [
    (kit) => kit.violation({ visits: visits(kit, '310', december(kit), 5, 5) }),
    (kit) => kit.violation({ visits: visits(kit, '390', december(kit), 5, 5) }),
    (kit) => kit.violation({ visits: visits(kit, '310', december(kit), 6, 4) }),
    (kit) => kit.violation({ visits: visits(kit, '390', december(kit), 6, 4) }),
    // With a visit in spring.
    (kit) => {
      const on = december(kit);
      const person = kit.person({ minAge: 40, maxAge: 75, insurance: '310', quiet: true });
      const early = visits(kit, '310', kit.date('2025-04-10'), 1, 6, person);
      kit.violation({ visits: [...early, ...visits(kit, '310', on, 5, 5, person)] });
    },
  ],
  nearMisses: [
    // As much in November.
    (kit) => void visits(kit, '310', kit.date('2025-11-01'), 5, 5),
    // Two visits do not use up the limit.
    (kit) => void visits(kit, '310', december(kit), 2),
    (kit) => void visits(kit, '390', december(kit), 3, 6),
    // No more in December than in the months before.
    (kit) => {
      const person = kit.person({ minAge: 40, maxAge: 75, insurance: '310', quiet: true });
      const from = kit.date('2025-01-08');
      visits(kit, '310', from, 11, 29, person);
      visits(kit, '310', kit.date('2025-12-10'), 2, 9, person);
    },
    (kit) => void visits(kit, '390', kit.date('2025-06-03'), 5, 5),
  ],
};
export default plant;
