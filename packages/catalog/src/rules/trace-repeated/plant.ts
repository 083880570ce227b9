import type { LineWish, Plant, PlantKit, PlantLine, PlantVisit, VisitWish } from '../../plant.ts';

/** 追溯码重复结算: one pack's code settled more than once; the first is let pass. Sold by the piece, a code may come again. */
interface Sale {
  /** Days after the first. */
  after: number;
  visit?: Partial<VisitWish>;
  line?: LineWish;
}
const sales = (kit: PlantKit, list: readonly Sale[], samePerson = false): { visits: PlantVisit[]; lines: PlantLine[] } => {
  const on = kit.day({ after: 40 });
  const code = `8499${String(on).padStart(6, '0')}${String(kit.random.int(0, 999_999_999)).padStart(10, '0')}`;
  const one = samePerson ? kit.person({ minAge: 40 }) : undefined;
  const name = kit.random.pick(['阿哌沙班片', '度拉糖肽注射液']);
  const visits = list.map(({ after, visit }) =>
    kit.visit(one ?? kit.person({ minAge: 40 }), { scene: 'pharmacy', on: on + after, diagnosis: 'I48.x00', ...visit }),
  );
  const lines = visits.map((visit, n) => visit.add(name, { traces: [code], supplyDays: 7, ...list[n]?.line }));
  return { visits, lines };
};
const wrong =
  (...list: Sale[]) =>
  (kit: PlantKit) =>
    kit.violation({ lines: sales(kit, list).lines.slice(1) });

const plant: Plant = {
  code: 'DF-19',
  grain: 'line',
  violations: [
    wrong({ after: 0 }, { after: 9 }),
    // Three times, at a clinic too.
    wrong({ after: 0 }, { after: 12, visit: { scene: 'outpatient' } }, { after: 30 }),
    // The same person.
    (kit) => kit.violation({ lines: sales(kit, [{ after: 0 }, { after: 10 }], true).lines.slice(1) }),
    wrong({ after: 0, visit: { scene: 'chronic' } }, { after: 3 }),
    // The second settled anew.
    (kit) => {
      const { visits, lines } = sales(kit, [{ after: 0 }, { after: 5 }]);
      kit.violation({ lines: [(visits[1] as PlantVisit).resettle()(lines[1] as PlantLine)] });
    },
  ],
  nearMisses: [
    (kit) => void sales(kit, [{ after: 0 }]),
    // By the piece.
    (kit) =>
      void sales(kit, [
        { after: 0, line: { split: true } },
        { after: 4, line: { split: true } },
      ]),
    // Given back with its code, then sold again.
    (kit) => {
      const { visits, lines } = sales(kit, [{ after: 0 }, { after: 20 }]);
      const code = (lines[0] as PlantLine & { traces: readonly string[] }).traces;
      visits[0]?.refund(lines[0] as PlantLine, { traces: code });
    },
    // The first was reversed for good.
    (kit) => sales(kit, [{ after: 0 }, { after: 6 }]).visits[0]?.reverse(),
    // Settled anew under the same code.
    (kit) => void sales(kit, [{ after: 0 }]).visits[0]?.resettle(),
  ],
};
export default plant;
