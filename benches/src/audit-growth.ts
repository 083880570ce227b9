// Where the time of a 3101 goes, without HTTP, in one process: with more and more rules, and with a history of more and more people.
// `node benches/src/audit-growth.ts [people …]`; at full size: 10000 100000 1000000.
import { reviewPortsOf } from '@hengjian/server/review-ports.ts';
import { openHistory, openHome } from '@hengjian/store';
import { openAuditBook } from '@hengjian/workflows';
import { benchHome } from './audit-home.ts';
import { knownCodes, messageOf } from './audit-messages.ts';
import { sharesOf } from './audit-shares.ts';

const given = process.argv
  .slice(2)
  .filter((arg) => /^\d+$/.test(arg))
  .map(Number);
const sizes = (given.length > 0 ? given : [10_000, 30_000]).sort((a, b) => a - b);
const RULES = [10, 35, 70, 140, Number.POSITIVE_INFINITY];
const ROUNDS = 3000;
const codes = knownCodes();
const home = await benchHome(codes);

const rows: string[] = [];
function tell(name: string, { medians, total, reminders, lines }: ReturnType<typeof sharesOf>): void {
  if (rows.length === 0) {
    const steps = Object.keys(medians);
    rows.push(`| | µs | ${steps.join(' | ')} | lines | reminders |`, `|---|---|${steps.map(() => '---|').join('')}---|---|`);
  }
  const steps = Object.values(medians).map((us) => us.toFixed(0));
  rows.push(`| ${name} | ${total.toFixed(0)} | ${steps.join(' | ')} | ${lines.toFixed(0)} | ${reminders.toFixed(1)} |`);
}

async function measure(people: number, most: readonly number[]): Promise<void> {
  home.grow(people);
  const bodies = Array.from({ length: 500 }, (_, n) => Buffer.from(messageOf(n * 97, people, codes)));
  const opened = await openHome(home.folder);
  const history = openHistory(opened.folder, opened.lake);
  try {
    const ports = await reviewPortsOf(opened);
    for (const count of most) {
      const rules = { live: async () => (await ports.rules.live()).slice(0, count) };
      const book = await openAuditBook({ rules, knowledge: ports.knowledge });
      const name = `${Math.min(count, (await ports.rules.live()).length)} rules, ${book.rules.length} of them decided by a request; ${people} people`;
      tell(name, sharesOf(book, history, bodies, ROUNDS));
    }
  } finally {
    await history.close();
    await opened.close();
  }
}

try {
  for (const [i, people] of sizes.entries()) await measure(people, i === 0 ? RULES : [Number.POSITIVE_INFINITY]);
  process.stdout.write(`Median µs of one message, step by step (lines: with the history's):\n\n${rows.join('\n')}\n`);
} finally {
  home.remove();
}
