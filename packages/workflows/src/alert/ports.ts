import type { AlertRecord, AlertSignal, AlertStory, Day, Instant, Succession, UnaskedReason } from '@hengjian/domain';
import type { AlertParameters, CellsAlert, RawCell, TogetherAlert, Windows } from '@hengjian/language';
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
}

/** Records of the lake, or of a case. */
export interface AlertLake {
  /** Cells of these windows. Those that certainly reach no limit, or are not asked, may be left out: `below` says how many were asked and left out. */
  cells(alert: CellsAlert, parameters: AlertParameters, windows: Windows): Promise<{ cells: RawCell[]; all: number; below: number }>;
  /** Of each of these cells what stands behind it, with the windows of its subject from `seriesFrom` on. */
  behind(alert: CellsAlert, parameters: AlertParameters, hits: readonly RawCell[], seriesFrom: number): Promise<Behind[]>;
  ties(alert: TogetherAlert, parameters: AlertParameters, days: { from: Day; to: Day }): Promise<MemberTie[]>;
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
   * ones join the story they belong to, or begin one.
   */
  save(run: AlertRun, signals: readonly AlertSignal[]): Promise<SavedSignals>;
  story(storyId: string): Promise<AlertStory | undefined>;
  /** Locks the story, asks what to write, writes it all or (undefined) nothing. */
  change(storyId: string, work: (story: AlertStory) => Promise<StoryChange | undefined>): Promise<void>;
}

export interface FoundSignals {
  readonly signals: readonly AlertSignal[];
  /** Cells (or ties) that were asked. */
  readonly asked: number;
  readonly unasked: Readonly<Partial<Record<UnaskedReason, number>>>;
}
