import { calendarDate } from '@hengjian/domain';
import type { LineWish, Plant, PlantKit, PlantLine, VisitWish } from '../../plant.ts';

/** 串换药品: the house reports its stock of the month, and the code that was settled is not in it. */
const goods = ['参芪扶正颗粒', '疏血通注射液'];
const sold = (kit: PlantKit, says: { accounted: number } | 'absent', wish: Partial<VisitWish> = {}, line: LineWish = {}) => {
  const name = kit.random.pick(goods);
  const house = kit.provider({ kind: wish.scene && wish.scene !== 'pharmacy' ? 'community' : 'pharmacy' });
  const on = kit.day({ after: 3 });
  const date = calendarDate(on);
  kit.only(house, name, date.year, date.month);
  kit.stock(house, name, on, says);
  // something else of the register's, so that the month is reported
  const visit = kit.visit(kit.person({ minAge: 30 }), { scene: 'pharmacy', on, at: house, diagnosis: 'R53.x00', ...wish });
  visit.add('复方甘草片', { supplyDays: 3 });
  return { visit, line: visit.add(name, { supplyDays: 3, ...line }) as PlantLine };
};

const plant: Plant = {
  code: 'DF-28',
  grain: 'line',
  violations: [
    (kit) => kit.violation({ lines: [sold(kit, 'absent').line] }),
    (kit) => kit.violation({ lines: [sold(kit, 'absent', {}, { quantity: 3 }).line] }),
    (kit) => kit.violation({ lines: [sold(kit, 'absent', { scene: 'outpatient' }).line] }),
    (kit) => kit.violation({ lines: [sold(kit, 'absent', { scene: 'chronic' }).line] }),
    (kit) => {
      const { visit, line } = sold(kit, 'absent');
      kit.violation({ lines: [visit.resettle()(line)] });
    },
  ],
  nearMisses: [
    (kit) => void sold(kit, { accounted: 1 }),
    (kit) => void sold(kit, { accounted: 2 }, {}, { quantity: 2 }),
    (kit) => void sold(kit, { accounted: 1 }, { scene: 'outpatient' }),
    // Settled, then dropped from the settlement.
    (kit) => {
      const { visit, line } = sold(kit, 'absent');
      visit.resettle({ drop: [line] });
    },
    // Given back.
    (kit) => {
      const { visit, line } = sold(kit, 'absent');
      visit.refund(line);
    },
  ],
};
export default plant;
