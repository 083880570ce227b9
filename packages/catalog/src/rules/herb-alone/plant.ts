import type { Plant, PlantKit, PlantLine, PlantVisit } from '../../plant.ts';

/** 中药饮片单方使用不予支付: every herb of the prescription stands on the list; one herb off the list makes it payable. */
const listed = ['枸杞子', '菊花', '山药', '大枣', '龙眼肉', '百合', '莲子', '山楂', '玫瑰花', '决明子', '桑椹', '芡实'];

const visitFor = (kit: PlantKit, scene: 'outpatient' | 'inpatient' = 'outpatient'): PlantVisit =>
  kit.visit(kit.person({ minAge: 25 }), { scene, on: kit.day({ after: 6 }), at: { kind: 'tcm' }, diagnosis: 'R53.x00' });
const herbs = (visit: PlantVisit, names: readonly string[], prescription: string): PlantLine[] =>
  names.map((name) => visit.add(name, { quantity: 70, prescription, supplyDays: 7 }));
const some = (kit: PlantKit, count: number): string[] => {
  const start = kit.random.int(0, listed.length - 1);
  return Array.from({ length: count }, (_, n) => listed[(start + n) % listed.length] as string);
};

const plant: Plant = {
  code: 'GZ10000101004000',
  grain: 'prescription',
  violations: [
    (kit) => kit.violation({ lines: herbs(visitFor(kit), some(kit, 1), 'H1') }),
    (kit) => kit.violation({ lines: herbs(visitFor(kit), some(kit, 3), 'H1') }),
    (kit) => kit.violation({ lines: herbs(visitFor(kit, 'inpatient'), some(kit, 5), 'H1') }),
    // Two prescriptions of one visit: only the second is all on the list.
    (kit) => {
      const visit = visitFor(kit);
      herbs(visit, ['黄芪', ...some(kit, 2)], 'H1');
      kit.violation({ lines: herbs(visit, some(kit, 2), 'H2') });
    },
    (kit) => {
      const visit = visitFor(kit);
      const lines = herbs(visit, some(kit, 4), 'H1');
      const again = visit.resettle();
      kit.violation({ lines: lines.map(again) });
    },
  ],
  nearMisses: [
    (kit) => void herbs(visitFor(kit), ['黄芪', ...some(kit, 1)], 'H1'),
    (kit) => void herbs(visitFor(kit), [...some(kit, 6), '甘草'], 'H1'),
    (kit) => void herbs(visitFor(kit), ['金银花'], 'H1'),
    (kit) => {
      const visit = visitFor(kit);
      herbs(visit, ['党参', ...some(kit, 2)], 'H1');
      herbs(visit, ['茯苓', ...some(kit, 3)], 'H2');
    },
    (kit) => {
      const visit = visitFor(kit);
      const alone = herbs(visit, some(kit, 2), 'H1');
      herbs(visit, ['当归', '川芎'], 'H2');
      visit.resettle({ drop: alone });
    },
  ],
};
export default plant;
