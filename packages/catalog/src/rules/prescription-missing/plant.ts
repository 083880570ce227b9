import type { Plant, PlantKit, PlantLine } from '../../plant.ts';
import { right, settledAnew, takenBack, wrong } from '../../planting.ts';

/** 处方药无处方: a drug that needs a prescription is sold at a pharmacy without its number. */
const goods = ['头孢地尼分散片', '西他沙星片'] as const;
const shop = { scene: 'pharmacy', line: { supplyDays: 3 } } as const;
const onPrescription = (kit: PlantKit): PlantLine => {
  const person = kit.person({ minAge: 20 });
  const on = kit.day({ before: 1, after: 3 });
  const name = kit.random.pick(goods);
  const visit = kit.visit(person, { scene: 'pharmacy', on });
  return visit.add(name, { supplyDays: 3, prescriptionNo: kit.prescribe(person, on, [{ name, quantity: 1 }]) });
};

const plant: Plant = {
  code: 'DF-16',
  grain: 'line',
  violations: [
    wrong(goods, shop),
    wrong(goods, { ...shop, line: { quantity: 2, supplyDays: 5 } }),
    // Out of the person's own pocket too.
    wrong(goods, { ...shop, line: { supplyDays: 3, scope: 0 } }),
    settledAnew(goods[0], shop),
    wrong(goods[1], { ...shop, who: { minAge: 60 } }),
  ],
  nearMisses: [
    (kit) => void onPrescription(kit),
    // At a clinic the house's own prescription counts.
    right(goods, { scene: 'outpatient', diagnosis: 'J20.900', line: { supplyDays: 3 } }),
    right(goods, { scene: 'emergency', diagnosis: 'J18.900', line: { supplyDays: 3 } }),
    takenBack(goods[0], shop),
    right('复方甘草片', shop),
  ],
};
export default plant;
