import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/**
 * 同时在两家住院: two stays of one person at two institutions overlap; the later begun is in question. The second stay bills no item
 * of the first, so that no daily limit is touched.
 */
const pair = (
  kit: PlantKit,
  first: { days: number; endHour?: number; endMinute?: number; open?: boolean; hour?: number; minute?: number },
  second: { after: number; days: number; hour?: number; minute?: number },
): [PlantVisit, PlantVisit] => {
  const person = kit.person({ minAge: 40 });
  const at = kit.provider();
  const on = kit.day({ after: Math.max(first.days, second.after + second.days) + 2 });
  const { after, ...rest } = second;
  const one = kit.visit(person, { scene: 'inpatient', on, at, discharge: '2', diagnosis: 'J44.100', ...first });
  const two = kit.visit(person, {
    scene: 'inpatient',
    on: on + after,
    at: kit.provider({ not: [at] }),
    bare: true,
    diagnosis: 'I50.900',
    ...rest,
  });
  for (let day = two.first; day < Math.max(two.last, two.first + 1); day += 1) {
    two.add('双人间床位费', { on: day, hour: 22 });
    two.add('三级护理', { on: day, hour: 22 });
    two.add('维生素C注射液', { on: day, hour: 22 });
  }
  return [one, two];
};

const plant: Plant = {
  code: 'DF-03',
  grain: 'encounter',
  violations: [
    (kit) => kit.violation({ visits: [pair(kit, { days: 8 }, { after: 3, days: 4 })[1]] }),
    (kit) => kit.violation({ visits: [pair(kit, { days: 8 }, { after: 6, days: 7 })[1]] }),
    // Half an hour on the day of discharge.
    (kit) => kit.violation({ visits: [pair(kit, { days: 5, endHour: 15, endMinute: 30 }, { after: 5, days: 4, hour: 15, minute: 0 })[1]] }),
    // Not yet discharged from the first.
    (kit) => kit.violation({ visits: [pair(kit, { days: 5, open: true }, { after: 3, days: 4 })[1]] }),
    // Begun at the same moment: the larger number is in question.
    (kit) => kit.violation({ visits: [pair(kit, { days: 5, hour: 10, minute: 20 }, { after: 0, days: 3, hour: 10, minute: 20 })[1]] }),
  ],
  nearMisses: [
    // The ends touch.
    (kit) => void pair(kit, { days: 5, endHour: 15, endMinute: 0 }, { after: 5, days: 4, hour: 15, minute: 0 }),
    (kit) => void pair(kit, { days: 5, endHour: 10 }, { after: 5, days: 4, hour: 14 }),
    (kit) => void pair(kit, { days: 5 }, { after: 6, days: 4 }),
    // Two people.
    (kit) => {
      const on = kit.day({ after: 10 });
      for (const shift of [0, 2])
        kit.visit(kit.person({ minAge: 40 }), { scene: 'inpatient', on: on + shift, days: 6, diagnosis: 'J18.900' });
    },
    (kit) => void pair(kit, { days: 6, endHour: 9, endMinute: 0 }, { after: 6, days: 3, hour: 9, minute: 1 }),
  ],
};
export default plant;
