import type { Plant } from '../../plant.ts';
import { bill, dropped, partlyTakenBack, right, settledAnew, takenBack, withFurther, wrong } from '../../planting.ts';

/** 医疗服务项目禁忌症: any diagnosis of the same encounter begins with one with which the service must not be done. */
const at = { kind: 'hospital', level: 3 } as const;

const plant: Plant = {
  code: 'GZ10000302005000',
  grain: 'line',
  violations: [
    wrong('经颅磁刺激治疗', { diagnosis: 'G40.900', at }),
    wrong('平板运动试验', { diagnosis: 'I20.000', scene: 'inpatient', at }),
    wrong('支气管激发试验', { diagnosis: 'I50.900', at }),
    // As a further diagnosis.
    (kit) => kit.violation({ lines: [withFurther(kit, '增强型体外反搏治疗', 'I25.100', 'I71.400', { at, scene: 'inpatient' })] }),
    (kit) => kit.violation({ lines: [withFurther(kit, '腰椎牵引治疗', 'M51.200', 'M80.900', { at, who: { minAge: 55 } })] }),
    partlyTakenBack('经颅磁刺激治疗', { diagnosis: 'G41.900', at }),
    settledAnew('平板运动试验', { diagnosis: 'I21.900', at, scene: 'emergency' }),
  ],
  nearMisses: [
    // Neighbours of the codes.
    right('经颅磁刺激治疗', { diagnosis: 'G47.000', at }),
    right('平板运动试验', { diagnosis: 'I25.100', at }),
    (kit) => void withFurther(kit, '增强型体外反搏治疗', 'I25.100', 'I70.200', { at }),
    (kit) => void withFurther(kit, '腰椎牵引治疗', 'M51.200', 'M81.900', { at, who: { minAge: 55 } }),
    // At another encounter.
    (kit) => {
      const { visit } = bill(kit, '支气管激发试验', { diagnosis: 'R05.x00', at, on: kit.day({ after: 9 }) });
      kit.visit(visit.person, { scene: 'outpatient', on: visit.first + 5, diagnosis: 'I50.900', at });
    },
    takenBack('经颅磁刺激治疗', { diagnosis: 'G40.900', at }),
    dropped('平板运动试验', { diagnosis: 'I21.900', at }),
  ],
};
export default plant;
