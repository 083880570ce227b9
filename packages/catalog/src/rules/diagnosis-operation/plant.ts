import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 诊断编码与手术操作编码不符: the main operation contradicts the main diagnosis. */
const stay = (kit: PlantKit, diagnosis: string): PlantVisit =>
  kit.visit(kit.person({ minAge: 40, maxAge: 70 }), {
    scene: 'inpatient',
    on: kit.day({ after: 8 }),
    days: 6,
    department: 'A04',
    diagnosis,
  });
const operated = (kit: PlantKit, diagnosis: string, code: string, service: string): PlantVisit => {
  const visit = stay(kit, diagnosis);
  visit.operate(code);
  visit.add('全身麻醉', { on: visit.first + 1 });
  visit.add(service, { on: visit.first + 1 });
  return visit;
};

const plant: Plant = {
  code: 'GZ10000201006000',
  grain: 'encounter',
  violations: [
    (kit) => kit.violation({ visits: [operated(kit, 'K80.100', '47.0100', '腹腔镜阑尾切除术')] }),
    (kit) => kit.violation({ visits: [operated(kit, 'K35.900', '51.2300', '腹腔镜胆囊切除术')] }),
    (kit) => kit.violation({ visits: [operated(kit, 'M16.900', '81.5400', '全膝关节置换术')] }),
    // The diagnosis that would fit is only a further one.
    (kit) => {
      const visit = operated(kit, 'M17.900', '81.5100', '全髋关节置换术');
      visit.diagnose('S72.000');
      kit.violation({ visits: [visit] });
    },
    // A further operation besides.
    (kit) => {
      const visit = operated(kit, 'K80.100', '47.0900', '阑尾切除术');
      visit.operate('54.5900');
      kit.violation({ visits: [visit] });
    },
  ],
  nearMisses: [
    (kit) => void operated(kit, 'K35.900', '47.0100', '腹腔镜阑尾切除术'),
    (kit) => void operated(kit, 'M17.900', '81.5400', '全膝关节置换术'),
    // The contradicting diagnosis is only a further one.
    (kit) => operated(kit, 'K35.900', '47.0100', '腹腔镜阑尾切除术').diagnose('K80.100'),
    // The contradicting operation is only a further one.
    (kit) => operated(kit, 'K80.100', '51.2300', '腹腔镜胆囊切除术').operate('47.0900'),
    // A neighbour of the code.
    (kit) => void operated(kit, 'K35.900', '47.1100', '阑尾切除术'),
    (kit) => operated(kit, 'K80.100', '47.0100', '腹腔镜阑尾切除术').reverse(),
  ],
};
export default plant;
