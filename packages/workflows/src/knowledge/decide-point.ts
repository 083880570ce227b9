import type { Instant, Outcome } from '@hengjian/domain';
import { formatDay } from '@hengjian/domain';
import type { KnowledgeAccount } from './account.ts';
import { importKnowledge } from './import-knowledge.ts';
import type { KnowledgeStore } from './ports.ts';
import { sayWaiting } from './waiting-table.ts';

export interface PointDecision {
  pointId: string;
  /** As in a knowledge file: money in yuan, quantities as plain numbers (contracts §4). */
  params: Readonly<Record<string, unknown>>;
  by: string;
  now: Instant;
}

/**
 * A person says what the sentence of a point means. A new version with her parameters takes part in its rule; it stands until the
 * publisher changes his words. Refused: an unknown point, parameters that are not of the dictionary or leave out what matters.
 */
export async function decidePoint(store: KnowledgeStore, { pointId, params, by, now }: PointDecision): Promise<Outcome<KnowledgeAccount>> {
  const [old] = await store.published([pointId]);
  if (!old) return { ok: false, issues: [{ code: 'knowledge.noPoint', severity: 'error', facts: { id: pointId } }] };
  const { publishedOn, validFrom, validTo, ...point } = old.point;
  const date = (day: number | null) => (day === null ? null : formatDay(day));
  const fields = { ...point, publishedOn: date(publishedOn), validFrom: date(validFrom), validTo: date(validTo), params: { ...params } };
  const file = { file: pointId, rows: [{ row: 1, fields }], issues: [], damaged: false };
  const preview = await importKnowledge(store, { files: [file], by, now, preview: true });
  if (!preview.ok) return preview;
  const reason = preview.value.changes?.[0]?.reason;
  if (reason) {
    const facts = { zh: sayWaiting(reason, 'zh'), en: sayWaiting(reason, 'en') };
    return { ok: false, issues: [{ code: 'knowledge.undecided', severity: 'error', facts }] };
  }
  return importKnowledge(store, { files: [file], by, now });
}
