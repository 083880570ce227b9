import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 手术操作编码异常: an operation stands in the list and none of its charges in the stay. */
const pairs: Record<string, string> = { '85.2100': '乳腺肿物切除术', '38.5900': '大隐静脉高位结扎剥脱术', '49.4600': '混合痔外剥内扎术' };
const codes = Object.keys(pairs);
const stay = (kit: PlantKit, more: object = {}): PlantVisit =>
  kit.visit(kit.person({ sex: 2, minAge: 25, maxAge: 70 }), {
    scene: 'inpatient',
    on: kit.day({ after: 8 }),
    days: 5,
    at: { kind: 'hospital', minLevel: 2 },
    diagnosis: 'R10.400',
    ...more,
  });
/** Coded, and charged unless `charge` is false. */
const operated = (kit: PlantKit, charge: boolean, code = kit.random.pick(codes), more: object = {}): PlantVisit => {
  const visit = stay(kit, more);
  visit.operate(code, visit.first + 1);
  if (charge) visit.add(pairs[code] as string, { on: visit.first + 1 });
  return visit;
};

const plant: Plant = {
  code: 'GZ10000201004000',
  grain: 'encounter',
  violations: [
    ...codes.map((code) => (kit: PlantKit) => kit.violation({ visits: [operated(kit, false, code)] })),
    // Charged and taken back.
    (kit) => {
      const visit = stay(kit);
      visit.operate('85.2100', visit.first + 1);
      visit.refund(visit.add('乳腺肿物切除术', { on: visit.first + 1 }));
      kit.violation({ visits: [visit] });
    },
    // Another operation was charged.
    (kit) => {
      const visit = operated(kit, true, '49.4600');
      visit.operate('85.2100', visit.first + 1);
      kit.violation({ visits: [visit] });
    },
  ],
  nearMisses: [
    ...codes.map((code) => (kit: PlantKit) => void operated(kit, true, code)),
    // On another day of the stay.
    (kit) => {
      const visit = stay(kit);
      visit.operate('85.2100', visit.first + 1);
      visit.add('乳腺肿物切除术', { on: visit.first + 3 });
    },
    // Still in the ward.
    (kit) => void operated(kit, false, '49.4600', { on: kit.to - 7, open: true }),
    (kit) => operated(kit, false).reverse(),
  ],
};
export default plant;
