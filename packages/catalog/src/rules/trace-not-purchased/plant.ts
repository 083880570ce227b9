import { calendarDate } from '@hengjian/domain';
import type { LineWish, Plant, PlantKit, VisitWish } from '../../plant.ts';

/** 追溯码流向不符: settled with trace codes, while the house had none of it in stock and bought none that month. */
const sold = (kit: PlantKit, says: { accounted: number } | 'nothing', wish: Partial<VisitWish> = {}, line: LineWish = {}) => {
  const name = '维立西呱片';
  const house = kit.provider({ kind: wish.scene && wish.scene !== 'pharmacy' ? 'community' : 'pharmacy' });
  const on = kit.day({ after: 3 });
  const date = calendarDate(on);
  kit.only(house, name, date.year, date.month);
  kit.stock(house, name, on, says);
  const visit = kit.visit(kit.person({ minAge: 50 }), { scene: 'pharmacy', on, at: house, diagnosis: 'I50.900', ...wish });
  return { visit, line: visit.add(name, { supplyDays: 14, ...line }) };
};
/** Nothing in stock and something settled does not fit the register either. */
const wrong =
  (wish: Partial<VisitWish> = {}, line: LineWish = {}) =>
  (kit: PlantKit) => {
    const made = sold(kit, 'nothing', wish, line);
    kit.violation({ lines: [made.line] });
    kit.violation({ lines: [made.line] }, 'drug-stock');
  };

const plant: Plant = {
  code: 'DF-20',
  grain: 'line',
  violations: [
    wrong(),
    // Three packs, three codes: one line.
    wrong({}, { quantity: 3 }),
    wrong({ scene: 'outpatient' }),
    wrong({ scene: 'chronic' }),
    (kit) => {
      const { visit, line } = sold(kit, 'nothing');
      const again = visit.resettle()(line);
      kit.violation({ lines: [again] });
      kit.violation({ lines: [again] }, 'drug-stock');
    },
  ],
  nearMisses: [
    (kit) => void sold(kit, { accounted: 1 }),
    (kit) => void sold(kit, { accounted: 2 }, { scene: 'outpatient' }, { quantity: 2 }),
    // Given back with its code.
    (kit) => {
      const traces = [`8398${String(kit.random.int(0, 999_999_999)).padStart(16, '0')}`];
      const { visit, line } = sold(kit, 'nothing', {}, { traces });
      visit.refund(line, { traces });
    },
    (kit) => {
      const { visit, line } = sold(kit, 'nothing');
      visit.resettle({ drop: [line] });
    },
    (kit) => void sold(kit, { accounted: 1 }, { scene: 'chronic' }),
  ],
};
export default plant;
