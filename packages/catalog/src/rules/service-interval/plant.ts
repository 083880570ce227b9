import type { Day } from '@hengjian/domain';
import type { Plant, PlantKit, PlantLine } from '../../plant.ts';

/** 医疗服务项目周期超频次: too soon after the last paid one, at any institution. */
const series = (kit: PlantKit, name: string, gaps: readonly number[], diagnosis: string): PlantLine[] => {
  const person = kit.person({ minAge: 30 });
  const total = gaps.reduce((a, b) => a + b, 0);
  let on: Day = kit.day({ after: total + 1 });
  const days = [on, ...gaps.map((gap) => (on += gap))];
  return days.map((day) => kit.visit(person, { scene: 'outpatient', on: day, diagnosis }).add(name));
};

const tooSoon = (name: string, gap: number, diagnosis: string) => (kit: PlantKit) => {
  const lines = series(kit, name, [gap], diagnosis);
  kit.violation({ lines: [lines[1] as PlantLine] });
};

const plant: Plant = {
  code: 'NC-医疗服务项目周期超频次',
  grain: 'line',
  violations: [
    tooSoon('糖化血红蛋白测定', 59, 'E11.900'),
    tooSoon('血清果糖胺测定', 13, 'E11.900'),
    tooSoon('平衡试验', 13, 'I69.300'),
    tooSoon('手功能评定', 1, 'I69.300'),
    // Once a week.
    tooSoon('骨代谢标志物测定', 6, 'M81.900'),
    // The gap counts from the last paid one: the second is too soon, the third is not (16 days after the first).
    (kit) => {
      const lines = series(kit, '血清果糖胺测定', [10, 6], 'E11.900');
      kit.violation({ lines: [lines[1] as PlantLine] });
    },
    // Second and third too soon after the first: two findings.
    (kit) => {
      const [, second, third] = series(kit, '平衡试验', [7, 6], 'I69.300') as [PlantLine, PlantLine, PlantLine];
      kit.violation({ lines: [second] });
      kit.violation({ lines: [third] });
    },
    // Twice on one day.
    (kit) => {
      const visit = kit.visit(kit.person({ minAge: 30 }), { scene: 'outpatient', on: kit.day(), hour: 9, diagnosis: 'I69.300' });
      visit.add('手功能评定', { hour: 9 });
      kit.violation({ lines: [visit.add('手功能评定', { hour: 14 })] });
    },
  ],
  nearMisses: [
    (kit) => void series(kit, '糖化血红蛋白测定', [60, 60], 'E11.900'),
    (kit) => void series(kit, '血清果糖胺测定', [14, 14, 14], 'E11.900'),
    (kit) => void series(kit, '骨代谢标志物测定', [7, 7], 'M81.900'),
    // The one between was taken back: the gap counts from the first.
    (kit) => {
      const person = kit.person({ minAge: 30 });
      const on = kit.day({ after: 30 });
      kit.visit(person, { scene: 'outpatient', on, diagnosis: 'I69.300' }).add('平衡试验');
      const taken = kit.visit(person, { scene: 'outpatient', on: on + 7, diagnosis: 'I69.300' });
      taken.add('中频脉冲电治疗');
      taken.resettle({ drop: [taken.add('平衡试验')] });
      kit.visit(person, { scene: 'outpatient', on: on + 14, diagnosis: 'I69.300' }).add('平衡试验');
    },
    // Two people on following days.
    (kit) => {
      const on = kit.day({ after: 4 });
      for (let n = 0; n < 2; n += 1)
        kit.visit(kit.person({ minAge: 40 }), { scene: 'outpatient', on: on + n, diagnosis: 'I69.300' }).add('手功能评定');
    },
  ],
};
export default plant;
