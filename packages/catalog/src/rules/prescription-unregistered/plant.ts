import type { Plant, PlantKit, PlantLine, PlantVisit } from '../../plant.ts';

/** 处方号查无处方: the register has no such prescription of that drug for that person on that day. */
const name = '西他沙星片';
interface Wish {
  /** Days after it was issued. */
  after?: number;
  /** The prescription is for this drug, or for somebody else, or nobody issued it. */
  issued?: string | 'other' | 'none';
  validDays?: number;
}
const bought = (kit: PlantKit, { after = 0, issued = name, validDays = 3 }: Wish = {}): { visit: PlantVisit; line: PlantLine } => {
  const person = kit.person({ minAge: 25 });
  const on = kit.day({ before: 20, after: 3 });
  const other = issued === 'other';
  const number =
    issued === 'none'
      ? kit.prescriptionNumber()
      : kit.prescribe(other ? kit.person() : person, on - after, [{ name: other ? name : issued, quantity: 1 }], validDays);
  const visit = kit.visit(person, { scene: 'pharmacy', on });
  return { visit, line: visit.add(name, { prescriptionNo: number, supplyDays: 3 }) };
};
const wrong = (wish: Wish) => (kit: PlantKit) => kit.violation({ lines: [bought(kit, wish).line] });
const right = (wish: Wish) => (kit: PlantKit) => void bought(kit, wish);

const plant: Plant = {
  code: 'DF-16',
  grain: 'line',
  violations: [
    wrong({ issued: 'none' }),
    wrong({ issued: 'other' }),
    // For another drug.
    wrong({ issued: '头孢地尼分散片' }),
    // The day after it ended, the day before it was issued.
    wrong({ after: 3 }),
    wrong({ after: -1 }),
    (kit) => {
      const { visit, line } = bought(kit, { issued: 'none' });
      kit.violation({ lines: [visit.resettle()(line)] });
    },
  ],
  nearMisses: [
    right({}),
    // The last day.
    right({ after: 2 }),
    right({ after: 14, validDays: 15 }),
    (kit) => {
      const { visit, line } = bought(kit, { issued: 'none' });
      visit.refund(line);
    },
    (kit) => bought(kit, { issued: 'other' }).visit.reverse(),
  ],
};
export default plant;
