import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 慢特病限额将尽: what the fund pays for a chronic disease in a year comes to nine tenths of the quota. Dear visits two months apart. */
const DISEASE = 'M03900';
const visits = (kit: PlantKit, quota: number | undefined, count: number, diseases = [DISEASE]): PlantVisit[] => {
  const person = kit.person({ minAge: 45, maxAge: 80, quiet: true });
  const on = kit.day({ after: count * 45 + 8, sameYear: true });
  kit.approvals(
    person,
    diseases.map((disease) => ({ disease, from: on - 900, ...(quota !== undefined && { quota }) })),
  );
  return Array.from({ length: count }, (_, n) => {
    const disease = diseases[n % diseases.length] as string;
    const visit = kit.visit(person, { scene: 'chronic', on: on + n * 45, diagnosis: 'I10.x00', disease });
    visit.add('苯磺酸氨氯地平片', { supplyDays: 28, price: 900 });
    return visit;
  });
};
const wrong = (quota: number, count: number) => (kit: PlantKit) => kit.violation({ visits: visits(kit, quota, count) });
const fine = (quota: number | undefined, count: number, diseases?: string[]) => (kit: PlantKit) => void visits(kit, quota, count, diseases);

const plant: Plant = {
  code: 'DF-43',
  grain: 'person',
  violations: [
    wrong(300, 2),
    wrong(300, 3),
    wrong(500, 3),
    wrong(400, 4),
    (kit) => {
      const all = visits(kit, 300, 2);
      all[1]?.resettle();
      kit.violation({ visits: all });
    },
  ],
  nearMisses: [
    // far below; no quota on record
    fine(50_000, 2),
    fine(50_000, 4),
    fine(undefined, 3),
    // all taken back
    (kit) => {
      for (const visit of visits(kit, 300, 2)) visit.reverse();
    },
  ],
};
export default plant;
