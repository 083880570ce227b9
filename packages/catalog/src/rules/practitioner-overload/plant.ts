import type { Plant, PlantKit, PlantLine, PlantVisit } from '../../plant.ts';

/** 医师超负荷: what one doctor billed in a day takes more than 960 minutes (心理治疗 60, 作业疗法 40, 构音训练 30 each). */
type Work = readonly (readonly [name: string, quantity: number])[];
const day = (kit: PlantKit, work: Work): { visits: PlantVisit[]; lines: PlantLine[] } => {
  const at = kit.provider({ kind: 'hospital' });
  const doctor = kit.ownDoctor(at);
  const on = kit.day({ after: 2 });
  const visits = work.map(() => kit.visit(kit.person({ minAge: 20 }), { scene: 'outpatient', on, at, diagnosis: 'F41.900' }));
  return { visits, lines: visits.map((visit, n) => visit.add(work[n]?.[0] as string, { doctor, quantity: work[n]?.[1] as number })) };
};
const wrong = (work: Work) => (kit: PlantKit) => kit.violation({ lines: day(kit, work).lines });
const right = (work: Work) => (kit: PlantKit) => void day(kit, work);
const [talk, craft, speech] = ['个别心理治疗', '作业疗法指导', '构音障碍训练'] as const;

const plant: Plant = {
  code: 'DF-38',
  grain: 'practitioner',
  violations: [
    wrong([
      [talk, 9],
      [talk, 8],
    ]),
    // Three kinds together.
    wrong([
      [talk, 8],
      [craft, 9],
      [speech, 5],
    ]),
    wrong([[craft, 25]]),
    (kit) => {
      const { visits, lines } = day(kit, [
        [talk, 12],
        [speech, 14],
      ]);
      visits[1]?.refund(lines[1] as PlantLine, { quantity: 2 });
      kit.violation({ lines });
    },
    wrong([
      [talk, 16],
      [speech, 1],
    ]),
  ],
  nearMisses: [
    // 960 exactly.
    right([
      [talk, 8],
      [talk, 8],
    ]),
    right([
      [craft, 12],
      [speech, 16],
    ]),
    (kit) => {
      const { visits, lines } = day(kit, [[talk, 20]]);
      visits[0]?.refund(lines[0] as PlantLine, { quantity: 4 });
    },
    right([[talk, 2]]),
    (kit) =>
      day(kit, [
        [talk, 10],
        [talk, 9],
      ]).visits[1]?.reverse(),
  ],
};
export default plant;
