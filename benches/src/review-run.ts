// One measured review in a process of its own: prints a line of JSON. Ways: `together` (the product), `alone` (one query a rule over
// the same buckets), `hand` (five rules written in SQL by hand), `scan` (one raw scan of the columns that the rules read); with the
// five rules that are also written by hand, with the twenty-five of the first edition, or with all that are live.
import { ruleSchema } from '@hengjian/catalog';
import { columnsOf } from '@hengjian/language';
import { knowledgeStoreOf, openHome } from '@hengjian/store';
import { loadStarterKnowledge, runReview, shippedStarters } from '@hengjian/workflows';
import { fiveRules, reviewByHand } from './hand-written.ts';
import { reviewPortsOf } from './ports.ts';

const [folder, way, which] = process.argv.slice(2) as [string, 'together' | 'alone' | 'hand' | 'scan', 'five' | 'first' | 'all'];
/** The first edition: every shape, every table. */
const firstEdition =
  'drug-sex service-frequency duplicate-charge drug-course drug-provider-level drug-setting drug-child service-interval operation-discount herb-not-payable herb-alone price-cap fee-outside-stay diagnosis-sex operation-sex duplicate-prescription split-stay frequent-stays overlapping-stays outpatient-during-stay after-death frequent-purchases consumable-without-service duplicate-settlement service-course'.split(
    ' ',
  );
const home = await openHome(folder);
await loadStarterKnowledge(knowledgeStoreOf(home.db), shippedStarters(), { by: 'bench', now: 0 });
const ports = reviewPortsOf(home);
const range = (await home.lake.snapshot()).range();
if (!range) throw new Error('empty lake');
const period = { from: range.fromDay, to: range.toDay };
const wanted = { five: fiveRules, first: firstEdition, all: undefined }[which];
const rules = (await ports.rules.live()).filter(({ rule }) => !wanted || wanted.includes(rule.id));

const cpu = process.cpuUsage();
const start = performance.now();
let [lines, findings] = [0, 0];
let hits: { [rule: string]: number } = {};
if (way === 'scan') {
  const columns = [...new Set(rules.filter(({ rule }) => rule.reads === 'line').flatMap(({ rule }) => columnsOf(rule, ruleSchema)))].sort();
  const duck = await (await home.lake.snapshot()).connect({ threads: 2 });
  await duck.useBucket(undefined, 'net');
  const [row] = await duck.rows<{ n: number }>(
    `SELECT count(*) AS n, ${columns.map((c, i) => `max("${c}")::VARCHAR AS m${i}`).join(', ')} FROM "line"`,
  );
  lines = row?.n ?? 0;
  duck.close();
  process.stderr.write(`columns: ${columns.join(' ')}\n`);
} else if (way === 'hand') {
  hits = await reviewByHand(home, Object.fromEntries(rules.map(({ rule }) => [rule.id, rule.code])));
  findings = Object.values(hits).reduce((a, b) => a + b, 0);
} else {
  for (const ruleIds of way === 'together' ? [rules.map(({ rule }) => rule.id)] : rules.map(({ rule }) => [rule.id])) {
    const outcome = await runReview(ports, { period, ruleIds });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
    lines = outcome.value.lines;
    findings += outcome.value.findings;
    for (const { ruleId, hit } of outcome.value.rules) hits[ruleId] = hit;
  }
}
const seconds = (performance.now() - start) / 1000;
const used = process.cpuUsage(cpu);
process.stdout.write(
  `${JSON.stringify({ way, rules: rules.length, lines, findings, hits, seconds, cpuSeconds: (used.user + used.system) / 1e6 })}\n`,
);
await home.close();
