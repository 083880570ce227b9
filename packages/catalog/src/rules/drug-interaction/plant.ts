import type { LineWish, Plant, PlantCase, PlantKit, PlantLine, PlantPerson, VisitWish } from '../../plant.ts';

/** 药品相互作用: the days in use of two drugs that must not be used together overlap. The lines of the point's own drug are in question. */
interface Use {
  name: string;
  /** Days after the first use. */
  after?: number;
  line?: LineWish;
  wish?: Partial<VisitWish>;
}

const used = (kit: PlantKit, person: PlantPerson, on: number, { name, after = 0, line, wish }: Use): PlantLine =>
  kit.visit(person, { scene: 'outpatient', on: on + after, diagnosis: 'R07.400', ...wish }).add(name, line);
const both = (kit: PlantKit, uses: readonly Use[]): PlantLine[] => {
  const person = kit.person({ minAge: 40 });
  const on = kit.day({ after: 30 });
  return uses.map((use) => used(kit, person, on, use));
};
const wrong =
  (inQuestion: number, ...uses: readonly Use[]): PlantCase =>
  (kit) =>
    kit.violation({ lines: [both(kit, uses)[inQuestion] as PlantLine] });
const fine =
  (...uses: readonly Use[]): PlantCase =>
  (kit) =>
    void both(kit, uses);
const stay = { scene: 'inpatient', days: 6, diagnosis: 'I50.900' } as const;

const plant: Plant = {
  code: 'GZ10000301011000',
  grain: 'line',
  violations: [
    // The last of fourteen days is the first of the other drug.
    wrong(0, { name: '辛伐他汀片' }, { name: '伊曲康唑胶囊', after: 13 }),
    // The other one first: the last of its seven days.
    wrong(1, { name: '伊曲康唑胶囊' }, { name: '辛伐他汀片', after: 6 }),
    // At two houses, one of them a pharmacy.
    wrong(
      0,
      { name: '盐酸司来吉兰片', wish: { scene: 'pharmacy' } },
      { name: '盐酸氟西汀分散片', after: 5, wish: { at: { kind: 'community' } } },
    ),
    // Two packs last twenty-eight days.
    wrong(0, { name: '辛伐他汀片', line: { quantity: 2 } }, { name: '泰利霉素片', after: 27 }),
    // Bought, and still in use on a day of the stay: a stay that tells no days counts one.
    (kit) => {
      const person = kit.person({ minAge: 40 });
      const on = kit.day({ after: 20 });
      const line = used(kit, person, on, { name: '盐酸索他洛尔片' });
      kit.visit(person, { on: on + 9, ...stay }).add('盐酸胺碘酮注射液', { on: on + 13, supplyDays: null });
      kit.violation({ lines: [line] });
    },
    // One prescription; each line of the point's drug is one finding.
    (kit) => {
      const visit = kit.visit(kit.person({ minAge: 40 }), { on: kit.day({ after: 8 }), ...stay });
      visit.add('盐酸胺碘酮注射液', { on: visit.first + 1, supplyDays: 2 });
      kit.violation({ lines: [visit.add('盐酸索他洛尔片', { on: visit.first + 1 })] });
      kit.violation({ lines: [visit.add('盐酸索他洛尔片', { on: visit.first + 2 })] });
      visit.add('盐酸索他洛尔片', { on: visit.first + 3 });
    },
    (kit) => {
      const visit = kit.visit(kit.person({ minAge: 40 }), { scene: 'outpatient', on: kit.day({ after: 2 }), diagnosis: 'G20.x00' });
      const line = visit.add('盐酸司来吉兰片');
      visit.add('盐酸文拉法辛缓释胶囊');
      kit.violation({ lines: [visit.resettle()(line)] });
    },
  ],
  nearMisses: [
    // The day after the last of fourteen days; of seven.
    fine({ name: '辛伐他汀片' }, { name: '伊曲康唑胶囊', after: 14 }),
    fine({ name: '伊曲康唑胶囊' }, { name: '辛伐他汀片', after: 7 }),
    // In one stay, on following days.
    (kit) => {
      const visit = kit.visit(kit.person({ minAge: 40 }), { on: kit.day({ after: 8 }), ...stay });
      visit.add('盐酸胺碘酮注射液', { on: visit.first + 1 });
      visit.add('盐酸索他洛尔片', { on: visit.first + 2, supplyDays: null });
    },
    // Drugs of two points; two of one side.
    fine({ name: '辛伐他汀片' }, { name: '盐酸氟西汀分散片', after: 3 }),
    fine({ name: '伊曲康唑胶囊' }, { name: '泰利霉素片', after: 1 }),
    // Two people.
    (kit) => {
      const on = kit.day({ after: 20 });
      for (const name of ['盐酸司来吉兰片', '盐酸氟西汀分散片']) used(kit, kit.person({ minAge: 40 }), on, { name });
    },
    // The other drug dropped when settling again.
    (kit) => {
      const visit = kit.visit(kit.person({ minAge: 40 }), { scene: 'outpatient', on: kit.day({ after: 2 }), diagnosis: 'G20.x00' });
      visit.add('盐酸司来吉兰片');
      visit.resettle({ drop: [visit.add('盐酸文拉法辛缓释胶囊')] });
    },
  ],
};
export default plant;
