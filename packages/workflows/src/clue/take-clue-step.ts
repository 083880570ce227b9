/** One step of a clue. */
import { type Clue, type ClueAction, clueLife, dayOf, issueOf, nextOf, type Outcome } from '@hengjian/domain';
import { journalled } from '../matter/journalled.ts';
import type { MatterPorts, MatterWrite, StepWish } from '../matter/ports.ts';

/** Takes the step, or says why not; a clue that is filed opens its case in the same transaction. */
export async function takeClueStep(ports: MatterPorts, wish: StepWish<ClueAction>): Promise<Outcome<Clue>> {
  const limits = await ports.limits(dayOf(wish.at));
  return ports.book.transact<Outcome<Clue>>(async (inside) => {
    const one = await inside.find('clue', wish.matterId);
    if (!one) return { writes: [], value: { ok: false, issues: issueOf('matter.unknown', { noun: 'clue', id: wish.matterId }) } };
    const next = nextOf(clueLife, one, wish.action, { ...wish, world: limits });
    if (!next.ok) return { writes: [], value: next };
    const writes: MatterWrite[] = [journalled('clue', one, next.value, wish)];
    return { writes, value: next };
  });
}
