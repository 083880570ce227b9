import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 挂床住院: three days in a row and more on which only bed, nursing and consultation are billed. */
const stay = (kit: PlantKit, pattern: string, more: { open?: boolean } = {}): PlantVisit => {
  const visit = kit.visit(kit.person({ minAge: 45, maxAge: 80 }), {
    scene: 'inpatient',
    on: more.open ? kit.to - pattern.length : kit.day({ after: pattern.length + 2 }),
    days: pattern.length,
    at: { kind: 'hospital', minLevel: 2 },
    diagnosis: kit.random.pick(['I50.900', 'J44.100', 'E11.900']),
    bare: true,
    ...more,
  });
  [...pattern].forEach((letter, n) => {
    const on = visit.first + n;
    if (letter === '-') return;
    visit.add('双人间床位费', { on, hour: 13 });
    visit.add('二级护理', { on, hour: 13 });
    visit.add('住院诊查费', { on, hour: 13 });
    if (letter === 'c') visit.add('维生素C注射液', { on, hour: 14, quantity: 2 });
    if (letter === 't') visit.add('血细胞分析', { on, hour: 14 });
  });
  return visit;
};
/** One letter a day: c cared for, t tested, i idle, - nothing billed. */
const wrong = (pattern: string) => (kit: PlantKit) => kit.violation({ visits: [stay(kit, pattern)] });
const fine = (pattern: string) => (kit: PlantKit) => void stay(kit, pattern);

const plant: Plant = {
  code: 'DF-01',
  grain: 'encounter',
  violations: [
    wrong('ciiic'),
    wrong('tciiiii'),
    wrong('iiicct'),
    wrong('ciiciiii'),
    // What was given on the second idle day was taken back.
    (kit) => {
      const visit = stay(kit, 'cciic');
      const given = visit.add('盐酸氨溴索注射液', { on: visit.first + 1, hour: 15 });
      visit.refund(given);
      const only = stay(kit, 'ciiic');
      only.refund(only.add('盐酸氨溴索注射液', { on: only.first + 2, hour: 15 }));
      kit.violation({ visits: [only] });
    },
  ],
  nearMisses: [
    fine('ciicii'),
    fine('cccct'),
    // A day without any charge between.
    fine('cii-iic'),
    fine('itiitii'),
    (kit) => stay(kit, 'ciiiic').reverse(),
  ],
};
export default plant;
