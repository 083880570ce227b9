import type { Plant, PlantCase, PlantKit, PlantVisit, VisitWish } from '../../plant.ts';

/** 诊断与患者性别不符. One finding per encounter and point, however many of its codes are written. */
const male = ['N40.x00', 'N41.100', 'N45.900', 'C61.x00', 'C62.900', 'D29.100'];
const female = ['N76.000', 'N83.200', 'D25.900', 'N92.600', 'C53.900', 'C56.x00'];

const visitOf = (kit: PlantKit, sex: 1 | 2, diagnosis: string, wish: Partial<VisitWish> = {}): PlantVisit =>
  kit.visit(kit.person({ sex, minAge: 25, maxAge: 80 }), { scene: 'outpatient', on: kit.day({ after: 7 }), diagnosis, ...wish });
const mismatch =
  (sex: 1 | 2, wish: Partial<VisitWish> = {}): PlantCase =>
  (kit) =>
    kit.violation({ visits: [visitOf(kit, sex, kit.random.pick(sex === 1 ? female : male), wish)] });

const plant: Plant = {
  code: 'GZ10000204006000',
  grain: 'encounter',
  violations: [
    mismatch(1),
    mismatch(2),
    mismatch(2, { scene: 'inpatient' }),
    // As a further diagnosis.
    (kit) => {
      const visit = visitOf(kit, 1, 'R10.400');
      visit.diagnose('N83.200');
      kit.violation({ visits: [visit] });
    },
    // Two codes of one point: one finding.
    (kit) => {
      const visit = visitOf(kit, 2, 'N40.x00');
      visit.diagnose('N41.900');
      kit.violation({ visits: [visit] });
    },
    // Codes of two points: two findings.
    (kit) => {
      const visit = visitOf(kit, 1, 'N76.000');
      visit.diagnose('D25.900');
      kit.violation({ visits: [visit] });
      kit.violation({ visits: [visit] });
    },
  ],
  nearMisses: [
    (kit) => void visitOf(kit, 1, kit.random.pick(male)),
    (kit) => void visitOf(kit, 2, kit.random.pick(female)),
    // Breast cancer occurs in men, and orchids of the list are neighbours of other codes.
    (kit) => void visitOf(kit, 1, 'C50.900'),
    (kit) => void visitOf(kit, 1, 'N39.000'),
    (kit) => {
      const visit = visitOf(kit, 2, 'R10.400', { scene: 'inpatient' });
      visit.diagnose('N83.200');
    },
  ],
};
export default plant;
