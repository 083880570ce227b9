import type { Plant, PlantCase, PlantKit, PlantLine, PlantVisit } from '../../plant.ts';

/** 药品限二线使用: no first-line drug of the person in the days before; the same day counts as before. */
const visitOn = (
  kit: PlantKit,
  person: ReturnType<PlantKit['person']>,
  on: number,
  scene: 'outpatient' | 'pharmacy' = 'outpatient',
): PlantVisit => kit.visit(person, { scene, on, ...(scene === 'pharmacy' ? {} : { diagnosis: 'R73.900' }) });

/** First line, then after `gap` days the second. */
const pairOf = (
  kit: PlantKit,
  first: string,
  second: string,
  gap: number,
  lookback: number,
  scene: 'outpatient' | 'pharmacy' = 'outpatient',
): PlantLine => {
  const person = kit.person({ minAge: 40 });
  const on = kit.day({ before: Math.max(gap, lookback) });
  visitOn(kit, person, on - gap, scene).add(first, { quantity: 1 });
  return visitOn(kit, person, on).add(second, { quantity: 1 });
};
const alone =
  (second: string, lookback: number): PlantCase =>
  (kit) =>
    kit.violation({ lines: [visitOn(kit, kit.person({ minAge: 40 }), kit.day({ before: lookback })).add(second, { quantity: 1 })] });

const plant: Plant = {
  code: 'GZ10000101005000',
  grain: 'line',
  violations: [
    alone('司美格鲁肽注射液', 90),
    alone('利伐沙班片', 90),
    alone('沙库巴曲缬沙坦钠片', 60),
    // One day beyond the look-back.
    (kit) => kit.violation({ lines: [pairOf(kit, '盐酸二甲双胍片', '达格列净片', 91, 90)] }),
    // A drug that is not of the first line.
    (kit) => kit.violation({ lines: [pairOf(kit, '阿卡波糖片', '司美格鲁肽注射液', 20, 90)] }),
    // The first line came a day later.
    (kit) => {
      const person = kit.person({ minAge: 40 });
      const on = kit.day({ before: 60, after: 2 });
      const line = visitOn(kit, person, on).add('布瑞哌唑片', { quantity: 1 });
      visitOn(kit, person, on + 1).add('盐酸舍曲林片', { quantity: 1 });
      kit.violation({ lines: [line] });
    },
    // The first line was given back.
    (kit) => {
      const person = kit.person({ minAge: 40 });
      const on = kit.day({ before: 90 });
      const before = visitOn(kit, person, on - 20);
      before.add('甲钴胺片');
      before.resettle({ drop: [before.add('华法林钠片', { quantity: 1 })] });
      kit.violation({ lines: [visitOn(kit, person, on).add('利伐沙班片', { quantity: 1 })] });
    },
  ],
  nearMisses: [
    // Exactly at the edge of the look-back.
    (kit) => void pairOf(kit, '盐酸二甲双胍片', '达格列净片', 90, 90),
    (kit) => void pairOf(kit, '培哚普利叔丁胺片', '沙库巴曲缬沙坦钠片', 60, 60),
    // Another of the first line, bought at a pharmacy.
    (kit) => void pairOf(kit, '格列美脲片', '达格列净片', 30, 90, 'pharmacy'),
    // On the same day.
    (kit) => {
      const visit = visitOn(kit, kit.person({ minAge: 40 }), kit.day());
      visit.add('托法替布片', { quantity: 1, hour: 9 });
      visit.add('甲氨蝶呤片', { quantity: 1, hour: 10 });
    },
    (kit) => void pairOf(kit, '阿托伐他汀钙片', '依折麦布片', 45, 90),
  ],
};
export default plant;
