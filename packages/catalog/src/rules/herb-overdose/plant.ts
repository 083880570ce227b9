import type { Plant, PlantKit, PlantLine, PlantVisit, VisitWish } from '../../plant.ts';

/** 中药饮片超量上传: more of a herb on a prescription than its largest daily amount times the days. */
const DOSES = 7;
const others = ['当归', '川芎', '白芍', '茯苓', '陈皮'];
const visitFor = (kit: PlantKit, wish: Partial<VisitWish> = {}): PlantVisit =>
  kit.visit(kit.person({ minAge: 25, maxAge: 75 }), {
    scene: 'outpatient',
    on: kit.day({ after: 8 }),
    at: { kind: 'tcm' },
    diagnosis: 'M54.500',
    ...wish,
  });
/** So many grams a day of the herb, with five others. */
const decoct = (visit: PlantVisit, herb: string, grams: number, prescription = 'H1', doses = DOSES): PlantLine => {
  for (const name of others) visit.add(name, { quantity: 10 * doses, prescription, supplyDays: doses });
  return visit.add(herb, { quantity: grams * doses, prescription, supplyDays: doses });
};

const plant: Plant = {
  code: 'NC-中药饮片超量上传',
  grain: 'prescription',
  violations: [
    // 10 g a day at most.
    (kit) => kit.violation({ lines: [decoct(visitFor(kit), '麻黄', 11)] }),
    (kit) => kit.violation({ lines: [decoct(visitFor(kit), kit.random.pick(['薄荷', '木瓜']), 15)] }),
    (kit) => kit.violation({ lines: [decoct(visitFor(kit), '车前子', 15.5, 'H1', 14)] }),
    // On two lines of one prescription.
    (kit) => {
      const visit = visitFor(kit);
      const line = decoct(visit, '桃仁', 6);
      kit.violation({ lines: [line, visit.add('桃仁', { quantity: 5 * DOSES, prescription: 'H1', supplyDays: DOSES })] });
    },
    // Half of it taken back, still above.
    (kit) => {
      const visit = visitFor(kit);
      const line = decoct(visit, '猪苓', 30);
      visit.refund(line, { quantity: 15 * DOSES });
      kit.violation({ lines: [line] });
    },
    (kit) => {
      const visit = visitFor(kit, { scene: 'inpatient' });
      kit.violation({ lines: [decoct(visit, '秦艽', 12)] });
    },
  ],
  nearMisses: [
    (kit) => void decoct(visitFor(kit), '麻黄', 10),
    (kit) => void decoct(visitFor(kit), '车前子', 15, 'H1', 14),
    // Two prescriptions.
    (kit) => {
      const visit = visitFor(kit);
      decoct(visit, '桃仁', 8);
      visit.add('桃仁', { quantity: 8 * DOSES, prescription: 'H2', supplyDays: DOSES });
      visit.add('红花', { quantity: 5 * DOSES, prescription: 'H2', supplyDays: DOSES });
    },
    // Above, then taken back to the limit.
    (kit) => {
      const visit = visitFor(kit);
      visit.refund(decoct(visit, '威灵仙', 12), { quantity: 2 * DOSES });
    },
    // A herb nobody limits.
    (kit) => void decoct(visitFor(kit), '黄芪', 60),
    // Nobody tells the days.
    (kit) => {
      const visit = visitFor(kit);
      visit.add('防风', { quantity: 70, prescription: 'H1', supplyDays: 7 });
      visit.add('秦艽', { quantity: 200, prescription: 'H1', supplyDays: null });
    },
  ],
};
export default plant;
