import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 工伤/第三方责任: an external cause of traffic, assault or work, settled under basic insurance. */
const causes = ['V23.400', 'V03.100', 'X99.900', 'Y04.000', 'Y96.x00'];
const harmless = ['W01.000', 'W19.900', 'X58.900', 'X84.900', 'Y83.100'];
const injured = (kit: PlantKit, cause: string, scene: 'inpatient' | 'emergency' | 'outpatient', more: object = {}): PlantVisit => {
  const visit = kit.visit(kit.person({ minAge: 20, maxAge: 70 }), {
    scene,
    on: kit.day({ after: 10 }),
    days: 8,
    diagnosis: scene === 'inpatient' ? 'S82.200' : 'S61.000',
    ...more,
  });
  visit.diagnose(cause);
  return visit;
};

const plant: Plant = {
  code: 'DF-34',
  grain: 'encounter',
  violations: causes.map(
    (cause) => (kit: PlantKit) =>
      kit.violation({ visits: [injured(kit, cause, kit.random.pick(['inpatient', 'emergency', 'outpatient']))] }),
  ),
  nearMisses: [
    ...harmless.map((cause) => (kit: PlantKit) => void injured(kit, cause, kit.random.pick(['inpatient', 'emergency', 'outpatient']))),
    (kit) => injured(kit, 'V23.400', 'inpatient').reverse(),
    // Under maternity insurance: not basic insurance.
    (kit) =>
      void kit
        .visit(kit.person({ sex: 2, minAge: 22, maxAge: 38, insurance: '310' }), {
          scene: 'maternity-outpatient',
          on: kit.day(),
          diagnosis: 'Z34.900',
          insurance: '510',
          pregnant: true,
        })
        .diagnose('V03.100'),
  ],
};
export default plant;
