import type { Plant } from '../../plant.ts';
import { dropped, right, settledAnew, takenBack, withFurther, wrong } from '../../planting.ts';

/** 医疗服务项目超适应症使用: used for something that is no indication of the service. */
const ward = (diagnosis: string) => ({ scene: 'inpatient', diagnosis }) as const;

const plant: Plant = {
  code: 'GZ10000302006000',
  grain: 'line',
  violations: [
    wrong('骨髓穿刺术', ward('J18.900')),
    wrong('吞咽功能障碍训练', ward('M51.200')),
    wrong('深静脉置管术', ward('R42.x00')),
    // A neighbour of the code that would do.
    wrong('骨髓穿刺术', ward('D48.900')),
    (kit) => kit.violation({ lines: [withFurther(kit, '吞咽功能障碍训练', 'J44.100', 'I10.x00', { scene: 'inpatient' })] }),
    settledAnew('深静脉置管术', ward('I10.x00')),
  ],
  nearMisses: [
    right('骨髓穿刺术', ward('D61.900')),
    right('骨髓穿刺术', ward('C92.000')),
    right('吞咽功能障碍训练', { ...ward('I63.900'), at: { kind: 'rehabilitation' }, department: 'A21' }),
    right('深静脉置管术', ward('K85.900')),
    // As a further diagnosis.
    (kit) => void withFurther(kit, '吞咽功能障碍训练', 'J44.100', 'R13.x00', { scene: 'inpatient' }),
    takenBack('骨髓穿刺术', ward('J18.900')),
    dropped('深静脉置管术', ward('R42.x00')),
  ],
};
export default plant;
