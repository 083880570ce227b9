import type { Plant, PlantCase } from '../../plant.ts';
import { bill, dropped, right, settledAnew, wrong } from '../../planting.ts';

/** 药品限适应症: no diagnosis of the encounter begins with one of the point's; several points on one drug are alternatives. */
const at = { level: 3 } as const;
const withSecond =
  (name: string, main: string, second: string): PlantCase =>
  (kit) =>
    bill(kit, name, { diagnosis: main, at, scene: 'inpatient' }).visit.diagnose(second);

const plant: Plant = {
  code: 'GZ10000101008000',
  grain: 'line',
  violations: [
    wrong(['甲磺酸奥希替尼片', '吉非替尼片'], { diagnosis: 'C18.900', at }),
    wrong('来那度胺胶囊', { diagnosis: 'C85.900', at, line: { supplyDays: 21 } }),
    // None of the three alternatives.
    wrong('英夫利西单抗注射液', { diagnosis: 'M06.900', at, scene: 'inpatient' }),
    wrong('注射用曲妥珠单抗', { diagnosis: 'C34.900', at, scene: 'inpatient' }),
    wrong('重组人促红素注射液', { diagnosis: 'D50.900', at }),
    // A neighbour of the code that would do.
    wrong('恩替卡韦分散片', { diagnosis: 'B19.900', scene: 'chronic' }),
    settledAnew('罗沙司他胶囊', { diagnosis: 'N19.x00', at }),
  ],
  nearMisses: [
    right(['甲磺酸奥希替尼片', '吉非替尼片'], { diagnosis: 'C34.100', at }),
    right('注射用曲妥珠单抗', { diagnosis: 'C16.900', at, scene: 'inpatient' }),
    right('英夫利西单抗注射液', { diagnosis: 'K50.900', at, scene: 'inpatient' }),
    // As a further diagnosis.
    withSecond('重组人促红素注射液', 'I10.x00', 'N18.500'),
    withSecond('注射用伏立康唑', 'J18.900', 'B44.100'),
    dropped('雷珠单抗注射液', { diagnosis: 'H52.100', at }),
  ],
};
export default plant;
