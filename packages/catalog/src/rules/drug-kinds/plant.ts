import type { Plant, PlantKit, PlantLine, PlantVisit, VisitWish } from '../../plant.ts';

/** 药品种类超标: more than five kinds of western and patent medicine on one outpatient prescription. */
const common = '氯雷他定片 蒙脱石散 复方甘草片 多潘立酮片 铝碳酸镁咀嚼片 甲钴胺片 双歧杆菌三联活菌胶囊 银黄颗粒'.split(' ');
const visitFor = (kit: PlantKit, wish: Partial<VisitWish> = {}): PlantVisit =>
  kit.visit(kit.person({ minAge: 20, maxAge: 70 }), { scene: 'outpatient', on: kit.day({ after: 8 }), diagnosis: 'R53.x00', ...wish });
const drugs = (visit: PlantVisit, count: number, prescription = 'R1', first = 0): PlantLine[] =>
  common.slice(first, first + count).map((name) => visit.add(name, { prescription, supplyDays: 5 }));

const plant: Plant = {
  code: 'GZ10000202004000',
  grain: 'prescription',
  violations: [
    (kit) => kit.violation({ lines: drugs(visitFor(kit), 6) }),
    (kit) => kit.violation({ lines: drugs(visitFor(kit), kit.random.int(7, 8)) }),
    (kit) => kit.violation({ lines: drugs(visitFor(kit, { scene: 'chronic', at: { kind: 'community' } }), 6) }),
    // Of two prescriptions the large one.
    (kit) => {
      const visit = visitFor(kit);
      drugs(visit, 2, 'R1', 6);
      kit.violation({ lines: drugs(visit, 6, 'R2') });
    },
    // Six kinds on seven lines: all of them.
    (kit) => {
      const visit = visitFor(kit);
      kit.violation({ lines: [...drugs(visit, 6), visit.add('甲钴胺片', { prescription: 'R1', supplyDays: 5 })] });
    },
    (kit) => {
      const visit = visitFor(kit);
      const lines = drugs(visit, 6);
      kit.violation({ lines: lines.map(visit.resettle()) });
    },
  ],
  nearMisses: [
    (kit) => void drugs(visitFor(kit), 5),
    // Five kinds on six lines.
    (kit) => {
      const visit = visitFor(kit);
      drugs(visit, 5);
      visit.add('多潘立酮片', { prescription: 'R1', supplyDays: 5 });
    },
    // Eight kinds on two prescriptions.
    (kit) => {
      const visit = visitFor(kit);
      drugs(visit, 5);
      drugs(visit, 3, 'R2', 5);
    },
    // Five kinds and a herb of the same number.
    (kit) => {
      const visit = visitFor(kit, { at: { kind: 'tcm' } });
      drugs(visit, 5);
      visit.add('黄芪', { quantity: 70, prescription: 'R1', supplyDays: 7 });
    },
    // In a ward, and at the counter of a pharmacy.
    (kit) => void drugs(visitFor(kit, { scene: 'inpatient' }), 8),
    (kit) => void drugs(visitFor(kit, { scene: 'pharmacy' }), 6, ''),
    (kit) => {
      const visit = visitFor(kit);
      visit.resettle({ drop: drugs(visit, 6).slice(0, 1) });
    },
  ],
};
export default plant;
