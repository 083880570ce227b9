/** A clue comes in: entered by staff, or opened by an alert, a complaint, a finding, an inspection. */
import { type Clue, calendarDate, dayOf, type Instant, issueOf, type NewClue, newClue, type Outcome } from '@hengjian/domain';
import { journalled } from '../matter/journalled.ts';
import type { MatterPorts, MatterTransaction, MatterWrite } from '../matter/ports.ts';

type Told = 'source' | 'object' | 'objectName' | 'text';
export interface ClueWish extends Partial<Omit<NewClue, Told>>, Pick<NewClue, Told> {
  readonly by: string;
  readonly at: Instant;
}

/** The clue, new or the one that the same source (`source` and `sourceRef`) opened before: asking twice opens one. */
export async function openClue(ports: MatterPorts, wish: ClueWish): Promise<Outcome<Clue>> {
  if (wish.objectName.trim() === '' || wish.text.trim() === '') return { ok: false, issues: issueOf('clue.noText') };
  const limits = await ports.limits(dayOf(wish.at));
  const value = await ports.book.transact(async (inside) => {
    const known = wish.sourceRef ? await inside.clueOf(wish.source, wish.sourceRef) : undefined;
    if (known) return { writes: [], value: known };
    const write = await clueWrite(inside, wish, limits);
    return { writes: [write], value: write.one };
  });
  return { ok: true, value, issues: [] };
}

/** The same inside a transaction of another matter. */
export async function clueWrite(
  inside: MatterTransaction,
  wish: ClueWish,
  limits: Parameters<typeof newClue>[3],
): Promise<MatterWrite<'clue'>> {
  const { by, at, ...told } = wish;
  const day = dayOf(at);
  const content: NewClue = {
    sourceRef: null,
    objectNo: null,
    links: [],
    amountFen: null,
    ...told,
    objectName: told.objectName.trim(),
    text: told.text.trim(),
  };
  const clue = newClue(await inside.nextId('clue', calendarDate(day).year), content, day, limits);
  return journalled('clue', null, clue, { action: 'open', by, at, why: null });
}
