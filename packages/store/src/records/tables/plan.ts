import type {
  DraftContent,
  IndicatorStatement,
  Issue,
  MeasurementRow,
  PlanRemark,
  ProjectExecution,
  RuleSetChanges,
  StepValues,
  TransferDeed,
} from '@hengjian/domain';
import type { ColumnType, Generated } from 'kysely';

type Json<T> = ColumnType<T, string, never>;
/** bigint: sent as text, taken as a number. */
type Money = ColumnType<string | null, number | null, never>;

export interface PlanTables {
  plan: {
    planId: string;
    year: number;
    org: string | null;
    kind: string;
    source: string;
    totalFen: Money;
    basicFen: Money;
    projectFen: Money;
    findings: Json<Issue[]>;
  };
  /** Appended at every adoption; the plan in force of a year and body is the one adopted last. */
  planAdoption: { serial: Generated<string>; planId: string; adoptedBy: string; adoptedAt: number };
  planProject: {
    planId: string;
    projectNo: number;
    name: string;
    kind: string;
    budgetFen: Money;
    goals: Json<string[]>;
  };
  indicator: {
    indicatorId: string;
    planId: string;
    projectNo: number;
    position: number;
    level1: string | null;
    level2: string | null;
    name: string;
    operator: string;
    target: Json<number | string | null>;
    unit: string | null;
    weight: number | null;
    goalGroup: string | null;
    wording: string | null;
  };
  planEvent: {
    planId: string;
    serial: number;
    action: string;
    stateBefore: string;
    stateAfter: string;
    why: string;
    grade: string | null;
    documentNo: string | null;
    remarks: Json<PlanRemark[]>;
    successorId: string | null;
    detail: Json<StepValues>;
    takenBy: string;
    takenAt: number;
  };
  scoreRules: {
    serial: Generated<string>;
    id: string;
    changes: Json<RuleSetChanges>;
    ended: boolean;
    enteredBy: string;
    enteredAt: number;
  };
  transferEvent: { transferId: string; serial: number; deed: Json<TransferDeed>; enteredBy: string; enteredAt: number };
  /** Appended at every save; content null: dropped. */
  planDraft: {
    draftId: string;
    serial: number;
    content: Json<DraftContent | null>;
    planId: string | null;
    savedBy: string;
    savedAt: number;
  };
  indicatorMeasure: {
    serial: Generated<string>;
    indicatorId: string;
    measureId: string | null;
    state: string;
    confidence: number | null;
    decidedBy: string;
  };
  indicatorStatement: { serial: Generated<string>; indicatorId: string; statement: Json<IndicatorStatement> };
  measurementRun: {
    serial: Generated<string>;
    runId: string;
    planId: string;
    asOf: number;
    measuredAt: number;
    lakeVersion: number;
    registerSerial: number;
    rows: Json<MeasurementRow[]>;
    executions: Json<ProjectExecution[]>;
  };
}
