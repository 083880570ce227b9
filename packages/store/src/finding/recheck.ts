// The monthly re-review: drawn from what was decided in a period and from claims of it without findings; judged by another person.
import { type Day, drawSample, type Instant, type Issue, type Outcome, type Ratio, type RecheckUnit, ratioOf } from '@hengjian/domain';
import type { Act } from '@hengjian/workflows';
import { type Kysely, sql } from 'kysely';
import { appendSteps } from '../journal/journal.ts';
import type { LakeConnection } from '../lake/lake.ts';
import type { Database } from '../records/database.ts';

type Db = Kysely<Database>;

const refusal = (code: string, facts: Record<string, unknown> = {}): { ok: false; issues: Issue[] } => ({
  ok: false,
  issues: [{ code: `recheck.${code}`, severity: 'error', facts }],
});

/** Findings that a first review decided in these days: by rule and what was said. */
async function decidedFindings(db: Db, from: Day, to: Day): Promise<RecheckUnit[]> {
  const { rows } = await sql<{ id: string; stratum: string }>`
    select distinct on (e.finding_id) e.finding_id as id, c.rule_id || ' ' || e.action as stratum
    from finding_event e join finding_case c using (finding_id)
    where e.state_before = 'suspect' and e.action in ('uphold', 'dismiss') and floor(e.at / 86400) between ${from} and ${to}
    order by e.finding_id, e.serial desc`.execute(db);
  return rows.map((row) => ({ ...row, kind: 'finding' }));
}

/** Encounters settled in these days that no live finding touches, by kind of care. */
async function clearClaims(db: Db, lake: LakeConnection | null, from: Day, to: Day): Promise<RecheckUnit[]> {
  if (!lake) return [];
  const found = await sql<{ no: string }>`select distinct unnest(encounter_nos) as no from finding where state = 'live'`.execute(db);
  const touched = new Set(found.rows.map((row) => row.no));
  const rows = await lake.rows<{ id: string; stratum: string | null; personNo: string }>(
    `SELECT e.encounterNo AS id, e.setting AS stratum, p.personNo FROM encounter e JOIN person p USING (person) WHERE e.settledDay BETWEEN ${from} AND ${to}`,
  );
  return rows.flatMap(({ id, stratum, personNo }) =>
    touched.has(id) ? [] : [{ id, kind: 'claim' as const, stratum: stratum ?? '', personNo }],
  );
}

export interface RecheckWish {
  readonly recheckId: string;
  readonly from: Day;
  readonly to: Day;
  readonly seed: number;
  readonly size: number;
}

/** Draws and keeps a sample: half of it decided findings, half claims without findings, as far as there are any. */
export async function drawRecheck(
  db: Db,
  lake: LakeConnection | null,
  wish: RecheckWish,
  act: Act,
): Promise<Outcome<{ items: RecheckUnit[] }>> {
  const { recheckId, from, to, seed, size } = wish;
  if (!act.by.trim()) return refusal('noName');
  const [findings, claims] = [await decidedFindings(db, from, to), await clearClaims(db, lake, from, to)];
  if (findings.length + claims.length === 0) return refusal('nothing');
  const half = Math.ceil(size / 2);
  const ofClaims = Math.min(claims.length, Math.max(size - half, size - findings.length));
  const items = [...drawSample(findings, size - ofClaims, seed), ...drawSample(claims, ofClaims, seed + 1)];
  const known = await db.selectFrom('recheck').select('recheckId').where('recheckId', '=', recheckId).executeTakeFirst();
  if (known) return refusal('twice', { id: recheckId });
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('recheck')
      .values({
        recheckId,
        fromDay: from,
        toDay: to,
        seed,
        size: items.length,
        findingPopulation: findings.length,
        claimPopulation: claims.length,
        ...act,
      })
      .execute();
    const rows = items.map((unit, i) => ({
      recheck_id: recheckId,
      item_no: i + 1,
      kind: unit.kind,
      subject_id: unit.id,
      stratum: unit.stratum,
      person_no: unit.personNo ?? null,
    }));
    await sql`insert into recheck_item select * from jsonb_populate_recordset(null::recheck_item, ${JSON.stringify(rows)}::jsonb)`.execute(
      trx,
    );
    const detail = { seed, size: items.length, findings: findings.length, claims: claims.length };
    const sealed = ['recheck', 'recheck_sample'].map((table) => ({ table, key: recheckId }));
    await appendSteps(trx, [
      { noun: 'recheck', subjectId: recheckId, action: 'draw', before: null, after: null, ...act, detail, rows: sealed },
    ]);
  });
  return { ok: true, value: { items }, issues: [] };
}

/** Says whether what was decided (or not found) is right; never by who drew the sample, nor by who decided the finding. */
export async function judgeRecheck(
  db: Db,
  recheckId: string,
  itemNo: number,
  agrees: boolean,
  act: Act,
): Promise<Outcome<{ itemNo: number }>> {
  const item = await db
    .selectFrom('recheckItem as i')
    .innerJoin('recheck as r', 'r.recheckId', 'i.recheckId')
    .select(['i.kind', 'i.subjectId', 'i.stratum', 'r.by'])
    .where('i.recheckId', '=', recheckId)
    .where('i.itemNo', '=', itemNo)
    .executeTakeFirst();
  if (!item) return refusal('unknown', { id: recheckId, item: itemNo });
  if (!act.by.trim()) return refusal('noName');
  if (item.by === act.by) return refusal('ownSample', { by: act.by });
  const decided =
    item.kind === 'finding'
      ? await db.selectFrom('findingCase').select(['firstBy', 'secondBy']).where('findingId', '=', item.subjectId).executeTakeFirst()
      : undefined;
  if (decided && [decided.firstBy, decided.secondBy].includes(act.by)) return refusal('ownDecision', { by: act.by });
  if (!agrees && !act.why.trim()) return refusal('noReason');
  await db.transaction().execute(async (trx) => {
    const before = await trx
      .selectFrom('recheckJudgement')
      .select('agrees')
      .where('recheckId', '=', recheckId)
      .where('itemNo', '=', itemNo)
      .orderBy('serial', 'desc')
      .executeTakeFirst();
    const { serial } = await trx
      .insertInto('recheckJudgement')
      .values({ recheckId, itemNo, agrees, ...act })
      .returning('serial')
      .executeTakeFirstOrThrow();
    const rows = [{ table: 'recheck_judgement', key: String(serial) }];
    if (item.kind === 'finding' && agrees !== (before?.agrees ?? true)) {
      // what the first reviewer said of the rule was wrong (or not, after all): the rule's rate of false findings follows the last look
      const verdict = item.stratum.endsWith(' uphold') === agrees ? 'upheld' : 'overturned';
      const said = await sql<{ serial: string }>`insert into finding_decision (finding_id, version, rule_id, edition, verdict, by, why, at)
        select finding_id, version, rule_id, edition, ${verdict}, ${act.by}, ${act.why}, ${act.at}
        from finding where finding_id = ${item.subjectId} returning serial`.execute(trx);
      rows.push(...said.rows.map((row) => ({ table: 'finding_decision', key: row.serial })));
    }
    const detail = { itemNo, agrees };
    await appendSteps(trx, [{ noun: 'recheck', subjectId: recheckId, action: 'judge', before: null, after: null, ...act, detail, rows }]);
  });
  return { ok: true, value: { itemNo }, issues: [] };
}

export interface RecheckReport {
  readonly recheckId: string;
  readonly from: Day;
  readonly to: Day;
  readonly seed: number;
  readonly drawnBy: string;
  readonly findingPopulation: number;
  readonly claimPopulation: number;
  readonly drawnAt: Instant;
  readonly items: readonly {
    itemNo: number;
    kind: 'finding' | 'claim';
    subjectId: string;
    stratum: string;
    personNo: string | null;
    agrees: boolean | null;
    by: string | null;
    why: string | null;
  }[];
  /** Judgements that agree, of those judged. */
  readonly agreement: Ratio;
  /** Decided findings found wrong, and claims in which something was overlooked. */
  readonly findingErrors: Ratio;
  readonly overlooked: Ratio;
  /** By rule: decided findings of the sample found wrong. */
  readonly byRule: readonly { ruleId: string; errors: Ratio }[];
}

/** What a re-review says so far; undefined where there is none. */
export async function recheckReport(db: Db, recheckId: string): Promise<RecheckReport | undefined> {
  const head = await db.selectFrom('recheck').selectAll().where('recheckId', '=', recheckId).executeTakeFirst();
  if (!head) return undefined;
  const { rows: items } = await sql<RecheckReport['items'][number]>`
    select i.item_no, i.kind, i.subject_id, i.stratum, i.person_no, j.agrees, j.by, j.why from recheck_item i
    left join lateral (select agrees, by, why from recheck_judgement j where j.recheck_id = i.recheck_id and j.item_no = i.item_no order by serial desc limit 1) j on true
    where i.recheck_id = ${recheckId} order by i.item_no`.execute(db);
  const judged = items.filter((item) => item.agrees !== null);
  const errors = (own: typeof judged) => ratioOf(own.filter((item) => !item.agrees).length, own.length);
  const findings = judged.filter((item) => item.kind === 'finding');
  return {
    recheckId,
    from: head.fromDay,
    to: head.toDay,
    seed: head.seed,
    drawnBy: head.by,
    drawnAt: head.at,
    findingPopulation: head.findingPopulation,
    claimPopulation: head.claimPopulation,
    items,
    agreement: ratioOf(judged.filter((item) => item.agrees).length, judged.length),
    findingErrors: errors(findings),
    overlooked: errors(judged.filter((item) => item.kind === 'claim')),
    byRule: [...Map.groupBy(findings, (item) => item.stratum.split(' ')[0] as string)].map(([ruleId, own]) => ({
      ruleId,
      errors: errors(own),
    })),
  };
}

/** The samples drawn, the latest first. */
export async function recheckReports(db: Db, limit = 24): Promise<RecheckReport[]> {
  const rows = await db.selectFrom('recheck').select('recheckId').orderBy('toDay', 'desc').orderBy('at', 'desc').limit(limit).execute();
  return (await Promise.all(rows.map((row) => recheckReport(db, row.recheckId)))).filter((report) => report !== undefined);
}

/** Re-reviews as entries of the register of reviewed bills, one each, on its last day: what was reviewed, and what was judged again. */
export async function recheckEntries(
  db: Db,
): Promise<{ entryId: string; countedOn: Day; reviewedCount: number; recheckedCount: number; correctedCount: number }[]> {
  const { rows } = await sql<{ entryId: string; countedOn: Day; reviewedCount: number; recheckedCount: number; correctedCount: number }>`
    select 'recheck:' || r.recheck_id as entry_id, r.to_day as counted_on, r.finding_population + r.claim_population as reviewed_count,
      count(j.agrees)::int as rechecked_count, (count(*) filter (where j.agrees = false))::int as corrected_count
    from recheck r join recheck_item i using (recheck_id)
    left join lateral (select agrees from recheck_judgement j where j.recheck_id = i.recheck_id and j.item_no = i.item_no order by serial desc limit 1) j on true
    group by r.recheck_id having count(j.agrees) > 0 order by r.at`.execute(db);
  return rows;
}
