import type { AlertPlant, AlertPlantKit } from '../../alert-plant.ts';

/** A house that admits `usual(day)` people a day for three weeks, and then `sudden` on one. */
const rush = (usual: (day: number) => number, sudden: number, why?: string) => (kit: AlertPlantKit) => {
  const at = kit.ownHouse('community', { beds: 60 });
  const on = kit.day({ before: 22, after: 6 });
  kit.only(at, 'rush');
  const admit = (day: number) => kit.visit(kit.person({ minAge: 30 }), { scene: 'inpatient', at, on: day, days: 3 });
  for (let day = -21; day < 0; day += 1) for (let n = 0; n < usual(day); n += 1) admit(on + day);
  for (let n = 0; n < sudden; n += 1) admit(on);
  kit.label(at, { from: on, to: on }, why);
};
const plant: AlertPlant = {
  signals: [rush((day) => (day % 2 === 0 ? 1 : 0), 9), rush(() => 1, 10)],
  lookAlikes: [rush(() => 3, 8, '平常每天都收治几人'), rush((day) => Math.max(0, Math.floor((day + 21) / 4)), 7, '流感季逐日上升')],
};
export default plant;
