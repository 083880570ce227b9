import type { Plant, PlantKit, PlantLine } from '../../plant.ts';

/** 超能力使用: before a purchase more than 135 days of the drug were supplied within the last ninety days; what was in question does not count. */
const drugs = ['尿毒清颗粒', '黄葵胶囊', '稳心颗粒', '华佗再造丸'];
const bought = (kit: PlantKit, days: readonly number[], gap: number): PlantLine[] => {
  const person = kit.person({ minAge: 40, maxAge: 80 });
  const name = kit.random.pick(drugs);
  const on = kit.day({ after: (days.length - 1) * gap + 1 });
  return days.map((supplyDays, n) =>
    kit
      .visit(person, { scene: n % 3 === 2 ? 'pharmacy' : 'outpatient', on: on + n * gap, ...(n % 3 === 2 ? {} : { diagnosis: 'R53.x00' }) })
      .add(name, { quantity: 3, supplyDays }),
  );
};
/** Numbers of the purchases in question. */
const wrong =
  (days: readonly number[], gap: number, ...at: number[]) =>
  (kit: PlantKit): void => {
    const lines = bought(kit, days, gap);
    for (const n of at) kit.violation({ lines: [lines[n] as PlantLine] });
  };
const fine = (days: readonly number[], gap: number) => (kit: PlantKit) => void bought(kit, days, gap);
const thirty = (count: number): number[] => Array.from({ length: count }, () => 30);

const plant: Plant = {
  code: 'DF-22',
  grain: 'line',
  violations: [
    // 150 days before the sixth; the seventh stands after five again.
    wrong(thirty(6), 12, 5),
    wrong(thirty(7), 10, 5, 6),
    wrong([28, 28, 28, 28, 28, 14], 14, 5),
    wrong([30, 30, 30, 30, 16, 7], 15, 5),
    wrong([...thirty(5), 7], 16, 5),
  ],
  nearMisses: [
    fine(thirty(5), 12),
    // 135 days exactly.
    fine([30, 30, 30, 30, 15, 7], 15),
    fine(thirty(6), 24),
    fine([28, 28, 28, 28], 20),
    fine([14, 14, 14, 14, 14, 14], 9),
  ],
};
export default plant;
