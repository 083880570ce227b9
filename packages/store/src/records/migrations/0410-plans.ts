import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    const money = sql`bigint`;
    const instant = sql`double precision`;
    await db.schema
      .createTable('plan')
      .addColumn('plan_id', 'text', (c) => c.primaryKey())
      .addColumn('year', 'integer', (c) => c.notNull())
      .addColumn('org', 'text')
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('total_fen', money)
      .addColumn('basic_fen', money)
      .addColumn('project_fen', money)
      .addColumn('findings', 'jsonb', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('plan_adoption')
      .addColumn('serial', 'bigserial', (c) => c.primaryKey())
      .addColumn('plan_id', 'text', (c) => c.notNull().references('plan.plan_id'))
      .addColumn('adopted_by', 'text', (c) => c.notNull())
      .addColumn('adopted_at', instant, (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('plan_project')
      .addColumn('plan_id', 'text', (c) => c.notNull().references('plan.plan_id'))
      .addColumn('project_no', 'integer', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('budget_fen', money)
      .addColumn('goals', 'jsonb', (c) => c.notNull())
      .addPrimaryKeyConstraint('plan_project_key', ['plan_id', 'project_no'])
      .execute();
    await db.schema
      .createTable('indicator')
      .addColumn('indicator_id', 'text', (c) => c.primaryKey())
      .addColumn('plan_id', 'text', (c) => c.notNull())
      .addColumn('project_no', 'integer', (c) => c.notNull())
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('level1', 'text')
      .addColumn('level2', 'text')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('operator', 'text', (c) => c.notNull())
      .addColumn('target', 'jsonb')
      .addColumn('unit', 'text')
      .addColumn('weight', sql`double precision`)
      .addColumn('goal_group', 'text')
      .addColumn('wording', 'text')
      .addForeignKeyConstraint('indicator_project', ['plan_id', 'project_no'], 'plan_project', ['plan_id', 'project_no'])
      .execute();
    await db.schema
      .createTable('indicator_measure')
      .addColumn('serial', 'bigserial', (c) => c.primaryKey())
      .addColumn('indicator_id', 'text', (c) => c.notNull().references('indicator.indicator_id'))
      .addColumn('measure_id', 'text')
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('confidence', sql`double precision`)
      .addColumn('decided_by', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('indicator_statement')
      .addColumn('serial', 'bigserial', (c) => c.primaryKey())
      .addColumn('indicator_id', 'text', (c) => c.notNull().references('indicator.indicator_id'))
      .addColumn('statement', 'jsonb', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('measurement_run')
      .addColumn('serial', 'bigserial', (c) => c.primaryKey())
      .addColumn('run_id', 'text', (c) => c.notNull().unique())
      .addColumn('plan_id', 'text', (c) => c.notNull().references('plan.plan_id'))
      .addColumn('as_of', 'integer', (c) => c.notNull())
      .addColumn('measured_at', instant, (c) => c.notNull())
      .addColumn('lake_version', 'integer', (c) => c.notNull())
      .addColumn('register_serial', sql`double precision`, (c) => c.notNull())
      .addColumn('rows', 'jsonb', (c) => c.notNull())
      .addColumn('executions', 'jsonb', (c) => c.notNull())
      .execute();
    for (const table of [
      'plan',
      'plan_adoption',
      'plan_project',
      'indicator',
      'indicator_measure',
      'indicator_statement',
      'measurement_run',
    ])
      await sql`create trigger append_only before update or delete on ${sql.ref(table)}
        for each row execute function refuse_change()`.execute(db);
  },
};
export default migration;
