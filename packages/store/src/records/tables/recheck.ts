import type { Generated } from 'kysely';

/** The monthly re-review; appended only. */
export interface RecheckTables {
  recheck: {
    recheckId: string;
    fromDay: number;
    toDay: number;
    seed: number;
    size: number;
    /** Decided findings, and encounters without findings, from which it was drawn. */
    findingPopulation: number;
    claimPopulation: number;
    by: string;
    why: string;
    at: number;
  };
  recheckItem: { recheckId: string; itemNo: number; kind: string; subjectId: string; stratum: string; personNo: string | null };
  /** The last one of an item counts. */
  recheckJudgement: {
    serial: Generated<string>;
    recheckId: string;
    itemNo: number;
    agrees: boolean;
    by: string;
    why: string;
    at: number;
  };
}
