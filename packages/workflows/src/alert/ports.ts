import type { AlertRecord, AlertSignal, AlertStory, Day, Instant, Succession, UnaskedReason } from '@hengjian/domain';
import type { AlertParameters, AlertTree, CellsAlert, RawCell, TogetherAlert, Windows } from '@hengjian/language';
import type { JournalStep } from '../journal/ports.ts';

/** What a signal shows beside its numbers. */
export interface Behind {
  readonly subjectNo: string;
  readonly part: readonly string[];
  readonly records: readonly AlertRecord[];
  /** The subject's windows up to this one. */
  readonly series: readonly (readonly [window: number, numerator: number | null, denominator: number | null])[];
}

/** Two members that meet too often in one home. */
export interface MemberTie {
  readonly homeNo: string;
  readonly home: readonly (number | string)[];
  readonly a: number;
  readonly b: number;
  readonly times: number;
  readonly aTimes: number;
  readonly bTimes: number;
  readonly first: Day;
  readonly last: Day;
  /** Where it is asked how usual the pair is: the same of all homes together. */
  readonly everywhere?: PairTimes;
}

/** Occasions that two members have in common, and those of each. */
export interface PairTimes {
  readonly times: number;
  readonly aTimes: number;
  readonly bTimes: number;
}

export type SubjectKey = RawCell['key'];

/** What changed records reach: a subject from a window on, or (`first`: a day) a member in its home. */
export interface TouchedSubject {
  readonly key: SubjectKey;
  readonly first: number;
}

/** What is asked of changes. `opened`: windows (days, where members meet) that were not asked about before; all that stands in them is touched. */
export interface ChangesAsked {
  readonly sinceVersion: number;
  readonly within: Windows;
  readonly opened: Windows | null;
}

export interface FoundCells {
  readonly cells: readonly RawCell[];
  /** Cells that only say what the ones of `cells` are compared with. */
  readonly before: readonly RawCell[];
  /** Cells that there are. */
  readonly all: number;
  /** Cells that were asked and left out; of them those that had nothing to be compared with, by reason. */
  readonly below: number;
  readonly unasked: FoundSignals['unasked'];
}

/** Records of the lake, or of a case. */
export interface AlertLake {
  /**
   * Cells of these windows; `subjects`: only those and their peers. Those that certainly are no signal may be left out, with the ones that they would be
   * compared with (`before` has those that others are compared with).
   */
  cells(alert: CellsAlert, parameters: AlertParameters, windows: Windows, subjects?: readonly TouchedSubject[]): Promise<FoundCells>;
  /** The first and the last window of each of these subjects within these windows. */
  edges(
    alert: CellsAlert,
    parameters: AlertParameters,
    windows: Windows,
    subjects: readonly TouchedSubject[],
  ): Promise<{ key: SubjectKey; window: number }[]>;
  /** Of each of these cells what stands behind it, with the windows of its subject from `seriesFrom` on. */
  behind(alert: CellsAlert, parameters: AlertParameters, hits: readonly RawCell[], seriesFrom: number): Promise<Behind[]>;
  /** `members` (home and member each): only their ties, and nothing of all homes together. */
  ties(
    alert: TogetherAlert,
    parameters: AlertParameters,
    days: { from: Day; to: Day },
    members?: readonly TouchedSubject[],
  ): Promise<MemberTie[]>;
  /** Of each of these pairs what is counted at all homes together; `changes`: by how much it has become more (or, below zero, less) since. */
  everywhere(
    alert: TogetherAlert,
    parameters: AlertParameters,
    days: { from: Day; to: Day },
    pairs: readonly Pick<MemberTie, 'a' | 'b'>[],
    changes?: ChangesAsked,
  ): Promise<PairTimes[]>;
  /** Published numbers of members. */
  members(kind: TogetherAlert['member']['of'], ids: readonly number[]): Promise<ReadonlyMap<number, string>>;
  /** Of each group, in their order: records of its members in its home, the latest first, at most `most`; and what all of them, shown or not, add up to. */
  met(
    alert: TogetherAlert,
    parameters: AlertParameters,
    groups: readonly MemberGroup[],
    days: { from: Day; to: Day },
    most: number,
  ): Promise<{ records: AlertRecord[]; adds: number }[]>;
  /**
   * Whom records reach that changed after a version of the lake, as they are and as they were; null where that cannot be told (buckets were
   * rewritten, or more than are worth naming).
   */
  touched(alert: AlertTree, parameters: AlertParameters, asked: ChangesAsked): Promise<TouchedSubject[] | null>;
  /** A word for what the alert reads beside records of care: another word, other rows. */
  beside(alert: AlertTree): Promise<string>;
}

export interface MemberGroup {
  readonly home: readonly (number | string)[];
  readonly members: readonly number[];
}

/** Parameters of an alert as they hold in a stretch of days. */
export interface ParameterStretch {
  readonly from: Day;
  readonly to: Day;
  readonly parameters: AlertParameters;
}

export interface AlertRun {
  readonly runId: string;
  readonly alertId: string;
  readonly from: Day;
  readonly to: Day;
  readonly lakeVersion: number;
  readonly asked: number;
  readonly signals: number;
  readonly unasked: Readonly<Record<string, number>>;
  readonly at: Instant;
  readonly milliseconds: number;
}

/** What was found strange: a cell, or a group (its home and its members; window 0). */
export interface AlertHit {
  readonly key: SubjectKey;
  readonly window: number;
  /** null: strange, and no signal (an institution that took another in). */
  readonly signalId: string | null;
  readonly value: number;
  readonly expected: number;
  readonly score: number;
}

/**
 * What a run left for the next one: as long as the signature is the same, these are the hits (and ties) of a run over those days on that
 * version of the lake.
 */
export interface AlertMark {
  readonly signature: string;
  readonly from: Day;
  readonly to: Day;
  readonly lakeVersion: number;
  readonly at: Instant;
  readonly hits: readonly AlertHit[];
  readonly ties: readonly MemberTie[];
}

/** What a run over changes judges again, and what stands from before. */
export interface Again {
  readonly touched: readonly TouchedSubject[];
  /** null: no record changed. */
  readonly changes: ChangesAsked | null;
  readonly mark: Pick<AlertMark, 'hits' | 'ties'>;
}

export interface SavedSignals {
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
  readonly stories: number;
}

export interface StoryChange {
  readonly story: AlertStory;
  readonly step: JournalStep;
}

export interface AlertBook {
  /** Values in force between two days: the region's before everyone's before the standard. */
  stretches(alertId: string, from: Day, to: Day): Promise<ParameterStretch[]>;
  /** Institutions that were merged or renumbered. */
  successions(): Promise<readonly Succession[]>;
  /**
   * Keeps a run: the same signal again adds nothing, other numbers are a new version, what the period no longer has is withdrawn. New
   * ones join the story they belong to, or begin one. `standing`: signals beside these that the period has as well, as they are; `mark`:
   * kept for the next run.
   */
  save(run: AlertRun, signals: readonly AlertSignal[], standing?: readonly string[], mark?: AlertMark): Promise<SavedSignals>;
  /** What the last run over the usual period left. */
  mark(alertId: string): Promise<AlertMark | undefined>;
  /** Signals of an alert that are ended, and those on which the word of messages stood at the run at `since` or has stood since. */
  told(alertId: string, since: Instant, now: Instant): Promise<string[]>;
  story(storyId: string): Promise<AlertStory | undefined>;
  /** Locks the story, asks what to write, writes it all or (undefined) nothing. */
  change(storyId: string, work: (story: AlertStory) => Promise<StoryChange | undefined>): Promise<void>;
}

export interface FoundSignals {
  readonly signals: readonly AlertSignal[];
  /** Cells (or ties) that were asked. */
  readonly asked: number;
  readonly unasked: Readonly<Partial<Record<UnaskedReason, number>>>;
  /** All that is strange in the period; of those that stand as they were there is no signal here. */
  readonly hits: readonly AlertHit[];
  /** Of an alert on members that meet: all ties of the period. */
  readonly ties: readonly MemberTie[];
}
