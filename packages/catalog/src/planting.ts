/** Small phrases that the plants of many rules share. */
import { calendarDate, type Day, dayOfDate } from '@hengjian/domain';
import type { LineWish, PersonWish, PlantCase, PlantKit, PlantLine, PlantVisit, VisitWish } from './plant.ts';

export interface Billing extends Omit<VisitWish, 'on' | 'scene'> {
  who?: PersonWish;
  scene?: VisitWish['scene'];
  on?: Day;
  line?: LineWish;
}

type Wished = Billing | ((kit: PlantKit) => Billing);

/** One visit with one item that matters. */
export function bill(kit: PlantKit, name: string, wished: Wished = {}): { visit: PlantVisit; line: PlantLine } {
  const { who, scene, on, line, ...visit } = typeof wished === 'function' ? wished(kit) : wished;
  const stay = scene === 'inpatient' || scene === 'maternity-inpatient';
  const made = kit.visit(kit.person(who), {
    scene: scene ?? 'outpatient',
    on: on ?? kit.day({ after: stay ? (visit.days ?? 5) + 1 : 1 }),
    ...visit,
  });
  return { visit: made, line: made.add(name, line) };
}

/** The line is in question. */
export const wrong =
  (name: string | readonly string[], wished: Wished = {}): PlantCase =>
  (kit) =>
    kit.violation({ lines: [bill(kit, pick(kit, name), wished).line] });

/** Half of it is taken back; what is left is still in question. */
export const partlyTakenBack =
  (name: string, wished: Billing = {}): PlantCase =>
  (kit) => {
    const { visit, line } = bill(kit, name, { scene: 'inpatient', ...wished, line: { ...wished.line, quantity: 2 } });
    visit.refund(line, { quantity: 1 });
    kit.violation({ lines: [line] });
  };

/** The item at a visit with a further diagnosis. */
export function withFurther(kit: PlantKit, name: string, main: string, further: string, wish: Billing = {}): PlantLine {
  const { visit, line } = bill(kit, name, { ...wish, diagnosis: main });
  visit.diagnose(further);
  return line;
}

/** Settled, reversed, settled again with the same lines: the line in force is the new one. */
export const settledAnew =
  (name: string, wished: Wished = {}): PlantCase =>
  (kit) => {
    const { visit, line } = bill(kit, name, wished);
    kit.violation({ lines: [visit.resettle()(line)] });
  };

/** Everything is as it should be. */
export const right =
  (name: string | readonly string[], wished: Wished = {}): PlantCase =>
  (kit) =>
    void bill(kit, pick(kit, name), wished);

/** Billed wrongly within a stay and taken back in full, with or without naming the line. */
export const takenBack =
  (name: string, wished: Billing = {}, unnamed = false): PlantCase =>
  (kit) => {
    const { visit, line } = bill(kit, name, { scene: 'inpatient', ...wished });
    visit.refund(line, { unnamed });
  };

/** Billed wrongly, reversed, settled again without it. */
export const dropped =
  (name: string, wished: Wished = {}): PlantCase =>
  (kit) => {
    const { visit, line } = bill(kit, name, wished);
    visit.add('复方甘草片');
    visit.resettle({ drop: [line] });
  };

const pick = (kit: PlantKit, name: string | readonly string[]): string => (typeof name === 'string' ? name : kit.random.pick(name));

/** Born so that the person becomes `age` on that day. */
export function birthdayOn(age: number, on: Day): Day {
  const { year, month, date } = calendarDate(on);
  return dayOfDate(year - age, month, month === 2 && date === 29 ? 28 : date);
}

/** The person has a birthday `shift` days after the visit (negative: before) and becomes `age`. */
export const aged =
  (age: number, shift: number, more: Billing = {}) =>
  (kit: PlantKit): Billing => {
    const stay = more.scene === 'inpatient';
    const on = kit.day({ after: stay ? (more.days ?? 5) + 1 : 1 });
    return { ...more, on, who: { ...more.who, bornOn: birthdayOn(age, on + shift) } };
  };

/** `days` old on the day of the line; admitted `earlier` days before it. A stay in a maternity house unless `more` says otherwise. */
export const daysOld =
  (days: number, more: Billing = {}, earlier = 0) =>
  (kit: PlantKit): Billing => {
    const on = kit.day({ before: days + 1, after: 6 });
    return {
      scene: 'inpatient',
      diagnosis: 'P22.900',
      at: { kind: 'maternity' },
      ...more,
      on,
      who: { ...more.who, bornOn: on + earlier - days },
      line: { ...more.line, on: on + earlier },
    };
  };
