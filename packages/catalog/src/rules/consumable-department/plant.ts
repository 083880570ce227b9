import type { Plant } from '../../plant.ts';
import { dropped, partlyTakenBack, right, settledAnew, takenBack, wrong } from '../../planting.ts';

/** 医用耗材与科室不符: billed by a department that does not use it. */
const ward = (department: string, diagnosis: string) => ({ scene: 'inpatient', department, diagnosis }) as const;

const plant: Plant = {
  code: 'GZ10000303002000',
  grain: 'line',
  violations: [
    wrong('中心静脉导管', ward('A15', 'F32.900')),
    wrong('喉罩', ward('A03.07', 'E11.900')),
    wrong('一次性胃管', ward('A13', 'L20.900')),
    // A department beside the one allowed.
    wrong('一次性胃管', ward('A03.04', 'I20.000')),
    partlyTakenBack('喉罩', ward('A03.01', 'J44.100')),
    settledAnew('中心静脉导管', ward('A10', 'H25.900')),
  ],
  nearMisses: [
    right('中心静脉导管', ward('A03.06', 'N18.500')),
    // A part of the department allowed.
    right('中心静脉导管', ward('A04.03', 'S72.000')),
    right('喉罩', ward('A11', 'J35.000')),
    right('一次性胃管', ward('A03.02', 'K92.200')),
    takenBack('一次性胃管', ward('A15', 'F32.900')),
    takenBack('喉罩', ward('A03.07', 'E11.900'), true),
    dropped('中心静脉导管', ward('A15', 'F32.900')),
  ],
};
export default plant;
