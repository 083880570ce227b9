/**
 * The netting law (house.md §5), as SQL over the originals of one bucket (`m_<table>`). It runs once, at import.
 *
 * 1. A settlement that is reversed, its reversal (a settlement of the same person), and the lines of both take no part.
 * 2. A refund (negative line) reduces the line it names in its encounter (of its own settlement first, else the latest).
 * 3. A refund that names none reduces the latest earlier line of the same encounter, code and price that still has a quantity,
 *    then the one before. At the same moment a charge stands before a refund.
 * 4. What is left over of a refund is set aside.
 *
 * Rule 3 is a stack (charges push, refunds pop), written with windows: with the running total S and its floor F (the least S so far,
 * at most 0) the height is S − F; of a charge remains what no later height falls below, and a fall of the floor is a left-over.
 * Texts are compared as bytes.
 */
export const settlementNetting = `CREATE OR REPLACE TEMP TABLE n_settlement AS
WITH f AS (
  SELECT s.*, e.person, "reversalOf" IS NOT NULL AND "reversalOf" <> "settlementNo" AND (coalesce(reversed, false) OR "totalFen" <= 0) AS "isReversal"
  FROM m_settlement s JOIN m_encounter e USING (encounter))
SELECT f.* EXCLUDE ("isReversal", person), CASE
  WHEN "isReversal" AND (person, "reversalOf") NOT IN (SELECT (person, "settlementNo") FROM f) THEN 'reversal-unmatched'
  WHEN "isReversal" THEN 'reversal'
  WHEN (person, "settlementNo") IN (SELECT (person, "reversalOf") FROM f WHERE "isReversal") THEN 'reversed'
  WHEN coalesce(reversed, false) AND "totalFen" < 0 THEN 'reversal-unmatched'
  WHEN coalesce(reversed, false) THEN 'reversed' END AS "setAside"
FROM f`;

export const lineNetting: readonly string[] = [
  `CREATE OR REPLACE TEMP TABLE refund AS
    SELECT l.line, l.encounter, l.settlement, l."lineNo", l.item, l."unitPrice", l."occurredAt", -l."originalQuantity" AS q, l."refundOfLineNo",
      coalesce(s."settlementNo", '') AS "settlementNo"
    FROM m_line l LEFT JOIN n_settlement s ON s.settlement = l.settlement
    WHERE l."originalQuantity" < 0 AND s."setAside" IS NULL`,
  `CREATE OR REPLACE TEMP TABLE charge AS
    SELECT l.line, l.encounter, l.settlement, l."lineNo", l.item, l."unitPrice", l."occurredAt", l."originalQuantity" AS q,
      coalesce(s."settlementNo", '') AS "settlementNo"
    FROM m_line l LEFT JOIN n_settlement s ON s.settlement = l.settlement
    WHERE l."originalQuantity" > 0 AND s."setAside" IS NULL AND l.encounter IN (SELECT encounter FROM refund)`,
  // The line a refund names.
  `CREATE OR REPLACE TEMP TABLE named AS
    SELECT r.line AS refund, c.line AS charge, r.q, c.q AS held, r."occurredAt", r."lineNo", r."settlementNo"
    FROM refund r JOIN charge c ON c.encounter = r.encounter AND c."lineNo" = r."refundOfLineNo"
    QUALIFY row_number() OVER (PARTITION BY r.line
      ORDER BY (c.settlement IS NOT DISTINCT FROM r.settlement) DESC, c."occurredAt" DESC, c."settlementNo" DESC) = 1`,
  `CREATE OR REPLACE TEMP TABLE named_cut AS SELECT charge, CAST(least(sum(q), any_value(held)) AS BIGINT) AS cut FROM named GROUP BY charge`,
  // Charges and refunds that name none, as pushes and pops.
  `CREATE OR REPLACE TEMP TABLE stacked AS
    WITH pops AS (SELECT * FROM refund WHERE line NOT IN (SELECT refund FROM named)),
    events AS (
      SELECT c.encounter, c.item, c."unitPrice", c."occurredAt", 0 AS side, c."lineNo", c."settlementNo", c.line, c.q - coalesce(n.cut, 0) AS d
      FROM charge c LEFT JOIN named_cut n ON n.charge = c.line
      WHERE EXISTS (SELECT 1 FROM pops p WHERE p.encounter = c.encounter AND p.item = c.item AND p."unitPrice" = c."unitPrice")
      UNION ALL SELECT encounter, item, "unitPrice", "occurredAt", 1, "lineNo", "settlementNo", line, -q FROM pops),
    running AS (SELECT *, sum(d) OVER w AS total FROM events
      WINDOW w AS (PARTITION BY encounter, item, "unitPrice" ORDER BY "occurredAt", side, "lineNo", "settlementNo" ROWS UNBOUNDED PRECEDING)),
    floored AS (SELECT *, least(0, min(total) OVER w) AS floor FROM running
      WINDOW w AS (PARTITION BY encounter, item, "unitPrice" ORDER BY "occurredAt", side, "lineNo", "settlementNo" ROWS UNBOUNDED PRECEDING)),
    heights AS (SELECT *, total - floor AS height, coalesce(lag(floor) OVER w, 0) - floor AS fallen FROM floored
      WINDOW w AS (PARTITION BY encounter, item, "unitPrice" ORDER BY "occurredAt", side, "lineNo", "settlementNo"))
    SELECT line, side, CAST(CASE WHEN side = 0 THEN greatest(0, min(height) OVER w - (height - d)) END AS BIGINT) AS remaining,
      CAST(CASE WHEN side = 1 THEN fallen END AS BIGINT) AS "over"
    FROM heights
    WINDOW w AS (PARTITION BY encounter, item, "unitPrice" ORDER BY "occurredAt", side, "lineNo", "settlementNo" ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING)`,
  // Charges that lost quantity.
  `CREATE OR REPLACE TEMP TABLE reduced AS
    SELECT c.line, coalesce(s.remaining, c.q - coalesce(n.cut, 0)) AS quantity
    FROM charge c LEFT JOIN named_cut n ON n.charge = c.line LEFT JOIN stacked s ON s.line = c.line AND s.side = 0
    WHERE coalesce(s.remaining, c.q - coalesce(n.cut, 0)) <> c.q`,
  `CREATE OR REPLACE TEMP TABLE leftover AS
    SELECT line, "over" FROM stacked WHERE side = 1 AND "over" > 0
    UNION ALL SELECT * FROM (
      SELECT refund, CAST(least(q, greatest(0, sum(q) OVER (PARTITION BY charge ORDER BY "occurredAt", "lineNo", "settlementNo" ROWS UNBOUNDED PRECEDING) - held)) AS BIGINT) AS "over" FROM named)
    WHERE "over" > 0`,
];

/** amount × net ÷ original quantity in fen, half away from zero; amounts of charges are never negative. */
const part = (amount: string) =>
  `CAST((CAST(l.${amount} AS HUGEINT) * r.quantity * 2 + l."originalQuantity") // (CAST(l."originalQuantity" AS HUGEINT) * 2) AS BIGINT)`;

/** Net values of every line, as the view `v_line` over the few lines whose values differ from the original ones (`odd`). */
export const lineValues: readonly string[] = [
  `CREATE OR REPLACE TEMP TABLE odd AS
    SELECT l.line, coalesce(r.quantity, l."originalQuantity") AS quantity,
      CASE WHEN r.line IS NULL THEN l."originalAmountFen" ELSE ${part('"originalAmountFen"')} END AS "amountFen",
      CASE WHEN r.line IS NULL THEN l."originalInScopeFen" ELSE ${part('"originalInScopeFen"')} END AS "inScopeFen",
      CASE WHEN s."setAside" IS NOT NULL THEN 'reversed' WHEN l."originalQuantity" < 0 THEN 'refund' WHEN r.quantity = 0 THEN 'refunded'
           WHEN l."originalQuantity" = 0 THEN 'empty' END AS "setAside"
    FROM m_line l LEFT JOIN n_settlement s ON s.settlement = l.settlement LEFT JOIN reduced r ON r.line = l.line
    WHERE s."setAside" IS NOT NULL OR l."originalQuantity" <= 0 OR r.line IS NOT NULL`,
  `CREATE OR REPLACE TEMP VIEW v_line AS
    SELECT l.*, s."settledAt", s."fundFen" AS "settlementFundFen", s."clearingWay",
      CASE WHEN o.line IS NULL THEN l."originalQuantity" ELSE o.quantity END AS quantity,
      CASE WHEN o.line IS NULL THEN l."originalAmountFen" ELSE o."amountFen" END AS "amountFen",
      CASE WHEN o.line IS NULL THEN l."originalInScopeFen" ELSE o."inScopeFen" END AS "inScopeFen", o."setAside"
    FROM m_line l LEFT JOIN n_settlement s ON s.settlement = l.settlement LEFT JOIN odd o ON o.line = l.line`,
];

/**
 * The fund's share of each line, `share(line, fundFen)`: largest remainder of the settlement's fund pay over the net in-scope amounts,
 * ties to the earlier line number. No row (undetermined): unsettled, paid by case, an in-scope amount unknown, or nothing in scope
 * while the fund paid.
 */
export const fundShares = (casePaid: readonly string[]): string => `CREATE OR REPLACE TEMP TABLE share AS
  WITH paid AS (
    SELECT line, settlement, "lineNo", "inScopeFen" AS w, "settlementFundFen" AS f FROM v_line
    WHERE "setAside" IS NULL AND settlement IS NOT NULL AND "settlementFundFen" IS NOT NULL
      AND coalesce(ltrim("clearingWay", '0'), '') NOT IN (${casePaid.map((code) => `'${code}'`).join(', ')})),
  whole AS (SELECT settlement, CAST(sum(w) AS BIGINT) AS total FROM paid GROUP BY settlement
    HAVING count(w) = count(*) AND (sum(w) > 0 OR any_value(f) = 0)),
  divided AS (SELECT p.line, p.settlement, p."lineNo", p.f,
      CAST(CASE WHEN total = 0 THEN 0 ELSE (CAST(f AS HUGEINT) * w) // total END AS BIGINT) AS floor,
      CAST(CASE WHEN total = 0 THEN 0 ELSE (CAST(f AS HUGEINT) * w) % total END AS BIGINT) AS rest
    FROM paid p JOIN whole USING (settlement)),
  missing AS (SELECT settlement, any_value(f) - CAST(sum(floor) AS BIGINT) AS n FROM divided GROUP BY settlement)
  SELECT d.line, d.floor + CASE WHEN m.n > 0 AND row_number() OVER (PARTITION BY d.settlement ORDER BY d.rest DESC, d."lineNo") <= m.n THEN 1 ELSE 0 END AS "fundFen"
  FROM divided d JOIN missing m USING (settlement)`;
