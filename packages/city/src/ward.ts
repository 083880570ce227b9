import { ageYears, type Day, SECONDS_PER_DAY } from '@hengjian/domain';
import type { Calendar } from './calendar.ts';
import { dailyCare } from './care.ts';
import type { City } from './city.ts';
import { houseOf } from './clinic.ts';
import type { Person } from './people.ts';
import { doctorFor, type Provider } from './providers.ts';
import type { Random } from './random.ts';
import { type Operation, type Reason, reasons } from './reasons.ts';
import { Visit } from './visit.ts';

/** Two ordinary stays of one person lie at least so many days apart. */
export const APART_DAYS = 24;

export interface WardWish {
  provider: Provider;
  department: string;
  diagnosis: string;
  on: Day;
  nights: number;
  kind?: '21' | '52';
  insurance?: string;
  discharge?: string;
}

/** A stay; one that would end after the period is still open. Blocks the person's calendar. */
export function admit(city: City, random: Random, person: Person, calendar: Calendar, wish: WardWish): Visit {
  const { on, nights } = wish;
  const begins = on * SECONDS_PER_DAY + random.int(8, 13) * 3600 + random.int(0, 59) * 60;
  const open = on + nights >= city.to;
  const visit = new Visit({
    person,
    provider: wish.provider,
    kind: wish.kind ?? '21',
    begins,
    ends: open ? null : (on + nights) * SECONDS_PER_DAY + random.int(14, 16) * 3600 + random.int(0, 59) * 60,
    department: wish.provider.byDepartment.has(wish.department) ? wish.department : (wish.provider.doctors[0]?.department ?? 'A02'),
    doctor: doctorFor(random, wish.provider, wish.department, on, on + nights),
    insurance: wish.insurance ?? person.insurance,
    diagnoses: [wish.diagnosis],
    lastDay: city.to - 1,
  });
  visit.bed = String(random.int(1, 60)).padStart(3, '0');
  visit.discharge = open ? '' : (wish.discharge ?? '1');
  if (wish.provider.level >= 2 && random.chance(0.35)) visit.clearing = '40';
  calendar.block(on, on + nights);
  return visit;
}

/** Days of the stay that are billed: 计入不计出. */
export const billedDays = (visit: Visit): Day[] => {
  const last = visit.ends === null ? visit.last : Math.max(visit.first, visit.last - 1);
  return Array.from({ length: last - visit.first + 1 }, (_, n) => visit.first + n);
};

const hourOn = (visit: Visit, day: Day, hour: number): number => (day === visit.first ? Math.max(hour, 15) : hour);

/** Given to many in a ward besides what the disease asks for; free in a stay of any house. */
const common = [
  '维生素C注射液',
  '维生素B6注射液',
  '葡萄糖注射液',
  '注射用泮托拉唑钠',
  '氯化钾注射液',
  '注射用甲泼尼龙琥珀酸钠',
  '盐酸氨溴索注射液',
  '低分子肝素钠注射液',
  '复方氨基酸注射液',
  '胞磷胆碱钠注射液',
  '依达拉奉注射液',
];
/** Looked at besides in larger houses. */
const images = [
  '心脏彩色多普勒超声',
  '腹部彩色多普勒超声',
  '颈部血管彩色多普勒超声',
  '胸部CT平扫',
  '头颅CT平扫',
  '动态心电图',
  '肿瘤标志物三项',
  '甲状腺功能五项',
];

/** Dear supporting drugs of the larger houses, all within their limits of house and scene, with the most days. */
const supporting: Reason['drugs'] = [
  ['参芪扶正注射液', 7],
  ['血必净注射液', 7],
  ['人血白蛋白', 3],
  ['中长链脂肪乳注射液', 6],
  ['丙氨酰谷氨酰胺注射液', 6],
  ['康艾注射液', 8],
];

/** What the day brings besides bed and nursing. */
export function treat(visit: Visit, random: Random, drugs: Reason['drugs']): void {
  const days = billedDays(visit);
  const more = random.shuffle(common.filter((name) => !drugs.some(([given]) => given === name))).slice(0, random.int(2, 4));
  days.forEach((day, index) => {
    const hour = hourOn(visit, day, 9);
    visit.add('一次性使用输液器', { on: day, hour, quantity: 2, maker: visit.person.index });
    visit.add('一次性使用注射器', { on: day, hour, quantity: random.int(2, 4) });
    visit.add('静脉注射', { on: day, hour, quantity: random.int(1, 2) });
    if (index % 4 === 0) {
      visit.add('静脉留置针', { on: day, hour });
      visit.add('留置针敷贴', { on: day, hour });
    }
    for (const [name, most] of drugs)
      if (most === undefined || index < most) visit.add(name, { on: day, hour, quantity: random.int(2, 6), supplyDays: 1 });
    for (const name of more) visit.add(name, { on: day, hour, quantity: random.int(2, 6), supplyDays: 1 });
  });
}

function operate(visit: Visit, random: Random, operation: Operation, day: Day): void {
  visit.operate(operation.code, day, random.int(40, 180));
  if (operation.anaesthesia) visit.add(operation.anaesthesia, { on: day, hour: 10 });
  for (const [name, price] of operation.services) visit.add(name, { on: day, hour: 10, ...(price === undefined ? {} : { price }) });
  for (const name of operation.consumables ?? []) visit.add(name, { on: day, hour: 11, maker: random.int(0, 1) });
  visit.add('一次性手术包', { on: day, hour: 11 });
  if (operation.anaesthesia === '全身麻醉') {
    visit.add('丙泊酚乳状注射液', { on: day, hour: 10, quantity: 2 });
    visit.add('枸橼酸舒芬太尼注射液', { on: day, hour: 10 });
    if (random.chance(0.4)) {
      visit.add('术后镇痛', { on: day, hour: 12 });
      visit.add('镇痛泵', { on: day, hour: 12 });
    }
  }
}

/** A small part of the stays takes something back before settling. */
function correct(visit: Visit, random: Random): void {
  if (!random.chance(0.05)) return;
  const saline = visit.settlements[0]?.lines.filter((line) => line.name === '氯化钠注射液' && line.quantity === 2) ?? [];
  if (saline.length > 0) visit.refund(random.pick(saline), { quantity: 1, unnamed: random.chance(0.3) });
}

function houseFor(city: City, random: Random, person: Person, reason: Reason): Provider {
  if (random.chance(0.03)) return random.pick(city.providers.filter((p) => p.outside && p.level >= reason.level));
  if (reason.level === 3) return houseOf(city, random, person, 'hospital3');
  if (reason.department === 'A07' && random.chance(0.4)) return houseOf(city, random, person, 'maternity');
  if (reason.department === 'A05' && random.chance(0.4)) return houseOf(city, random, person, 'maternity');
  if (reason.level === 1 && random.chance(0.2)) return houseOf(city, random, person, 'community');
  return houseOf(city, random, person, random.chance(0.5) ? 'hospital3' : 'hospital2');
}

/** One stay for one of the reasons that fit, on that day; with the rehabilitation that may follow. */
export function wardStay(city: City, random: Random, person: Person, calendar: Calendar, on: Day, before: readonly Visit[]): Visit[] {
  const age = ageYears(person.born, on);
  const days = on - person.born;
  const fitting = reasons.filter(
    (r) =>
      age >= r.ages[0] &&
      age <= r.ages[1] &&
      (r.sex === undefined || r.sex === person.sex) &&
      (r.icd !== 'P59.900' || days <= 20) &&
      // nobody is operated on twice for the same thing: what is removed is gone
      !r.operations?.some((operation) => before.some((visit) => visit.operations.some((done) => done.code === operation.code))),
  );
  if (fitting.length === 0) return [];
  const reason = random.weighted(fitting, (r) => r.weight);
  const nights = random.int(reason.nights[0], reason.nights[1]);
  if (!calendar.freeSpan(on, Math.min(on + nights, calendar.last))) return [];
  if (person.dies !== null && on + nights >= person.dies) return [];
  const provider = houseFor(city, random, person, reason);
  const goesOn = random.chance(reason.rehabilitation ?? 0) && calendar.freeSpan(on + nights + 1, Math.min(on + nights + 27, calendar.last));
  const visit = admit(city, random, person, calendar, {
    provider,
    department: reason.department,
    diagnosis: reason.icd,
    on,
    nights,
    discharge: goesOn ? '2' : random.chance(0.03) ? '4' : '1',
  });
  careFor(visit, random, reason);
  const visits = [visit];
  if (goesOn && visit.ends !== null && (person.dies === null || on + nights + 28 < person.dies))
    visits.push(rehabilitationStay(city, random, person, calendar, on + nights + 1));
  return visits;
}

/** A short stay for dizziness, of pictures mostly, is one that was not needed: that is planted, and not chance. */
const lookedAtOnly = (visit: Visit, reason: Reason): boolean => reason.icd === 'R42.x00' && visit.last - visit.first <= 5;

/** Laboratory on further days of the stay; never all parts of a bundle on one day. */
const checks: readonly (readonly [number, readonly string[]])[] = [
  [3, ['血细胞分析', 'C反应蛋白测定', '电解质六项']],
  [6, ['血细胞分析', '肝功能十一项', '肾功能五项']],
  [10, ['血细胞分析', '凝血四项', '电解质六项']],
];

function careFor(visit: Visit, random: Random, reason: Reason): void {
  const surgical = reason.operations !== undefined;
  dailyCare(visit, [], surgical && random.chance(0.3) ? '一级护理' : '二级护理', random.chance(0.25) ? '双人间床位费' : '三人间床位费');
  for (const name of reason.tests) visit.add(name, { on: visit.first, hour: 15 });
  const support = ageYears(visit.person.born, visit.first) >= 18 && random.chance([0, 0, 0.3, 0.55][visit.provider.level] as number);
  const extra = support ? supporting.filter(([name]) => !reason.drugs.some(([given]) => given === name)) : [];
  treat(visit, random, extra.length > 0 ? [...reason.drugs, random.pick(extra)] : reason.drugs);
  if (visit.provider.level >= 2 && ageYears(visit.person.born, visit.first) >= 14)
    for (const name of images)
      if (
        !reason.tests.some((test) => test.startsWith(name.slice(0, 4))) &&
        random.chance(visit.provider.level === 3 ? 0.5 : 0.3) &&
        !lookedAtOnly(visit, reason)
      )
        visit.add(name, { on: visit.first, hour: 16 });
  const days = billedDays(visit);
  for (const [index, names] of checks)
    if (days.length > index + 1) for (const name of names) visit.add(name, { on: days[index] as Day, hour: 8 });
  if (reason.operations && days.length > 2) operate(visit, random, random.pick(reason.operations), days[1] as Day);
  if (!surgical && reason.department === 'A03.04')
    for (const day of days.slice(0, 3))
      visit.add('心电监测', { on: day, hour: hourOn(visit, day, 8), quantity: day === visit.first ? 8 : 24 });
  if (reason.icd === 'J44.100' || reason.icd === 'J18.900')
    for (const day of days) {
      visit.add('雾化吸入', { on: day, hour: hourOn(visit, day, 10) });
      if (day === visit.first) visit.add('雾化吸入面罩', { on: day, hour: 16 });
    }
  correct(visit, random);
}

/** Three weeks of training after a stroke or a broken hip, every item within its course; assessed at the beginning and a fortnight later. */
function rehabilitationStay(city: City, random: Random, person: Person, calendar: Calendar, on: Day): Visit {
  const visit = admit(city, random, person, calendar, {
    provider: houseOf(city, random, person, 'rehabilitation'),
    department: 'A21',
    diagnosis: 'I69.300',
    on,
    nights: random.int(18, 26),
  });
  const middle = visit.first + 7;
  const parts = random.chance(0.15) && visit.ends !== null;
  dailyCare(visit, []);
  const trainings = ['运动疗法', random.pick(['作业疗法', '关节松动训练']), '平衡功能训练', '中频脉冲电治疗'];
  const young = ageYears(person.born, on) >= 20 && ageYears(person.born, on + 30) < 55;
  for (const day of billedDays(visit)) {
    for (const name of trainings) visit.add(name, { on: day, hour: hourOn(visit, day, 14) });
    if (day - visit.first < 18 && person.index % 3 === 0) visit.add('减重支持系统训练', { on: day, hour: hourOn(visit, day, 16) });
    if (young && day - visit.first > 8) visit.add('职业功能训练', { on: day, hour: 15 });
    if (day === visit.first || day === visit.first + 15) {
      visit.add('康复综合评定', { on: day, hour: hourOn(visit, day, 9) });
      visit.add('平衡试验', { on: day, hour: hourOn(visit, day, 9) });
    }
  }
  if (parts) splitAt(visit, middle);
  return visit;
}

/** Settles what was billed up to that day on its own. */
function splitAt(visit: Visit, day: Day): void {
  const [first] = visit.settlements;
  if (!first) return;
  const later = first.lines.filter((line) => line.at >= (day + 1) * SECONDS_PER_DAY);
  first.lines = first.lines.filter((line) => line.at < (day + 1) * SECONDS_PER_DAY);
  visit.settle(day);
  const second = visit.settlements[1];
  if (!second) return;
  for (const line of later) {
    line.settlement = second;
    second.lines.push(line);
  }
}

/** The last stay of somebody who dies in a ward. */
export function lastStay(city: City, random: Random, person: Person, calendar: Calendar): Visit[] {
  const dies = person.dies as Day;
  const nights = random.int(2, 9);
  const on = dies - nights;
  if (!calendar.freeSpan(on, dies)) return [];
  const visit = admit(city, random, person, calendar, {
    provider: houseOf(city, random, person, random.chance(0.6) ? 'hospital3' : 'hospital2'),
    department: 'A03',
    diagnosis: random.pick(['I50.900', 'J96.000', 'I61.900', 'C34.900', 'J18.900']),
    on,
    nights,
    discharge: '5',
  });
  dailyCare(visit, [], '一级护理');
  for (const name of ['血细胞分析', '肝功能十一项', '血气分析', 'B型钠尿肽测定']) visit.add(name, { on, hour: 15 });
  treat(visit, random, [['注射用美罗培南'], ['呋塞米注射液'], ['参麦注射液', 5]]);
  for (const day of billedDays(visit)) visit.add('氧气吸入', { on: day, hour: hourOn(visit, day, 8), quantity: day === on ? 8 : 24 });
  visit.add('抢救费(大)', { on: dies, hour: 8 });
  return [visit];
}
