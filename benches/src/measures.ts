// Five hundred indicators over a year of claims: measured the first time, again with nothing new, and again after one day's data.
// `node measures.ts [charge items] [persons of the city whose day comes in]`.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { measures } from '@hengjian/catalog';
import { dayOfDate, type MeasurementRun, type Plan } from '@hengjian/domain';
import type { MeasureTree } from '@hengjian/language';
import { type Home, measuringOf, openHome, planStoreOf } from '@hengjian/store';
import { measurePlan } from '@hengjian/workflows';
import { fillSample } from '../../apps/cli/src/plan/fill-sample.ts';
import { largeHome } from './large-lake.ts';
import { take, yearAndDay } from './year-and-day.ts';

const INDICATORS = 500;
const PROJECTS = 20;
const lines = Number(process.argv[2] ?? 10_000_000);
const persons = Number(process.argv[3] ?? 30_000);
const year = 2025;
const [from, last] = [dayOfDate(year, 1, 1), dayOfDate(year, 12, 10)];
const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-bench-measures-'));

/** Every measure of the catalogue in turn, spread over projects of their own. */
const ids = Object.values(measures as Record<string, MeasureTree>);
function planOf(planId: string): Plan {
  const rows = Array.from({ length: INDICATORS }, (_, at) => ids[at % ids.length] as MeasureTree);
  const projects = Array.from({ length: PROJECTS }, (_, no) => ({
    projectNo: no + 1,
    name: no === 0 ? '部门整体支出' : `项目${no}`,
    kind: no === 0 ? ('overall' as const) : ('project' as const),
    budgetFen: 100_000_000,
    goals: [],
    indicators: rows.flatMap((measure, at) =>
      at % PROJECTS === no
        ? [
            {
              indicatorId: `${planId}-${no + 1}-${at}`,
              position: at,
              level1: '产出指标',
              level2: '数量指标',
              name: `${measure.title.zh}${at}`,
              operator: '≥' as const,
              target: 1,
              unit: measure.unit,
              weight: null,
              group: null,
              wording: null,
            },
          ]
        : [],
    ),
  }));
  return {
    planId,
    year,
    org: null,
    kind: 'overall',
    source: 'bench',
    totalFen: null,
    basicFen: null,
    projectFen: null,
    projects,
    findings: [],
  };
}

async function adopted(home: Home, planId: string): Promise<Plan> {
  const plan = planOf(planId);
  const store = planStoreOf(home.db);
  if (await store.plan(planId)) return plan;
  await store.adopt(plan, 'bench', 0);
  await store.decideMeasures(
    plan.projects.flatMap(({ indicators }) =>
      indicators.map(({ indicatorId, position }) => ({
        indicatorId,
        measureId: (ids[position % ids.length] as MeasureTree).id,
        state: 'confirmed' as const,
        confidence: null,
        by: 'bench',
      })),
    ),
  );
  const filled = await fillSample(home, plan, year);
  if (!filled.ok) throw new Error(JSON.stringify(filled.issues));
  return plan;
}

interface Measured {
  wall: number;
  cpu: number;
  run: MeasurementRun;
}
let runs = 0;
async function measured(home: Home, { planId }: Plan): Promise<Measured> {
  const [start, used] = [performance.now(), process.cpuUsage()];
  const wish = { planId, asOf: dayOfDate(year, 12, 31), runId: `M${process.pid}-${runs++}`, now: 0 };
  const done = await measurePlan({ plans: planStoreOf(home.db), measuring: measuringOf(home) }, wish);
  if (!done.ok) throw new Error(JSON.stringify(done.issues));
  const { user, system } = process.cpuUsage(used);
  return { wall: (performance.now() - start) / 1000, cpu: (user + system) / 1e6, run: done.value };
}
const forget = (home: Home) => home.db.deleteFrom('measuredMonth').execute();
const told = ({ wall, cpu }: Measured) => `${wall.toFixed(1)} s | ${cpu.toFixed(1)} s`;
const known = ({ run }: Measured) => run.rows.filter((row) => row.measured?.value !== null).length;
function same(a: Measured, b: Measured): void {
  if (JSON.stringify(a.run.rows) !== JSON.stringify(b.run.rows)) throw new Error('kept months gave other numbers');
}

const large = await openHome((await largeHome(lines)).folder);
const charged = (await large.lake.snapshot()).rowCount('line');
const settled = (await large.lake.snapshot()).rowCount('settlement');
const plan = await adopted(large, 'BENCH');
await forget(large);
const first = await measured(large, plan);
const again = await measured(large, plan);
same(first, again);
await large.close();

const [before, day] = await yearAndDay(scratch, persons, from, last);
const city = await openHome(path.join(scratch, 'home'));
const ofYear = await take(city, before);
const cityPlan = await adopted(city, 'BENCH');
const cityFirst = await measured(city, cityPlan);
const ofDay = await take(city, day);
const cityDay = await measured(city, cityPlan);
await forget(city);
const cityWhole = await measured(city, cityPlan);
same(cityDay, cityWhole);
await city.close();
rmSync(scratch, { recursive: true, force: true });

process.stdout.write(
  [
    `${INDICATORS} indicators of ${PROJECTS} projects, every measure of the catalogue (${ids.length}) about three times; ${known(first)} of them have a value. Year to 31 December.`,
    '',
    '| | charge items | settlements | wall | CPU |',
    '|---|---|---|---|---|',
    `| the first time | ${charged} | ${settled} | ${told(first)} |`,
    `| again, nothing new | ${charged} | ${settled} | ${told(again)} |`,
    `| a city of ${persons}: the first time | ${ofYear} | | ${told(cityFirst)} |`,
    `| … after one day's import (${ofDay} items) | ${ofYear + ofDay} | | ${told(cityDay)} |`,
    `| … the same with nothing kept | ${ofYear + ofDay} | | ${told(cityWhole)} |`,
    '',
    'Kept months and a full measuring gave the same numbers, row by row.',
  ].join('\n'),
);
process.stdout.write('\n');
