import type { Plant, PlantCase } from '../../plant.ts';
import { bill, dropped, right, settledAnew, takenBack, wrong } from '../../planting.ts';

/** 医疗服务项目限适应症: no diagnosis of the encounter begins with one of the point's; several points on one item are alternatives. */
const at = { level: 3 } as const;
const withSecond =
  (name: string, main: string, second: string): PlantCase =>
  (kit) =>
    bill(kit, name, { diagnosis: main, at, scene: 'inpatient' }).visit.diagnose(second);

const plant: Plant = {
  code: 'GZ10000102007000',
  grain: 'line',
  violations: [
    // Neither of two alternatives.
    wrong('高压氧治疗', { diagnosis: 'I63.900', at, scene: 'inpatient' }),
    // Neighbours of the codes that would do.
    wrong('高压氧治疗', { diagnosis: 'H91.900', at }),
    wrong('体外冲击波碎石', { diagnosis: 'N23.x00', at }),
    wrong('血浆置换', { diagnosis: 'M31.300', at, scene: 'inpatient' }),
    wrong('多导睡眠监测', { diagnosis: 'R06.500', at }),
    // A further diagnosis that does not help either.
    (kit) => {
      const { visit, line } = bill(kit, '光动力治疗', { diagnosis: 'C16.900', at, scene: 'inpatient' });
      visit.diagnose('K21.000');
      kit.violation({ lines: [line] });
    },
    settledAnew('认知功能评定', { diagnosis: 'R41.300', at }),
  ],
  nearMisses: [
    right('高压氧治疗', { diagnosis: 'T58.x00', at, scene: 'inpatient' }),
    right('高压氧治疗', { diagnosis: 'H91.200', at }),
    right('体外冲击波碎石', { diagnosis: 'N21.000', at }),
    right('认知功能评定', { diagnosis: 'F03.x00', at }),
    // As a further diagnosis.
    withSecond('血浆置换', 'J18.900', 'M31.100'),
    withSecond('多导睡眠监测', 'I10.x00', 'G47.300'),
    takenBack('光动力治疗', { diagnosis: 'C16.900', at }),
    dropped('体外冲击波碎石', { diagnosis: 'N13.300', at }),
  ],
};
export default plant;
