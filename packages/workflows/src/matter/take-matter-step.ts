/** One step of any matter: locked, judged by its life, written with what follows from it. */
import { type Issue, issueOf, type Matter, type MatterLife, nextOf, type Outcome, type RegisterEntry } from '@hengjian/domain';
import { journalled } from './journalled.ts';
import type { MatterNoun, MatterPorts, Matters, MatterTransaction, MatterWrite, StepWish } from './ports.ts';

/** What a step brings with it: the matter once more (with numbers it was given), other matters, register entries. */
export interface Consequence<N extends MatterNoun> {
  readonly one?: Matters[N];
  readonly writes?: readonly MatterWrite[];
  readonly entries?: readonly RegisterEntry[];
}

export interface StepSetting<N extends MatterNoun, World> {
  readonly noun: N;
  world(inside: MatterTransaction, one: Matters[N]): Promise<World>;
  follow?(inside: MatterTransaction, before: Matters[N], next: Matters[N], world: World): Promise<Consequence<N>>;
}

/** Takes the step, or says why not; everything is written together or nothing is. */
export function takeMatterStep<N extends MatterNoun, Action extends string, World>(
  { book }: Pick<MatterPorts, 'book'>,
  // biome-ignore lint/suspicious/noExplicitAny: conditions and parts of any life
  life: MatterLife<Matters[N], Action, any, any, World>,
  wish: StepWish<Action>,
  { noun, world, follow }: StepSetting<N, World>,
): Promise<Outcome<Matters[N]>> {
  const refused = (issues: Issue[]): { writes: MatterWrite[]; value: Outcome<Matters[N]> } => ({
    writes: [],
    value: { ok: false, issues },
  });
  return book.transact<Outcome<Matters[N]>>(async (inside) => {
    const one = await inside.find(noun, wish.matterId);
    if (!one) return refused(issueOf('matter.unknown', { noun, id: wish.matterId }));
    const scene = await world(inside, one);
    const next = nextOf(life as MatterLife<never, Action, never, never, World>, one as never, wish.action, { ...wish, world: scene });
    if (!next.ok) return refused(next.issues);
    const after = (await follow?.(inside, one, next.value, scene)) ?? {};
    const taken = after.one ?? (next.value as Matters[N]);
    const write = { ...journalled(noun, one, taken, wish), entries: after.entries ?? [] } as MatterWrite;
    return { writes: [write, ...(after.writes ?? [])], value: { ok: true, value: taken, issues: [] } };
  });
}

/** Number of the entry after this one: `<register>-<matter>-<n>`. */
export const nextEntryId = (register: string, one: Matter, before: string | null): string => {
  const nth = before === null ? 1 : Number(before.slice(before.lastIndexOf('-') + 1)) + 1;
  return `${register}-${one.matterId}-${nth}`;
};
