import type { Plant } from '../../plant.ts';
import { bill, dropped, right, settledAnew, takenBack, withFurther, wrong } from '../../planting.ts';

/** 无指征检验检查: no diagnosis of the encounter calls for the examination. */
const plant: Plant = {
  code: 'GZ10000302001000',
  grain: 'line',
  violations: [
    wrong('电子结肠镜检查', { diagnosis: 'J06.900' }),
    wrong('乙肝五项', { diagnosis: 'M54.500' }),
    wrong('绒毛膜促性腺激素测定', { who: { sex: 2, minAge: 20, maxAge: 45 }, diagnosis: 'J06.900' }),
    // A neighbour of the code that would do.
    wrong('电子结肠镜检查', { diagnosis: 'K29.500', scene: 'inpatient' }),
    (kit) => kit.violation({ lines: [withFurther(kit, '乙肝五项', 'M54.500', 'I10.x00', { scene: 'inpatient' })] }),
    settledAnew('电子结肠镜检查', { diagnosis: 'R51.x00' }),
  ],
  nearMisses: [
    right('电子结肠镜检查', { diagnosis: 'K63.500' }),
    right('电子结肠镜检查', { diagnosis: 'R19.500' }),
    right('乙肝五项', { diagnosis: 'B18.100' }),
    right('绒毛膜促性腺激素测定', { who: { sex: 2, minAge: 20, maxAge: 45 }, diagnosis: 'N91.200' }),
    // As a further diagnosis.
    (kit) => void withFurther(kit, '乙肝五项', 'M54.500', 'K74.600'),
    // One point a diagnosis: the second of two is enough.
    (kit) => void bill(kit, '乙肝五项', { diagnosis: 'Z11.500' }),
    takenBack('电子结肠镜检查', { diagnosis: 'J18.900' }),
    dropped('乙肝五项', { diagnosis: 'M54.500' }),
  ],
};
export default plant;
