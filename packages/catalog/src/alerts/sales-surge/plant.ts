import type { AlertPlant, AlertPlantKit } from '../../alert-plant.ts';
import type { PlantProvider } from '../../plant.ts';

/** A shop of its own that sells `usual` a day at ten o'clock for four weeks, and then `sudden` in one hour. */
function shop(kit: AlertPlantKit, usual: (day: number) => number, sudden: number, hour = 10): { at: PlantProvider; on: number } {
  const at = kit.ownHouse('pharmacy');
  const on = kit.day({ before: 29, after: 2 });
  kit.only(at, 'surge');
  const days = Array.from({ length: 28 }, (_, n) => usual(n - 28));
  // nobody comes on so many days as to keep company with others: a busy shop has many customers
  const customers = Math.ceil(days.reduce((sum, n) => sum + n, 0) / 3);
  const regulars = Array.from({ length: customers }, () => kit.person({ minAge: 30 }));
  let next = 0;
  const sale = (day: number, minute: number, h = 10) => {
    const person = regulars[next % regulars.length] as (typeof regulars)[number];
    next += 1;
    kit.visit(person, { scene: 'pharmacy', on: day, at, hour: h, minute }).add('复方甘草片', { supplyDays: 3 });
  };
  for (const [day, sales] of days.entries()) for (let n = 0; n < sales; n += 1) sale(on - 28 + day, n * 4);
  for (let n = 0; n < sudden; n += 1) {
    const person = kit.person({ minAge: 20 });
    kit.visit(person, { scene: 'pharmacy', on, at, hour, minute: (n * 2) % 50 }).add('急支糖浆', { quantity: 1 + (n % 3), supplyDays: 3 });
  }
  return { at, on };
}

const surge = (sudden: number, hour?: number) => (kit: AlertPlantKit) => {
  const { at, on } = shop(kit, () => 1, sudden, hour);
  kit.label(at, { from: on, to: on });
};
const innocent = (why: string, usual: (day: number) => number, sudden: number) => (kit: AlertPlantKit) => {
  const { at, on } = shop(kit, usual, sudden);
  kit.label(at, { from: on, to: on }, why);
};

const plant: AlertPlant = {
  signals: [surge(14), surge(18), surge(12, 15)],
  lookAlikes: [
    innocent('医院旁的药店，每天这一钟点都忙', () => 9, 10),
    innocent('早上多来几个人', () => 1, 6),
    innocent('客流有高有低的店', (day) => (day % 2 === 0 ? 2 : 8), 11),
  ],
};
export default plant;
