// A process of its own for tests: reviews a home and kills itself (SIGKILL, nothing is cleaned up) at a moment.
//   node killed-review.ts HOME FROM TO begun|read|storing [PASS]
import { findingStoreOf, knowledgeShelfOf, knowledgeStoreOf, openHome, reviewLakeOf, ruleBookOf } from '@hengjian/store';
import { type FindingStore, runReview } from '@hengjian/workflows';

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
  async finish(...given) {
    // the transaction is under way: nothing of it may stay
    if (moment === 'storing') setTimeout(die, 40);
    const stored = await findings.finish(...given);
    if (moment === 'storing') await new Promise((resolve) => setTimeout(resolve, 10_000));
    return stored;
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
