import type { Plant } from '../../plant.ts';
import { dropped, right, settledAnew, withFurther, wrong } from '../../planting.ts';

/** 药品限二线使用, where the list names the disease: no diagnosis of the encounter begins with one of the point's. */
const at = { level: 3 } as const;

const plant: Plant = {
  code: 'GZ10000101005000',
  grain: 'line',
  violations: [
    wrong('度普利尤单抗注射液', { diagnosis: 'L40.000', at }),
    wrong('维得利珠单抗粉针剂', { diagnosis: 'K52.900', at, scene: 'inpatient' }),
    // A neighbour of the code that would do.
    wrong('度普利尤单抗注射液', { diagnosis: 'L29.900', at }),
    settledAnew('度普利尤单抗注射液', { diagnosis: 'L50.900', at }),
  ],
  nearMisses: [
    right('度普利尤单抗注射液', { diagnosis: 'L20.900', at }),
    // Either disease will do.
    right('维得利珠单抗粉针剂', { diagnosis: 'K50.900', at, scene: 'inpatient' }),
    right('维得利珠单抗粉针剂', { diagnosis: 'K51.900', at, scene: 'inpatient' }),
    // As a further diagnosis.
    (kit) => void withFurther(kit, '度普利尤单抗注射液', 'I10.x00', 'L20.800', { at }),
    dropped('维得利珠单抗粉针剂', { diagnosis: 'K59.000', at }),
  ],
};
export default plant;
