import type { Plant, PlantKit, PlantLine, PlantVisit, VisitWish } from '../../plant.ts';

/** 中药饮片超大处方: more than twenty kinds of herb in one outpatient prescription. */
const common = (
  '黄芪 党参 白术 茯苓 甘草 当归 川芎 白芍 熟地黄 生地黄 陈皮 半夏 柴胡 黄芩 黄连 黄柏 栀子 连翘 桔梗 苦杏仁 ' +
  '桂枝 防风 荆芥 葛根 丹参 牛膝 杜仲 续断 独活 羌活'
).split(' ');

const visitFor = (kit: PlantKit, wish: Partial<VisitWish> = {}): PlantVisit =>
  kit.visit(kit.person({ minAge: 25 }), {
    scene: 'outpatient',
    on: kit.day({ after: 7 }),
    at: { kind: 'tcm' },
    diagnosis: 'R53.x00',
    ...wish,
  });
const herbs = (visit: PlantVisit, count: number, prescription = 'H1', first = 0): PlantLine[] =>
  common.slice(first, first + count).map((name) => visit.add(name, { quantity: 70, prescription, supplyDays: 7 }));

const plant: Plant = {
  code: 'NC-中药饮片超大处方',
  grain: 'prescription',
  violations: [
    (kit) => kit.violation({ lines: herbs(visitFor(kit), 21) }),
    (kit) => kit.violation({ lines: herbs(visitFor(kit), kit.random.int(24, 30)) }),
    (kit) => kit.violation({ lines: herbs(visitFor(kit, { scene: 'chronic', at: { kind: 'community' } }), 22) }),
    // Of two prescriptions the large one.
    (kit) => {
      const visit = visitFor(kit);
      herbs(visit, 8, 'H1', 22);
      kit.violation({ lines: herbs(visit, 21, 'H2') });
    },
    // Twenty-one kinds, one of them on two lines: all the lines.
    (kit) => {
      const visit = visitFor(kit);
      kit.violation({ lines: [...herbs(visit, 21), visit.add('黄芪', { quantity: 35, prescription: 'H1', supplyDays: 7 })] });
    },
    (kit) => {
      const visit = visitFor(kit);
      const lines = herbs(visit, 23);
      const again = visit.resettle();
      kit.violation({ lines: lines.map(again) });
    },
  ],
  nearMisses: [
    (kit) => void herbs(visitFor(kit), 20),
    // Twenty kinds on twenty-one lines.
    (kit) => {
      const visit = visitFor(kit);
      herbs(visit, 20);
      visit.add('黄芪', { quantity: 35, prescription: 'H1', supplyDays: 7 });
    },
    // Thirty kinds in two prescriptions.
    (kit) => {
      const visit = visitFor(kit);
      herbs(visit, 15);
      herbs(visit, 15, 'H2', 15);
    },
    // Twenty herbs and a patent medicine of the same number.
    (kit) => {
      const visit = visitFor(kit);
      herbs(visit, 20);
      visit.add('香砂养胃丸', { prescription: 'H1' });
    },
    // In a ward.
    (kit) => void herbs(visitFor(kit, { scene: 'inpatient' }), 23),
    // One of twenty-one dropped when settling again.
    (kit) => {
      const visit = visitFor(kit);
      visit.resettle({ drop: herbs(visit, 21).slice(0, 1) });
    },
  ],
};
export default plant;
