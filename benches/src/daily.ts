// A day against a year: importing one day into a year beside importing the year, and a review of what that day changed beside a full
// review. Prints a table; `node daily.ts [persons]`.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ruleSchema } from '@hengjian/catalog';
import { dayOfDate } from '@hengjian/domain';
import { reachesBeyondPerson } from '@hengjian/language';
import { findingStoreOf, knowledgeShelfOf, knowledgeStoreOf, openHome, reviewLakeOf, ruleBookOf } from '@hengjian/store';
import { changedPeriod, loadStarterKnowledge, runReview, shippedStarters } from '@hengjian/workflows';
import { take, yearAndDay } from './year-and-day.ts';

const persons = Number(process.argv[2] ?? 100_000);
const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-bench-daily-'));
const [from, last] = [dayOfDate(2025, 1, 1), dayOfDate(2025, 12, 10)];

/** Seconds of this process's cores: DuckDB and closures. Other work on the machine does not blur them; PostgreSQL's are not in them. */
const seconds = async <T>(work: () => Promise<T>): Promise<[number, T]> => {
  const start = process.cpuUsage();
  const value = await work();
  const used = process.cpuUsage(start);
  return [(used.user + used.system) / 1e6, value];
};

const [before, day] = await yearAndDay(scratch, persons, from, last);
const home = await openHome(path.join(scratch, 'home'));
const knowledge = knowledgeStoreOf(home.db);
await loadStarterKnowledge(knowledge, shippedStarters(), { by: 'bench', now: 0 });
const ports = {
  rules: ruleBookOf(home.db),
  knowledge: knowledgeShelfOf(knowledge),
  lake: reviewLakeOf(home.lake),
  findings: findingStoreOf(home.db),
};
const live = (await ports.rules.live()).map(({ rule }) => rule);
const beyond = new Set(live.filter((rule) => reachesBeyondPerson(rule, ruleSchema)).map(({ id }) => id));
const personal = [...new Set(live.map(({ id }) => id))].filter((id) => !beyond.has(id));
const review = async (changed: boolean, ruleIds: readonly string[]) => {
  const done = await runReview(ports, { period: changed ? await changedPeriod(ports) : { from, to: last }, changed, ruleIds });
  if (!done.ok) throw new Error(JSON.stringify(done.issues));
  return done.value;
};

const [importYear, linesOfYear] = await seconds(() => take(home, before));
await review(false, personal);
// as every night before: what these rules need of the lake is kept from one review of changes to the next
await review(true, [...beyond]);
const [importDay, linesOfDay] = await seconds(() => take(home, day));
const [dayPersonal, some] = await seconds(() => review(true, personal));
const [dayBeyond] = await seconds(() => review(true, [...beyond]));
const [nothingNew] = await seconds(() => review(true, [...beyond]));
const [yearPersonal, full] = await seconds(() => review(false, personal));
const [yearBeyond, fullBeyond] = await seconds(() => review(false, [...beyond]));
for (const { stored } of [full, fullBeyond])
  if (stored.added + stored.changed + stored.withdrawn > 0) throw new Error(`the full review found otherwise: ${JSON.stringify(stored)}`);
await home.close();
rmSync(scratch, { recursive: true, force: true });

const ratio = (part: number, of: number) => `${((100 * part) / of).toFixed(1)} %`;
process.stdout.write(
  [
    `A city of ${persons} people: ${linesOfYear} charge items of a year, then the ${linesOfDay} of one day (${ratio(linesOfDay, linesOfYear)}).`,
    '',
    '| CPU seconds | the year | the day | day : year |',
    '|---|---|---|---|',
    `| import | ${importYear.toFixed(1)} s | ${importDay.toFixed(1)} s | ${ratio(importDay, importYear)} |`,
    `| review, ${personal.length} rules about one person's records | ${yearPersonal.toFixed(1)} s | ${dayPersonal.toFixed(1)} s | ${ratio(dayPersonal, yearPersonal)} |`,
    `| review, ${beyond.size} rules that look beyond one person | ${yearBeyond.toFixed(1)} s | ${dayBeyond.toFixed(1)} s | ${ratio(dayBeyond, yearBeyond)} |`,
    `| the same once more, nothing new | | ${nothingNew.toFixed(1)} s | ${ratio(nothingNew, yearBeyond)} |`,
    '',
    `The review of the day read ${some.lines} charge items: everything that the people of that day ever had (${ratio(some.lines, full.lines)} of the year). Full reviews afterwards found nothing else: ${full.findings + fullBeyond.findings} findings, all unchanged.`,
  ].join('\n'),
);
process.stdout.write('\n');
