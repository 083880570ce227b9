import type { Plant, PlantCase } from '../../plant.ts';
import { bill, dropped, partlyTakenBack, right, settledAnew, takenBack, wrong } from '../../planting.ts';

/** 医用耗材限疾病使用: no diagnosis of the encounter begins with one of the point's; several points on one item are alternatives. */
const at = { level: 3 } as const;
const stay = { at, scene: 'inpatient' } as const;
const withSecond =
  (name: string, main: string, second: string): PlantCase =>
  (kit) =>
    bill(kit, name, { ...stay, diagnosis: main }).visit.diagnose(second);

const plant: Plant = {
  code: 'NC-医用耗材限疾病使用',
  grain: 'line',
  violations: [
    wrong('药物涂层外周球囊', { ...stay, diagnosis: 'I73.900' }),
    // Neither of two alternatives; a neighbour of one.
    wrong('食管支架', { ...stay, diagnosis: 'K22.000' }),
    wrong('一件式造口袋', { diagnosis: 'C18.900', at }),
    wrong('胰岛素泵储药器', { diagnosis: 'E11.900', scene: 'chronic' }),
    partlyTakenBack('压疮水胶体敷料', { diagnosis: 'L98.400', at }),
    wrong('硬脑膜补片', { ...stay, diagnosis: 'I61.900' }),
    settledAnew('胰岛素泵储药器', { diagnosis: 'E14.900', at }),
  ],
  nearMisses: [
    right('药物涂层外周球囊', { ...stay, diagnosis: 'I70.200' }),
    right('食管支架', { ...stay, diagnosis: 'C15.900' }),
    right('食管支架', { ...stay, diagnosis: 'K22.200' }),
    right('胰岛素泵储药器', { diagnosis: 'E10.900', scene: 'chronic' }),
    // As a further diagnosis.
    withSecond('压疮水胶体敷料', 'I63.900', 'L89.900'),
    withSecond('硬脑膜补片', 'S02.000', 'S06.500'),
    takenBack('药物涂层外周球囊', { diagnosis: 'I73.900', at }),
    dropped('一件式造口袋', { diagnosis: 'C20.x00', at }),
  ],
};
export default plant;
