/** What the plants of the two stock rules share: months of a house that settled more than its register says went out. */
import { calendarDate } from '@hengjian/domain';
import type { Plant, PlantKit, PlantLine, PlantVisit, Scene } from './plant.ts';

/** What is sold, by which kind of house, to whom. */
interface Goods {
  names: readonly string[];
  house: 'pharmacy' | 'community';
  scene: Scene;
  diagnosis: string;
  supplyDays: number | null;
}
interface Wish {
  /** Quantities, two days apart, each for another person. */
  sold: readonly number[];
  accounted: number;
}

function month(kit: PlantKit, goods: Goods, { sold, accounted }: Wish): { visits: PlantVisit[]; lines: PlantLine[] } {
  const name = kit.random.pick(goods.names);
  const house = kit.provider({ kind: goods.house });
  const on = kit.day({ after: 2 * sold.length + 1, sameMonth: true });
  const date = calendarDate(on);
  kit.only(house, name, date.year, date.month);
  const visits = sold.map((_, n) =>
    kit.visit(kit.person({ minAge: 30 }), { scene: goods.scene, on: on + 2 * n, at: house, diagnosis: goods.diagnosis }),
  );
  const lines = visits.map((visit, n) => visit.add(name, { quantity: sold[n] as number, supplyDays: goods.supplyDays }));
  kit.stock(house, name, on, { accounted });
  return { visits, lines };
}

/** 进销存异常: what a house settled of an item in a month is more than its stock register accounts for, by more than 5 %. */
export function stockPlant(code: string, goods: Goods): Plant {
  const wrong = (wish: Wish) => (kit: PlantKit) => kit.violation({ lines: month(kit, goods, wish).lines });
  const right = (wish: Wish) => (kit: PlantKit) => void month(kit, goods, wish);
  /** The first person gives some back. */
  const givenBack = (kit: PlantKit, wish: Wish, quantity: number): PlantLine[] => {
    const { visits, lines } = month(kit, goods, wish);
    visits[0]?.refund(lines[0] as PlantLine, { quantity });
    return lines;
  };
  return {
    code,
    grain: 'provider',
    violations: [
      wrong({ sold: [12], accounted: 3 }),
      // Just beyond the tolerance.
      wrong({ sold: [10, 12], accounted: 20 }),
      wrong({ sold: [4, 4, 4], accounted: 6 }),
      // Given back in part, what is left is still too much.
      (kit) => kit.violation({ lines: givenBack(kit, { sold: [9, 6], accounted: 7 }, 3) }),
      wrong({ sold: [8], accounted: 1 }),
    ],
    nearMisses: [
      // Exactly, and exactly at the tolerance.
      right({ sold: [5, 7], accounted: 12 }),
      right({ sold: [10, 11], accounted: 20 }),
      // More went out than was settled: sold without the card.
      right({ sold: [3], accounted: 30 }),
      // Settled too much, then given back.
      (kit) => void givenBack(kit, { sold: [9], accounted: 4 }, 5),
      right({ sold: [1, 1, 1, 1], accounted: 4 }),
    ],
  };
}
