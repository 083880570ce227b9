import type { Day, Instant } from '../time.ts';

/**
 * A register (台账): what a bureau does outside claims, as typed facts with a date. Entries are appended; a mistake is mended
 * by a new entry that names the one it corrects, or by a withdrawal, never by overwriting.
 */
export type FieldType =
  | 'text'
  /** Whole number, not negative. */
  | 'count'
  /** Money: entered in yuan with at most two decimals, kept in whole fen. */
  | 'money'
  /** Decimal with at most four places, kept in ten-thousandths. */
  | 'quantity'
  | 'day'
  /** One of `codes`; people see and enter the Chinese title, the code is kept. */
  | 'code'
  /** 是 / 否. */
  | 'flag';

export interface RegisterField {
  name: string;
  title: string;
  type: FieldType;
  /** Shown behind the title: 元, 人次, 场 … */
  unit?: string;
  required?: boolean;
  /** code → Chinese title. */
  codes?: Readonly<Record<string, string>>;
  /** May be below zero (adjustments of a budget). */
  signed?: boolean;
  /** One sentence for whoever fills the template. */
  note?: string;
}

export interface Register {
  id: string;
  title: string;
  /** What belongs in here, one sentence. */
  about: string;
  /** The day field that dates an entry. */
  dateField: string;
  /** The text field that names the plan's project an entry belongs to, where money or people are counted by project. */
  projectField?: string;
  fields: readonly RegisterField[];
  /** Its texts in English, by the Chinese ones; what many registers say is left out. */
  english?: Readonly<Record<string, string>>;
}

/** Keys are field names; money in fen, quantities in ten-thousandths, days since 1970-01-01; null is unknown. */
export type RegisterValues = Record<string, string | number | boolean | null>;

export interface RegisterEntry {
  entryId: string;
  registerId: string;
  /** Value of the register's date field. */
  occurredOn: Day;
  recordedAt: Instant;
  recordedBy: string;
  /** Where it came from: a file with its row, or the console. */
  source: string;
  values: RegisterValues;
  /** The entry that this one replaces. */
  corrects: string | null;
  /** With `corrects`: the named entry is withdrawn and nothing takes its place. */
  withdrawn: boolean;
}

/** "Everything of this period is in the register": only then does no entry mean zero. */
export interface RegisterCompleteness {
  registerId: string;
  fromDay: Day;
  toDay: Day;
  declaredBy: string;
  declaredAt: Instant;
}

/** The entries in force: those that no later entry corrects or withdraws, in the order of their dates and ids. */
export function currentEntries(entries: readonly RegisterEntry[]): RegisterEntry[] {
  const replaced = new Set(entries.map((entry) => entry.corrects).filter((id) => id !== null));
  return entries
    .filter((entry) => !entry.withdrawn && !replaced.has(entry.entryId))
    .sort((a, b) => a.occurredOn - b.occurredOn || (a.entryId < b.entryId ? -1 : a.entryId > b.entryId ? 1 : 0));
}

/** True when the declarations together cover every day from `from` to `to`. */
export function isComplete(declared: readonly Pick<RegisterCompleteness, 'fromDay' | 'toDay'>[], from: Day, to: Day): boolean {
  let open = from;
  for (const { fromDay, toDay } of [...declared].sort((a, b) => a.fromDay - b.fromDay)) {
    if (fromDay > open) break;
    open = Math.max(open, toDay + 1);
  }
  return open > to;
}
