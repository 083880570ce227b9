// Trials of thresholds, and putting what was tried into force.
import type { Day, Instant } from '@hengjian/domain';
import type { Kysely } from 'kysely';
import { appendSteps } from '../journal/journal.ts';
import type { Database } from '../records/database.ts';
import { bureauRegion, setBureauParameter } from '../rule/decision-book.ts';
import { thresholdName } from './alert-book.ts';

export interface KeptTrial {
  readonly trialId: string;
  readonly alertId: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly result: unknown;
  readonly by: string;
  readonly at: Instant;
}

export const keepTrial = async (db: Kysely<Database>, trial: KeptTrial): Promise<void> =>
  void (await db
    .insertInto('alertTrial')
    .values({ ...trial, parameters: JSON.stringify(trial.parameters), result: JSON.stringify(trial.result) })
    .execute());

export async function trialOf(db: Kysely<Database>, trialId: string): Promise<KeptTrial | undefined> {
  const row = await db.selectFrom('alertTrial').selectAll().where('trialId', '=', trialId).executeTakeFirst();
  return row && { ...row, parameters: row.parameters as Record<string, number> };
}

/** What became of the stories of these signals when they were closed. */
export async function closedOf(db: Kysely<Database>, signalIds: readonly string[]): Promise<{ state: string; reason: string | null }[]> {
  if (signalIds.length === 0) return [];
  return db
    .selectFrom('alertSignal as g')
    .innerJoin('alertStory as t', 't.storyId', 'g.storyId')
    .select(['t.state', 't.reason', 't.storyId'])
    .distinct()
    .where('g.signalId', 'in', [...signalIds])
    .execute();
}

/** In force in the bureau's region from that day on; what held before stays for the days before. */
export const enactTrial = (
  db: Kysely<Database>,
  trial: KeptTrial,
  act: { fromDay: Day; by: string; why: string; at: Instant },
): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const region = await bureauRegion(trx);
    for (const [name, value] of Object.entries(trial.parameters))
      await setBureauParameter(trx, {
        name: thresholdName(trial.alertId, name),
        region,
        fromDay: act.fromDay,
        toDay: null,
        value,
        by: act.by,
        why: act.why,
        at: act.at,
      });
    await appendSteps(trx, [
      {
        noun: 'alertThreshold',
        subjectId: trial.alertId,
        action: 'enact',
        before: null,
        after: null,
        by: act.by,
        why: act.why,
        at: act.at,
        detail: { parameters: trial.parameters, trialId: trial.trialId, fromDay: act.fromDay },
      },
    ]);
  });
