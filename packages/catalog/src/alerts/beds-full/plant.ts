import type { AlertPlant, AlertPlantKit } from '../../alert-plant.ts';

/** A house of three beds with so many people in one night. */
const night = (people: number, why?: string) => (kit: AlertPlantKit) => {
  const at = kit.ownHouse('community', { beds: 3 });
  const on = kit.day({ before: 10, after: 10 });
  kit.only(at, 'night');
  for (let n = 0; n < people; n += 1) kit.visit(kit.person({ minAge: 40 }), { scene: 'inpatient', at, on: on - (n % 3), days: 4 });
  kit.label(at, { from: on, to: on + 1 }, why);
};
const plant: AlertPlant = { signals: [night(4), night(5), night(7)], lookAlikes: [night(3, '正好住满'), night(2, '有空床')] };
export default plant;
