/** A year's settled stays with their diagnoses and procedures, for grouping; bucket by bucket. */
import { dayOfDate, type PaymentCase } from '@hengjian/domain';
import type { PaymentStays } from '@hengjian/workflows';
import type { Lake } from '../lake/lake.ts';

const OPEN = 2_000_000;
const MEMORY_MB = 600;

interface StayRow extends Omit<PaymentCase, 'otherDiagnoses' | 'otherProcedures' | 'mainProcedure' | 'fundFen'> {
  /** null: no record tells. */
  readonly fundFen: number | null;
  /** Codes with `;` between. */
  readonly diagnoses: string | null;
  readonly procedures: string | null;
}

/** Stays settled in a calendar year, over and with a known cost. Where no record tells what the fund paid, they are counted and left out. */
export async function paymentStays(lake: Lake, year: number, progress: (done: number, total: number) => void): Promise<PaymentStays> {
  const snapshot = await lake.snapshot();
  if (snapshot.version === 0) return { lakeVersion: 0, cases: [], unknownFund: 0 };
  const [from, to] = [dayOfDate(year, 1, 1), dayOfDate(year, 12, 31)];
  const connection = await snapshot.connect({ memoryLimitMb: MEMORY_MB });
  const cases: PaymentCase[] = [];
  let unknownFund = 0;
  try {
    for (let bucket = 0; bucket < snapshot.buckets; bucket += 1) {
      progress(bucket, snapshot.buckets);
      await connection.useBucket(bucket, 'net');
      const rows = await connection.rows<StayRow>(`
        WITH stay AS (SELECT * FROM encounter WHERE setting = 'inpatient' AND "settledDay" BETWEEN ${from} AND ${to} AND "endedDay" < ${OPEN}
            AND "settlementNos" <> '' AND "totalFen" > 0),
        said AS (SELECT encounter, string_agg(code, ';' ORDER BY serial, code) AS codes FROM diagnosis SEMI JOIN stay USING (encounter) GROUP BY 1),
        done AS (SELECT encounter, string_agg(code, ';' ORDER BY coalesce(main, false) DESC, serial, code) AS codes FROM operation SEMI JOIN stay USING (encounter) GROUP BY 1)
        SELECT e."encounterNo", CAST(e.person AS INTEGER) AS person, v."providerNo", CAST(e.level AS INTEGER) AS level, e.insurance, CAST(e.sex AS INTEGER) AS sex,
          CAST(date_diff('year', b, s) - CASE WHEN strftime(b, '%m%d') > strftime(s, '%m%d') THEN 1 ELSE 0 END AS INTEGER) AS "ageYears",
          CAST(e."begunDay" - e."birthDay" AS INTEGER) AS "ageDays", CAST(e."begunDay" AS INTEGER) AS "begunDay", CAST(e."endedDay" AS INTEGER) AS "endedDay",
          CAST(greatest(1, e."endedDay" - e."begunDay") AS INTEGER) AS days, coalesce(e."dischargeWay" = '5', false) AS died, e."mainDiagnosis",
          said.codes AS diagnoses, done.codes AS procedures, CAST(e."totalFen" AS DOUBLE) AS "costFen", CAST(e."fundFen" AS DOUBLE) AS "fundFen",
          CAST(e."birthWeightGrams" AS INTEGER) AS "weightGrams", e."sentGroup"
        FROM (SELECT *, DATE '1970-01-01' + CAST("birthDay" AS INTEGER) AS b, DATE '1970-01-01' + CAST("begunDay" AS INTEGER) AS s FROM stay) e
          JOIN provider v USING (provider) LEFT JOIN said USING (encounter) LEFT JOIN done USING (encounter)`);
      for (const { diagnoses, procedures, fundFen, ...own } of rows) {
        if (fundFen === null) {
          unknownFund += 1;
          continue;
        }
        const [mainProcedure = null, ...otherProcedures] = procedures?.split(';') ?? [];
        cases.push({
          ...own,
          fundFen,
          otherDiagnoses: [...new Set(diagnoses?.split(';') ?? [])].filter((code) => code !== own.mainDiagnosis),
          mainProcedure,
          otherProcedures,
        });
      }
    }
  } finally {
    connection.close();
  }
  cases.sort((a, b) => (a.providerNo < b.providerNo ? -1 : a.providerNo > b.providerNo ? 1 : a.encounterNo < b.encounterNo ? -1 : 1));
  return { lakeVersion: snapshot.version, cases, unknownFund };
}
