import type { Plant } from '../../plant.ts';
import { dropped, right, settledAnew, takenBack, wrong } from '../../planting.ts';

/** 药品限医疗机构级别: below the class of the point. Pharmacies have no class and are out of scope. */
const two = ['艾迪注射液', '参芪扶正注射液', '康艾注射液', '丹红注射液', '醒脑静注射液', '血必净注射液', '热毒宁注射液'];
const three = ['贝伐珠单抗注射液', '注射用替加环素'];
const community = { at: { kind: 'community' } } as const;

const plant: Plant = {
  code: 'GZ10000101012000',
  grain: 'line',
  violations: [
    wrong(two, community),
    wrong(two, { ...community, scene: 'inpatient' }),
    wrong(two, { at: { kind: 'village' } }),
    wrong(three, { at: { kind: 'hospital', level: 2 }, scene: 'inpatient' }),
    // Raised from first to second class on 1 July 2025.
    wrong('喜炎平注射液', (kit) => ({ ...community, on: kit.date('2025-07-01') })),
    settledAnew('热毒宁注射液', community),
  ],
  nearMisses: [
    right(two, { at: { kind: 'hospital', level: 2 } }),
    right(two, { at: { kind: 'tcm' }, scene: 'inpatient' }),
    right(three, { at: { kind: 'hospital', level: 3 }, scene: 'inpatient' }),
    right('喜炎平注射液', (kit) => ({ ...community, on: kit.date('2025-06-30') })),
    right('丹红注射液', { scene: 'pharmacy' }),
    takenBack('艾迪注射液', community),
    dropped('康艾注射液', community),
  ],
};
export default plant;
