import type { Plant } from '../../plant.ts';
import { daysOld, dropped, partlyTakenBack, right, settledAnew, takenBack, withFurther, wrong } from '../../planting.ts';

/** 无指征治疗: the condition that the treatment is for is no diagnosis of the encounter. */
const ward = (diagnosis: string) => ({ scene: 'inpatient', diagnosis }) as const;

const plant: Plant = {
  code: 'GZ10000302002000',
  grain: 'line',
  violations: [
    wrong('腹腔穿刺术', ward('J18.900')),
    wrong('鼻饲管置管', ward('M51.200')),
    wrong('光子治疗(蓝光)', daysOld(6, { diagnosis: 'P22.900' })),
    // A neighbour of the code that would do.
    wrong('腹腔穿刺术', ward('K73.900')),
    partlyTakenBack('鼻饲管置管', ward('E11.900')),
    settledAnew('腹腔穿刺术', ward('N39.000')),
  ],
  nearMisses: [
    right('腹腔穿刺术', ward('K74.600')),
    right('鼻饲管置管', ward('I61.900')),
    right('光子治疗(蓝光)', daysOld(6, { diagnosis: 'P59.900' })),
    // As a further diagnosis.
    (kit) => void withFurther(kit, '腹腔穿刺术', 'J18.900', 'R18.x00', { scene: 'inpatient' }),
    (kit) => void withFurther(kit, '鼻饲管置管', 'E11.900', 'I69.300', { scene: 'inpatient' }),
    takenBack('腹腔穿刺术', ward('J18.900')),
    dropped('鼻饲管置管', ward('M51.200')),
  ],
};
export default plant;
