import type { AlertPlant, AlertPlantKit } from '../../alert-plant.ts';

/** So many people admitted to one house on the same days, so many times. */
const ring =
  (people: number, times: number, diagnosis = 'J18.900', why?: string) =>
  (kit: AlertPlantKit) => {
    const at = kit.ownHouse('community', { beds: 60 });
    const on = kit.day({ after: times * 40 });
    kit.only(at, 'ring');
    const members = Array.from({ length: people }, () => kit.person({ minAge: 45 }));
    for (let n = 0; n < times; n += 1)
      for (const person of members) kit.visit(person, { scene: 'inpatient', at, on: on + n * 38, days: 5, diagnosis });
    kit.label(at, { from: on, to: on + (times - 1) * 38 }, why);
  };
const plant: AlertPlant = {
  signals: [ring(5, 2), ring(4, 3), ring(7, 2)],
  lookAlikes: [
    ring(8, 1, 'J11.100', '流感季同日入院'),
    ring(4, 4, 'Z51.100', '同一周期的化疗病人'),
    ring(2, 3, 'J44.100', '老夫妻一起住院'),
  ],
};
export default plant;
