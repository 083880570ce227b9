import type { Complaint, ComplaintLimit, Day, Instant, RegisterEntry, RewardRule } from '@hengjian/domain';
import type { JournalStep } from '../journal/ports.ts';

/** Who reported: sealed at rest, opened for named people only, each look recorded. */
export interface Reporter {
  readonly name: string;
  readonly telephone: string;
  readonly contact?: string | undefined;
}

export interface Picture {
  readonly kind: 'image/jpeg' | 'image/png';
  readonly bytes: Uint8Array;
}

/** Seals texts and bytes with the home's key; `about` binds the seal to its complaint. */
export interface Sealer {
  seal(bytes: Uint8Array, about: string): Uint8Array;
  /** Throws where the seal is broken or belongs to another complaint. */
  open(sealed: Uint8Array, about: string): Uint8Array;
}

export interface KeptComplaint extends Complaint {
  readonly recordedAt: Instant;
  readonly registerEntry: string | null;
}

export interface NewComplaint {
  readonly complaint: KeptComplaint;
  readonly codeHash: string;
  readonly recordedBy: string;
  /** Sealed, base64. */
  readonly reporter: string | null;
  /** Sealed. */
  readonly pictures: readonly { readonly kind: string; readonly sealed: Uint8Array }[];
}

/** What one step writes, all together. */
export interface ComplaintChange {
  readonly complaint: KeptComplaint;
  readonly entry: RegisterEntry | null;
  readonly step: JournalStep;
}

export interface ComplaintBook {
  /** `JB2026-000012`; numbers are given once and never again. */
  nextId(year: number): Promise<string>;
  receive(wish: NewComplaint, entry: RegisterEntry, step: JournalStep): Promise<void>;
  find(complaintId: string): Promise<KeptComplaint | undefined>;
  /** By the code that the reporter holds. */
  followed(codeHash: string): Promise<KeptComplaint | undefined>;
  /** One of those merged into it was received before it. */
  reportedBefore(one: KeptComplaint): Promise<boolean>;
  /** Locks the complaint, asks what to write, writes it all or (undefined) nothing. */
  change(complaintId: string, work: (one: KeptComplaint, book: ComplaintBook) => Promise<ComplaintChange | undefined>): Promise<void>;
  rewardRules(): Promise<RewardRule[]>;
}

/** The bureau's numbers and calendar. */
export interface ComplaintRules {
  readonly region: string;
  /** Last day of a limit that begins on a day; null where the calendar does not reach. */
  due(limit: ComplaintLimit, from: Day): Day | null;
  workingDays(from: Day, to: Day): number | null;
  readonly pictures: number;
  readonly pictureBytes: number;
  /** Of one network address. */
  readonly reportsPerHour: number;
}

export interface ComplaintPorts {
  readonly book: ComplaintBook;
  readonly sealer: Sealer;
  readonly rules: ComplaintRules;
}
