/** The feed into the lake: every encounter that a new message speaks of is folded anew from all its messages and imported. */
import type { Fen, Issue, Outcome } from '@hengjian/domain';
import { importClaims } from '../claims/import-claims.ts';
import type { ClaimsImporter, ImportReport, Progress } from '../claims/ports.ts';
import type { FeedMessage, Part, SubjectKind } from './feed.ts';
import { type ExtractTable, type FoldedEncounter, foldEncounter, type Problem } from './fold-encounter.ts';
import { foldStock } from './fold-stock.ts';
import { eventsOf } from './read-feed.ts';

export type FeedTable = ExtractTable | 'psn' | 'fixmedins' | 'inv';

export interface OpenEncounter {
  readonly encounterNo: string;
  readonly providerNo: string | null;
  readonly waitingLines: number;
  readonly waitingFen: Fen;
  readonly problems: readonly Problem[];
}

/** What the lake has of people and institutions: where it knows them already, a message does not write over them. */
export interface KnownParties {
  seen(personNo: string): boolean;
  /** Seen, with sex or birth. */
  person(personNo: string): boolean;
  provider(providerNo: string): boolean;
}

export interface FeedShelf {
  /** Subjects of the messages that came since the last fold; `upTo` is the last of them. */
  touched(): Promise<{ messages: number; upTo: number; encounters: readonly string[]; stocks: readonly string[] }>;
  /** All messages of each subject, in the order in which they came; `lost` are serials that can no longer be read. */
  messagesOf(
    kind: SubjectKind,
    subjectNos: readonly string[],
  ): AsyncIterable<{ subjectNo: string; messages: readonly FeedMessage[]; lost: readonly number[] }>;
  /** 目录类别 of an item: as matched by institutions, else as its code says. */
  listTypes(): Promise<(itemCode: string) => string | null>;
  known(personNos: readonly string[], providerNos: readonly string[]): Promise<KnownParties>;
  openExtract(): Promise<{
    readonly folder: string;
    write(table: FeedTable, rows: readonly Part[]): void;
    close(): void;
    discard(): void;
  }>;
  /** Everything up to there is in the lake. */
  done(upTo: number, encounters: readonly OpenEncounter[]): Promise<void>;
}

export interface FoldReport {
  readonly messages: number;
  /** Encounters and lines that were folded: most of them are known already when an encounter goes on. */
  readonly encounters: number;
  readonly lines: number;
  /** null where nothing was new. */
  readonly import: ImportReport | null;
}

/** Folding again what is folded changes nothing: a fold that was cut off is made again whole. */
export async function foldFeed(shelf: FeedShelf, importer: ClaimsImporter, progress: Progress): Promise<Outcome<FoldReport>> {
  const { messages, upTo, encounters, stocks } = await shelf.touched();
  if (messages === 0) return { ok: true, value: { messages: 0, encounters: 0, lines: 0, import: null }, issues: [] };
  const extract = await shelf.openExtract();
  try {
    const folded = await foldAll(shelf, encounters, extract.write);
    for await (const { subjectNo, messages: of } of shelf.messagesOf('stock', stocks)) {
      const [providerNo = '', itemCode = ''] = subjectNo.split(' ');
      extract.write('inv', foldStock(providerNo, itemCode, of.flatMap(eventsOf)));
      folded.parties.providers.set(providerNo, { ...folded.parties.providers.get(providerNo), fixmedins_code: providerNo });
    }
    await writeParties(shelf, folded.parties, extract.write);
    extract.close();
    const nothing = folded.settled === 0 && stocks.length === 0;
    const outcome = nothing ? null : await importClaims(importer, { folder: extract.folder, acceptRejects: true, progress });
    if (outcome && !outcome.ok) return outcome;
    await shelf.done(upTo, folded.open);
    const issues: Issue[] = outcome ? outcome.issues : [];
    return {
      ok: true,
      value: { messages, encounters: folded.settled, lines: folded.lines, import: outcome?.value ?? null },
      issues,
    };
  } finally {
    extract.discard();
  }
}

interface Parties {
  readonly people: Map<string, Part>;
  readonly providers: Map<string, Part>;
}

async function foldAll(shelf: FeedShelf, encounters: readonly string[], write: (table: FeedTable, rows: readonly Part[]) => void) {
  const listTypeOf = await shelf.listTypes();
  const open: OpenEncounter[] = [];
  const parties: Parties = { people: new Map(), providers: new Map() };
  let [settled, lines] = [0, 0];
  for await (const { subjectNo, messages, lost } of shelf.messagesOf('encounter', encounters)) {
    const events = messages.flatMap(eventsOf).filter((event) => !('encounterNo' in event) || event.encounterNo === subjectNo);
    const folded = foldEncounter(subjectNo, events, listTypeOf);
    // half an encounter does not go into the lake
    if (lost.length > 0) {
      open.push({ encounterNo: subjectNo, ...folded, problems: ['messageLost'] });
      continue;
    }
    open.push({ encounterNo: subjectNo, ...folded });
    if (folded.rows.mdtrt.length === 0) continue;
    for (const [table, rows] of Object.entries(folded.rows)) write(table as ExtractTable, rows);
    settled += 1;
    lines += folded.rows.feedetl.length;
    meet(parties, folded);
  }
  return { open, parties, settled, lines };
}

/** Who an encounter speaks of, with what it says of them: later words stand over earlier ones. */
function meet({ people, providers }: Parties, { personNo, providerNo, said }: FoldedEncounter): void {
  if (personNo !== null) people.set(personNo, { ...people.get(personNo), psn_no: personNo });
  if (providerNo !== null) providers.set(providerNo, { ...providers.get(providerNo), fixmedins_code: providerNo });
  for (const event of said) {
    const [map, no] = event.kind === 'person' ? [people, event.personNo] : [providers, event.providerNo];
    const held = map.get(no);
    if (held) map.set(no, { ...held, ...event.row });
  }
}

/** Rows only of those whom the lake does not know: the bureau's own registers of people and institutions say more than a message. */
async function writeParties(
  shelf: FeedShelf,
  { people, providers }: Parties,
  write: (table: FeedTable, rows: readonly Part[]) => void,
): Promise<void> {
  const known = await shelf.known([...people.keys()], [...providers.keys()]);
  const telling = (row: Part) => row.gend !== undefined || row.brdy !== undefined;
  write(
    'psn',
    [...people].flatMap(([no, row]) => (known.person(no) || (known.seen(no) && !telling(row)) ? [] : [row])),
  );
  write(
    'fixmedins',
    [...providers].flatMap(([no, row]) => (known.provider(no) ? [] : [row])),
  );
}
