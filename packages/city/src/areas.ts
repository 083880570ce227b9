// The districts and counties of the made-up city (codes 9901xx belong to nobody), and the city beside it.
import { dayOfDate } from '@hengjian/domain';
import type { SampleEntry } from './registers/desk.ts';

const districts = ['桃源区', '云溪区', '青石县', '白鹭县', '临江区', '杏林区'];
export const OUTSIDE = '980100';

/** Code of a district; they come round and round. */
export const districtOf = (n: number): string => `9901${String(1 + (n % districts.length)).padStart(2, '0')}`;

/** What the register of areas says. */
export const areaEntries = (): SampleEntry[] =>
  [['990100', '云溪市'], ...districts.map((name, n) => [districtOf(n), name]), [OUTSIDE, '远山市']].map(([code = '', name = '']) => ({
    registerId: 'areas',
    values: { fromOn: dayOfDate(2020, 1, 1), code, name, note: null },
  }));
