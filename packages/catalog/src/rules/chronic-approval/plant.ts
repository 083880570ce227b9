import type { Day } from '@hengjian/domain';
import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 慢特病备案期外结算: high blood pressure is paid as a chronic disease on a day on which the approval is not in force. */
type Approved = (on: Day) => readonly { disease: string; from: Day; to?: Day }[];
const DISEASE = 'M03900';
const visitOn = (kit: PlantKit, approved: Approved, scene: 'chronic' | 'outpatient' = 'chronic'): PlantVisit => {
  const on = kit.day({ after: 8 });
  const person = kit.person({ minAge: 45, maxAge: 80, quiet: true });
  kit.approvals(person, approved(on));
  const disease = scene === 'chronic' ? DISEASE : '';
  const visit = kit.visit(person, { scene, on, diagnosis: 'I10.x00', disease });
  visit.add('苯磺酸氨氯地平片', { supplyDays: 28 });
  return visit;
};
const wrong =
  (approved: Approved) =>
  (kit: PlantKit): void => {
    kit.violation({ visits: [visitOn(kit, approved)] });
  };
const right =
  (approved: Approved, scene?: 'chronic' | 'outpatient') =>
  (kit: PlantKit): void =>
    void visitOn(kit, approved, scene);

const plant: Plant = {
  code: 'DF-35',
  grain: 'encounter',
  violations: [
    // ended the day before; long ago; begins the day after
    wrong((on) => [{ disease: DISEASE, from: on - 700, to: on - 1 }]),
    wrong((on) => [{ disease: DISEASE, from: on - 900, to: on - 200 }]),
    wrong((on) => [{ disease: DISEASE, from: on + 1 }]),
    // a gap between two; another disease is approved
    wrong((on) => [
      { disease: DISEASE, from: on - 700, to: on - 2 },
      { disease: DISEASE, from: on + 2 },
      { disease: 'M01600', from: on - 700 },
    ]),
    (kit) => {
      const visit = visitOn(kit, (on) => [{ disease: DISEASE, from: on - 700, to: on - 30 }]);
      visit.resettle();
      kit.violation({ visits: [visit] });
    },
  ],
  nearMisses: [
    // the last day of one, the first of another
    right((on) => [{ disease: DISEASE, from: on - 700, to: on }]),
    right((on) => [
      { disease: DISEASE, from: on - 700, to: on - 1 },
      { disease: DISEASE, from: on },
    ]),
    // paid as an ordinary visit after the end
    right((on) => [{ disease: DISEASE, from: on - 700, to: on - 1 }], 'outpatient'),
    // nobody knows of an approval
    right(() => []),
    (kit) => visitOn(kit, (on) => [{ disease: DISEASE, from: on - 700, to: on - 1 }]).reverse(),
  ],
};
export default plant;
