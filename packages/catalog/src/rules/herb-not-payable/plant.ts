import type { Plant, PlantKit, PlantLine } from '../../plant.ts';

/** 中药饮片单复方均不予支付: never in the fund's scope, alone or with others. */
const listed = ['阿胶', '鹿茸', '鹿角胶', '龟甲胶', '紫河车', '珍珠粉'];

/** A prescription of seven doses: some common herbs, and the listed one with that share in scope. */
const prescription = (
  kit: PlantKit,
  name: string,
  scope: number,
  others = 3,
  on = kit.day(),
): { line: PlantLine; settle: (drop: boolean) => PlantLine | null } => {
  const visit = kit.visit(kit.person({ minAge: 25 }), { scene: 'outpatient', on, at: { kind: 'tcm' }, diagnosis: 'R53.x00' });
  for (const herb of ['黄芪', '党参', '当归', '白术'].slice(0, others))
    visit.add(herb, { quantity: 105, prescription: 'H1', supplyDays: 7 });
  const line = visit.add(name, { quantity: 42, prescription: 'H1', supplyDays: 7, scope });
  return {
    line,
    settle: (drop) => {
      const again = visit.resettle(drop ? { drop: [line] } : {});
      return drop ? null : again(line);
    },
  };
};

const plant: Plant = {
  code: 'GZ10000101003000',
  grain: 'line',
  violations: [
    (kit) => kit.violation({ lines: [prescription(kit, kit.random.pick(listed), 100).line] }),
    (kit) => kit.violation({ lines: [prescription(kit, '阿胶', 100, 0).line] }),
    (kit) => kit.violation({ lines: [prescription(kit, '鹿角胶', 50).line] }),
    (kit) => kit.violation({ lines: [prescription(kit, '蛤蟆油', 100, 3, kit.date('2025-03-01')).line] }),
    (kit) => kit.violation({ lines: [prescription(kit, '珍珠粉', 100).settle(false) as PlantLine] }),
  ],
  nearMisses: [
    // At the person's own cost.
    (kit) => void prescription(kit, kit.random.pick(listed), 0),
    (kit) => void prescription(kit, '阿胶', 0, 0),
    (kit) => void prescription(kit, '蛤蟆油', 100, 3, kit.date('2025-02-28')),
    (kit) => void prescription(kit, '龟甲胶', 100).settle(true),
    (kit) => {
      const visit = kit.visit(kit.person({ minAge: 25 }), {
        scene: 'inpatient',
        on: kit.day({ after: 6 }),
        at: { kind: 'tcm' },
        diagnosis: 'R53.x00',
      });
      visit.add('黄芪', { quantity: 60, prescription: 'H1' });
      visit.refund(visit.add('鹿茸', { quantity: 6, prescription: 'H1', scope: 100 }));
    },
  ],
};
export default plant;
