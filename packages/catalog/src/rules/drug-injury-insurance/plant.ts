import type { Plant } from '../../plant.ts';
import { dropped, right, settledAnew, wrong } from '../../planting.ts';

/** 药品限工伤保险: paid by the basic medical fund. A line wholly at the person's cost is nobody's loss. */
const drugs = ['疤痕止痒软化膏', '复方尿囊素凝胶', '烧伤修复外用溶液', '积雪苷霜软膏', '硅酮瘢痕贴剂'];
const scar = { diagnosis: 'L90.500' } as const;

const plant: Plant = {
  code: 'GZ10000101001000',
  grain: 'line',
  violations: [
    wrong(drugs, scar),
    wrong(drugs, { ...scar, who: { insurance: '310' } }),
    wrong(drugs, { ...scar, scene: 'chronic', who: { insurance: '390' } }),
    wrong('疤痕止痒软化膏', { ...scar, line: { maker: 1, quantity: 2 } }),
    settledAnew('积雪苷霜软膏', scar),
  ],
  nearMisses: [
    // At the person's own cost.
    right(drugs, { ...scar, line: { scope: 0 } }),
    right(drugs, { ...scar, scene: 'inpatient', line: { scope: 0 } }),
    // At a pharmacy counter no fund pays.
    right(drugs, { scene: 'pharmacy' }),
    dropped('硅酮瘢痕贴剂', scar),
    dropped('疤痕止痒软化膏', scar),
  ],
};
export default plant;
