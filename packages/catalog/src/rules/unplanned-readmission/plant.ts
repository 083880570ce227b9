import type { Plant, PlantKit, PlantProvider } from '../../plant.ts';
import { ENOUGH } from '../../statistics-planting.ts';
import { quietWards, stayAt } from '../../ward-planting.ts';

/**
 * 非计划再入院率: three of four stays of a hospital follow a discharge from it within 31 days, where its peers have none. The diagnoses
 * differ and the gap is above 15 days, so that no stay is taken for a split one.
 */
const diagnoses = ['M51.200', 'N20.100', 'K80.100', 'I83.900'];

/** Four stays of two days a person, so many days from discharge to admission. */
function house(kit: PlantKit, gap: number, stays = ENOUGH, diagnosis?: string): PlantProvider {
  quietWards(kit);
  const own = kit.ownHouse('hospital', { level: 2 });
  for (let n = 0; n < stays; n += 4) {
    const person = kit.person({ minAge: 30, maxAge: 60 });
    const on = kit.day({ after: 4 * (gap + 2) + 2, sameYear: true });
    for (let turn = 0; turn < Math.min(4, stays - n); turn += 1)
      stayAt(kit, person, own, on + turn * (gap + 2), 2, diagnosis ?? (diagnoses[turn] as string));
  }
  return own;
}

const plant: Plant = {
  code: 'ZB10000205008000',
  grain: 'provider',
  statistical: true,
  most: 3,
  violations: [
    (kit) => kit.violation({ standsOut: house(kit, 18) }),
    // The last day that counts.
    (kit) => kit.violation({ standsOut: house(kit, 31) }),
    (kit) => kit.violation({ standsOut: house(kit, 25, ENOUGH + 4) }),
  ],
  nearMisses: [
    // A day too late.
    (kit) => void house(kit, 32),
    // Too few stays.
    (kit) => void house(kit, 20, ENOUGH - 1),
    // Planned cycles.
    (kit) => void house(kit, 20, ENOUGH, 'Z51.100'),
  ],
};
export default plant;
