// Alerts as they are kept: signals in versions, stories as they stand, runs, trials of thresholds.
import { alerts } from '@hengjian/catalog';
import {
  type AlertSignal,
  type AlertStory,
  calendarDate,
  currentEntries,
  type Day,
  dayOf,
  type Instant,
  PROVIDER_SUCCESSIONS,
  SECONDS_PER_DAY,
  storyFor,
  successionsOf,
} from '@hengjian/domain';
import { type AlertParameters, type AlertTree, standardParameters } from '@hengjian/language';
import { type AlertBook, type AlertMark, type AlertRun, LIVE_RUN, type ParameterStretch, type SavedSignals } from '@hengjian/workflows';
import { type Kysely, type Selectable, sql } from 'kysely';
import { appendSteps } from '../journal/journal.ts';
import type { Database } from '../records/database.ts';
import { registerStoreOf } from '../register/register-store.ts';
import { bureauParameter, bureauRegion } from '../rule/decision-book.ts';

/** Name of a threshold among the bureau's parameters. */
export const thresholdName = (alertId: string, parameter: string): string => `alert.${alertId}.${parameter}`;

export const storyOf = (row: Selectable<Database['alertStory']>): AlertStory => row as unknown as AlertStory;

export function signalOf(
  { version: _, storyId: _s, runId: _r, foundAt: _f, endedAt: _e, ...row }: Selectable<Database['alertSignal']>,
  story: AlertStory,
): AlertSignal {
  const { monitor, subjectKind, subjectNo } = story;
  return { ...(row as unknown as AlertSignal), monitor, subjectKind, subjectNo };
}

export const alertBookOf = (db: Kysely<Database>): AlertBook => ({
  stretches: (alertId, from, to) => stretchesOf(db, alertId, from, to),
  successions: async () => successionsOf(currentEntries(await registerStoreOf(db).entries({ registerId: PROVIDER_SUCCESSIONS }))),
  save: (run, signals, standing = [], mark) =>
    db.transaction().execute(async (trx) => {
      const saved = await save(trx, run, signals, standing);
      if (mark) await keepMark(trx, run.alertId, mark);
      return saved;
    }),
  async mark(alertId) {
    const row = await db.selectFrom('alertMark').selectAll().where('alertId', '=', alertId).executeTakeFirst();
    return row && { ...row, from: row.fromDay, to: row.toDay };
  },
  async told(alertId, since, now) {
    const days = (await bureauParameter(db, 'alert.liveHoldDays', await bureauRegion(db)))(dayOf(now));
    const { rows } = await sql<{
      signalId: string;
    }>`select signal_id as "signalId" from (select distinct on (signal_id) signal_id, ended_at, run_id, found_at
        from alert_signal where alert_id = ${alertId} order by signal_id, version desc) s
      where ended_at is not null or (run_id = ${LIVE_RUN} and found_at > ${since - days * SECONDS_PER_DAY})`.execute(db);
    return rows.map(({ signalId }) => signalId);
  },
  async story(storyId) {
    const row = await db.selectFrom('alertStory').selectAll().where('storyId', '=', storyId).executeTakeFirst();
    return row && storyOf(row);
  },
  change: (storyId, work) =>
    db.transaction().execute(async (trx) => {
      const row = await trx.selectFrom('alertStory').selectAll().where('storyId', '=', storyId).forUpdate().executeTakeFirst();
      const change = row && (await work(storyOf(row)));
      if (!change) return;
      const { state, assignedTo, reason, ledTo, closedOn } = change.story;
      await trx.updateTable('alertStory').set({ state, assignedTo, reason, ledTo, closedOn }).where('storyId', '=', storyId).execute();
      await appendSteps(trx, [change.step]);
    }),
});

function treeOf(alertId: string): AlertTree {
  const alert = (alerts as Readonly<Record<string, AlertTree>>)[alertId];
  if (!alert) throw new Error(`no alert ${alertId}`);
  return alert;
}

/** Days from `from` to `to`, cut where a threshold changes. */
async function stretchesOf(db: Kysely<Database>, alertId: string, from: Day, to: Day): Promise<ParameterStretch[]> {
  const alert = treeOf(alertId);
  const region = await bureauRegion(db);
  const rows = await db
    .selectFrom('bureauParameter')
    .selectAll()
    .where('name', 'like', `${thresholdName(alertId, '')}%`)
    .where('region', 'in', [region, '*'])
    .orderBy('serial', 'desc')
    .execute();
  const inOrder = [...rows.filter((row) => row.region !== '*'), ...rows.filter((row) => row.region === '*')];
  const on = (day: Day): AlertParameters => {
    const standard = standardParameters(alert);
    return Object.fromEntries(
      Object.entries(standard).map(([name, value]) => {
        const row = inOrder.find(
          (one) => one.name === thresholdName(alertId, name) && (one.fromDay ?? day) <= day && day <= (one.toDay ?? day),
        );
        return [name, row ? (row.value as number | string) : value];
      }),
    );
  };
  const cuts = inOrder.flatMap(({ fromDay, toDay }) => [fromDay, toDay === null ? null : toDay + 1]);
  const starts = [...new Set([from, ...cuts.filter((day): day is Day => day !== null && day > from && day <= to)])].sort((a, b) => a - b);
  return starts.map((start, i) => ({ from: start, to: (starts[i + 1] ?? to + 1) - 1, parameters: on(start) }));
}

/** Thresholds as they hold on a day. */
export const thresholdsOn = async (db: Kysely<Database>, alertId: string, day: Day): Promise<AlertParameters> =>
  ((await stretchesOf(db, alertId, day, day))[0] as ParameterStretch).parameters;

const keepMark = async (trx: Kysely<Database>, alertId: string, { from, to, hits, ties, ...rest }: AlertMark): Promise<void> => {
  const row = { ...rest, fromDay: from, toDay: to, hits: JSON.stringify(hits), ties: JSON.stringify(ties) };
  await trx
    .insertInto('alertMark')
    .values({ alertId, ...row })
    .onConflict((conflict) => conflict.column('alertId').doUpdateSet(row))
    .execute();
};

async function save(
  trx: Kysely<Database>,
  run: AlertRun,
  signals: readonly AlertSignal[],
  stood: readonly string[],
): Promise<SavedSignals> {
  // one run of an alert at a time: they would find the same stories
  await sql`select pg_advisory_xact_lock(4865130, hashtext(${run.alertId}))`.execute(trx);
  const before = await trx
    .selectFrom('alertSignal')
    .select(['signalId', 'version', 'storyId', 'value', 'expected', 'score', 'endedAt', 'toDay', 'runId', 'foundAt'])
    .distinctOn('signalId')
    .where('alertId', '=', run.alertId)
    .where((eb) =>
      eb.or([
        eb('signalId', 'in', signals.length > 0 ? signals.map((one) => one.signalId) : ['']),
        // a window that the period touches is judged as a whole, a group only where all of it lies within
        treeOf(run.alertId).kind === 'cells'
          ? eb.and([eb('fromDay', '<=', run.to), eb('toDay', '>=', run.from)])
          : eb.and([eb('fromDay', '>=', run.from), eb('toDay', '<=', run.to)]),
      ]),
    )
    .orderBy('signalId')
    .orderBy('version', 'desc')
    .execute();
  const known = new Map(before.map((row) => [row.signalId, row]));
  const standing = new Set([...stood, ...signals.map((one) => one.signalId)]);
  // what messages told the lake knows only with the settlement: until then their word stands
  const held = run.runId === LIVE_RUN ? () => false : await heldByMessages(trx, run);
  const same = (one: AlertSignal) => {
    const row = known.get(one.signalId);
    return row !== undefined && row.endedAt === null && row.value === one.value && row.expected === one.expected && row.score === one.score;
  };
  const gone = before.filter((row) => row.endedAt === null && !standing.has(row.signalId) && !held(row));
  const fresh = signals.filter((one) => !same(one) && !held(known.get(one.signalId)));
  await endSignals(trx, [...gone.map((row) => row.signalId), ...fresh.map((one) => one.signalId)], run.at);
  const touched = new Set(gone.map((row) => row.storyId));
  const begun = await placeSignals(trx, run, fresh, known, touched);
  await restate(trx, [...touched]);
  await closeEmpty(trx, [...touched], run);
  await trx
    .insertInto('alertRun')
    .values({
      runId: run.runId,
      alertId: run.alertId,
      fromDay: run.from,
      toDay: run.to,
      lakeVersion: run.lakeVersion,
      asked: run.asked,
      signals: run.signals,
      unasked: JSON.stringify(run.unasked),
      at: run.at,
      milliseconds: run.milliseconds,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['runId', 'alertId'])
        .doUpdateSet((eb) =>
          Object.fromEntries(
            (['fromDay', 'toDay', 'lakeVersion', 'asked', 'signals', 'unasked', 'at', 'milliseconds'] as const).map((column) => [
              column,
              eb.ref(`excluded.${column}`),
            ]),
          ),
        ),
    )
    .execute();
  const added = fresh.filter((one) => !known.has(one.signalId)).length;
  return { added, changed: fresh.length - added, withdrawn: gone.length, stories: begun };
}

async function heldByMessages(trx: Kysely<Database>, run: AlertRun) {
  const days = (await bureauParameter(trx, 'alert.liveHoldDays', await bureauRegion(trx)))(run.to);
  return (row: { runId: string; foundAt: Instant; endedAt: Instant | null } | undefined): boolean =>
    row !== undefined && row.runId === LIVE_RUN && row.endedAt === null && row.foundAt > run.at - days * SECONDS_PER_DAY;
}

const endSignals = async (trx: Kysely<Database>, ids: readonly string[], at: Instant): Promise<void> => {
  if (ids.length === 0) return;
  await sql`update alert_signal set ended_at = ${at} where ended_at is null and signal_id = any(${ids})`.execute(trx);
};

/** Puts signals into their stories; new stories where there is none. Returns how many were begun. */
async function placeSignals(
  trx: Kysely<Database>,
  run: AlertRun,
  fresh: readonly AlertSignal[],
  known: ReadonlyMap<string, { version: number; storyId: string }>,
  touched: Set<string>,
): Promise<number> {
  if (fresh.length === 0) return 0;
  const days = (await bureauParameter(trx, 'alert.storyDays', await bureauRegion(trx)))(run.to);
  const rows = await trx
    .selectFrom('alertStory')
    .selectAll()
    .where('subjectNo', 'in', [...new Set(fresh.map((one) => one.subjectNo))])
    .orderBy('raisedAt', 'desc')
    .orderBy('storyId', 'desc')
    .execute();
  const bySubject = Map.groupBy(
    rows.map((row) => ({ ...storyOf(row) })),
    ({ subjectNo }) => subjectNo,
  ) as Map<string, Writable[]>;
  const begun: Writable[] = [];
  const placed: { signal: AlertSignal; storyId: string }[] = [];
  for (const signal of [...fresh].sort((a, b) => a.fromDay - b.fromDay || (a.signalId < b.signalId ? -1 : 1))) {
    const own = bySubject.get(signal.subjectNo) ?? [];
    bySubject.set(signal.subjectNo, own);
    const before = known.get(signal.signalId);
    let story = own.find((one) => one.storyId === before?.storyId) ?? storyFor(own, signal, days);
    if (!story) {
      story = newStory(signal, await nextId(trx, run.at), run.at);
      own.unshift(story);
      begun.push(story);
    }
    story.fromDay = Math.min(story.fromDay, signal.fromDay);
    story.toDay = Math.max(story.toDay, signal.toDay);
    touched.add(story.storyId);
    placed.push({ signal, storyId: story.storyId });
  }
  if (begun.length > 0)
    await trx
      .insertInto('alertStory')
      .values(begun.map(({ alertIds, ...row }) => ({ ...row, alertIds: [...alertIds] })))
      .execute();
  for (let at = 0; at < placed.length; at += 200)
    await trx
      .insertInto('alertSignal')
      .values(
        placed.slice(at, at + 200).map(({ signal, storyId }) => {
          const { monitor: _m, subjectKind: _k, subjectNo: _n, part, facts, series, records, graph, ...row } = signal;
          return {
            ...row,
            part: [...part],
            facts: JSON.stringify(facts),
            series: JSON.stringify(series),
            records: JSON.stringify(records),
            graph: graph === null ? null : JSON.stringify(graph),
            version: (known.get(signal.signalId)?.version ?? 0) + 1,
            storyId,
            runId: run.runId,
            foundAt: run.at,
            endedAt: null,
          };
        }),
      )
      .execute();
  return begun.length;
}

type Writable = { -readonly [K in keyof AlertStory]: AlertStory[K] };

const newStory = (signal: AlertSignal, storyId: string, raisedAt: Instant): Writable => ({
  storyId,
  monitor: signal.monitor,
  subjectKind: signal.subjectKind,
  subjectNo: signal.subjectNo,
  alertIds: [],
  fromDay: signal.fromDay,
  toDay: signal.toDay,
  signalCount: 0,
  score: 0,
  state: 'raised',
  assignedTo: null,
  reason: null,
  ledTo: null,
  raisedAt,
  closedOn: null,
});

/** `YJ2026-000012`; numbers are given once and never again. */
async function nextId(trx: Kysely<Database>, at: Instant): Promise<string> {
  const { rows } = await sql<{ no: string }>`select nextval('alert_story_number') as no`.execute(trx);
  return `YJ${calendarDate(dayOf(at)).year}-${String(rows[0]?.no).padStart(6, '0')}`;
}

/** What a story says of its signals in force. */
const restate = async (trx: Kysely<Database>, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  await sql`update alert_story s set signal_count = coalesce(n.n, 0), score = coalesce(n.score, 0), alert_ids = coalesce(n.alerts, s.alert_ids),
      from_day = coalesce(n.from_day, s.from_day), to_day = coalesce(n.to_day, s.to_day)
    from (select t.story_id, count(g.signal_id) as n, max(abs(g.score)) as score, array_agg(distinct g.alert_id order by g.alert_id) filter (where g.signal_id is not null) as alerts,
        min(g.from_day) as from_day, max(g.to_day) as to_day
      from alert_story t left join alert_signal g on g.story_id = t.story_id and g.ended_at is null where t.story_id = any(${ids}) group by t.story_id) n
    where n.story_id = s.story_id`.execute(trx);
};

/** Nobody need look at a story that the data no longer tell (a settlement was reversed). */
async function closeEmpty(trx: Kysely<Database>, ids: readonly string[], { at }: AlertRun): Promise<void> {
  if (ids.length === 0) return;
  const empty = await trx
    .updateTable('alertStory')
    .set({ state: 'closed', reason: 'data', closedOn: dayOf(at) })
    .where('storyId', 'in', [...ids])
    .where('signalCount', '=', 0)
    .where('state', '=', 'raised')
    .returning('storyId')
    .execute();
  await appendSteps(
    trx,
    empty.map(({ storyId }) => ({
      noun: 'alertStory',
      subjectId: storyId,
      action: 'close',
      before: 'raised',
      after: 'closed',
      by: '系统',
      why: '数据变动后信号全部消失',
      at,
      rows: [{ table: 'alert_story', key: storyId }],
    })),
  );
}
