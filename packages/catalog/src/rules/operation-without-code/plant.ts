import type { Plant, PlantKit, PlantLine, PlantVisit } from '../../plant.ts';

/** 手术操作编码异常: an operation is charged in a stay whose list has no such code. */
const pairs: Record<string, string> = { 乳腺肿物切除术: '85.2100', 大隐静脉高位结扎剥脱术: '38.5900', 混合痔外剥内扎术: '49.4600' };
const names = Object.keys(pairs);
const charged = (kit: PlantKit, name: string, coded: string | null, more: object = {}): { visit: PlantVisit; line: PlantLine } => {
  const visit = kit.visit(kit.person({ sex: 2, minAge: 25, maxAge: 70 }), {
    scene: 'inpatient',
    on: kit.day({ after: 8 }),
    days: 5,
    at: { kind: 'hospital', minLevel: 2 },
    diagnosis: 'R10.400',
    ...more,
  });
  if (coded) visit.operate(coded, visit.first + 1);
  return { visit, line: visit.add(name, { on: visit.first + 1 }) };
};
const wrong = (name: string, coded: string | null) => (kit: PlantKit) => kit.violation({ lines: [charged(kit, name, coded).line] });
const fine =
  (name: string, more: object = {}) =>
  (kit: PlantKit) =>
    void charged(kit, name, pairs[name] as string, more);

const plant: Plant = {
  code: 'GZ10000201004000',
  grain: 'line',
  violations: [
    ...names.map((name) => wrong(name, null)),
    // Another code.
    wrong('乳腺肿物切除术', '86.2200'),
    wrong('混合痔外剥内扎术', '86.2200'),
  ],
  nearMisses: [
    ...names.map((name) => fine(name)),
    // Taken back in full.
    (kit) => {
      const { visit, line } = charged(kit, '乳腺肿物切除术', null);
      visit.refund(line);
    },
    // Still in the ward.
    (kit) => void charged(kit, '大隐静脉高位结扎剥脱术', null, { on: kit.to - 7, open: true }),
  ],
};
export default plant;
