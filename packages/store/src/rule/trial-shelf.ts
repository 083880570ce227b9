// Trials, replays and shadow runs: their summaries in PostgreSQL, their findings in Parquet under the home. None becomes a finding.
import path from 'node:path';
import type { Calibration, MarkedFinding, Period, ShadowResult, ShadowShelf, Trial, TrialShelf, TrialSummary } from '@hengjian/workflows';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { Database } from '../records/database.ts';
import { readFindings, writeFindings } from './finding-files.ts';

interface Place {
  readonly folder: string;
  readonly db: Kysely<Database>;
}

/** Trials of a home. */
export const trialShelfOf = ({ folder, db }: Place): TrialShelf => ({
  async keep(trial, findings) {
    const file = path.join('trials', `${trial.trialId}.parquet`);
    await writeFindings(path.join(folder, file), findings);
    const overlap = trial.kind === 'trial' ? await overlapOf(db, trial.ruleId, findings) : [];
    const summary: TrialSummary = { ...trial.summary, overlap };
    const { period, summary: _, ...head } = trial;
    await db
      .insertInto('ruleTrial')
      .values({ ...head, fromDay: period.from, toDay: period.to, summary: JSON.stringify(summary), file })
      .execute();
    return { ...trial, summary };
  },
  async trial(trialId) {
    const row = await rows(db).where('kind', '<>', CALIBRATION).where('trialId', '=', trialId).executeTakeFirst();
    return row && trialOf(row);
  },
  async trials(ruleId) {
    const query = rows(db).where('kind', '<>', CALIBRATION);
    const found = await (ruleId === null ? query.where('ruleId', 'is', null) : query.where('ruleId', '=', ruleId)).execute();
    return found.map(trialOf);
  },
  async keepCalibration(calibration, findings) {
    const { trialId, ruleId, edition, period, region, lakeVersion, by, why, at, seconds, ...summary } = calibration;
    const file = path.join('trials', `${trialId}.parquet`);
    await writeFindings(path.join(folder, file), findings);
    const head = { trialId, ruleId, edition, against: edition, fromDay: period.from, toDay: period.to, region, lakeVersion };
    await db
      .insertInto('ruleTrial')
      .values({ ...head, kind: CALIBRATION, asKnownAt: null, by, why, at, seconds, summary: JSON.stringify(summary), file })
      .execute();
  },
  async calibration(trialId) {
    const row = await rows(db).where('kind', '=', CALIBRATION).where('trialId', '=', trialId).executeTakeFirst();
    return row && calibrationOf(row);
  },
  async calibrations(ruleId) {
    return (await rows(db).where('kind', '=', CALIBRATION).where('ruleId', '=', ruleId).execute()).map(calibrationOf);
  },
  has: async (trialId) => (await rows(db).where('trialId', '=', trialId).executeTakeFirst()) !== undefined,
  async findings(trialId, filter) {
    const row = await db.selectFrom('ruleTrial').select('file').where('trialId', '=', trialId).executeTakeFirst();
    return row ? readFindings(path.join(folder, row.file), filter) : { total: 0, rows: [] };
  },
  judge: async (judgement) => void (await db.insertInto('ruleJudgement').values(judgement).execute()),
  async judgements(trialId) {
    const rows = await db
      .selectFrom('ruleJudgement')
      .distinctOn('findingId')
      .select(['trialId', 'findingId', 'verdict', 'by', 'why', 'at'])
      .where('trialId', '=', trialId)
      .orderBy('findingId')
      .orderBy('serial', 'desc')
      .execute();
    return rows as Awaited<ReturnType<TrialShelf['judgements']>>;
  },
  async shadowRuns(ruleId) {
    const rows = await db.selectFrom('shadowRun').selectAll().where('ruleId', '=', ruleId).orderBy('at', 'desc').execute();
    return rows.map(({ fromDay, toDay, result, file: _, ...row }) => ({
      ...row,
      period: { from: fromDay, to: toDay },
      result: result as ShadowResult,
    }));
  },
});

const CALIBRATION = 'calibration';
const rows = (db: Place['db']) => db.selectFrom('ruleTrial').selectAll().orderBy('at', 'desc').orderBy('trialId');

const calibrationOf = ({ fromDay, toDay, summary, kind: _, asKnownAt: __, against: ___, file: ____, ...row }: TrialRow): Calibration =>
  ({ ...row, ...(summary as object), period: { from: fromDay, to: toDay } }) as Calibration;

type TrialRow = Selectable<Database['ruleTrial']>;
const trialOf = ({ fromDay, toDay, summary, file: _, ...row }: TrialRow): Trial =>
  ({ ...row, period: { from: fromDay, to: toDay }, summary: summary as TrialSummary }) as Trial;

/** Shadow runs of a home; `now`: wall clock in seconds. */
export const shadowShelfOf = ({ folder, db }: Place, now: () => number): ShadowShelf => ({
  async keep({ runId, period, narrowed }, results) {
    for (const { result, findings } of results) {
      const file = path.join('lake', 'shadow', `${runId}-${result.ruleId}-${result.edition}.parquet`);
      await writeFindings(path.join(folder, file), findings);
      await db
        .insertInto('shadowRun')
        .values(shadowRow(runId, result, period, narrowed, file, now()))
        .execute();
    }
  },
});

const shadowRow = (runId: string, result: ShadowResult, period: Period, narrowed: boolean, file: string, at: number) => ({
  runId,
  ruleId: result.ruleId,
  edition: result.edition,
  against: result.against,
  fromDay: period.from,
  toDay: period.to,
  narrowed,
  result: JSON.stringify(result),
  file,
  at,
});

const CHUNK = 5000;

/** Live findings of other rules on lines (or whole encounters) that these findings put in question: how many of ours, and their money. */
async function overlapOf(
  db: Kysely<Database>,
  ruleId: string | null,
  findings: readonly MarkedFinding[],
): Promise<TrialSummary['overlap']> {
  const own = findings
    .filter((f) => f.mark !== 'gone')
    .flatMap((f) =>
      f.records
        .filter((r) => r.role === 'inQuestion')
        .map((r) => ({ finding_id: f.findingId, encounter_no: r.encounterNo, line_no: r.lineNo, amount_fen: r.amountFen })),
    );
  return db.transaction().execute(async (trx) => {
    await sql`create temp table tried (finding_id text, encounter_no text, line_no text, amount_fen double precision) on commit drop`.execute(
      trx,
    );
    for (let at = 0; at < own.length; at += CHUNK)
      await sql`insert into tried select * from jsonb_populate_recordset(null::tried, ${JSON.stringify(own.slice(at, at + CHUNK))}::jsonb)`.execute(
        trx,
      );
    await sql`analyze tried`.execute(trx);
    const { rows } = await sql<{ ruleId: string; findings: number; amountFen: number }>`
      select rule_id, count(distinct finding_id)::int findings, sum(amount_fen)::float8 amount_fen from (
        select distinct f.rule_id, t.finding_id, t.encounter_no, t.line_no, t.amount_fen
        from tried t join finding_record r on r.encounter_no = t.encounter_no and r.line_no is not distinct from t.line_no and r.role = 'inQuestion'
        join finding f on f.finding_id = r.finding_id and f.state = 'live' and f.rule_id <> ${ruleId ?? ''}) same
      group by rule_id order by findings desc, rule_id`.execute(trx);
    return rows;
  });
}
