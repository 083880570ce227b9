import { type Instant, type Matter, matterTables } from '@hengjian/domain';
import type { MatterNoun, Matters, MatterWrite } from './ports.ts';

/** A matter beside the step that made it so: what changed is the step's detail. */
export function journalled<N extends MatterNoun>(
  noun: N,
  before: Matters[N] | null,
  one: Matters[N],
  { action, by, at, why }: { action: string; by: string; at: Instant; why: string | null },
): MatterWrite<N> {
  const now = one as Matter;
  return {
    noun,
    one,
    step: {
      noun,
      subjectId: now.matterId,
      action,
      before: before?.state ?? null,
      after: now.state,
      by,
      why,
      at,
      detail: before ? changed(before as Matter, now) : {},
      rows: [{ table: matterTables[noun], key: now.matterId }],
    },
  };
}

/** Names of what the step wrote: the content is sealed with the row, and may be personal. */
function changed(before: Matter, now: Matter): Record<string, unknown> {
  const old = before as unknown as Record<string, unknown>;
  const names = Object.entries(now).flatMap(([name, value]) =>
    name !== 'state' && JSON.stringify(value) !== JSON.stringify(old[name]) ? [name] : [],
  );
  return names.length > 0 ? { changed: names } : {};
}
