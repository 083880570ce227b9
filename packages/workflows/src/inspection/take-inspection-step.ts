/** One step of an inspection: registers follow, a problem may become a clue. */
import {
  dayOf,
  formatYuan,
  type Inspection,
  type InspectionAction,
  inspectionLife,
  inspectionWords,
  type Outcome,
  type Problem,
} from '@hengjian/domain';
import { clueWrite } from '../clue/open-clue.ts';
import type { MatterPorts, MatterWrite, StepWish } from '../matter/ports.ts';
import { takeMatterStep } from '../matter/take-matter-step.ts';
import { inspectionEntry, selfReturnEntry } from './register-entry.ts';

/** Stands for the clue's number until it has one. */
const PENDING = 'pending';

export async function takeInspectionStep(ports: MatterPorts, wish: StepWish<InspectionAction>): Promise<Outcome<Inspection>> {
  const limits = await ports.limits(dayOf(wish.at));
  const { by, at } = wish;
  return takeMatterStep(ports, inspectionLife, wish, {
    noun: 'inspection',
    world: async () => ({ ...limits, teamLeast: limits.number('inspection.teamLeast'), clueId: PENDING }),
    async follow(inside, before, next) {
      const referred = next.problems.find(({ clueId }) => clueId === PENDING);
      const clue = referred && (await clueWrite(inside, { ...clueOf(next, referred), by, at }, limits));
      const named: Inspection = clue
        ? { ...next, problems: next.problems.map((one) => (one === referred ? { ...one, clueId: clue.one.matterId } : one)) }
        : next;
      const returns = named.selfReturns.slice(before.selfReturns.length).map((one) => selfReturnEntry(named, one, by, at));
      const entry = inspectionEntry(named, by, at);
      return {
        one: { ...named, registerEntry: entry?.entryId ?? named.registerEntry },
        entries: entry ? [...returns, entry] : returns,
        writes: clue ? [clue as MatterWrite] : [],
      };
    },
  });
}

const clueOf = (one: Inspection, problem: Problem) => ({
  source: 'inspection' as const,
  sourceRef: `${one.matterId}-${problem.no}`,
  object: 'provider' as const,
  objectNo: one.providerNo,
  objectName: one.providerName,
  text: `${inspectionWords.problemKinds[problem.kind].zh}：${problem.text}${problem.amountFen === null ? '' : `（涉及基金 ${formatYuan(problem.amountFen)} 元）`}`,
  links: [
    { kind: 'inspection' as const, id: one.matterId },
    ...problem.findingIds.map((id) => ({ kind: 'finding' as const, id })),
    ...problem.settlementNos.map((id) => ({ kind: 'settlement' as const, id })),
  ],
  amountFen: problem.amountFen,
});
