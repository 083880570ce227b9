// Encounters of one institution, to draw a sample of for an inspection.
import type { Day } from '@hengjian/domain';
import { literal } from '../lake/duck.ts';
import type { LakeConnection } from '../lake/lake.ts';

/** What can be drawn: encounters settled in these days, with their kind of care; nothing where no claims were imported. */
export const encountersToSample = (
  lake: LakeConnection,
  providerNo: string,
  from: Day,
  to: Day,
): Promise<{ id: string; stratum: string | null }[]> =>
  lake.rows(`SELECT e."encounterNo" AS id, e."medicalKind" AS stratum FROM encounter e JOIN provider v USING (provider)
    WHERE v."providerNo" = ${literal(providerNo)} AND e."settledDay" BETWEEN ${from} AND ${to}`);

export interface SampledEncounter {
  readonly encounterNo: string;
  readonly personNo: string;
  readonly setting: string;
  readonly department: string | null;
  readonly mainDiagnosis: string | null;
  readonly begunDay: Day | null;
  readonly endedDay: Day | null;
  readonly settlementNos: string | null;
  readonly totalFen: number;
  readonly fundFen: number | null;
}
/** The drawn ones as an officer takes them along, in their order of time. */
export const sampledEncounters = async (lake: LakeConnection, encounterNos: readonly string[]): Promise<SampledEncounter[]> =>
  encounterNos.length === 0
    ? []
    : lake.rows(`SELECT e."encounterNo", p."personNo", e.setting, e.department, e."mainDiagnosis", e."begunDay", e."endedDay", e."settlementNos",
      e."totalFen", e."fundFen" FROM encounter e JOIN person p USING (person)
    WHERE e."encounterNo" IN (${encounterNos.map(literal).join(', ')}) ORDER BY e."begunAt", e."encounterNo"`);
