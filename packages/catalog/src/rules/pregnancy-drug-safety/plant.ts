import type { Plant, PlantCase, PlantKit } from '../../plant.ts';
import { type Billing, dropped, partlyTakenBack, right, settledAnew, takenBack, wrong } from '../../planting.ts';

/** 妊娠期及哺乳期用药安全: a listed drug at an encounter that is marked as of a pregnant or nursing woman. */
const listed = ['利巴韦林片', '异维A酸软胶囊', '沙利度胺片', '米索前列醇片', '阿维A胶囊'];
const who = { sex: 2, minAge: 22, maxAge: 42 } as const;
const pregnant = { who, pregnant: true } as const;
const nursing = { who, nursing: true } as const;
/** Two visits on two days, each marked or not, with a drug each. */
const twice =
  (marks: [Partial<Billing>, Partial<Billing>], inQuestion: number | null): PlantCase =>
  (kit: PlantKit) => {
    const person = kit.person(who);
    const on = kit.day({ after: 20 });
    const lines = marks.map((mark, n) =>
      kit
        .visit(person, { scene: 'outpatient', on: on + n * 9, diagnosis: 'J11.100', pregnant: !!mark.pregnant, nursing: !!mark.nursing })
        .add(n === 0 ? '利巴韦林片' : '氯雷他定片'),
    );
    const line = inQuestion === null ? undefined : lines[inQuestion];
    if (line) kit.violation({ lines: [line] });
  };

const plant: Plant = {
  code: 'GZ10000301010000',
  grain: 'line',
  violations: [
    wrong(listed, pregnant),
    wrong(listed, nursing),
    wrong(listed, { ...pregnant, scene: 'inpatient' }),
    wrong(listed, { ...nursing, scene: 'maternity-outpatient', diagnosis: 'J06.900' }),
    partlyTakenBack('沙利度胺片', pregnant),
    settledAnew('异维A酸软胶囊', nursing),
    // Marked at the first visit only: the drug of that visit.
    twice([{ pregnant: true }, {}], 0),
  ],
  nearMisses: [
    // Not marked.
    right(listed, { who }),
    right(listed, { who: { sex: 1, minAge: 22, maxAge: 42 } }),
    // Marked, and another drug.
    right('氯雷他定片', pregnant),
    // Marked at another visit than that of the drug.
    twice([{}, { pregnant: true }], null),
    takenBack('阿维A胶囊', nursing),
    dropped('米索前列醇片', pregnant),
  ],
};
export default plant;
