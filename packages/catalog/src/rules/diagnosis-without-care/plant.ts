import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 疾病诊断编码异常: a diagnosis of the stay without any of the items that belong to it. */
const care: Record<string, readonly string[]> = {
  'L97.x00': ['换药(中)', '换药(小)'],
  'J80.x00': ['呼吸机辅助呼吸', '无创辅助通气', '经鼻高流量氧疗'],
  'E43.x00': ['复方氨基酸注射液', '中长链脂肪乳注射液'],
  'I26.900': ['低分子肝素钠注射液', '肝素钠注射液'],
};
const codes = Object.keys(care);
const stay = (kit: PlantKit, diagnosis: string, item: string | null, more: object = {}): PlantVisit => {
  const visit = kit.visit(kit.person({ minAge: 60 }), {
    scene: 'inpatient',
    on: kit.day({ after: 8 }),
    days: 6,
    at: { kind: 'hospital', minLevel: 2 },
    diagnosis: 'I50.900',
    ...more,
  });
  visit.diagnose(diagnosis);
  if (item) visit.add(item, { on: visit.first + 1 });
  return visit;
};

const plant: Plant = {
  code: 'GZ10000201003000',
  grain: 'encounter',
  violations: [
    ...codes.map((code) => (kit: PlantKit) => kit.violation({ visits: [stay(kit, code, null)] })),
    // Care for something else.
    (kit) => kit.violation({ visits: [stay(kit, 'L97.x00', '复方氨基酸注射液')] }),
    // As the main diagnosis.
    (kit) => {
      const visit = kit.visit(kit.person({ minAge: 60 }), {
        scene: 'inpatient',
        on: kit.day({ after: 8 }),
        days: 6,
        at: { kind: 'hospital', minLevel: 2 },
        diagnosis: 'J80.x00',
      });
      kit.violation({ visits: [visit] });
    },
  ],
  nearMisses: [
    ...codes.map((code) => (kit: PlantKit) => void stay(kit, code, kit.random.pick(care[code] as string[]))),
    // History.
    (kit) => void stay(kit, 'Z86.700', null),
    // Still in the ward.
    (kit) => void stay(kit, 'L97.x00', null, { on: kit.to - 7, open: true }),
    (kit) => stay(kit, 'L97.x00', null).reverse(),
  ],
};
export default plant;
