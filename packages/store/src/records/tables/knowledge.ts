import type { KnowledgePoint, Params, WaitingReason } from '@hengjian/catalog/knowledge/index.ts';
import type { ColumnType, Generated } from 'kysely';

type Json<T> = ColumnType<T, string, never>;
type JsonOrNull<T> = ColumnType<T | null, string | null, never>;

export interface KnowledgeTables {
  /** Appended only: which codes exist. */
  catalogueEdition: { edition: Generated<number>; importedAt: Generated<Date>; importedBy: string; file: string; items: number };
  catalogueItem: { edition: number; code: string; name: string | null; validFrom: number | null; validTo: number | null };
  /** What diagnosis codes are called, as last imported. */
  diagnosisName: { code: string; name: string; importedBy: string };
  /** One row per import that changed something. */
  knowledgeImport: {
    /** PostgreSQL sends bigint as text. */
    importId: Generated<string>;
    importedAt: number;
    importedBy: string;
    files: Json<string[]>;
  };
  /** Every version of every point, appended only. Days since 1970-01-01. */
  knowledgePoint: {
    pointId: string;
    version: number;
    importId: string;
    ruleKey: string;
    ruleCode: string | null;
    ruleName: string | null;
    kind: string | null;
    subject: string | null;
    constraintText: string | null;
    logic: string | null;
    basis: string | null;
    batch: string | null;
    publishedOn: number | null;
    validFrom: number | null;
    validTo: number | null;
    supersedes: string | null;
    /** The whole point as the publisher gave it. */
    raw: Json<KnowledgePoint>;
    /** Certain parameters; null: waits for a person. */
    params: JsonOrNull<Params>;
    source: string;
    reason: JsonOrNull<WaitingReason>;
    contentHash: string;
    file: string;
    fileRow: number;
    /** Starter knowledge of a shipped rule. */
    shipped: boolean;
  };
  knowledgeCode: { pointId: string; version: number; role: string; position: number; code: string };
  /** Where each point stands now; follows from the newest versions. */
  knowledgePlace: {
    pointId: string;
    version: number;
    state: string;
    lineage: string;
    inForceFrom: number | null;
    inForceTo: number | null;
    usable: boolean;
    supersededBy: string | null;
    reason: ColumnType<WaitingReason | null, string | null, string | null>;
  };
  /** By rule key: the import that last changed what its rules read. */
  knowledgeState: { ruleKey: string; importId: string };
}
