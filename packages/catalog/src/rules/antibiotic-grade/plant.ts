import type { Plant, PlantCase, PlantKit, PlantLine, PlantTitle, VisitWish } from '../../plant.ts';

/** 抗菌药物分级使用管理: ordered by somebody without the right to that grade, or of the special grade in a clinic. */
function ordered(kit: PlantKit, name: string, title: PlantTitle, wish: Partial<VisitWish> = {}, supplyDays = 1): PlantLine {
  const at = kit.provider({ kind: 'hospital' });
  const stay = wish.scene === 'inpatient';
  const visit = kit.visit(kit.person({ minAge: 20, maxAge: 60 }), {
    scene: 'outpatient',
    on: kit.day({ after: stay ? 8 : 1 }),
    diagnosis: 'J18.900',
    at,
    ...wish,
  });
  return visit.add(name, { doctor: kit.doctor(at, title), supplyDays });
}
const against =
  (name: string, title: PlantTitle, wish?: Partial<VisitWish>, supplyDays?: number): PlantCase =>
  (kit) =>
    kit.violation({ lines: [ordered(kit, name, title, wish, supplyDays)] });
const entitled =
  (name: string, title: PlantTitle, wish?: Partial<VisitWish>, supplyDays?: number): PlantCase =>
  (kit) =>
    void ordered(kit, name, title, wish, supplyDays);
const ward = { scene: 'inpatient' } as const;

const plant: Plant = {
  code: 'GZ10000202003000',
  grain: 'line',
  violations: [
    against('莫西沙星片', 'junior', {}, 3),
    against('注射用哌拉西林钠他唑巴坦钠', 'junior', ward),
    against('注射用美罗培南', 'middle', ward),
    against('注射用美罗培南', 'junior', ward),
    // The special grade in a clinic, whoever orders it.
    against('注射用美罗培南', 'senior'),
    // An emergency allows one day only.
    against('头孢克肟分散片', 'junior', { scene: 'emergency' }, 3),
  ],
  nearMisses: [
    entitled('莫西沙星片', 'middle', {}, 3),
    entitled('注射用哌拉西林钠他唑巴坦钠', 'middle', ward),
    entitled('注射用美罗培南', 'senior', ward),
    // Everybody who prescribes may prescribe these.
    entitled('阿莫西林胶囊', 'junior', {}, 4),
    entitled('注射用头孢曲松钠', 'junior', ward),
    // One day in an emergency.
    entitled('头孢克肟分散片', 'junior', { scene: 'emergency' }, 1),
  ],
};
export default plant;
