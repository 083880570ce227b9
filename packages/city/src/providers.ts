import type { ProviderWish } from '@hengjian/catalog/plant.ts';
import { type Day, dayOfDate, formatDay } from '@hengjian/domain';
import { districtOf, OUTSIDE } from './areas.ts';
import type { Random } from './random.ts';

export type ProviderKind = NonNullable<ProviderWish['kind']>;

export interface Doctor {
  code: string;
  name: string;
  department: string;
  /** National drord_dr_profttl. */
  title: string;
  /** 1 in good standing, 2 suspended, 3 ended. */
  state: '1' | '2' | '3';
  stateFrom: Day | null;
  stateTo: Day | null;
  /** Registered scope of practice; undefined: that of the department. */
  scope?: string | null;
}

export interface Provider {
  code: string;
  name: string;
  kind: ProviderKind;
  /** National hosp_lv. */
  levelCode: string;
  /** Class 3, 2, 1, 0. */
  level: 0 | 1 | 2 | 3;
  area: string;
  /** Outside the city: out_area_flag 1. */
  outside: boolean;
  beds: number;
  doctors: Doctor[];
  byDepartment: Map<string, Doctor[]>;
  /** Doctors of planted cases: nobody else meets them. */
  own: Doctor[];
  opens: number;
  closes: number;
  longitude: string;
  latitude: string;
  agreementFrom: Day | null;
  agreementTo: Day | null;
  /** Only planted cases that ask for it by this word go there. */
  reserved: string | null;
}

const surnames = '张王李赵陈刘杨黄周吴徐孙朱马胡郭林何高罗'.split('');
const places = '桃源 云溪 青石 白鹭 临江 杏林 松岭 梅湾 竹溪 荷塘 柳桥 枫山 石门 清泉 金沙 凤台'.split(' ');
const hospitalDepartments =
  'A02 A03 A03.01 A03.02 A03.03 A03.04 A03.06 A03.07 A04 A04.03 A04.04 A05 A05.02 A07 A10 A11 A12 A13 A15 A19 A20 A21 A50'.split(' ');
const departmentsOf: Record<ProviderKind, string[]> = {
  hospital: hospitalDepartments,
  tcm: ['A50', 'A03', 'A03.03', 'A04.03', 'A20', 'A21', 'A02', 'A07'],
  maternity: ['A05', 'A05.02', 'A07', 'A07.01', 'A20', 'A02'],
  rehabilitation: ['A21', 'A03.03', 'A02', 'A50'],
  community: ['A02', 'A50', 'A07', 'A12', 'A03'],
  village: ['A02'],
  pharmacy: ['D72'],
};

interface Sort {
  kind: ProviderKind;
  levelCode: string;
  level: 0 | 1 | 2 | 3;
  /** One per so many insured people, at least `least`. */
  per: number;
  least: number;
  beds: number;
  name: (place: string) => string;
  outside?: boolean;
}

const sorts: Sort[] = [
  { kind: 'hospital', levelCode: '2', level: 3, per: 60_000, least: 1, beds: 1200, name: (p) => `云溪市${p}第一人民医院` },
  { kind: 'hospital', levelCode: '3', level: 3, per: 80_000, least: 1, beds: 800, name: (p) => `云溪市${p}中心医院` },
  { kind: 'hospital', levelCode: '5', level: 2, per: 12_000, least: 2, beds: 400, name: (p) => `${p}区人民医院` },
  { kind: 'hospital', levelCode: '6', level: 2, per: 20_000, least: 1, beds: 260, name: (p) => `${p}区第二医院` },
  { kind: 'tcm', levelCode: '5', level: 2, per: 40_000, least: 1, beds: 300, name: (p) => `${p}中医医院` },
  { kind: 'maternity', levelCode: '5', level: 2, per: 50_000, least: 1, beds: 200, name: (p) => `${p}妇幼保健院` },
  { kind: 'rehabilitation', levelCode: '13', level: 2, per: 60_000, least: 1, beds: 160, name: (p) => `${p}康复医院` },
  { kind: 'community', levelCode: '8', level: 1, per: 6_000, least: 2, beds: 40, name: (p) => `${p}街道社区卫生服务中心` },
  { kind: 'community', levelCode: '9', level: 1, per: 6_000, least: 2, beds: 50, name: (p) => `${p}镇卫生院` },
  { kind: 'village', levelCode: '11', level: 0, per: 1_000, least: 5, beds: 0, name: (p) => `${p}村卫生室` },
  { kind: 'pharmacy', levelCode: '11', level: 0, per: 1_200, least: 5, beds: 0, name: (p) => `${p}大药房` },
  { kind: 'hospital', levelCode: '1', level: 3, per: 1e9, least: 1, beds: 3000, name: () => '省立示例医院', outside: true },
  { kind: 'hospital', levelCode: '5', level: 2, per: 1e9, least: 1, beds: 380, name: () => '邻州市示例医院', outside: true },
];

/** Practitioners of a house: so many for each department; of the larger departments some are suspended for a time. */
function staffOf(random: Random, sort: Sort, area: string, serial: { doctor: number }, from: Day, to: Day): Doctor[] {
  const each = sort.kind === 'hospital' ? (sort.level === 3 ? 6 : 3) : 2;
  const pharmacist = sort.kind === 'pharmacy';
  return departmentsOf[sort.kind].flatMap((department) =>
    Array.from({ length: each }, (_, place): Doctor => {
      serial.doctor += 1;
      const number = String(serial.doctor);
      const doctor: Doctor = {
        code: `${pharmacist ? 'HY' : 'D'}${area}${number.padStart(6, '0')}`,
        name: `${random.pick(surnames)}${pharmacist ? '药师' : '医师'}${number.padStart(4, '0')}`,
        department,
        // whoever leads a department has a senior title
        title: place === 0 ? random.pick(['231', '232']) : random.pick(['231', '232', '233', '234']),
        state: '1',
        stateFrom: null,
        stateTo: null,
      };
      // The first two of a department always keep their right, so that somebody can see the patients.
      if (place >= 2 && random.chance(0.06)) {
        doctor.state = random.chance(0.8) ? '2' : '3';
        doctor.stateFrom = random.int(from - 60, to);
        doctor.stateTo = doctor.state === '2' ? doctor.stateFrom + random.int(30, 180) : null;
      }
      return doctor;
    }),
  );
}

function open(random: Random, sort: Sort, n: number, serial: { house: number; doctor: number }, from: Day, to: Day): Provider {
  serial.house += 1;
  const area = sort.outside ? OUTSIDE : districtOf(serial.house);
  const round = Math.floor(n / places.length);
  const doctors = staffOf(random, sort, area, serial, from, to);
  const byDepartment = new Map<string, Doctor[]>();
  for (const doctor of doctors) byDepartment.set(doctor.department, [...(byDepartment.get(doctor.department) ?? []), doctor]);
  // Every fifth pharmacy is open at night.
  const always = sort.kind === 'pharmacy' && n % 5 === 0;
  return {
    code: `${sort.kind === 'pharmacy' ? 'P' : 'H'}${area}${String(serial.house).padStart(5, '0')}`,
    name: `${sort.name(places[(serial.house * 5 + n) % places.length] as string)}${round ? `(${round + 1}部)` : ''}`,
    kind: sort.kind,
    levelCode: sort.levelCode,
    level: sort.level,
    area,
    outside: sort.outside === true,
    beds: sort.beds,
    doctors,
    byDepartment,
    own: [],
    opens: always ? 0 : 8,
    closes: always ? 24 : random.pick([20, 21, 22]),
    longitude: (110 + random.int(0, 9999) / 20_000).toFixed(6),
    latitude: (30 + random.int(0, 9999) / 20_000).toFixed(6),
    agreementFrom: dayOfDate(2020, 1, 1),
    agreementTo: dayOfDate(2027, 12, 31),
    reserved: null,
  };
}

/** The institutions of the city and the two outside it that its people go to, with their practitioners. */
export function makeProviders(random: Random, persons: number, from: Day, to: Day): Provider[] {
  const serial = { house: 0, doctor: 0 };
  return sorts.flatMap((sort) =>
    Array.from({ length: Math.max(sort.least, Math.round(persons / sort.per)) }, (_, n) => open(random, sort, n, serial, from, to)),
  );
}

/** A new house like another, with doctors of its own, for planted cases only. `serial` counts the houses and doctors there are. */
export function openReserved(
  model: Provider,
  reserved: string,
  agreement: Pick<Provider, 'agreementFrom' | 'agreementTo'>,
  serial: { house: number; doctor: number },
): Provider {
  const number = String(serial.house + 1);
  const doctors = [...model.byDepartment].flatMap(([department, list], place) =>
    list.slice(0, 1).map((like): Doctor => {
      const own = String(900_000 + serial.doctor + place).padStart(6, '0');
      return {
        ...like,
        code: `${like.code.slice(0, -6)}${own}`,
        name: `吴医师${own}`,
        department,
        state: '1',
        stateFrom: null,
        stateTo: null,
      };
    }),
  );
  return {
    ...model,
    ...agreement,
    code: `${model.code.slice(0, -5)}${number.padStart(5, '0')}`,
    name: `${model.name}${number}${model.kind === 'pharmacy' ? '店' : '分院'}`,
    doctors,
    byDepartment: new Map(doctors.map((doctor) => [doctor.department, [doctor]])),
    own: [],
    reserved,
  };
}

/** May the doctor order at the fund's cost on that day? */
export const inGoodStanding = (doctor: Doctor, day: Day): boolean =>
  doctor.state === '1' || doctor.stateFrom === null || day < doctor.stateFrom || (doctor.stateTo !== null && day > doctor.stateTo);

/** Rank of a title (drord_dr_profttl): 3 senior, 2 middle, 1 junior. */
export const rankOf = (doctor: Doctor): number => ({ '231': 3, '232': 3, '233': 2 })[doctor.title] ?? 1;

/** Who leads the department (the house's first where it has no such department): of senior title and always in good standing. */
export const seniorOf = (provider: Provider, department: string): Doctor =>
  (provider.byDepartment.get(department) ?? provider.doctors)[0] as Doctor;

/** A doctor of the department (of the house where it has no such department) in good standing during all of [first, last]. */
export function doctorFor(random: Random, provider: Provider, department: string, first: Day, last: Day): Doctor {
  const list = provider.byDepartment.get(department) ?? provider.doctors;
  for (let tries = 0; tries < 8; tries += 1) {
    const doctor = random.pick(list);
    if (doctor.state === '1') return doctor;
    if (
      inGoodStanding(doctor, first) &&
      inGoodStanding(doctor, last) &&
      !(doctor.stateFrom !== null && doctor.stateFrom > first && doctor.stateFrom <= last)
    )
      return doctor;
  }
  return list.find((doctor) => doctor.state === '1') ?? (list[0] as Doctor);
}

const dayText = (day: Day | null): string => (day === null ? '' : formatDay(day));

export const providerRow = (p: Provider): string =>
  `${p.code},${p.name},${p.kind === 'pharmacy' ? 2 : 1},${p.levelCode},${p.area},${p.beds || ''},${dayText(p.agreementFrom)},${dayText(p.agreementTo)},${p.longitude},${p.latitude}`;

/** Scope of practice by department; the codes are the city's own, after the national list of 执业范围 for clinical doctors. */
const scopes: readonly (readonly [department: string, scope: string])[] = [
  ['A04', '02'], // 外科
  ['A05', '03'], // 妇产科
  ['A07', '04'], // 儿科
  ['A10', '05'], // 眼耳鼻咽喉科
  ['A11', '05'],
  ['A12', '06'], // 口腔
  ['A13', '07'], // 皮肤病与性病
  ['A15', '08'], // 精神卫生
  ['A21', '09'], // 康复医学
  ['A50', '10'], // 中医
  ['D72', ''],
];
const scopeOf = (department: string): string => scopes.find(([begins]) => department.startsWith(begins))?.[1] ?? '01'; // 内科

export const doctorRow = (p: Provider, d: Doctor): string =>
  `${d.code},${d.name},${p.code},${p.kind === 'pharmacy' ? '' : d.title},${p.kind === 'pharmacy' ? 3 : 1},${d.state},${dayText(d.stateFrom)},${dayText(d.stateTo)},${d.scope === undefined ? scopeOf(d.department) : (d.scope ?? '')}`;
