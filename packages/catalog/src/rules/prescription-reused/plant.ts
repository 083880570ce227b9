import type { Plant, PlantKit, PlantLine, PlantVisit } from '../../plant.ts';

/** 处方重复使用: a prescription's number comes again at a later purchase; several drugs of one purchase are one use. */
const name = '醋酸可的松片';
const uses = (kit: PlantKit, after: readonly number[], validDays = 10): { visits: PlantVisit[]; lines: PlantLine[] } => {
  const person = kit.person({ minAge: 30 });
  const on = kit.day({ before: 1, after: 12 });
  const number = kit.prescribe(person, on, [{ name, quantity: 2 }], validDays);
  const visits = after.map((days) => kit.visit(person, { scene: 'pharmacy', on: on + days, hour: 9 }));
  return { visits, lines: visits.map((visit) => visit.add(name, { prescriptionNo: number, supplyDays: 3 })) };
};
const wrong = (after: readonly number[]) => (kit: PlantKit) => {
  for (const line of uses(kit, after).lines.slice(1)) kit.violation({ lines: [line] });
};

const plant: Plant = {
  code: 'DF-16',
  grain: 'line',
  violations: [
    wrong([0, 2]),
    wrong([0, 3, 7]),
    wrong([1, 9]),
    (kit) => {
      const { visits, lines } = uses(kit, [0, 4]);
      kit.violation({ lines: [(visits[1] as PlantVisit).resettle()(lines[1] as PlantLine)] });
    },
    wrong([0, 6]),
  ],
  nearMisses: [
    (kit) => void uses(kit, [0]),
    // Two drugs of one prescription in one purchase.
    (kit) => {
      const { visits, lines } = uses(kit, [0]);
      visits[0]?.add(name, { prescriptionNo: (lines[0] as PlantLine & { prescriptionNo: string }).prescriptionNo, supplyDays: 3 });
    },
    // The first was given back, or reversed.
    (kit) => {
      const { visits, lines } = uses(kit, [0, 2]);
      visits[0]?.refund(lines[0] as PlantLine);
    },
    (kit) => uses(kit, [0, 1]).visits[0]?.reverse(),
    // Settled anew.
    (kit) => void uses(kit, [0]).visits[0]?.resettle(),
  ],
};
export default plant;
