import type { Day } from '@hengjian/domain';
import type { Plant, PlantKit, PlantLine, PlantVisit } from '../../plant.ts';

/** 无设备开展项目: the house has no device for what it bills, or its licence is not in force that day. */
type Device = 'absent' | ((on: Day) => { units: number; from?: Day; to?: Day });
const billed = (kit: PlantKit, name: string, device: Device): { visit: PlantVisit; line: PlantLine } => {
  const at = kit.ownHouse('hospital');
  // one case a house and item: the register is the house's
  kit.only(at, name);
  const on = kit.day({ before: 3, after: 3 });
  kit.equipment(at, name, device === 'absent' ? device : device(on));
  kit.equipment(at, '胸部CT平扫', { units: 1 });
  // so dear an item in December beside much else would be a year's end of its own
  const visit = kit.visit(kit.person({ minAge: 40, quiet: true }), { scene: 'outpatient', on, at, diagnosis: 'C34.900' });
  return { visit, line: visit.add(name) };
};
const [scan, beam] = ['正电子发射断层显像', '立体定向放射治疗'] as const;
const wrong = (name: string, device: Device) => (kit: PlantKit) => kit.violation({ lines: [billed(kit, name, device).line] });
const right = (name: string, device: Device) => (kit: PlantKit) => void billed(kit, name, device);

const plant: Plant = {
  code: 'DF-39',
  grain: 'line',
  violations: [
    wrong(scan, 'absent'),
    // The licence begins tomorrow, ended yesterday.
    wrong(scan, (on) => ({ units: 1, from: on + 1 })),
    wrong(scan, (on) => ({ units: 2, from: on - 400, to: on - 1 })),
    wrong(scan, 'absent'),
    (kit) => {
      const { visit, line } = billed(kit, scan, 'absent');
      kit.violation({ lines: [visit.resettle()(line)] });
    },
  ],
  nearMisses: [
    right(beam, () => ({ units: 1 })),
    // The first day and the last.
    right(beam, (on) => ({ units: 1, from: on })),
    right(beam, (on) => ({ units: 1, from: on - 300, to: on })),
    (kit) => {
      const { visit, line } = billed(kit, beam, 'absent');
      visit.refund(line);
    },
    (kit) => billed(kit, beam, 'absent').visit.reverse(),
  ],
};
export default plant;
