import type { AlertPlant, AlertPlantKit } from '../../alert-plant.ts';
import type { PlantProvider } from '../../plant.ts';

/** A shop sells these together so many times; the drugs also sell one by one at other shops. */
const set = (drugs: readonly string[], sales: number, together: 'here' | 'everywhere', why?: string) => (kit: AlertPlantKit) => {
  const at = kit.ownHouse('pharmacy');
  const on = kit.day({ after: sales * 2 + 2 });
  kit.only(at, 'set');
  const sell = (place: PlantProvider, names: readonly string[], day: number) => {
    const visit = kit.visit(kit.person({ minAge: 25 }), { scene: 'pharmacy', at: place, on: day });
    for (const name of names) visit.add(name, { supplyDays: 4 });
  };
  for (let n = 0; n < sales; n += 1) sell(at, drugs, on + n * 2);
  const other = kit.ownHouse('pharmacy');
  for (let n = 0; n < sales + 4; n += 1) sell(other, together === 'everywhere' ? drugs : [drugs[n % drugs.length] as string], on + n);
  kit.label(at, { from: on, to: on + (sales - 1) * 2 }, why);
};
const plant: AlertPlant = {
  signals: [
    set(['藿香正气口服液', '氯雷他定片', '右美沙芬片'], 14, 'here'),
    set(['银黄颗粒', '西替利嗪片', '对乙酰氨基酚片', '氨溴索口服溶液'], 12, 'here'),
  ],
  lookAlikes: [set(['乙酰半胱氨酸颗粒', '孟鲁司特钠片', '感冒清热颗粒'], 12, 'everywhere', '别家也这样配的常用药')],
};
export default plant;
