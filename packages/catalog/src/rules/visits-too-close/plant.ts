import type { Plant, PlantKit, PlantVisit, Scene, VisitWish } from '../../plant.ts';

/** 就诊时空冲突: outpatient visits of one person to two institutions begin no more than five minutes apart; the later is in question. */
interface Call extends Partial<VisitWish> {
  scene?: Scene;
  /** Minutes after ten o'clock. */
  minute?: number;
}

/** The visits, each to a house of its own unless it says otherwise. */
const calls = (kit: PlantKit, ...wished: readonly Call[]): PlantVisit[] => {
  const person = kit.person({ minAge: 20 });
  const on = kit.day();
  const made: PlantVisit[] = [];
  for (const call of wished) {
    const visit = kit.visit(person, {
      scene: 'outpatient',
      on,
      hour: 10,
      minute: 0,
      bare: true,
      diagnosis: 'R10.400',
      ...(call.scene === 'pharmacy' ? {} : { at: kit.provider({ not: made.map((one) => one.provider) }) }),
      ...call,
    });
    visit.add('复方甘草片', { supplyDays: 3 });
    made.push(visit);
  }
  return made;
};
const last = (kit: PlantKit, ...wished: readonly Call[]): void => kit.violation({ visits: [calls(kit, ...wished).at(-1) as PlantVisit] });

const plant: Plant = {
  code: 'DF-05',
  grain: 'encounter',
  violations: [
    (kit) => last(kit, {}, { minute: 5 }),
    // At the same moment: the larger number.
    (kit) => last(kit, {}, {}),
    (kit) => last(kit, { scene: 'chronic' }, { scene: 'outpatient', minute: 2 }),
    (kit) => last(kit, { minute: 40 }, { scene: 'emergency', minute: 44 }),
    (kit) => last(kit, { scene: 'emergency', minute: 12 }, { scene: 'emergency', minute: 13 }),
    (kit) => {
      const [, later] = calls(kit, { minute: 20 }, { minute: 23 }) as [PlantVisit, PlantVisit];
      later.resettle();
      kit.violation({ visits: [later] });
    },
  ],
  nearMisses: [
    (kit) => void calls(kit, {}, { minute: 6 }),
    // At one house.
    (kit) => {
      const at = kit.provider();
      calls(kit, { at }, { at, minute: 2 });
    },
    // One of them over the internet.
    (kit) => void calls(kit, {}, { internet: true, minute: 3 }),
    (kit) => void calls(kit, { internet: true }, { minute: 3 }),
    // The medicine fetched from a pharmacy.
    (kit) => void calls(kit, {}, { scene: 'pharmacy', minute: 4 }),
    // Two people.
    (kit) => {
      const on = kit.day();
      for (const minute of [0, 3])
        kit.visit(kit.person({ minAge: 20 }), { scene: 'outpatient', on, hour: 10, minute, diagnosis: 'R10.400' });
    },
    (kit) => void calls(kit, {}, { minute: 12 }),
  ],
};
export default plant;
