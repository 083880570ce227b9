import type { Day } from '@hengjian/domain';
import type { Plant, PlantKit, PlantPerson, PlantProvider, PlantVisit, VisitWish } from '../../plant.ts';

/**
 * 分解住院: readmitted to the same institution within 15 days of discharge with the same main diagnosis (first three characters).
 * Planned cycles (chemotherapy Z51, dialysis Z49) and transfers are not; the readmission is in question.
 */
interface Setting {
  person: PlantPerson;
  at: PlantProvider;
}
const setting = (kit: PlantKit): Setting => ({ person: kit.person({ minAge: 45 }), at: kit.provider({ minLevel: 2 }) });
const stay = (kit: PlantKit, where: Setting, on: Day, diagnosis: string, wish: Partial<VisitWish> = {}): PlantVisit =>
  kit.visit(where.person, { scene: 'inpatient', on, days: 6, at: where.at, diagnosis, ...wish });
/** A stay of six days and the next one `gap` days after its end. */
const twice = (kit: PlantKit, gap: number, first: string, second: string, wish: Partial<VisitWish> = {}): [PlantVisit, PlantVisit] => {
  const where = setting(kit);
  const on = kit.day({ after: 14 + gap });
  return [stay(kit, where, on, first, wish), stay(kit, where, on + 6 + gap, second)];
};

const plant: Plant = {
  code: 'GZ10000204001000',
  grain: 'encounter',
  violations: [
    (kit) => kit.violation({ visits: [twice(kit, 15, 'J44.100', 'J44.100')[1]] }),
    (kit) => kit.violation({ visits: [twice(kit, 1, 'I63.900', 'I63.900')[1]] }),
    // Another code of the same three characters.
    (kit) => kit.violation({ visits: [twice(kit, 7, 'I50.900', 'I50.000')[1]] }),
    // On the day of discharge.
    (kit) => {
      const where = setting(kit);
      const on = kit.day({ after: 16 });
      stay(kit, where, on, 'K92.200', { endHour: 10 });
      kit.violation({ visits: [stay(kit, where, on + 6, 'K92.200', { hour: 15 })] });
    },
    // Three in a row: the second and the third.
    (kit) => {
      const where = setting(kit);
      const on = kit.day({ after: 50 });
      stay(kit, where, on, 'M51.200');
      kit.violation({ visits: [stay(kit, where, on + 12, 'M51.200')] });
      kit.violation({ visits: [stay(kit, where, on + 30, 'M51.200')] });
    },
  ],
  nearMisses: [
    // Sixteen days.
    (kit) => void twice(kit, 16, 'J44.100', 'J44.100'),
    // Another disease.
    (kit) => void twice(kit, 5, 'J44.100', 'K80.200'),
    // At another institution.
    (kit) => {
      const where = setting(kit);
      const on = kit.day({ after: 20 });
      stay(kit, where, on, 'I63.900');
      stay(kit, { ...where, at: kit.provider({ not: [where.at] }) }, on + 10, 'I63.900');
    },
    // Cycles of chemotherapy every fortnight.
    (kit) => {
      const where = setting(kit);
      const on = kit.day({ after: 60 });
      for (let n = 0; n < 4; n += 1) stay(kit, where, on + n * 14, 'Z51.100', { days: 2 });
    },
    // Transferred out, and back again.
    (kit) => void twice(kit, 8, 'I21.900', 'I21.900', { discharge: '2' }),
    // Two people.
    (kit) => {
      const [one, other] = [setting(kit), setting(kit)];
      const on = kit.day({ after: 20 });
      stay(kit, one, on, 'J18.900');
      stay(kit, { ...other, at: one.at }, on + 9, 'J18.900');
    },
  ],
};
export default plant;
