import type { LineWish, Plant, PlantKit, PlantLine, PlantVisit } from '../../plant.ts';

/**
 * 手术项目未按规定折价收费: of several operations of one group in one session only the dearest is paid in full, the others at half.
 * In question are the lines billed above half, except the one with the highest unit price.
 */
const stay = (kit: PlantKit, sex?: 1 | 2): PlantVisit =>
  kit.visit(kit.person({ ...(sex ? { sex } : {}), minAge: 30, maxAge: 70 }), {
    scene: 'inpatient',
    on: kit.day({ after: 8 }),
    days: 6,
    at: { kind: 'hospital', minLevel: 2 },
    diagnosis: 'R10.400',
  });
const session = (visit: PlantVisit, operations: readonly (readonly [string, number?])[], day = 1): PlantLine[] =>
  operations.map(([name, price], n) => {
    const wish: LineWish = { on: visit.first + day, hour: 9 + n, ...(price === undefined ? {} : { price }) };
    return visit.add(name, wish);
  });

const plant: Plant = {
  code: 'GZ10000102002000',
  grain: 'encounter',
  violations: [
    (kit) => {
      const [, second] = session(stay(kit), [['腹腔镜胆囊切除术'], ['胆总管探查术']]) as [PlantLine, PlantLine];
      kit.violation({ lines: [second] });
    },
    // A little above half.
    (kit) => {
      const [, second] = session(stay(kit, 2), [['子宫全切除术'], ['卵巢囊肿剥除术', 580.01]]) as [PlantLine, PlantLine];
      kit.violation({ lines: [second] });
    },
    // The dearer one billed last: the first two are in question.
    (kit) => {
      const [first, second] = session(stay(kit), [['阑尾切除术'], ['肠粘连松解术'], ['胃大部切除术']]) as [PlantLine, PlantLine, PlantLine];
      kit.violation({ lines: [first, second] });
    },
    // The same unit price: the smaller line number stays.
    (kit) => {
      const [, second] = session(stay(kit), [['胆囊切除术', 1280], ['胆总管探查术']]) as [PlantLine, PlantLine];
      kit.violation({ lines: [second] });
    },
    (kit) => {
      const [, second] = session(stay(kit), [['甲状腺全切除术'], ['颈淋巴结清扫术']]) as [PlantLine, PlantLine];
      kit.violation({ lines: [second] });
    },
    (kit) => {
      const visit = stay(kit);
      const [, second] = session(visit, [['腰椎间盘摘除术'], ['椎管减压术']]) as [PlantLine, PlantLine];
      kit.violation({ lines: [visit.resettle()(second)] });
    },
  ],
  nearMisses: [
    // Exactly half.
    (kit) => void session(stay(kit), [['腹腔镜胆囊切除术'], ['胆总管探查术', 640]]),
    (kit) => void session(stay(kit, 2), [['子宫肌瘤剔除术'], ['卵巢囊肿剥除术', 580], ['输卵管切除术', 490]]),
    // Of two groups.
    (kit) => void session(stay(kit), [['阑尾切除术'], ['扁桃体切除术']]),
    // On two days.
    (kit) => {
      const visit = stay(kit);
      session(visit, [['胆囊切除术']], 1);
      session(visit, [['肠粘连松解术']], 3);
    },
    // The second taken back.
    (kit) => {
      const visit = stay(kit);
      const [, second] = session(visit, [['腰椎间盘摘除术'], ['椎管减压术']]) as [PlantLine, PlantLine];
      visit.refund(second);
    },
  ],
};
export default plant;
