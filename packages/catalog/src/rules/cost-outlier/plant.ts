import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 同病组费用离群: a stay for cellulitis costs many times what the others of a hospital of class 2 do. */
const DISEASE = 'L03.100';

/** Forty ordinary stays of the disease: two that cost far more lie above three standard deviations, (40 / 2) to the half. */
function ordinary(kit: PlantKit, disease: string): void {
  kit.peers(`stays ${disease}`, 4, (house) => {
    for (let n = 0; n < 10; n += 1) {
      const person = kit.person({ minAge: 30, maxAge: 60 });
      stay(kit, disease, { person, at: house, on: kit.day({ after: 8, sameYear: true }), days: 4 + (n % 3) });
    }
  });
}

interface Wish {
  person?: ReturnType<PlantKit['person']>;
  at?: ReturnType<PlantKit['provider']>;
  on?: number;
  days?: number;
}

function stay(kit: PlantKit, diagnosis: string, wish: Wish = {}): PlantVisit {
  return kit.visit(wish.person ?? kit.person({ minAge: 30, maxAge: 60 }), {
    scene: 'inpatient',
    at: wish.at ?? { kind: 'hospital', level: 2 },
    on: wish.on ?? kit.day({ after: 10, sameYear: true }),
    days: wish.days ?? 5,
    diagnosis,
  });
}

/** The same with so many units of a dear infusion on the second day. */
function dear(kit: PlantKit, units: number, disease = DISEASE): PlantVisit {
  ordinary(kit, DISEASE);
  const visit = stay(kit, disease);
  visit.add('复方氨基酸注射液', { quantity: units, on: visit.first + 1, supplyDays: 1 });
  return visit;
}

const plant: Plant = {
  code: 'DF-42',
  grain: 'encounter',
  statistical: true,
  most: 2,
  violations: [(kit) => kit.violation({ visits: [dear(kit, 200)] }), (kit) => kit.violation({ visits: [dear(kit, 180)] })],
  nearMisses: [
    // A tenth more.
    (kit) => void dear(kit, 2),
    // Nothing to compare with.
    (kit) => void dear(kit, 200, 'L08.100'),
  ],
};
export default plant;
