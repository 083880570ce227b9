import type { Plant, PlantKit, PlantProvider } from '../../plant.ts';
import { ENOUGH } from '../../statistics-planting.ts';
import { quietWards, stayAt } from '../../ward-planting.ts';

/** 推诿/服务不足: half of the stays of a hospital last two days and go on elsewhere within two weeks, for the same disease. */
interface Way {
  days?: number;
  gap?: number;
  stays?: number;
  discharge?: '1' | '2';
  otherDisease?: boolean;
}

/** Two short stays a person, each followed by one elsewhere; two months apart. */
function house(kit: PlantKit, { days = 2, gap = 6, stays = ENOUGH, discharge = '1', otherDisease }: Way): PlantProvider {
  quietWards(kit);
  const own = kit.ownHouse('hospital', { level: 2 });
  for (let n = 0; n < stays; n += 2) {
    const person = kit.person({ minAge: 30, maxAge: 60 });
    const on = kit.day({ after: 130, sameYear: true });
    for (let turn = 0; turn < Math.min(2, stays - n); turn += 1) {
      const from = on + turn * 65;
      const diagnosis = turn === 0 ? 'M51.200' : 'K80.100';
      stayAt(kit, person, own, from, days, diagnosis, { discharge });
      // as bare as a stay can be: what is billed there is nobody's question here
      stayAt(kit, person, kit.provider({ kind: 'hospital', level: 3 }), from + days + gap, 4, otherDisease ? 'N20.100' : diagnosis);
    }
  }
  return own;
}

const plant: Plant = {
  code: 'DF-32',
  grain: 'provider',
  statistical: true,
  most: 3,
  violations: [
    (kit) => kit.violation({ standsOut: house(kit, {}) }),
    // The longest short stay, the last day.
    (kit) => kit.violation({ standsOut: house(kit, { days: 3, gap: 15 }) }),
    (kit) => kit.violation({ standsOut: house(kit, { stays: ENOUGH + 4 }) }),
  ],
  nearMisses: [
    (kit) => void house(kit, { days: 4 }),
    (kit) => void house(kit, { gap: 16 }),
    // Sent on by the hospital itself.
    (kit) => void house(kit, { discharge: '2', stays: ENOUGH }),
  ],
};
export default plant;
