import type { AlertHit, MemberTie } from '@hengjian/workflows';
import type { ColumnType, Generated } from 'kysely';

type Json<T> = ColumnType<T, string, string>;

export interface AlertTables {
  alertStory: {
    storyId: string;
    monitor: string;
    subjectKind: string;
    subjectNo: string;
    alertIds: Generated<string[]>;
    fromDay: number;
    toDay: number;
    signalCount: number;
    score: number;
    state: string;
    assignedTo: string | null;
    reason: string | null;
    ledTo: string | null;
    raisedAt: number;
    closedOn: number | null;
  };
  alertSignal: {
    signalId: string;
    version: number;
    storyId: string;
    alertId: string;
    part: Generated<string[]>;
    fromDay: number;
    toDay: number;
    hour: number | null;
    value: number;
    form: string;
    expected: number;
    score: number;
    facts: Json<Record<string, number | string | boolean | null>>;
    series: Json<[number, number | null][]>;
    records: Json<unknown[]>;
    graph: ColumnType<unknown, string | null, string | null>;
    runId: string;
    foundAt: number;
    endedAt: number | null;
  };
  alertRun: {
    runId: string;
    alertId: string;
    fromDay: number;
    toDay: number;
    lakeVersion: number;
    asked: ColumnType<string, number, number>;
    signals: number;
    unasked: Json<Record<string, number>>;
    at: number;
    milliseconds: number;
  };
  alertMark: {
    alertId: string;
    signature: string;
    fromDay: number;
    toDay: number;
    lakeVersion: number;
    at: number;
    hits: Json<AlertHit[]>;
    ties: Json<MemberTie[]>;
  };
  alertTrial: {
    trialId: string;
    alertId: string;
    parameters: Json<Record<string, number | string>>;
    fromDay: number;
    toDay: number;
    result: Json<unknown>;
    by: string;
    at: number;
  };
}
