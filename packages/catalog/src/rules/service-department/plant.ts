import type { Plant } from '../../plant.ts';
import { bill, daysOld, dropped, right, settledAnew, takenBack, wrong } from '../../planting.ts';

/** 医疗服务项目限科室使用: billed by a department that is neither one of the point's nor a part of it. */
const plant: Plant = {
  code: 'GZ10000102008000',
  grain: 'line',
  violations: [
    wrong('新生儿黄疸经皮测定', daysOld(9, { department: 'A03.01', at: { kind: 'hospital' } })),
    // The department above the one allowed.
    wrong('新生儿黄疸经皮测定', daysOld(8, { department: 'A07', at: { kind: 'hospital' } })),
    wrong('中药熏洗治疗', { department: 'A03', diagnosis: 'M54.500' }),
    wrong('冷冻治疗', { department: 'A12', diagnosis: 'B07.x00' }),
    // Two lines: two findings.
    (kit) => {
      const { visit, line } = bill(kit, '门急诊留观床位费', { department: 'A03.02', diagnosis: 'K29.500' });
      kit.violation({ lines: [line] });
      kit.violation({ lines: [visit.add('门急诊留观床位费', { hour: 18 })] });
    },
    settledAnew('冷冻治疗', { department: 'A04.03', diagnosis: 'B07.x00' }),
  ],
  nearMisses: [
    right('新生儿黄疸经皮测定', daysOld(9, { department: 'A07.01' })),
    right('新生儿黄疸经皮测定', daysOld(7, { department: 'A05.02', at: { kind: 'hospital' } })),
    right('中药熏洗治疗', { department: 'A50', at: { kind: 'tcm' }, diagnosis: 'M54.500' }),
    // A part of the department allowed.
    right('冷冻治疗', { department: 'A05.02', who: { sex: 2 }, diagnosis: 'N72.x00' }),
    right('门急诊留观床位费', { department: 'A20', scene: 'emergency', diagnosis: 'R10.400' }),
    takenBack('中药熏洗治疗', { department: 'A04.03', diagnosis: 'M54.500' }),
    dropped('冷冻治疗', { department: 'A12', diagnosis: 'B07.x00' }),
  ],
};
export default plant;
