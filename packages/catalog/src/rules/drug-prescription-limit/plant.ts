import type { Plant, PlantKit, PlantLine, PlantVisit, VisitWish } from '../../plant.ts';

/** 药品限最大开药天数/开药量, for drugs with a limit of their own: more of one on a prescription than its largest days or amount. */
const visitFor = (kit: PlantKit, wish: Partial<VisitWish> = {}): PlantVisit =>
  kit.visit(kit.person({ minAge: 30, maxAge: 80 }), {
    scene: 'outpatient',
    on: kit.day({ after: 20 }),
    at: { kind: 'hospital' },
    diagnosis: 'R52.200',
    ...wish,
  });
const packs = (visit: PlantVisit, name: string, quantity: number, supplyDays: number, prescription = 'R1'): PlantLine =>
  visit.add(name, { quantity, supplyDays, prescription });

const plant: Plant = {
  code: 'GZ10000101009000',
  grain: 'prescription',
  violations: [
    // Fifteen days at most.
    (kit) => kit.violation({ lines: [packs(visitFor(kit), '硫酸吗啡缓释片', 4, 20)] }),
    // Split over two lines of one prescription.
    (kit) => {
      const visit = visitFor(kit);
      kit.violation({ lines: [packs(visit, '盐酸羟考酮缓释片', 2, 10), packs(visit, '盐酸羟考酮缓释片', 2, 10)] });
    },
    // Seven days at most.
    (kit) => kit.violation({ lines: [packs(visitFor(kit, { scene: 'chronic' }), '盐酸丁丙诺啡舌下片', 2, 14)] }),
    // One ampoule at most, whatever the days.
    (kit) => kit.violation({ lines: [packs(visitFor(kit, { scene: 'emergency' }), '盐酸哌替啶注射液', 2, 1)] }),
    (kit) => {
      const visit = visitFor(kit);
      const line = packs(visit, '盐酸美沙酮口服溶液', 3, 9);
      kit.violation({ lines: [visit.resettle()(line)] });
    },
  ],
  nearMisses: [
    (kit) => void packs(visitFor(kit), '硫酸吗啡缓释片', 3, 15),
    (kit) => {
      const visit = visitFor(kit);
      packs(visit, '盐酸羟考酮缓释片', 1, 5);
      packs(visit, '盐酸羟考酮缓释片', 2, 10);
    },
    // On two prescriptions.
    (kit) => {
      const visit = visitFor(kit);
      packs(visit, '盐酸羟考酮缓释片', 2, 10);
      packs(visit, '盐酸羟考酮缓释片', 2, 10, 'R2');
    },
    (kit) => void packs(visitFor(kit, { scene: 'emergency' }), '盐酸哌替啶注射液', 1, 1),
    // In a ward.
    (kit) => void packs(visitFor(kit, { scene: 'inpatient' }), '盐酸哌替啶注射液', 2, 1),
    // One of two taken back.
    (kit) => {
      const visit = visitFor(kit, { scene: 'emergency' });
      visit.refund(packs(visit, '盐酸哌替啶注射液', 2, 1), { quantity: 1 });
    },
  ],
};
export default plant;
