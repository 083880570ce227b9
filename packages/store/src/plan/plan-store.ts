import {
  type DocumentKind,
  type Indicator,
  type IndicatorMeasure,
  type IndicatorOperator,
  indicatorKey,
  type Plan,
  type PlanEvent,
  type PlanProject,
  plainProject,
} from '@hengjian/domain';
import type { AdoptedPlan, PlanStore } from '@hengjian/workflows';
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Database } from '../records/database.ts';

type Row<T extends keyof Database> = Selectable<Database[T]>;
const fen = (value: string | null) => (value === null ? null : Number(value));

const indicatorOf = ({ planId: _plan, projectNo: _project, goalGroup, operator, ...row }: Row<'indicator'>): Indicator => ({
  ...row,
  operator: operator as IndicatorOperator,
  group: goalGroup,
});
const projectOf = ({ planId: _plan, budgetFen, kind, ...row }: Row<'planProject'>, indicators: Indicator[]): PlanProject => ({
  ...row,
  kind: kind as DocumentKind,
  budgetFen: fen(budgetFen),
  indicators,
});

async function insertPlan(tx: Transaction<Database>, plan: Plan): Promise<void> {
  const { projects, findings, ...head } = plan;
  await tx
    .insertInto('plan')
    .values({ ...head, findings: JSON.stringify(findings) })
    .execute();
  for (const { indicators, goals, ...project } of projects) {
    await tx
      .insertInto('planProject')
      .values({ ...project, planId: plan.planId, goals: JSON.stringify(goals) })
      .execute();
    const rows = indicators.map(({ group, target, ...indicator }) => ({
      ...indicator,
      planId: plan.planId,
      projectNo: project.projectNo,
      target: JSON.stringify(target),
      goalGroup: group,
    }));
    if (rows.length) await tx.insertInto('indicator').values(rows).execute();
  }
}

/** Latest adoption of each plan; a plan is in force when none of its year and body was adopted later. */
const adoptions = (db: Kysely<Database>) =>
  db
    .selectFrom('plan')
    .innerJoin('planAdoption', 'planAdoption.planId', 'plan.planId')
    .select(['plan.planId', 'plan.year', 'plan.org', 'planAdoption.serial', 'planAdoption.adoptedAt', 'planAdoption.adoptedBy'])
    .orderBy('planAdoption.serial', 'desc')
    .execute();

async function readPlans(db: Kysely<Database>, planId?: string): Promise<AdoptedPlan[]> {
  const wanted = <T extends { planId: string }>(rows: T[]) => rows.filter((row) => planId === undefined || row.planId === planId);
  const heads = wanted(await db.selectFrom('plan').selectAll().execute());
  const projects = await db.selectFrom('planProject').selectAll().orderBy('projectNo').execute();
  const indicators = await db.selectFrom('indicator').selectAll().orderBy('position').execute();
  const inForce = new Set<string>();
  const last = new Map<string, { adoptedAt: number; adoptedBy: string; order: number }>();
  const bodies = new Set<string>();
  (await adoptions(db)).forEach((row, order) => {
    const body = `${row.year}|${row.org ?? ''}`;
    if (!bodies.has(body)) inForce.add(row.planId);
    bodies.add(body);
    if (!last.has(row.planId)) last.set(row.planId, { adoptedAt: row.adoptedAt, adoptedBy: row.adoptedBy, order });
  });
  return heads
    .map(({ totalFen, basicFen, projectFen, kind, ...head }): AdoptedPlan & { order: number } => ({
      plan: {
        ...head,
        kind: kind as DocumentKind,
        totalFen: fen(totalFen),
        basicFen: fen(basicFen),
        projectFen: fen(projectFen),
        projects: projects
          .filter((project) => project.planId === head.planId)
          .map((project) =>
            projectOf(project, indicators.filter((i) => i.planId === head.planId && i.projectNo === project.projectNo).map(indicatorOf)),
          ),
      },
      adoptedAt: last.get(head.planId)?.adoptedAt ?? 0,
      adoptedBy: last.get(head.planId)?.adoptedBy ?? '',
      inForce: inForce.has(head.planId),
      order: last.get(head.planId)?.order ?? 0,
    }))
    .sort((a, b) => a.order - b.order)
    .map(({ order: _order, ...plan }) => plan);
}

/** The adjusted targets are in force from here on, and approved by the same document. */
async function succeed(tx: Transaction<Database>, event: PlanEvent, planId: string): Promise<void> {
  await tx.insertInto('planAdoption').values({ planId, adoptedBy: event.by, adoptedAt: event.at }).execute();
  const last = await tx
    .selectFrom('planEvent')
    .select(['serial', 'stateAfter'])
    .where('planId', '=', planId)
    .orderBy('serial', 'desc')
    .limit(1)
    .executeTakeFirst();
  await tx
    .insertInto('planEvent')
    .values({
      planId,
      serial: (last?.serial ?? 0) + 1,
      action: 'approve',
      stateBefore: last?.stateAfter ?? 'draft',
      stateAfter: 'approved',
      why: event.why,
      grade: null,
      documentNo: event.documentNo,
      remarks: '[]',
      successorId: null,
      detail: '{}',
      takenBy: event.by,
      takenAt: event.at,
    })
    .execute();
}

/** The last row of each indicator, rows given in order. */
const lastOf = <T extends { indicatorId: string }>(rows: T[]): T[] => [...new Map(rows.map((row) => [row.indicatorId, row])).values()];

/** Plans, the measures people confirmed, statements and measurement runs; appended only. */
export function planStoreOf(db: Kysely<Database>): PlanStore {
  const ofPlan = (planId: string) => db.selectFrom('indicator').select('indicatorId').where('planId', '=', planId);
  const runOf = (row: Row<'measurementRun'> | undefined) => {
    if (!row) return undefined;
    const { serial: _serial, ...run } = row;
    return run;
  };
  return {
    adopt: (plan, by, at) =>
      db.transaction().execute(async (tx) => {
        const known = await tx.selectFrom('plan').select('planId').where('planId', '=', plan.planId).executeTakeFirst();
        if (!known) await insertPlan(tx, plan);
        const inForce = known && (await readPlans(tx, plan.planId)).some((adopted) => adopted.inForce);
        if (!inForce) await tx.insertInto('planAdoption').values({ planId: plan.planId, adoptedBy: by, adoptedAt: at }).execute();
        return { isNew: !known };
      }),
    keep: (plan) =>
      db.transaction().execute(async (tx) => {
        const known = await tx.selectFrom('plan').select('planId').where('planId', '=', plan.planId).executeTakeFirst();
        if (!known) await insertPlan(tx, plan);
        return { isNew: !known };
      }),
    plan: async (planId) => (await readPlans(db, planId))[0],
    plans: () => readPlans(db),
    async measuresOf(planId) {
      const rows = await db
        .selectFrom('indicatorMeasure')
        .selectAll()
        .where('indicatorId', 'in', ofPlan(planId))
        .orderBy('serial')
        .execute();
      return lastOf(rows).map(
        ({ serial: _serial, decidedBy, state, ...row }): IndicatorMeasure => ({
          ...row,
          state: state as IndicatorMeasure['state'],
          by: decidedBy,
        }),
      );
    },
    async remembered() {
      const rows = await db
        .selectFrom('indicatorMeasure')
        .innerJoin('indicator', 'indicator.indicatorId', 'indicatorMeasure.indicatorId')
        .innerJoin('planProject', (on) =>
          on.onRef('planProject.planId', '=', 'indicator.planId').onRef('planProject.projectNo', '=', 'indicator.projectNo'),
        )
        .where('indicatorMeasure.state', '!=', 'suggested')
        .select(['indicatorMeasure.indicatorId', 'measureId', 'decidedBy', 'operator', 'target', 'unit', 'wording'])
        .select(['indicator.name as name', 'planProject.name as project'])
        .orderBy('indicatorMeasure.serial')
        .execute();
      return lastOf(rows).map(({ indicatorId, measureId, decidedBy, project, wording, ...row }) => ({
        indicatorId,
        key: indicatorKey({ ...row, operator: row.operator as IndicatorOperator }),
        project: plainProject(project),
        wording,
        measureId,
        by: decidedBy,
      }));
    },
    async decideMeasures(decisions) {
      if (decisions.length === 0) return;
      await db
        .insertInto('indicatorMeasure')
        .values(decisions.map(({ by, ...row }) => ({ ...row, decidedBy: by })))
        .execute();
    },
    async statementsOf(planId) {
      const rows = await db
        .selectFrom('indicatorStatement')
        .selectAll()
        .where('indicatorId', 'in', ofPlan(planId))
        .orderBy('serial')
        .execute();
      return lastOf(rows).map((row) => row.statement);
    },
    async state(statement) {
      await db
        .insertInto('indicatorStatement')
        .values({ indicatorId: statement.indicatorId, statement: JSON.stringify(statement) })
        .execute();
    },
    async saveRun(run) {
      await db
        .insertInto('measurementRun')
        .values({ ...run, rows: JSON.stringify(run.rows), executions: JSON.stringify(run.executions) })
        .execute();
    },
    lastRun: async (planId) =>
      runOf(
        await db
          .selectFrom('measurementRun')
          .selectAll()
          .where('planId', '=', planId)
          .orderBy('serial', 'desc')
          .limit(1)
          .executeTakeFirst(),
      ),
    async eventsOf(planId) {
      const rows = await db.selectFrom('planEvent').selectAll().where('planId', '=', planId).orderBy('serial').execute();
      return rows.map(
        ({ stateBefore, stateAfter, takenBy, takenAt, ...row }) =>
          ({ ...row, from: stateBefore, to: stateAfter, by: takenBy, at: takenAt }) as PlanEvent,
      );
    },
    takeStep: ({ from, to, by, at, remarks, detail, ...event }) =>
      db.transaction().execute(async (tx) => {
        const row = {
          ...event,
          remarks: JSON.stringify(remarks),
          detail: JSON.stringify(detail),
          stateBefore: from,
          stateAfter: to,
          takenBy: by,
          takenAt: at,
        };
        const made = await tx
          .insertInto('planEvent')
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .returning('serial')
          .executeTakeFirst();
        if (made && event.action === 'replace' && event.successorId)
          await succeed(tx, { ...event, from, to, by, at, remarks, detail }, event.successorId);
        return made !== undefined;
      }),
    run: async (runId) => runOf(await db.selectFrom('measurementRun').selectAll().where('runId', '=', runId).executeTakeFirst()),
  };
}
