import type { Day } from '@hengjian/domain';
import type { WaitingReason } from './point.ts';

export interface LineageRow {
  id: string;
  supersedes: string | null;
  publishedOn: Day | null;
  validFrom: Day | null;
  validTo: Day | null;
}

/** Where a row stands in its chain, and the days on which it is in force. */
export interface LineagePlace {
  /** The first id of the chain of `supersedes`: one requirement however often it was published again (house.md §5). */
  lineage: string;
  /** null: open. */
  inForceFrom: Day | null;
  inForceTo: Day | null;
  /** A row whose successor begins no later than itself was never in force. */
  inForce: boolean;
  supersededBy: string | null;
  /** The chain is broken in a way that leaves open which row counts: the row waits. */
  reason: WaitingReason | null;
}

export interface LineageIssue {
  code: 'missingPredecessor' | 'lineageCycle' | 'twoSuccessors';
  id: string;
  facts: Record<string, string>;
}

/**
 * Orders rows into lineages. `validFrom` defaults to `publishedOn`, else open; a superseded row ends the day before its
 * successor begins (contracts §4), or earlier where it says so itself. A missing predecessor is reported, the row counts.
 * Rows of a cycle wait; so do two successors of one row, which ends before the earlier of them.
 */
export function placeInLineages(rows: readonly LineageRow[]): { places: Map<string, LineagePlace>; issues: LineageIssue[] } {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const successors = new Map<string, LineageRow[]>();
  for (const row of rows) if (row.supersedes) successors.set(row.supersedes, [...(successors.get(row.supersedes) ?? []), row]);
  const issues: LineageIssue[] = [];
  const places = new Map<string, LineagePlace>();
  for (const row of rows) {
    const { root, cycle } = rootOf(row, byId);
    const after = (successors.get(row.id) ?? []).toSorted((a, b) => order(beginOf(a), beginOf(b)) || (a.id < b.id ? -1 : 1));
    const from = beginOf(row);
    const next = after[0];
    const last = next && dayBefore(beginOf(next)); // undefined: no successor, or one that has always been in force
    const to = last === undefined ? row.validTo : earlier(row.validTo, last);
    const siblings = row.supersedes ? (successors.get(row.supersedes) ?? []).length : 0;
    const reason: WaitingReason | null = cycle
      ? { code: 'lineageCycle', facts: { id: row.id } }
      : siblings > 1
        ? { code: 'twoSuccessors', facts: { predecessor: row.supersedes as string } }
        : null;
    places.set(row.id, {
      lineage: root,
      inForceFrom: from,
      inForceTo: to,
      inForce: !(next && last === undefined) && !(from !== null && to !== null && to < from),
      supersededBy: next?.id ?? null,
      reason,
    });
    if (cycle) issues.push({ code: 'lineageCycle', id: row.id, facts: { id: row.id } });
    else if (row.supersedes && !byId.has(row.supersedes))
      issues.push({ code: 'missingPredecessor', id: row.id, facts: { id: row.id, predecessor: row.supersedes } });
    if (after.length > 1)
      issues.push({ code: 'twoSuccessors', id: row.id, facts: { predecessor: row.id, successors: after.map((one) => one.id).join('、') } });
  }
  return { places, issues };
}

const beginOf = (row: LineageRow): Day | null => row.validFrom ?? row.publishedOn;
const order = (a: Day | null, b: Day | null) => (a ?? Number.NEGATIVE_INFINITY) - (b ?? Number.NEGATIVE_INFINITY) || 0;
/** Undefined: the successor has always been in force, so the row never was. */
const dayBefore = (begin: Day | null): Day | undefined => (begin === null ? undefined : begin - 1);
const earlier = (a: Day | null, b: Day): Day => (a === null ? b : Math.min(a, b));

/** The first id of the chain (an id that is not here too, so that importing it later changes no lineage), or a cycle. */
function rootOf(row: LineageRow, byId: ReadonlyMap<string, LineageRow>): { root: string; cycle: boolean } {
  const seen = new Set([row.id]);
  let current = row;
  while (current.supersedes) {
    const before = byId.get(current.supersedes);
    if (!before) return { root: current.supersedes, cycle: false };
    if (seen.has(before.id)) return { root: before.id, cycle: true };
    seen.add(before.id);
    current = before;
  }
  return { root: current.id, cycle: false };
}
