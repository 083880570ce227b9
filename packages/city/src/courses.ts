import type { Day } from '@hengjian/domain';
import type { Calendar } from './calendar.ts';
import { dailyCare, routineOf } from './care.ts';
import type { City } from './city.ts';
import { clinicVisit, houseOf } from './clinic.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';
import type { Visit } from './visit.ts';
import { admit, billedDays } from './ward.ts';

/** Dialysis three times a week for the whole period, as an approved outpatient disease. */
export function dialysisYear(city: City, random: Random, person: Person, calendar: Calendar): Visit[] {
  const provider = houseOf(city, random, person, random.chance(0.5) ? 'hospital3' : 'hospital2');
  const visits: Visit[] = [];
  for (let day = calendar.first + random.int(0, 6), n = 0; day <= calendar.last; day += n % 3 === 2 ? 3 : 2, n += 1) {
    if (!calendar.free(day)) continue;
    calendar.take(day);
    const visit = clinicVisit(city, random, person, {
      kind: '14',
      provider,
      department: 'A03.06',
      diagnosis: 'N18.500',
      day,
      hour: random.int(7, 13),
    });
    visit.disease = 'M07803';
    visit.diagnose('Z49.100');
    const filtration = n % 8 === 7;
    visit.add(filtration ? '血液透析滤过' : '血液透析');
    visit.add('血液透析器', { maker: person.index });
    visit.add(filtration ? '血液滤过置换液管路' : '血液透析管路');
    visit.add('动静脉穿刺针', { quantity: 2 });
    visit.add('肝素钠注射液', { supplyDays: 1 });
    if (n % 3 === 0) visit.add('重组人促红素注射液', { maker: person.index });
    if (n % 13 === 0) for (const name of ['血细胞分析', '肾功能五项', '电解质六项']) visit.add(name);
    visits.push(visit);
  }
  return visits;
}

interface Cancer {
  icd: string;
  sex?: 1 | 2;
  everyDays: number;
  drugs: readonly string[];
}
const cancers: readonly Cancer[] = [
  { icd: 'C34.900', everyDays: 21, drugs: ['注射用紫杉醇', '顺铂注射液'] },
  { icd: 'C18.900', everyDays: 14, drugs: ['奥沙利铂注射液', '氟尿嘧啶注射液'] },
  { icd: 'C16.900', everyDays: 21, drugs: ['奥沙利铂注射液', '氟尿嘧啶注射液'] },
  { icd: 'C50.900', sex: 2, everyDays: 21, drugs: ['注射用紫杉醇', '注射用曲妥珠单抗'] },
  { icd: 'C85.900', everyDays: 21, drugs: ['利妥昔单抗注射液', '地塞米松磷酸钠注射液'] },
  { icd: 'C22.900', everyDays: 14, drugs: ['吉西他滨注射液', '顺铂注射液'] },
];

/** Cycles of chemotherapy: short stays every two or three weeks, main diagnosis Z51, always in the same house. */
export function chemotherapy(city: City, random: Random, person: Person, calendar: Calendar): Visit[] {
  const cancer = random.pick(cancers.filter((c) => c.sex === undefined || c.sex === person.sex));
  const provider = houseOf(city, random, person, 'hospital3');
  const visits: Visit[] = [];
  let on: Day = random.int(calendar.first, Math.max(calendar.first, calendar.last - 60));
  for (let cycle = random.int(4, 8); cycle > 0; cycle -= 1, on += cancer.everyDays) {
    const nights = random.int(2, 3);
    if (!calendar.freeSpan(on, on + nights) || on + nights >= city.to) continue;
    const visit = admit(city, random, person, calendar, { provider, department: 'A19', diagnosis: 'Z51.100', on, nights });
    visit.diagnose(cancer.icd);
    dailyCare(visit, []);
    for (const name of ['血细胞分析', '肝功能十一项', '肾功能五项']) visit.add(name, { on, hour: 15 });
    const [, second] = billedDays(visit);
    for (const name of cancer.drugs) visit.add(name, { on: second ?? on, hour: 16, supplyDays: 1 });
    visit.add('化疗药物配置', { on: second ?? on, hour: 16, quantity: 2 });
    for (const day of billedDays(visit)) visit.add('盐酸昂丹司琼注射液', { on: day, hour: 16 });
    visits.push(visit);
  }
  return visits;
}

/** Prenatal visits and the delivery, paid by maternity insurance for employees. */
export function maternityCare(city: City, random: Random, person: Person, calendar: Calendar): Visit[] {
  const delivery = random.int(calendar.first + 3, calendar.last - 8);
  const caesarean = random.chance(0.4);
  const nights = caesarean ? random.int(5, 6) : random.int(3, 4);
  if (!calendar.freeSpan(delivery, delivery + nights)) return [];
  const insurance = person.insurance === '310' ? '510' : person.insurance;
  const provider = houseOf(city, random, person, random.chance(0.6) ? 'maternity' : 'hospital2');
  const visits: Visit[] = [];
  for (let day = delivery - random.int(8, 14), n = 0; day >= calendar.first && n < 6; day -= random.int(25, 32), n += 1) {
    if (!calendar.free(day)) continue;
    calendar.take(day);
    const visit = clinicVisit(city, random, person, {
      kind: '51',
      provider,
      department: 'A05.02',
      diagnosis: n === 0 ? 'Z34.900' : 'Z34.000',
      day,
      insurance,
    });
    visit.pregnant = true;
    routineOf(visit);
    visit.add('尿常规分析');
    visit.add(n % 2 === 0 ? '产科超声' : '血细胞分析');
    if (n < 2) visit.add('胎心监测');
    visits.push(visit);
  }
  const stay = admit(city, random, person, calendar, {
    provider,
    department: 'A05.02',
    diagnosis: caesarean ? 'O82.900' : 'O80.900',
    on: delivery,
    nights,
    kind: '52',
    insurance,
  });
  stay.pregnant = true;
  stay.clearing = '2';
  dailyCare(stay, [], '一级护理');
  for (const name of ['血细胞分析', '凝血四项', '血型鉴定', '术前感染四项', '产科超声', '胎心监测'])
    stay.add(name, { on: delivery, hour: 15 });
  const born = billedDays(stay)[caesarean ? 1 : 0] as Day;
  stay.operate(caesarean ? '74.1x00' : '73.5900', born);
  stay.add(caesarean ? '剖宫产术' : '单胎顺产接生', { on: born, hour: 17 });
  if (caesarean) stay.add('椎管内麻醉', { on: born, hour: 17 });
  else if (random.chance(0.4)) stay.add('会阴裂伤修补术', { on: born, hour: 18 });
  stay.add('一次性产包', { on: born, hour: 17 });
  stay.add('缩宫素注射液', { on: born, hour: 17, quantity: 2 });
  if (random.chance(0.1)) stay.add('卡贝缩宫素注射液', { on: born, hour: 18 });
  visits.push(stay);
  return visits;
}
