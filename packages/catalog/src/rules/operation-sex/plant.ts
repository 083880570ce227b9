import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 手术操作编码与性别不符. */
const male = ['60.2901', '61.2x00', '62.3x00', '63.1x00', '64.0x00'];
const female = ['65.2901', '66.4x00', '68.4900', '69.0200', '74.1x00'];

const stay = (kit: PlantKit, sex: 1 | 2): PlantVisit =>
  kit.visit(kit.person({ sex, minAge: 25, maxAge: 75 }), {
    scene: 'inpatient',
    on: kit.day({ after: 7 }),
    at: { kind: 'hospital', minLevel: 2 },
    diagnosis: 'R10.400',
  });
const operated = (kit: PlantKit, sex: 1 | 2, code: string): PlantVisit => {
  const visit = stay(kit, sex);
  visit.operate(code);
  return visit;
};

const plant: Plant = {
  code: 'GZ10000201005000',
  grain: 'encounter',
  violations: [
    (kit) => kit.violation({ visits: [operated(kit, 1, kit.random.pick(female))] }),
    (kit) => kit.violation({ visits: [operated(kit, 2, kit.random.pick(male))] }),
    // As a second operation.
    (kit) => {
      const visit = operated(kit, 2, '47.0901');
      visit.operate('60.2901');
      kit.violation({ visits: [visit] });
    },
    // Two codes of one point: one finding.
    (kit) => {
      const visit = operated(kit, 1, '68.4900');
      visit.operate('69.0200');
      kit.violation({ visits: [visit] });
    },
    (kit) => {
      const visit = operated(kit, 2, '64.0x00');
      visit.resettle();
      kit.violation({ visits: [visit] });
    },
  ],
  nearMisses: [
    (kit) => void operated(kit, 1, kit.random.pick(male)),
    (kit) => void operated(kit, 2, kit.random.pick(female)),
    (kit) => void operated(kit, 1, '59.8x00'),
    (kit) => void operated(kit, 1, '85.1100'),
    (kit) => void operated(kit, 2, '47.0901'),
  ],
};
export default plant;
