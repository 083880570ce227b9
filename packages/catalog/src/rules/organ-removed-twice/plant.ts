import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 身份冒用: a single organ is removed in one stay and again in another; the later is in question. */
const organs = { appendix: ['47.0100', '47.0901'], gallbladder: ['51.2300', '51.2200'], spleen: ['41.5x00', '41.5x00'] } as const;
const operated = (kit: PlantKit, person: object, on: number, ...codes: readonly string[]): PlantVisit => {
  const visit = kit.visit(person as never, {
    scene: 'inpatient',
    on,
    days: 4,
    at: { kind: 'hospital', minLevel: 2 },
    diagnosis: 'R10.400',
  });
  for (const code of codes) visit.operate(code, on + 1);
  return visit;
};
const stays = (kit: PlantKit, gap: number, ...codes: readonly (readonly string[])[]): PlantVisit[] => {
  const person = kit.person({ minAge: 20, maxAge: 70 });
  const on = kit.day({ after: gap * (codes.length - 1) + 6 });
  return codes.map((list, n) => operated(kit, person, on + n * gap, ...list));
};

const plant: Plant = {
  code: 'DF-06',
  grain: 'encounter',
  violations: [
    ...Object.values(organs).map(
      ([first, second]) =>
        (kit: PlantKit) =>
          kit.violation({ visits: [stays(kit, 40, [first], [second])[1] as PlantVisit] }),
    ),
    // Three times: the second and the third.
    (kit) => {
      const [, second, third] = stays(kit, 45, ['51.2300'], ['51.2300'], ['51.2200']) as [PlantVisit, PlantVisit, PlantVisit];
      kit.violation({ visits: [second] });
      kit.violation({ visits: [third] });
    },
    (kit) => {
      const [, second] = stays(kit, 60, ['47.0100'], ['47.0100']) as [PlantVisit, PlantVisit];
      second.resettle();
      kit.violation({ visits: [second] });
    },
  ],
  nearMisses: [
    // Different organs.
    (kit) => void stays(kit, 40, ['47.0100'], ['51.2300']),
    // Two codes of one stay.
    (kit) => void stays(kit, 40, ['47.0100', '47.0901']),
    // The first was reversed for good.
    (kit) => (stays(kit, 40, ['51.2300'], ['51.2300'])[0] as PlantVisit).reverse(),
    // Two people.
    (kit) => {
      stays(kit, 40, ['41.5x00']);
      stays(kit, 40, ['41.5x00']);
    },
    (kit) => void stays(kit, 40, ['47.0100'], ['86.2200']),
  ],
};
export default plant;
