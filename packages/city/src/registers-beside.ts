// The registers beside the claims: stock, devices, benefits, approvals, circulated prescriptions.
import { type Day, formatDay } from '@hengjian/domain';
import { type City, fixedText } from './city.ts';
import { Random } from './random.ts';

const units = (quantity: number) => fixedText(quantity, 10_000, 4);
const dayText = (day: Day | null): string => (day === null ? '' : formatDay(day));

/** Stock in and out by month, enough bought for what was sold; what planted cases say stands instead. */
export function writeStock(city: City): void {
  const keys = [...new Set([...city.sold.keys(), ...city.stock.keys()])].sort();
  let before = '';
  let left = 0;
  const random = new Random(city.seed, 'stock');
  for (const key of keys) {
    const [provider, code, period] = key.split(',') as [string, string, string];
    if (before !== `${provider},${code}`) left = random.int(0, 20) * 10_000;
    before = `${provider},${code}`;
    const says = city.stock.get(key);
    if (says === 'absent') continue;
    if (says !== undefined) {
      const out = says === 'nothing' ? 0 : Math.round(says.accounted * 10_000);
      const rest = says === 'nothing' ? 0 : random.int(1, 9) * 10_000;
      city.sink.row('inv', `${provider},${code},${period},0,${units(out + rest)},${units(out)},0,${units(rest)}`);
      left = rest;
      continue;
    }
    const sold = city.sold.get(key) as number;
    const need = Math.max(0, sold - left);
    const bought = need === 0 && random.chance(0.5) ? 0 : (Math.ceil(need / 100_000) + random.int(0, 3)) * 100_000;
    const lost = left + bought - sold > 100_000 && random.chance(0.02) ? 10_000 : 0;
    const after = left + bought - sold - lost;
    city.sink.row('inv', `${provider},${code},${period},${units(left)},${units(bought)},${units(sold)},${units(lost)},${units(after)}`);
    left = after;
  }
}

/** A device for everything that is billed with one, unless a planted case says otherwise. */
export function writeDevices(city: City): void {
  for (const key of [...city.devices.keys()].sort()) {
    const device = city.devices.get(key);
    if (!device || device === 'absent') continue;
    const number = `LX${key.replace(/\W/g, '').slice(-12)}`;
    city.sink.row('equip', `${key},${device.units ?? ''},${number},${dayText(device.from)},${dayText(device.to)}`);
  }
}

/** Everybody is insured from long ago, or from birth, unless a planted case says otherwise. */
export function writeBenefits(city: City): void {
  for (const person of city.people) {
    const usual = [{ from: Math.max(person.born, city.from - 730), to: null, state: '1' as const }];
    for (const period of city.benefits.get(person) ?? usual)
      city.sink.row('benefit', `${person.number},${person.insurance},${formatDay(period.from)},${dayText(period.to)},${period.state}`);
  }
}

/** Who gets a chronic disease paid was approved for it; planted cases say otherwise. */
export function writeApprovals(city: City): void {
  for (const person of city.people)
    for (const { disease, from, to, quota } of city.approvals.get(person) ?? [])
      city.sink.row('opsp', `${person.number},${disease},${formatDay(from)},${dayText(to)},${quota === null ? '' : `${quota}.00`}`);
}

export function writePrescriptions(city: City): void {
  for (const row of city.prescriptions) city.sink.row('rx', row);
}
