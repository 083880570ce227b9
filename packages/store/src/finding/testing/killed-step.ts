// A process of its own for tests: takes a step and is killed between the decision and its money.
//   node killed-step.ts HOME FINDING [ATTACHMENT]
import { takeFindingSteps } from '@hengjian/workflows';
import { openHome } from '../../home.ts';
import { caseBookOf } from '../case-book.ts';
import { findingLifeRules } from '../life-rules.ts';

const [folder = '', findingId = '', attachmentId] = process.argv.slice(2);
const home = await openHome(folder);
const rules = await findingLifeRules(home.db, '*', 1_800_000_000);
const book = caseBookOf(home.db, rules.due);
const killed: typeof book = {
  ...book,
  change: (ids, work) =>
    book.change(ids, (writer, cases) =>
      work(
        {
          ...writer,
          post: async () => {
            process.stdout.write('deciding\n');
            process.kill(process.pid, 'SIGKILL');
            await new Promise(() => {});
          },
        },
        cases,
      ),
    ),
};
await takeFindingSteps(killed, rules, {
  findingIds: [findingId],
  action: 'dismiss',
  act: { by: '甲', why: '试', at: 1_800_000_000 },
  detail: { cause: 'ruleError', attachmentIds: attachmentId ? [attachmentId] : [] },
});
