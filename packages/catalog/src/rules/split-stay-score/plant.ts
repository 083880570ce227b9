import type { Plant, PlantDoctor, PlantKit, PlantVisit } from '../../plant.ts';

/** 分解住院(模型): back in the same hospital within days under another diagnosis: same department, same doctor, same cost. */
interface Way {
  gap: number;
  first?: string;
  second?: string;
  discharge?: '1' | '2';
  elsewhere?: boolean;
  otherDoctor?: boolean;
}

function twice(kit: PlantKit, { gap, first = 'M51.200', second = 'K80.100', discharge = '1', elsewhere, otherDoctor }: Way): PlantVisit {
  const person = kit.person({ minAge: 35, maxAge: 70 });
  const at = kit.provider({ kind: 'hospital', level: 2 });
  const on = kit.day({ after: gap + 14 });
  const doctor: PlantDoctor = kit.ownDoctor(at);
  const wish = { scene: 'inpatient', days: 5, discharge } as const;
  kit.visit(person, { ...wish, at, on, diagnosis: first, doctor });
  const then = elsewhere ? kit.provider({ kind: 'hospital', level: 2, not: [at] }) : at;
  return kit.visit(person, {
    ...wish,
    at: then,
    on: on + 5 + gap,
    diagnosis: second,
    ...(!elsewhere && { doctor: otherDoctor ? kit.ownDoctor(at) : doctor }),
  });
}

const plant: Plant = {
  code: 'DF-08',
  grain: 'encounter',
  statistical: true,
  most: 20,
  violations: [
    (kit) => kit.violation({ visits: [twice(kit, { gap: 1 })] }),
    (kit) => kit.violation({ visits: [twice(kit, { gap: 3 })] }),
    // Four days, but of the same chapter.
    (kit) => kit.violation({ visits: [twice(kit, { gap: 5, second: 'M17.900' })] }),
  ],
  nearMisses: [
    (kit) => void twice(kit, { gap: 4 }),
    (kit) => void twice(kit, { gap: 2, discharge: '2' }),
    (kit) => void twice(kit, { gap: 2, elsewhere: true }),
    (kit) => void twice(kit, { gap: 2, otherDoctor: true }),
    (kit) => void twice(kit, { gap: 16, second: 'M51.200' }),
  ],
};
export default plant;
