import { ageYears, type Day, formatDay } from '@hengjian/domain';
import { districtOf } from './areas.ts';
import type { Random } from './random.ts';

export interface Person {
  index: number;
  number: string;
  sex: 1 | 2;
  born: Day;
  dies: Day | null;
  insurance: '310' | '390';
  area: string;
  address: string;
  /** On medical aid (医疗救助). */
  aided: boolean;
  /** Carries one planted case: lives quietly otherwise. */
  claimed: boolean;
  /** … and lives nothing else. */
  quiet?: boolean;
  /** Personal account, fen. */
  account: number;
}

const streets = '幸福路 和平街 建设路 人民路 解放街 文昌路 滨河路 新华街 学府路 工业大道'.split(' ');
const quarters = '桃源街道 云溪街道 青石镇 白鹭镇 临江街道 杏林街道 松岭镇 梅湾乡'.split(' ');

/** Chance to die within a year by age, close to the national life table (background knowledge). */
function mortality(age: number): number {
  if (age < 1) return 0.005;
  if (age < 40) return 0.0006;
  if (age < 60) return 0.003;
  if (age < 70) return 0.011;
  if (age < 80) return 0.032;
  if (age < 90) return 0.095;
  return 0.2;
}

/** Families share an address: a couple or a single, children, now and then grandparents. */
export function makePeople(random: Random, count: number, from: Day, to: Day): Person[] {
  const people: Person[] = [];
  const years = (to - from + 1) / 365;
  let household = 0;
  const settle = (sex: 1 | 2, age: number, place: { area: string; address: string }, employed: boolean) => {
    if (people.length >= count) return;
    const index = people.length;
    // Newborns come into the world within the period too.
    const born = age < 0 ? random.int(from, to - 1) : from - Math.floor((age + random.next()) * 365.2425);
    const years0 = Math.max(0, age);
    const dies = random.chance(mortality(years0) * years) ? random.int(Math.max(from - 20, born + 1), to) : null;
    people.push({
      index,
      number: `9901${String(index + 1).padStart(10, '0')}`,
      sex,
      born,
      dies,
      insurance: employed ? '310' : '390',
      area: place.area,
      address: place.address,
      aided: random.chance(0.03),
      claimed: false,
      account: employed ? random.int(30_000, 600_000) : 0,
    });
  };
  while (people.length < count) {
    household += 1;
    const quarter = random.int(0, quarters.length - 1);
    const place = {
      area: districtOf(quarter),
      address: `示例省云溪市${quarters[quarter]}${random.pick(streets)}${1 + (household % 199)}号${random.int(1, 20)}栋${random.int(1, 3)}单元${random.int(101, 1806)}`,
    };
    const town = quarter < 4 || quarter === 4;
    const age =
      random.weighted([22, 28, 33, 38, 44, 50, 56, 62, 68, 74, 81], (a) => (a < 60 ? 10 : a < 70 ? 8 : a < 80 ? 5 : 2.2)) +
      random.int(0, 5);
    const employed = random.chance(town ? 0.55 : 0.18);
    const headSex = random.chance(0.5) ? 1 : 2;
    settle(headSex, age, place, employed);
    if (age > 24 && random.chance(0.78))
      settle(headSex === 1 ? 2 : 1, Math.max(20, age + random.int(-4, 4)), place, employed && random.chance(0.6));
    if (age >= 24 && age < 50) {
      const children = random.weighted([0, 1, 2, 3], (n) => [2.2, 4.5, 3, 0.5][n] as number);
      for (let n = 0; n < children; n += 1) settle(random.chance(0.52) ? 1 : 2, Math.max(-1, age - random.int(24, 35)), place, false);
      if (random.chance(0.2)) settle(random.chance(0.4) ? 1 : 2, age + random.int(22, 30), place, random.chance(0.3));
    }
  }
  return people;
}

/** National psn_type from insurance and age. */
export function personType(person: Person, on: Day): string {
  const age = Math.max(0, ageYears(person.born, Math.max(on, person.born)));
  if (person.insurance === '310') return age >= (person.sex === 1 ? 60 : 55) ? '12' : '11';
  if (age < 1) return '1401';
  if (age < 6) return '1402';
  if (age < 19) return '1403';
  return age >= 60 ? '16' : '15';
}

export const personRow = (p: Person, from: Day): string =>
  `${p.number},${p.sex},${formatDay(p.born)},${p.insurance},${p.dies === null ? '' : formatDay(p.dies)},${personType(p, from)},${p.area},${p.address}`;
