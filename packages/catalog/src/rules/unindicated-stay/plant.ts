import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 无指征住院: a slight diagnosis, five days at most, examinations at least three fifths of the cost, drugs and treatment at most one fifth. */
const slight = ['J06.900', 'R51.x00', 'R42.x00', 'M54.500', 'K30.x00'];
const looks = [
  '腹部彩色多普勒超声',
  '心脏彩色多普勒超声',
  '颈部血管彩色多普勒超声',
  '动态心电图',
  '甲状腺功能五项',
  '肿瘤标志物三项',
  '肝功能十一项',
  '血脂六项',
];
interface Wish {
  days?: number;
  diagnosis?: string;
  /** How many of the examinations. */
  tests?: number;
  /** Ampoules of a drug of 4.8 yuan. */
  drugs?: number;
  open?: boolean;
}
const stay = (
  kit: PlantKit,
  { days = 3, diagnosis = kit.random.pick(slight), tests = 8, drugs = 2, open = false }: Wish = {},
): PlantVisit => {
  const visit = kit.visit(kit.person({ minAge: 30, maxAge: 75 }), {
    scene: 'inpatient',
    on: open ? kit.to - 5 : kit.day({ after: days + 2 }),
    days,
    open,
    at: { kind: 'hospital', level: 2 },
    diagnosis,
    bare: true,
  });
  for (let day = visit.first; day < visit.first + Math.max(1, open ? 3 : days); day += 1) {
    visit.add('三人间床位费', { on: day, hour: 13 });
    visit.add('三级护理', { on: day, hour: 13 });
    visit.add('住院诊查费', { on: day, hour: 13 });
    visit.add('维生素C注射液', { on: day, hour: 13 });
  }
  for (const name of looks.slice(0, tests)) visit.add(name, { on: visit.first, hour: 15 });
  visit.add('盐酸氨溴索注射液', { on: visit.first, hour: 15, quantity: drugs });
  return visit;
};
const wrong = (wish: Wish) => (kit: PlantKit) => kit.violation({ visits: [stay(kit, wish)] });
const fine = (wish: Wish) => (kit: PlantKit) => void stay(kit, wish);

const plant: Plant = {
  code: 'GZ10000204005000',
  grain: 'encounter',
  violations: [
    wrong({}),
    wrong({ days: 5 }),
    wrong({ days: 2, tests: 6, drugs: 1 }),
    wrong({ days: 4, drugs: 6 }),
    (kit) => {
      const visit = stay(kit, { days: 3 });
      visit.resettle();
      kit.violation({ visits: [visit] });
    },
  ],
  nearMisses: [
    fine({ days: 6 }),
    // Something worse.
    fine({ diagnosis: 'I20.000' }),
    // Two examinations only.
    fine({ days: 4, tests: 1 }),
    // Much treated.
    fine({ drugs: 90 }),
    fine({ open: true }),
  ],
};
export default plant;
