import { ageYears, type Day } from '@hengjian/domain';
import type { Calendar } from './calendar.ts';
import { routineOf } from './care.ts';
import { itemNamed } from './catalogue/catalogue.ts';
import { type Chronic, chronics } from './chronic-diseases.ts';
import type { City } from './city.ts';
import { clinicVisit, houseOf, prescribe } from './clinic.ts';
import type { Person } from './people.ts';
import { doctorFor } from './providers.ts';
import type { Random } from './random.ts';
import { Visit } from './visit.ts';

/** What a patient takes: every drug once, whichever disease asks for it. */
interface Regimen {
  diseases: Chronic[];
  drugs: { name: string; maker: number; disease: Chronic }[];
}

/** Drugs of one pharmacological group are not given twice (the knowledge base's own groups among them). */
const sameGroup: readonly (readonly string[])[] = [
  ['苯磺酸氨氯地平片', '硝苯地平控释片'],
  ['缬沙坦胶囊', '厄贝沙坦片', '氯沙坦钾片'],
  ['阿托伐他汀钙片', '瑞舒伐他汀钙片'],
  ['美托洛尔缓释片', '富马酸比索洛尔片'],
];

function regimenOf(random: Random, person: Person, age: number): Regimen | null {
  const diseases = chronics.filter((c) => random.chance(c.share(age, person.sex)));
  if (diseases.length === 0) return null;
  const drugs: Regimen['drugs'] = [];
  for (const disease of diseases) {
    for (const choice of disease.drugs) {
      const name = random.pick(choice);
      const rivals = sameGroup.find((names) => names.includes(name)) ?? [name];
      if (drugs.some((d) => rivals.includes(d.name))) continue;
      drugs.push({ name, maker: random.int(0, 2), disease });
    }
  }
  return { diseases, drugs };
}

function refillAtShop(city: City, random: Random, person: Person, day: Day, regimen: Regimen): { visit: Visit; supply: number } {
  const shop = houseOf(city, random, person, 'pharmacy');
  const begins = day * 86_400 + random.int(shop.opens, shop.closes - 1) * 3600 + random.int(0, 54) * 60 + random.int(0, 59);
  const visit = new Visit({
    person,
    provider: shop,
    kind: '41',
    begins,
    ends: begins + 300,
    department: 'D72',
    doctor: doctorFor(random, shop, 'D72', day, day),
    insurance: person.insurance,
    diagnoses: [],
    lastDay: city.to,
  });
  let supply = 0;
  for (const { name, maker } of regimen.drugs) supply = Math.max(supply, refill(visit, name, maker, 30));
  return { visit, supply };
}

/** Whole packs for at most `most` days. */
function refill(visit: Visit, name: string, maker: number, most: number, prescription?: string): number {
  const pack = itemNamed(name).packDays;
  const packs = Math.max(1, Math.floor(most / pack));
  visit.add(name, { quantity: packs, supplyDays: packs * pack, maker, ...(prescription && { prescription }) });
  return packs * pack;
}

/** A prescription holds five kinds of drugs at most; the sixth stands on another. */
const KINDS_ON_A_PRESCRIPTION = 5;
const refillAll = (visit: Visit, drugs: Regimen['drugs'], most: number): number =>
  drugs.reduce(
    (supply, { name, maker }, n) => Math.max(supply, refill(visit, name, maker, most, `R${1 + Math.floor(n / KINDS_ON_A_PRESCRIPTION)}`)),
    0,
  );

/** When the other drugs are prescribed: after every morning visit of that day. */
const LATER_HOUR = 17;

/** The round of a chronic patient: clinic or counter, whenever all that was dispensed is used up. */
export function chronicRound(city: City, random: Random, person: Person, calendar: Calendar): Visit[] {
  const regimen = regimenOf(random, person, ageYears(person.born, calendar.first));
  if (!regimen) return [];
  const [main] = regimen.diseases as [Chronic];
  const approved = main.approval !== '' && random.chance(0.6);
  if (approved && !city.approvals.has(person)) {
    const long = Math.max(person.born, calendar.first - 730);
    city.approvals.set(person, [{ disease: main.approval, from: long, to: null, quota: null }]);
  }
  // the approved disease pays for its own drugs only; the others are prescribed at an ordinary visit
  const own = approved ? regimen.drugs.filter((d) => d.disease === main) : regimen.drugs;
  const others = regimen.drugs.filter((d) => !own.includes(d));
  const long = approved && others.length === 0 && random.chance(0.2);
  const shopper = !regimen.diseases.some((d) => d.clinicOnly) && random.chance(0.35);
  const tested = new Map<string, Day>();
  const visits: Visit[] = [];
  let day = calendar.first + random.int(0, 40);
  while (day <= calendar.last) {
    if (!calendar.free(day)) {
      day += 1;
      continue;
    }
    calendar.take(day);
    if (shopper && random.chance(0.5)) {
      const { visit, supply } = refillAtShop(city, random, person, day, regimen);
      visits.push(visit);
      day += supply + random.int(0, 6);
      continue;
    }
    const internet = random.chance(0.03);
    const provider = houseOf(
      city,
      random,
      person,
      internet || random.chance(0.5) ? (random.chance(0.5) ? 'hospital3' : 'hospital2') : 'community',
    );
    const visit = clinicVisit(city, random, person, {
      kind: approved ? '14' : '11',
      provider,
      department: main.department,
      diagnosis: main.icd,
      day,
    });
    visit.internet = internet;
    if (approved) visit.disease = main.approval;
    for (const disease of regimen.diseases.slice(1)) visit.diagnose(disease.icd);
    routineOf(visit);
    if (!internet) for (const disease of regimen.diseases) testsOf(visit, disease, day, tested, calendar);
    let supply = refillAll(visit, own, long ? 84 : 30);
    if (!internet && random.chance(0.01)) visit.resettle();
    visits.push(visit);
    if (others.length > 0) {
      const second = clinicVisit(city, random, person, {
        kind: '11',
        provider,
        department: (others[0] as Regimen['drugs'][number]).disease.department,
        diagnosis: (others[0] as Regimen['drugs'][number]).disease.icd,
        day,
        hour: LATER_HOUR,
      });
      second.internet = internet;
      for (const icd of new Set(others.map((d) => d.disease.icd))) if (!second.diagnoses.includes(icd)) second.diagnose(icd);
      routineOf(second);
      supply = Math.max(supply, refillAll(second, others, 30));
      visits.push(second);
    }
    day += supply + random.int(0, 8);
  }
  return visits;
}

function testsOf(visit: Visit, disease: Chronic, day: Day, tested: Map<string, Day>, calendar: Calendar): void {
  for (const { name, everyDays } of disease.tests ?? []) {
    const before = tested.get(name) ?? calendar.first - 400;
    if (day - before < everyDays) continue;
    tested.set(name, day);
    visit.add(name);
  }
}

/** Herbs in a decoction: eight to fourteen kinds for a week, at least one off every restricted list. */
const decoction =
  '黄芪 党参 白术 茯苓 甘草 当归 川芎 白芍 熟地黄 生地黄 陈皮 半夏 柴胡 黄芩 黄连 栀子 连翘 桔梗 桂枝 防风 葛根 丹参 牛膝 杜仲 独活 泽泻 薏苡仁 苍术 厚朴 枳壳 香附 郁金 延胡索 酸枣仁 远志 龙骨 牡蛎 麦冬 北沙参'.split(
    ' ',
  );
const mild = ['枸杞子', '山药', '大枣', '百合', '山楂', '菊花'];

export function decoctionVisit(city: City, random: Random, person: Person, day: Day, calendar: Calendar): Visit {
  calendar.take(day);
  const provider = houseOf(city, random, person, random.chance(0.75) ? 'tcm' : 'community');
  const visit = clinicVisit(city, random, person, {
    kind: '11',
    provider,
    department: 'A50',
    diagnosis: random.pick(['K29.500', 'G47.000', 'R53.x00', 'M54.500', 'J06.900']),
    day,
  });
  visit.add('中医辨证论治费');
  const doses = random.pick([5, 7, 7, 14]);
  const names = random.shuffle(decoction).slice(0, random.int(8, 13));
  if (random.chance(0.4)) names.push(random.pick(mild));
  for (const name of names) visit.add(name, { quantity: random.int(2, 6) * 3 * doses, prescription: 'H1', supplyDays: doses });
  visit.add('中药煎煮费', { quantity: doses });
  if (random.chance(0.05)) prescribe(visit, random, '香砂养胃丸', 7, 14, 'R1');
  if (random.chance(0.3)) visit.add(random.pick(['普通针刺', '拔罐疗法', '贴敷疗法', '颈椎病推拿治疗', '腰椎病推拿治疗']));
  return visit;
}
