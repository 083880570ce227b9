import type { Plant, PlantKit, PlantVisit, VisitWish } from '../../plant.ts';
import { birthdayOn } from '../../planting.ts';

/** 诊断与患者年龄不符: a diagnosis is not seen at the age the person has when the encounter begins. One finding per encounter and point. */
const visitOn = (kit: PlantKit, born: (on: number) => number, diagnosis: string, wish: Partial<VisitWish> = {}): PlantVisit => {
  const on = kit.day({ before: 40, after: 7 });
  return kit.visit(kit.person({ bornOn: born(on) }), { scene: 'outpatient', on, diagnosis, ...wish });
};
/** Becomes `age` years `shift` days after the beginning. */
const becoming =
  (age: number, shift: number) =>
  (on: number): number =>
    birthdayOn(age, on + shift);
const days =
  (count: number) =>
  (on: number): number =>
    on - count;
const stay = { scene: 'inpatient', at: { kind: 'maternity' } } as const;

const plant: Plant = {
  code: 'GZ10000204007000',
  grain: 'encounter',
  violations: [
    // Twenty-nine days old.
    (kit) => kit.violation({ visits: [visitOn(kit, days(29), 'P38.x00', stay)] }),
    // The thirteenth birthday: 12 at most.
    (kit) => kit.violation({ visits: [visitOn(kit, becoming(13, 0), 'E30.100')] }),
    // The day before the birthday.
    (kit) => kit.violation({ visits: [visitOn(kit, becoming(60, 1), 'R54.x00', { scene: 'inpatient' })] }),
    (kit) => kit.violation({ visits: [visitOn(kit, becoming(40, 1), 'M80.000')] }),
    // Outside either end of a range.
    (kit) => kit.violation({ visits: [visitOn(kit, becoming(3, 1), 'F93.000')] }),
    (kit) => kit.violation({ visits: [visitOn(kit, becoming(18, 0), 'F93.800')] }),
    // As a further diagnosis; two codes of one point are one finding.
    (kit) => {
      const visit = visitOn(kit, becoming(45, 0), 'J18.900', { scene: 'inpatient' });
      visit.diagnose('P36.900');
      visit.diagnose('P38.x00');
      kit.violation({ visits: [visit] });
    },
    // Codes of two points: two findings.
    (kit) => {
      const visit = visitOn(kit, becoming(30, 0), 'E30.100');
      visit.diagnose('R54.x00');
      kit.violation({ visits: [visit] });
      kit.violation({ visits: [visit] });
    },
  ],
  nearMisses: [
    (kit) => void visitOn(kit, days(28), 'P38.x00', stay),
    // The day before the thirteenth birthday.
    (kit) => void visitOn(kit, becoming(13, 1), 'E30.100'),
    // Of that age on admission, older when discharged.
    (kit) => void visitOn(kit, becoming(13, 2), 'E30.100', { scene: 'inpatient' }),
    (kit) => void visitOn(kit, days(26), 'P36.900', stay),
    (kit) => void visitOn(kit, becoming(60, 0), 'R54.x00'),
    (kit) => void visitOn(kit, becoming(40, 0), 'M80.000', { scene: 'inpatient' }),
    (kit) => void visitOn(kit, becoming(3, 0), 'F93.000'),
    (kit) => void visitOn(kit, becoming(18, 1), 'F93.800'),
    // A neighbour of the prefix.
    (kit) => void visitOn(kit, becoming(35, 0), 'M80.500'),
  ],
};
export default plant;
