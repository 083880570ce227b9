import type { Plant } from '../../plant.ts';
import { aged, dropped, partlyTakenBack, right, settledAnew, takenBack, wrong } from '../../planting.ts';

/** 老年人用药安全: older, on the day of the fee, than the greatest age at which the drug may be used. */
const plant: Plant = {
  code: 'GZ10000301009000',
  grain: 'line',
  violations: [
    // The birthday itself.
    wrong('盐酸苯乙双胍片', aged(60, 0)),
    wrong(['格列本脲片', '甲丙氨酯片'], aged(65, 0)),
    wrong('吲哚美辛栓', aged(80, 0)),
    wrong('格列本脲片', { who: { minAge: 70, maxAge: 90 }, scene: 'inpatient' }),
    wrong('甲丙氨酯片', { who: { minAge: 66, maxAge: 85 }, scene: 'pharmacy' }),
    partlyTakenBack('盐酸苯乙双胍片', { who: { minAge: 62, maxAge: 80 } }),
    settledAnew('格列本脲片', aged(66, 0)),
  ],
  nearMisses: [
    // The day before the birthday.
    right('盐酸苯乙双胍片', aged(60, 1)),
    right(['格列本脲片', '甲丙氨酯片'], aged(65, 1)),
    right('吲哚美辛栓', aged(80, 1)),
    right('格列本脲片', { who: { minAge: 30, maxAge: 60 } }),
    takenBack('甲丙氨酯片', { who: { minAge: 70, maxAge: 85 } }, true),
    dropped('吲哚美辛栓', { who: { minAge: 82, maxAge: 92 } }),
  ],
};
export default plant;
