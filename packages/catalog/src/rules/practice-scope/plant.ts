import type { Plant, PlantKit, PlantLine, PlantVisit } from '../../plant.ts';

/** 超执业范围: the doctor's registered scope is none of those the item asks for (06 dentistry, 05 eyes, ears, nose and throat, 08 psychiatry). */
const [implant, cataract] = ['种植体植入术', '白内障超声乳化术'] as const;
const ordered = (kit: PlantKit, name: string, scope: string | null, quantity = 1): { visit: PlantVisit; line: PlantLine } => {
  const at = kit.provider({ kind: 'hospital' });
  const doctor = kit.ownDoctor(at, { scope });
  const visit = kit.visit(kit.person({ minAge: 45 }), {
    scene: 'outpatient',
    on: kit.day({ after: 3 }),
    at,
    diagnosis: name === implant ? 'K08.100' : 'H25.900',
  });
  return { visit, line: visit.add(name, { doctor, quantity }) };
};
const wrong = (name: string, scope: string) => (kit: PlantKit) => kit.violation({ lines: [ordered(kit, name, scope).line] });
const right = (name: string, scope: string | null) => (kit: PlantKit) => void ordered(kit, name, scope);

const plant: Plant = {
  code: 'DF-41',
  grain: 'line',
  violations: [
    wrong(implant, '01'),
    wrong(cataract, '06'),
    wrong('无抽搐电休克治疗', '01'),
    (kit) => kit.violation({ lines: [ordered(kit, implant, '02', 2).line] }),
    (kit) => {
      const { visit, line } = ordered(kit, cataract, '01');
      kit.violation({ lines: [visit.resettle()(line)] });
    },
  ],
  nearMisses: [
    right(implant, '06'),
    // Either of two.
    right(cataract, '05'),
    right(cataract, '0501'),
    right('无抽搐电休克治疗', '08'),
    // No scope on record decides nothing.
    right(implant, null),
    (kit) => {
      const { visit, line } = ordered(kit, implant, '01');
      visit.refund(line);
    },
  ],
};
export default plant;
