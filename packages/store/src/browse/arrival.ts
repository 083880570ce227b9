// What arrived, by institution: days and months of settlements as they came, refunds counted apart and taken off the amounts.
import type { ArrivalDay, Day, ProviderMonth } from '@hengjian/domain';
import { literal } from '../lake/duck.ts';
import type { LakeConnection } from '../lake/lake.ts';

/** Refunds have negative amounts; an amount that a row does not have adds nothing. */
const sums = `CAST(count(*) FILTER (WHERE NOT coalesce(s.reversed, false)) AS INTEGER) AS "settlementCount",
  CAST(count(DISTINCT e.person) FILTER (WHERE NOT coalesce(s.reversed, false)) AS INTEGER) AS "personCount",
  CAST(coalesce(sum(s."totalFen"), 0) AS BIGINT) AS "totalFen", CAST(coalesce(sum(s."fundFen"), 0) AS BIGINT) AS "fundFen"`;
const source = (from: Day, to: Day) => `original_settlement s JOIN original_encounter e ON e.encounter = s.encounter
  JOIN provider v ON v.provider = e.provider WHERE s."settledAt" BETWEEN ${from} * 86400 AND ${to} * 86400 + 86399`;

/** Days on which an institution (all, or the one named) settled anything, in the order of institution and day. */
export async function arrivalDays(lake: LakeConnection, from: Day, to: Day, providerNo?: string): Promise<ArrivalDay[]> {
  await lake.useBucket(undefined);
  return lake.rows<ArrivalDay>(`SELECT v."providerNo", CAST(s."settledAt" // 86400 AS INTEGER) AS day,
    CAST(count(*) FILTER (WHERE coalesce(s.reversed, false)) AS INTEGER) AS "refundCount", ${sums}
    FROM ${source(from, to)}${providerNo === undefined ? '' : ` AND v."providerNo" = ${literal(providerNo)}`} GROUP BY 1, 2 ORDER BY 1, 2`);
}

/** Control totals of institutions by month (yyyy-MM), as they arrived. */
export async function arrivalMonths(lake: LakeConnection, from: Day, to: Day): Promise<ProviderMonth[]> {
  await lake.useBucket(undefined);
  return lake.rows<ProviderMonth>(`SELECT v."providerNo",
    strftime(DATE '1970-01-01' + CAST(s."settledAt" // 86400 AS INTEGER), '%Y-%m') AS month, ${sums}
    FROM ${source(from, to)} GROUP BY 1, 2 ORDER BY 2, 1`);
}
