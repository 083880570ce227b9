import { calendarDate, dayOfDate } from '@hengjian/domain';
import type { AlertPlant, AlertPlantKit } from '../../alert-plant.ts';
import type { PlantProvider } from '../../plant.ts';

/** Five shops sell one drug in a quarter: four at eight yuan or so, one at `price`. */
const shops = (name: string, price: number, why?: string) => (kit: AlertPlantKit) => {
  const { year, month } = calendarDate(kit.day({ before: 92, after: 92 }));
  const first = dayOfDate(year, month - ((month - 1) % 3), 1);
  kit.only(name, first);
  const sells = (at: PlantProvider, yuan: number) => {
    for (let n = 0; n < 9; n += 1)
      kit.visit(kit.person({ minAge: 20 }), { scene: 'pharmacy', at, on: first + 4 + n * 8 }).add(name, { price: yuan, supplyDays: 4 });
  };
  for (const usual of [7.9, 8, 8.1, 8.4]) sells(kit.ownHouse('pharmacy'), usual);
  const own = kit.ownHouse('pharmacy');
  sells(own, price);
  kit.label(own, { from: first, to: first + 89 }, why);
};
const plant: AlertPlant = {
  signals: [shops('银黄颗粒', 26), shops('蓝芩口服液', 31)],
  lookAlikes: [shops('蒲地蓝消炎片', 9.8, '贵一点的店')],
};
export default plant;
