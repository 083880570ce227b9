import type { Plant, PlantKit, PlantLine, Scene } from '../../plant.ts';

/** 互认: the same examination at another house within fourteen days; the later line is in question. */
const examined = (
  kit: PlantKit,
  gap: number,
  {
    same = false,
    scenes = ['outpatient', 'outpatient'],
    names,
  }: { same?: boolean; scenes?: readonly Scene[]; names?: readonly string[] } = {},
): PlantLine[] => {
  const person = kit.person({ minAge: 30 });
  const on = kit.day({ after: gap + 8 });
  const at = kit.provider({ kind: 'hospital', minLevel: 2 });
  return scenes.map((scene, n) =>
    kit
      .visit(person, {
        scene,
        on: on + n * gap,
        days: 4,
        hour: 9,
        at: same || n === 0 ? at : kit.provider({ kind: 'hospital', minLevel: 2, not: [at] }),
        diagnosis: scene === 'inpatient' ? 'M51.200' : 'M54.500',
      })
      .add(names?.[n] ?? '肌电图检查'),
  );
};
const wrong =
  (gap: number, more: Parameters<typeof examined>[2] = {}) =>
  (kit: PlantKit) =>
    kit.violation({ lines: [examined(kit, gap, more)[1] as PlantLine] });
const fine =
  (gap: number, more: Parameters<typeof examined>[2] = {}) =>
  (kit: PlantKit) =>
    void examined(kit, gap, more);

const plant: Plant = {
  code: 'DF-45',
  grain: 'line',
  violations: [
    wrong(1),
    wrong(14),
    wrong(7, { scenes: ['outpatient', 'inpatient'] }),
    wrong(5, { scenes: ['chronic', 'outpatient'] }),
    wrong(10),
  ],
  nearMisses: [
    fine(15),
    fine(40),
    fine(6, { same: true }),
    fine(6, { scenes: ['outpatient', 'emergency'] }),
    fine(6, { scenes: ['emergency', 'outpatient'] }),
    fine(6, { names: ['肌电图检查', '脑电图检查'] }),
  ],
};
export default plant;
