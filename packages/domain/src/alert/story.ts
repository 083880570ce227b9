/** Signals, and the stories they make: what one subject does within days that belong together is one story, not forty rows. */
import type { Day, Instant } from '../time.ts';
import type { CloseReason, StoryAction, StoryState } from './steps.ts';

/** How a value is written (the forms of facts of rules): 'int', 'fen', 'ratio' in millionths … */
export type AlertForm = string;

/** A record behind a signal. */
export interface AlertRecord {
  readonly encounterNo: string | null;
  readonly settlementNo: string | null;
  readonly personNo: string | null;
  readonly day: Day | null;
  /** Instant of the record, where its table has one. */
  readonly at: Instant | null;
  readonly itemCode: string | null;
  /** What it adds to the value. */
  readonly adds: number;
}

/** Members of a group and what ties them, for a drawing. */
export interface AlertGraph {
  readonly nodes: readonly {
    readonly no: string;
    readonly kind: 'person' | 'item' | 'provider' | 'practitioner';
    readonly times: number;
  }[];
  readonly ties: readonly { readonly a: string; readonly b: string; readonly times: number; readonly share: number }[];
}

export interface AlertSignal {
  /** Alert, subject and window: the same again is the same signal. */
  readonly signalId: string;
  readonly alertId: string;
  readonly monitor: string;
  readonly subjectKind: string;
  /** Published number of the subject. */
  readonly subjectNo: string;
  /** What the subject is parted by, as published (a department, an item). */
  readonly part: readonly string[];
  readonly fromDay: Day;
  readonly toDay: Day;
  /** Hour of the day, of signals by the hour. */
  readonly hour: number | null;
  readonly value: number;
  readonly form: AlertForm;
  readonly expected: number;
  /** Thousandths. */
  readonly score: number;
  readonly facts: Readonly<Record<string, number | string | boolean | null>>;
  /** The subject's windows up to this one: day (of an hour the instant) and value. */
  readonly series: readonly (readonly [at: number, value: number | null])[];
  readonly records: readonly AlertRecord[];
  readonly graph: AlertGraph | null;
}

export interface AlertStory {
  readonly storyId: string;
  readonly monitor: string;
  readonly subjectKind: string;
  readonly subjectNo: string;
  readonly alertIds: readonly string[];
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly signalCount: number;
  /** The largest score among its signals. */
  readonly score: number;
  readonly state: StoryState;
  readonly assignedTo: string | null;
  readonly reason: CloseReason | null;
  /** The clue or inspection it led to. */
  readonly ledTo: string | null;
  readonly raisedAt: Instant;
  readonly closedOn: Day | null;
}

export interface StoryStepWish {
  readonly storyId: string;
  readonly action: StoryAction;
  readonly by: string;
  readonly why: string;
  readonly at: Instant;
  readonly assignedTo?: string | undefined;
  readonly reason?: CloseReason | undefined;
  /** The inspection that was opened. */
  readonly inspectionId?: string | undefined;
}

/**
 * The story that a signal belongs to: of its subject and monitor, still open, with days no further than `days` from the signal's. A
 * closed one takes what lies within its days (it was looked at), and nothing later.
 */
export function storyFor<T extends Pick<AlertStory, 'monitor' | 'subjectKind' | 'subjectNo' | 'fromDay' | 'toDay' | 'closedOn'>>(
  stories: readonly T[],
  signal: Pick<AlertSignal, 'monitor' | 'subjectKind' | 'subjectNo' | 'fromDay' | 'toDay'>,
  days: number,
): T | undefined {
  return stories.find(
    (story) =>
      story.monitor === signal.monitor &&
      story.subjectKind === signal.subjectKind &&
      story.subjectNo === signal.subjectNo &&
      signal.toDay >= story.fromDay - days &&
      signal.fromDay <= (story.closedOn === null ? story.toDay + days : story.toDay),
  );
}
