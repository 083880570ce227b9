import type { AlertPlant, AlertPlantKit } from '../../alert-plant.ts';

/** A house of its own that settles `usual(weeks to go)` visits at ten o'clock of one day of the week, five weeks long, and then `sudden`. */
const rush = (usual: (weeks: number) => number, sudden: number, why?: string) => (kit: AlertPlantKit) => {
  const at = kit.ownHouse('community');
  const on = kit.day({ before: 36, after: 2 });
  kit.only(at, 'hour');
  const visits = (day: number, count: number) => {
    for (let n = 0; n < count; n += 1)
      kit.visit(kit.person({ minAge: 20 }), { scene: 'outpatient', at, on: day, hour: 10, minute: (n * 2) % 40 });
  };
  for (let weeks = 5; weeks > 0; weeks -= 1) visits(on - 7 * weeks, usual(weeks));
  visits(on, sudden);
  kit.label(at, { from: on, to: on }, why);
};

const plant: AlertPlant = {
  signals: [rush(() => 1, 16), rush((weeks) => weeks % 3, 20)],
  lookAlikes: [rush(() => 14, 17, '赶集日，每周这一天都忙'), rush((weeks) => 14 - 2 * weeks, 15, '流感季一周比一周多')],
};
export default plant;
