import type { Plant } from '../../plant.ts';
import { dropped, right, settledAnew, wrong } from '../../planting.ts';

/** 超互联网医院药品支付范围: narcotic and other specially controlled drugs ordered in an internet visit. */
const drugs = ['硫酸吗啡缓释片', '盐酸羟考酮缓释片', '芬太尼透皮贴剂', '盐酸哌甲酯缓释片', '盐酸美沙酮口服溶液'];
const online = { internet: true, diagnosis: 'R52.900' } as const;

const plant: Plant = {
  code: 'NC-超互联网医院药品支付范围',
  grain: 'line',
  violations: [
    wrong(drugs, online),
    wrong(drugs, { ...online, scene: 'chronic' }),
    wrong('盐酸丁丙诺啡舌下片', online),
    wrong('芬太尼透皮贴剂', { ...online, line: { quantity: 2 } }),
    settledAnew('硫酸吗啡缓释片', online),
  ],
  nearMisses: [
    right(drugs, { diagnosis: 'R52.900' }),
    right(drugs, { diagnosis: 'R52.900', scene: 'inpatient' }),
    right(['布洛芬缓释胶囊', '塞来昔布胶囊'], online),
    right('盐酸哌替啶注射液', { scene: 'emergency', diagnosis: 'R52.900' }),
    dropped('盐酸羟考酮缓释片', online),
  ],
};
export default plant;
