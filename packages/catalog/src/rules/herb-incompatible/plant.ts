import type { Plant, PlantCase, PlantKit, PlantLine, PlantVisit, VisitWish } from '../../plant.ts';

/** 中药饮片配伍禁忌: one prescription has herbs of both sides of a point. The lines of the first side are in question. */
const visitFor = (kit: PlantKit, wish: Partial<VisitWish> = {}): PlantVisit =>
  kit.visit(kit.person({ minAge: 25 }), {
    scene: 'outpatient',
    on: kit.day({ after: 7 }),
    at: { kind: 'tcm' },
    diagnosis: 'M79.200',
    ...wish,
  });
const herbs = (visit: PlantVisit, names: readonly string[], prescription = 'H1'): PlantLine[] =>
  names.map((name) => visit.add(name, { quantity: 63, prescription, supplyDays: 7 }));
/** Of the named herbs of one prescription the first `inQuestion` are. */
const together =
  (names: readonly string[], inQuestion: number, wish: Partial<VisitWish> = {}): PlantCase =>
  (kit) =>
    kit.violation({ lines: herbs(visitFor(kit, wish), names).slice(0, inQuestion) });
const apart =
  (names: readonly string[]): PlantCase =>
  (kit) =>
    void herbs(visitFor(kit), names);

const plant: Plant = {
  code: 'GZ10000301012000',
  grain: 'prescription',
  violations: [
    together(['制川乌', '瓜蒌', '当归', '川芎'], 1),
    // Several of the first side: one finding with all of them.
    together(['制川乌', '附片', '浙贝母', '白及', '桂枝'], 2),
    together(['海藻', '甘草', '茯苓'], 1, { scene: 'inpatient' }),
    together(['丁香', '郁金', '陈皮'], 1),
    // Two prescriptions of one visit, one of them wrong.
    (kit) => {
      const visit = visitFor(kit);
      herbs(visit, ['肉桂', '当归'], 'H1');
      kit.violation({ lines: herbs(visit, ['藜芦', '细辛', '防风'], 'H2').slice(0, 1) });
    },
    // Two points in one prescription: one finding for each.
    (kit) => {
      const [veratrum, ginseng] = herbs(visitFor(kit), ['藜芦', '人参片', '五灵脂']) as [PlantLine, PlantLine];
      kit.violation({ lines: [veratrum] });
      kit.violation({ lines: [ginseng] });
    },
    (kit) => {
      const visit = visitFor(kit);
      const [line] = herbs(visit, ['肉桂', '赤石脂', '白术']) as [PlantLine];
      kit.violation({ lines: [visit.resettle()(line)] });
    },
  ],
  nearMisses: [
    // Of one side only.
    apart(['制川乌', '制草乌', '附片', '桂枝']),
    apart(['瓜蒌', '浙贝母', '白及', '玄参']),
    // The sides of two points.
    apart(['制川乌', '甘草', '白术']),
    // Two prescriptions of one visit, a side in each.
    (kit) => {
      const visit = visitFor(kit);
      herbs(visit, ['甘遂', '茯苓'], 'H1');
      herbs(visit, ['甘草', '党参'], 'H2');
    },
    // Two visits.
    (kit) => {
      const on = kit.day({ after: 20 });
      const person = kit.person({ minAge: 25 });
      ['肉桂', '赤石脂'].forEach((name, n) => {
        herbs(kit.visit(person, { scene: 'outpatient', on: on + n * 9, at: { kind: 'tcm' }, diagnosis: 'M79.200' }), ['当归', name]);
      });
    },
    // The other side taken back, or dropped when settling again.
    (kit) => {
      const visit = visitFor(kit, { scene: 'inpatient' });
      visit.refund(herbs(visit, ['丁香', '陈皮', '郁金'])[2] as PlantLine);
    },
    (kit) => {
      const visit = visitFor(kit);
      const [, other] = herbs(visit, ['人参片', '五灵脂', '黄芪']) as [PlantLine, PlantLine];
      visit.resettle({ drop: [other] });
    },
  ],
};
export default plant;
