import type { Plant } from '../../plant.ts';
import { bill, dropped, right, settledAnew, withFurther, wrong } from '../../planting.ts';

/** 超说明书适应症用药: no diagnosis of the encounter is an indication of the label; several points on one drug are alternatives. */
const plant: Plant = {
  code: 'GZ10000301007000',
  grain: 'line',
  violations: [
    wrong('甲巯咪唑片', { diagnosis: 'E03.900' }),
    // Neither of the two alternatives.
    wrong('秋水仙碱片', { diagnosis: 'M06.900' }),
    wrong('孟鲁司特钠片', { diagnosis: 'J20.900' }),
    // A neighbour of the code that would do.
    wrong('沙丁胺醇气雾剂', { diagnosis: 'J42.x00' }),
    (kit) => kit.violation({ lines: [withFurther(kit, '甲巯咪唑片', 'E04.900', 'I10.x00')] }),
    settledAnew('孟鲁司特钠片', { diagnosis: 'J06.900' }),
  ],
  nearMisses: [
    right('甲巯咪唑片', { diagnosis: 'E05.000' }),
    right('秋水仙碱片', { diagnosis: 'M10.900' }),
    right('秋水仙碱片', { diagnosis: 'E85.000' }),
    right('沙丁胺醇气雾剂', { diagnosis: 'J45.900', line: { supplyDays: 30 } }),
    // As a further diagnosis.
    (kit) => void withFurther(kit, '孟鲁司特钠片', 'J20.900', 'J30.400'),
    // At a counter nobody tells a diagnosis.
    (kit) => void bill(kit, '孟鲁司特钠片', { scene: 'pharmacy' }),
    dropped('甲巯咪唑片', { diagnosis: 'E03.900' }),
  ],
};
export default plant;
