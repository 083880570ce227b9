// Five rules, one of each shape, as a careful analyst writes them in SQL for this lake: the knowledge in tables, whole tables
// joined on item numbers, filters early, one statement a rule, each giving the subjects, the records in question and their money.
// No unknowns kept apart, no explanation, no identity from run to run, nothing stored: the least such a review can be.
import { knowledgeShelfOf, knowledgeStoreOf, type openHome } from '@hengjian/store';

export const fiveRules = ['drug-sex', 'service-frequency', 'split-stay', 'duplicate-charge', 'consumable-without-service'];

const window = (day: string, encounter: string) =>
  `CASE k.win WHEN 'encounter' THEN ${encounter} WHEN 'operation' THEN ${encounter}::BIGINT * 100000 + ${day} WHEN 'day' THEN ${day} WHEN 'month' THEN year(DATE '1970-01-01' + ${day}) * 12 + month(DATE '1970-01-01' + ${day}) ELSE year(DATE '1970-01-01' + ${day}) END`;

const statements: { [rule: string]: string } = {
  'drug-sex': `SELECT t.line AS subject, k.lineage, [t.line] AS lines, t."amountFen" AS fen
    FROM "line" t JOIN k ON k.rule = 'drug-sex' AND k.item = t.item AND t.day BETWEEN k.from_day AND k.to_day
    WHERE t.kind IN ('drug', 'herb') AND t.sex <> k.sex`,
  'service-frequency': `SELECT person AS subject, lineage, list(line) AS lines, (sum("amountFen") * (sum(quantity) - max(most)) / sum(quantity))::BIGINT AS fen
    FROM (SELECT t.person, t.line, t.quantity, t."amountFen", k.lineage, k.most, ${window('t.day', 't.encounter')} AS win,
        CASE WHEN k.same_provider THEN t.provider ELSE 0 END AS place
      FROM "line" t JOIN k ON k.rule = 'service-frequency' AND k.item = t.item AND t.day BETWEEN k.from_day AND k.to_day)
    GROUP BY person, lineage, win, place HAVING sum(quantity) > max(most)`,
  'split-stay': `SELECT encounter AS subject, '' AS lineage, [encounter] AS lines, "totalFen" AS fen FROM (
      SELECT encounter, "totalFen", "begunDay", substring("mainDiagnosis", 1, 3) AS diagnosis,
        lag("endedDay") OVER stays AS ended, lag(substring("mainDiagnosis", 1, 3)) OVER stays AS before, lag("dischargeWay") OVER stays AS way
      FROM encounter WHERE setting = 'inpatient' AND NOT (starts_with("mainDiagnosis", 'Z51') OR starts_with("mainDiagnosis", 'Z49'))
      WINDOW stays AS (PARTITION BY person, provider ORDER BY "begunAt", "encounterNo"))
    WHERE "begunDay" - ended BETWEEN 0 AND 15 AND diagnosis = before AND way NOT IN ('2', '3', '5')`,
  'duplicate-charge': `SELECT a.person AS subject, a.lineage, list(DISTINCT a.line) AS lines, sum(a.fen)::BIGINT AS fen
    FROM (SELECT t.person, t.provider, t.line, t."amountFen" AS fen, k.point, k.lineage, k.same_provider, ${window('t.day', 't.encounter')} AS win
        FROM "line" t JOIN k ON k.rule = 'duplicate-charge' AND k.role = 'included' AND k.item = t.item AND t.day BETWEEN k.from_day AND k.to_day) a
      SEMI JOIN (SELECT t.person, t.provider, k.point, ${window('t.day', 't.encounter')} AS win
        FROM "line" t JOIN k ON k.rule = 'duplicate-charge' AND k.role = 'including' AND k.item = t.item) b
      ON a.person = b.person AND a.point = b.point AND a.win = b.win AND (NOT a.same_provider OR a.provider = b.provider)
    GROUP BY a.person, a.lineage, a.win, CASE WHEN a.same_provider THEN a.provider ELSE 0 END`,
  'consumable-without-service': `SELECT a.line AS subject, a.lineage, [a.line] AS lines, a.fen
    FROM (SELECT t.person, t.line, t."amountFen" AS fen, k.point, k.lineage, ${window('t.day', 't.encounter')} AS win
        FROM "line" t JOIN k ON k.rule = 'consumable-without-service' AND k.role = 'code' AND k.item = t.item AND t.day BETWEEN k.from_day AND k.to_day) a
      ANTI JOIN (SELECT t.person, k.point, ${window('t.day', 't.encounter')} AS win
        FROM "line" t JOIN k ON k.rule = 'consumable-without-service' AND k.role = 'requires' AND k.item = t.item) b
      ON a.person = b.person AND a.point = b.point AND a.win = b.win`,
};

/** Runs the five over the whole lake on two threads; gives how many findings each has. */
export async function reviewByHand(home: Awaited<ReturnType<typeof openHome>>, codes: { [rule: string]: string }) {
  const duck = await (await home.lake.snapshot()).connect({ threads: 2, memoryLimitMb: 4000 });
  await duck.useBucket(undefined, 'net');
  const knowledge = await knowledgeShelfOf(knowledgeStoreOf(home.db)).points(Object.values(codes));
  const rows: string[] = [];
  let point = 0;
  const text = (value: unknown) => (value === null || value === undefined ? 'NULL' : `'${String(value).replaceAll("'", "''")}'`);
  for (const [rule, code] of Object.entries(codes))
    for (const p of knowledge.get(code) ?? []) {
      point += 1;
      const params = { window: rule === 'consumable-without-service' ? 'encounter' : 'day', ...p.params } as { [name: string]: unknown };
      const same = params.sameProvider ?? rule === 'duplicate-charge';
      for (const [role, list] of Object.entries(p.codes))
        for (const item of list)
          rows.push(
            `(${[text(rule), point, text(p.lineage), text(role), text(item), p.from, p.to, params.sex ?? 'NULL', params.max ?? 'NULL', text(params.window), same].join(', ')})`,
          );
    }
  await duck.run(
    `CREATE TEMP TABLE k AS SELECT v.* EXCLUDE (code), i.item FROM (VALUES ${rows.join(', ')}) v(rule, point, lineage, role, code, from_day, to_day, sex, most, win, same_provider) JOIN item i ON i.code = v.code`,
  );
  const findings: { [rule: string]: number } = {};
  for (const [rule, sql] of Object.entries(statements)) {
    await duck.run(`CREATE TEMP TABLE finding AS ${sql}`);
    const [row] = await duck.rows<{ n: number }>('SELECT count(*) AS n FROM finding');
    findings[rule] = row?.n ?? 0;
    await duck.run('DROP TABLE finding');
  }
  duck.close();
  return findings;
}
