import type { Day } from '@hengjian/domain';
import type { Plant, PlantKit, PlantLine, PlantPerson, PlantProvider, PlantVisit } from '../../plant.ts';

/** 医疗服务项目分解收费: all parts of a bundle billed apart, for one person by one house in one day. */
const chemistry = ['肝功能十一项', '肾功能五项', '血脂六项', '电解质六项'];
const infection = ['乙肝表面抗原测定', '丙肝抗体测定', '梅毒抗体测定', '艾滋病抗体测定'];

const visitOn = (kit: PlantKit, on: Day, at: PlantProvider, person: PlantPerson, hour = 9): PlantVisit =>
  kit.visit(person, { scene: 'outpatient', on, at, hour, diagnosis: 'R53.x00' });
const once = (kit: PlantKit): PlantVisit => visitOn(kit, kit.day(), kit.provider(), kit.person({ minAge: 25 }));
const add = (visit: PlantVisit, names: readonly string[]): PlantLine[] => names.map((name) => visit.add(name));

const plant: Plant = {
  code: 'GZ10000102013000',
  grain: 'person',
  violations: [
    (kit) => kit.violation({ lines: add(once(kit), chemistry) }),
    (kit) => kit.violation({ lines: add(once(kit), infection) }),
    // Over two encounters of one day at one house.
    (kit) => {
      const [on, at, person] = [kit.day(), kit.provider(), kit.person({ minAge: 25 })];
      const first = add(visitOn(kit, on, at, person), chemistry.slice(0, 2));
      kit.violation({ lines: [...first, ...add(visitOn(kit, on, at, person, 14), chemistry.slice(2))] });
    },
    (kit) => {
      const visit = kit.visit(kit.person({ minAge: 25 }), { scene: 'inpatient', on: kit.day({ after: 7 }), diagnosis: 'R53.x00' });
      kit.violation({ lines: infection.map((name) => visit.add(name, { on: visit.first + 1 })) });
    },
    (kit) => {
      const visit = once(kit);
      const lines = add(visit, infection);
      kit.violation({ lines: lines.map(visit.resettle()) });
    },
  ],
  nearMisses: [
    (kit) => void add(once(kit), chemistry.slice(0, 3)),
    // On two days.
    (kit) => {
      const visit = kit.visit(kit.person({ minAge: 25 }), { scene: 'inpatient', on: kit.day({ after: 7 }), diagnosis: 'R53.x00' });
      infection.forEach((name, n) => {
        visit.add(name, { on: visit.first + (n === 3 ? 2 : 1) });
      });
    },
    // At two houses.
    (kit) => {
      const [on, at, person] = [kit.day(), kit.provider(), kit.person({ minAge: 25 })];
      add(visitOn(kit, on, at, person), chemistry.slice(0, 2));
      add(visitOn(kit, on, kit.provider({ not: [at] }), person, 14), chemistry.slice(2));
    },
    // One part taken back.
    (kit) => {
      const visit = kit.visit(kit.person({ minAge: 25 }), { scene: 'inpatient', on: kit.day({ after: 7 }), diagnosis: 'R53.x00' });
      const lines = chemistry.map((name) => visit.add(name, { on: visit.first + 1 }));
      visit.refund(lines[2] as PlantLine);
    },
    (kit) => void add(once(kit), ['生化全套检测']),
  ],
};
export default plant;
