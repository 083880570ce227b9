import { CHAIN_START, stepHash } from './chain.ts';
import type { JournalHead, JournalReader, KeptStep, SealedRow } from './ports.ts';

/** The first thing that is not as it was written. */
export type JournalFault =
  /** A step was changed, or put in between. */
  | { readonly kind: 'step-changed'; readonly serial: number; readonly step: KeptStep }
  /** Steps are missing before this number. */
  | { readonly kind: 'steps-missing'; readonly serial: number }
  /** The end is not where the head says. */
  | { readonly kind: 'end-differs'; readonly serial: number }
  /** The end noted down earlier is not in the journal. */
  | { readonly kind: 'noted-head-differs'; readonly serial: number }
  /** A row of a table is not as its last step left it. */
  | { readonly kind: 'row-changed'; readonly table: string; readonly key: string; readonly step: KeptStep }
  /** A row of a table that no step names. */
  | { readonly kind: 'row-added'; readonly table: string; readonly key: string };

export interface JournalVerified {
  readonly steps: number;
  readonly rows: number;
  readonly head: JournalHead;
  readonly fault: JournalFault | null;
}

const PAGE = 5000;

/** Reads the whole journal once, and every sealed row. `noted`: an end written down elsewhere. */
export async function verifyJournal(journal: JournalReader, noted?: JournalHead): Promise<JournalVerified> {
  const head = await journal.head();
  const last = new Map<string, { row: SealedRow; digest: string | null; step: KeptStep }>();
  let at: JournalHead = { serial: 0, hash: CHAIN_START };
  const answer = (fault: JournalFault | null, rows = last.size): JournalVerified => ({ steps: at.serial, rows, head, fault });
  for (;;) {
    const page = await journal.after(at.serial, PAGE);
    for (const step of page) {
      if (step.serial !== at.serial + 1) return answer({ kind: 'steps-missing', serial: step.serial });
      if (step.hash !== stepHash(step, at.hash)) return answer({ kind: 'step-changed', serial: step.serial, step });
      at = { serial: step.serial, hash: step.hash };
      if (noted?.serial === at.serial && noted.hash !== at.hash) return answer({ kind: 'noted-head-differs', serial: at.serial });
      for (const { digest, ...row } of rowsOf(step)) last.set(JSON.stringify([tableOf(row), row.key]), { row, digest, step });
    }
    if (page.length < PAGE) break;
  }
  if (at.serial !== head.serial || at.hash !== head.hash) return answer({ kind: 'end-differs', serial: at.serial });
  if (noted && noted.serial > at.serial) return answer({ kind: 'noted-head-differs', serial: noted.serial });
  return answer((await firstChangedRow(journal, [...last.values()])) ?? (await addedRow(journal, [...last.values()])));
}

async function addedRow(journal: JournalReader, sealed: readonly { row: SealedRow }[]): Promise<JournalFault | null> {
  const named = new Map<string, Set<string>>();
  for (const { row } of sealed) {
    const table = tableOf(row);
    named.set(table, (named.get(table) ?? new Set<string>()).add(row.key));
  }
  const stranger = await journal.stranger(named);
  return stranger && { kind: 'row-added', ...stranger };
}

async function firstChangedRow(
  journal: JournalReader,
  sealed: readonly { row: SealedRow; digest: string | null; step: KeptStep }[],
): Promise<JournalFault | null> {
  const ordered = [...sealed].sort((a, b) => a.step.serial - b.step.serial);
  for (let from = 0; from < ordered.length; from += PAGE) {
    const page = ordered.slice(from, from + PAGE);
    const now = await journal.digests(page.map(({ row }) => row));
    const at = page.findIndex(({ digest }, i) => digest !== now[i]);
    const changed = page[at];
    if (changed) return { kind: 'row-changed', table: tableOf(changed.row), key: changed.row.key, step: changed.step };
  }
  return null;
}

/** `finding_ledger/2` seals more columns of the same row: the last seal of a row is what it must be like. */
const tableOf = ({ table }: SealedRow): string => table.replace(/\/\d+$/, '');

const rowsOf = (step: KeptStep): (SealedRow & { digest: string | null })[] =>
  (JSON.parse(step.detail) as { rows?: (SealedRow & { digest: string | null })[] }).rows ?? [];
