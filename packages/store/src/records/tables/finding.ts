import type { Certainty } from '@hengjian/language';
import type { Generated } from 'kysely';

/** Rules in force, runs of review, and findings with their versions. Amounts are fen; days count from 1970-01-01. */
export interface FindingTables {
  /** Editions of rules: the tree as it was when it spoke. First start loads each shipped rule as live edition 1. */
  ruleEdition: {
    ruleId: string;
    edition: number;
    state: 'draft' | 'review' | 'shadow' | 'live' | 'retired';
    ruleCode: string;
    title: string;
    tree: unknown;
    recordedAt: Generated<Date>;
    origin: Generated<'shipped' | 'bureau'>;
    /** Cases of a rule that the bureau made or changed; null: those of the catalogue. */
    cases: unknown;
    /** A live edition judges these dates of this region ('*': everywhere); null days are open. */
    region: Generated<string>;
    fromDay: number | null;
    toDay: number | null;
    draftedBy: Generated<string>;
  };
  /** Dated, regional parameters of an edition; null days are open. */
  ruleParameter: {
    ruleId: string;
    edition: number;
    name: string;
    region: string;
    fromDay: number | null;
    toDay: number | null;
    value: unknown;
  };
  reviewRun: {
    runId: string;
    fromDay: number;
    toDay: number;
    lakeVersion: number;
    state: 'running' | 'done' | 'failed';
    startedAt: Date;
    finishedAt: Date | null;
    lines: number;
    summary: unknown;
    /** Only what changed since earlier runs was done again. */
    changed: Generated<boolean>;
  };
  /** Of one rule: its findings of these days are what a full run over this version of the lake would find. */
  reviewMark: {
    ruleId: string;
    fromDay: number;
    toDay: number;
    lakeVersion: number;
    signature: string;
    runId: string;
  };
  /** What one run said of one rule. */
  reviewRule: {
    runId: string;
    ruleId: string;
    edition: number;
    partitions: number;
    hit: number;
    clear: number;
    notEvaluated: number;
    /** By exemption. */
    exempted: unknown;
    amountFen: number;
    seconds: number;
  };
  /** The newest version of every finding. */
  finding: {
    findingId: string;
    version: number;
    state: 'live' | 'withdrawn';
    /** Why it was withdrawn. */
    cause: string | null;
    ruleId: string;
    ruleCode: string;
    edition: number;
    certainty: Certainty;
    grain: string;
    subjectId: string;
    pointId: string | null;
    lineage: string | null;
    periodDay: number;
    personNos: string[];
    encounterNos: string[];
    settlementNos: string[];
    providerNos: string[];
    amountFen: number;
    fundFen: number | null;
    explanationZh: string;
    explanationEn: string;
    facts: unknown;
    basis: string;
    constraintText: string;
    exemptedBy: string | null;
    evidenceHash: string;
    runId: string;
    recordedAt: Generated<Date>;
  };
  findingRecord: {
    findingId: string;
    role: 'inQuestion' | 'related';
    encounterNo: string;
    lineNo: string | null;
    settlementNo: string | null;
    personNo: string;
    providerNo: string;
    itemCode: string | null;
    day: number | null;
    amountFen: number;
    /** null: the claim does not say, or from before it was kept. */
    inScopeFen: number | null;
    fundFen: number | null;
  };
  /** Earlier versions: nothing is overwritten without a trace. */
  findingVersion: {
    findingId: string;
    version: number;
    state: string;
    cause: string | null;
    runId: string;
    evidenceHash: string;
    content: unknown;
    recordedAt: Generated<Date>;
  };
}
