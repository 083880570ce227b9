// A process of its own for tests: reviews a home and kills itself (SIGKILL, nothing is cleaned up) at a moment.
//   node killed-review.ts HOME FROM TO begun|read|storing [PASS]
import { findingStoreOf, knowledgeShelfOf, knowledgeStoreOf, openHome, reviewLakeOf, ruleBookOf } from '@hengjian/store';
import { type FindingStore, runReview } from '@hengjian/workflows';
import { sql } from 'kysely';

const [folder = '', from, to, moment, pass] = process.argv.slice(2);
const home = await openHome(folder);
const lock = await home.takeWriterLock('review run');
if (!lock.ok) throw new Error('the lock is taken');
const die = () => process.kill(process.pid, 'SIGKILL');
const findings = findingStoreOf(home.db);
const dying: FindingStore = {
  ...findings,
  async begin(run) {
    const runId = await findings.begin(run);
    if (moment === 'begun') die();
    return runId;
  },
  async take(runId, rules) {
    const intake = await findings.take(runId, rules);
    if (moment !== 'storing') return intake;
    const finish: typeof intake.finish = (...given) =>
      home.db.transaction().execute(async (other) => {
        // the last statement of the storing transaction has to wait for this row: then all is written and nothing kept
        await other.selectFrom('reviewRun').select('runId').where('runId', '=', runId).forNoKeyUpdate().execute();
        void intake.finish(...given);
        for (;;) {
          const { rows } = await sql`select 1 from pg_locks where not granted`.execute(other);
          if (rows.length > 0) die();
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      });
    return { ...intake, finish };
  },
};
await runReview(
  {
    rules: ruleBookOf(home.db),
    knowledge: knowledgeShelfOf(knowledgeStoreOf(home.db)),
    lake: reviewLakeOf(home.lake, { threads: 1, memoryLimitMb: 500, linesAPass: 800 }),
    findings: dying,
  },
  {
    period: { from: Number(from), to: Number(to) },
    progress: (done) => {
      if (moment === 'read' && done === Number(pass)) die();
    },
  },
);
throw new Error(`was never at ${moment}`);
